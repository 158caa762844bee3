// Where we are: the address bar, its history, and links within the desk, which do not load the page anew.
import { metQuery, THUIS } from "./pad.js";

/** @type {Set<() => void>} */
const luisteraars = new Set();

function roep() {
  vorig = location.pathname + location.search;
  luisteraars.forEach((luisteraar) => luisteraar());
}

/** Call `luisteraar` whenever the address changes; returns how to stop. @param {() => void} luisteraar */
export function bijVerandering(luisteraar) {
  luisteraars.add(luisteraar);
  return () => luisteraars.delete(luisteraar);
}

/** The query of the address. It holds filters and pages, never a name. */
export const query = () => new URLSearchParams(location.search);

/** Set by the frame: whether one stays for now; who leaves all the same goes on with `verder`. @type {{ dicht: (verder: () => void) => boolean }} */
export const poort = { dicht: () => false };
let vorig = "";

/** Go to an address of the desk. @param {string} adres @param {{ vervang?: boolean, zeker?: boolean }} [hoe] */
export function naar(adres, { vervang = false, zeker = false } = {}) {
  if (!vervang && !zeker && poort.dicht(() => naar(adres, { zeker: true }))) return;
  history[vervang ? "replaceState" : "pushState"](null, "", adres);
  roep();
}

/** Change the query of this screen; empty values go. @param {Record<string, string | null | undefined>} wijziging */
export const stelQuery = (wijziging) => naar(metQuery(location.pathname, query(), wijziging), { vervang: true });

/** A plain click, not one that asks for another tab or a file. @param {MouseEvent} event */
const gewoon = (event) => !(event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** @param {URL} adres */
const vanOns = ({ origin, pathname, hash }) => origin === location.origin && !hash && `${pathname}/`.startsWith(`${THUIS}/`);

/** @param {MouseEvent} event */
function bijKlik(event) {
  const link = gewoon(event) && /** @type {Element} */ (event.target).closest?.("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
  const adres = new URL(link.href);
  if (!vanOns(adres)) return;
  event.preventDefault();
  naar(adres.pathname + adres.search);
}

/** The back button: the address has changed already. */
function bijTerug() {
  const doel = location.pathname + location.search;
  if (poort.dicht(() => naar(doel, { zeker: true }))) history.pushState(null, "", vorig);
  else roep();
}

/** From here on links and the back button lead from screen to screen. */
export function begin() {
  document.addEventListener("click", bijKlik);
  addEventListener("popstate", bijTerug);
  vorig = location.pathname + location.search;
}
