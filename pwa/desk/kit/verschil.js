// Two people changed the same thing: what differs, who changed it, and the whole that comes of choosing. Pure.
import { gelijk, met, neem } from "./waarden.js";

/**
 * @typedef {{ naam: string, label: string, toon?: (waarde: any) => string }} Veld
 * @typedef {Veld & { begin: any, mijn: any, hun: any, soort: "mijn" | "hun" | "beide" }} Verschil  who changed it
 * @typedef {"mijn" | "hun"} Keus
 */

/**
 * The fields in which my values and theirs differ. `begin` is what I started from: without it nobody knows who changed what.
 * @param {Veld[]} velden @param {any} begin @param {any} mijn @param {any} hun @returns {Verschil[]}
 */
export function verschillen(velden, begin, mijn, hun) {
  return velden
    .map((veld) => ({ ...veld, begin: neem(begin, veld.naam), mijn: neem(mijn, veld.naam), hun: neem(hun, veld.naam) }))
    .filter((een) => !gelijk(een.mijn, een.hun))
    .map((een) => ({ ...een, soort: wie(een) }));
}

/** @param {{ begin: any, mijn: any, hun: any }} een @returns {Verschil["soort"]} */
function wie({ begin, mijn, hun }) {
  if (begin === undefined) return "beide";
  if (gelijk(begin, hun)) return "mijn";
  return gelijk(begin, mijn) ? "hun" : "beide";
}

/** What goes without saying: who alone changed a field, keeps it. @param {Verschil[]} lijst @returns {Record<string, Keus>} */
export const vanzelf = (lijst) =>
  Object.fromEntries(lijst.filter(({ soort }) => soort !== "beide").map(({ naam, soort }) => [naam, /** @type {Keus} */ (soort)]));

/**
 * Their version, with mine where I chose mine; all that has no field is theirs.
 * @param {Verschil[]} lijst @param {Record<string, Keus>} keuzes @param {any} hun
 */
export const voegSamen = (lijst, keuzes, hun) =>
  lijst.reduce((samen, { naam, mijn }) => (keuzes[naam] === "mijn" ? met(samen, naam, mijn) : samen), hun);

/** A value as one reads it. @param {any} waarde @returns {string} */
export function inTekst(waarde) {
  if (waarde === null || waarde === undefined || waarde === "" || (Array.isArray(waarde) && !waarde.length)) return "niet ingevuld";
  if (waarde === true) return "ja";
  if (waarde === false) return "nee";
  if (Array.isArray(waarde)) return waarde.map((deel) => `• ${inTekst(deel)}`).join("\n");
  if (typeof waarde === "object") return Object.values(waarde).filter((deel) => deel !== null && deel !== "").map(inTekst).join(", ");
  return String(waarde);
}
