// What somebody typed and did not save yet, as long as this page lives. In memory only: a desk in an office is shared, and what
// a browser writes to its disk (session storage too) outlives the session of whoever typed it.

/** @typedef {{ waarden: any, begin: any, etag: string | null }} Concept */

/** @type {Map<string, Concept>} */
const concepten = new Map();

/** @param {string} naam @returns {Concept | undefined} */
export const neemConcept = (naam) => concepten.get(naam);

/** @param {string} naam @param {Concept} concept */
export const houdConcept = (naam, concept) => void concepten.set(naam, concept);

/** @param {string} naam */
export const vergeetConcept = (naam) => void concepten.delete(naam);

export const vergeetAlles = () => concepten.clear();

export const ietsNietBewaard = () => concepten.size > 0;

/** @type {Set<() => boolean>} */
const wachters = new Set();

/** `dicht` says whether leaving the screen now deserves a question; returns how to stop. @param {() => boolean} dicht */
export function wachtOp(dicht) {
  wachters.add(dicht);
  return () => void wachters.delete(dicht);
}

/** Something on this screen should have been kept at the service, and is not. */
export const nietVeilig = () => [...wachters].some((dicht) => dicht());

// The browser asks before it throws away what was typed.
globalThis.addEventListener?.("beforeunload", (event) => {
  if (ietsNietBewaard()) event.preventDefault();
});
