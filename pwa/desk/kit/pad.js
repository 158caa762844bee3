// Which screen belongs to an address. Pure: the history and the page are `plek.js`.

/**
 * @typedef {{ pad: string, titel: string, recht?: string, menu?: boolean, snel?: boolean, behoud?: string[],
 *   laad: () => Promise<{ default: any }> }} Route
 * @typedef {{ route: Route, delen: Record<string, string>, sleutel: string }} Vondst
 */
export const THUIS = "/bureau";

/** @param {string} deel */
function gelezen(deel) {
  try {
    return decodeURIComponent(deel);
  } catch {
    return deel;
  }
}

/** The parts of an address below /bureau; empty ones, as at a trailing slash, are no parts. @param {string} adres */
const stukken = (adres) => adres.replace(/^\/bureau(?=\/|$)/, "").split("/").filter(Boolean);

/** @param {string} pad "abonnementen/:id/:tab?" @param {string[]} delen */
function past(pad, delen) {
  const patroon = pad.split("/").filter(Boolean);
  const verplicht = patroon.filter((stuk) => !stuk.endsWith("?")).length;
  if (delen.length > patroon.length || delen.length < verplicht) return null;
  /** @type {Record<string, string>} */
  const uit = {};
  for (const [i, stuk] of patroon.entries()) {
    const deel = delen[i];
    if (stuk.startsWith(":")) {
      if (deel !== undefined) uit[stuk.replace(/^:|\?$/g, "")] = gelezen(deel);
    } else if (stuk !== deel) return null;
  }
  return uit;
}

/**
 * The first route that fits. `sleutel` names the screen: while it stays the same the screen stays, so a part that the
 * route wants to keep (`behoud`, say the tab of a dossier) does not count in it.
 * @param {Route[]} routes @param {string} adres @returns {Vondst | null}
 */
export function vind(routes, adres) {
  const delen = stukken(adres);
  for (const route of routes) {
    const gevonden = past(route.pad, delen);
    if (!gevonden) continue;
    const telt = Object.entries(gevonden).filter(([naam]) => !route.behoud?.includes(naam));
    return { route, delen: gevonden, sleutel: JSON.stringify([route.pad, telt]) };
  }
  return null;
}

/**
 * An address with its query changed: empty values go, the rest stays.
 * @param {string} adres @param {URLSearchParams} query @param {Record<string, string | null | undefined>} wijziging
 */
export function metQuery(adres, query, wijziging) {
  const nieuw = new URLSearchParams(query);
  for (const [naam, waarde] of Object.entries(wijziging)) {
    if (waarde) nieuw.set(naam, waarde);
    else nieuw.delete(naam);
  }
  const tekst = nieuw.toString();
  return tekst ? `${adres}?${tekst}` : adres;
}
