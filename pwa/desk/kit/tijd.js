// Dates and moments in words, on the Amsterdam clock.
import { inAmsterdam, inWoorden, kort, vandaag } from "../../lib/datum.js";

const DAG = 24 * 60 * 60 * 1000;

/** "2026-09-12" is "12 september 2026"; nothing is "geen datum". @param {string | null | undefined} iso */
export const datum = (iso) => (iso ? inWoorden(iso) : "geen datum");

/** "2026-09-12" is "12-09-2026", for tables. @param {string | null | undefined} iso */
export const datumKort = (iso) => (iso ? kort(iso) : "–");

/** A moment in UTC is "12 september 2026, 14:03". @param {string | null | undefined} stempel */
export function moment(stempel) {
  if (!stempel) return "nooit";
  const { datum: dag, minuut } = inAmsterdam(new Date(stempel));
  return `${inWoorden(dag)}, ${klok(minuut)}`;
}

/** @param {number} minuut of the day */
const klok = (minuut) => [Math.floor(minuut / 60), minuut % 60].map((deel) => String(deel).padStart(2, "0")).join(":");

/** @param {Date} [nu] */
export const tijdNu = (nu = new Date()) => klok(inAmsterdam(nu).minuut);

/** Days from today until this date; negative when it has passed. @param {string} iso @param {Date} [nu] */
export const dagenTot = (iso, nu = new Date()) => Math.round((Date.parse(iso) - Date.parse(vandaag(nu))) / DAG);

/** "vandaag", "morgen", "over 12 dagen", "3 dagen geleden". @param {string} iso @param {Date} [nu] */
export function vanafNu(iso, nu = new Date()) {
  const dagen = dagenTot(iso.slice(0, 10), nu);
  if (Math.abs(dagen) <= 1) return ["gisteren", "vandaag", "morgen"][dagen + 1];
  return dagen > 0 ? `over ${dagen} dagen` : `${-dagen} dagen geleden`;
}
