// Shortcuts. Each has Ctrl (or Command): a single letter would go off while somebody dictates or types (WCAG 2.1.4).

/** @typedef {{ toets: string, naam: string, doe: () => void }} Sneltoets */

/** @type {Sneltoets[]} the last that was added goes first, so that a form in a dialog is saved before the one below */
const actief = [];

/** The shortcut `Ctrl + toets`, for as long as one does not stop it. @param {Sneltoets} sneltoets @returns {() => void} */
export function sneltoets(sneltoets) {
  actief.unshift(sneltoets);
  return () => void actief.splice(actief.indexOf(sneltoets), 1);
}

/** All that work here, each key once. */
export const sneltoetsen = () => actief.filter((een, i) => actief.findIndex(({ toets }) => toets === een.toets) === i);

/** @param {KeyboardEvent} event */
function bijToets(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const gevonden = actief.find(({ toets }) => toets === event.key.toLowerCase());
  if (!gevonden) return;
  // Whatever the browser does with this key (saving the page, searching the web) is not meant.
  event.preventDefault();
  if (!event.repeat) gevonden.doe();
}

globalThis.document?.addEventListener("keydown", bijToets);
