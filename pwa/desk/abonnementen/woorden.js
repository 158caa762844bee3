// How persons, dates and organisations are said on the screens of abonnementen. Pure.
import { datum, datumKort, dagenTot } from "../kit/tijd.js";

/** A birth date as far as it is known: "7 maart 1994", "maart 1994", "1994". @param {any} persoon */
export const geboren = ({ geboorte }) => {
  const dag = geboorte.datum ? datum(geboorte.datum) : "geboortedatum niet bekend";
  return `${geboorte.datum ? "geboren " : ""}${dag}${geboorte.plaats ? `, ${geboorte.plaats}` : ""}`;
};

/** "7-3-1994" and "3-1994" as the service wants them; what is something else stays as it is, and the service says why. @param {string | null | undefined} tekst */
export function alsIso(tekst) {
  const delen = (tekst ?? "").trim().split(/[-/. ]+/);
  if (!delen.every((deel) => /^\d+$/.test(deel)) || delen[0].length === 4 || delen[delen.length - 1].length !== 4) return tekst?.trim() || null;
  return delen.reverse().map((deel) => deel.padStart(2, "0")).join("-");
}

/** The other way round: "1994-03-07" as one types it, "7-3-1994". @param {string | null | undefined} iso */
export const alsGetypt = (iso) =>
  /^\d{4}(-\d{2}){0,2}$/.test(iso ?? "") ? /** @type {string} */ (iso).split("-").reverse().map((deel) => String(Number(deel))).join("-") : (iso ?? "");

/** The first day and the last. @param {any} abonnement */
export const looptijd = ({ start, einde }) => `${datumKort(start)} tot en met ${datumKort(einde)}`;

/** How it is with the review. @param {any} abonnement @returns {[import("../kit/stand.js").Toon, string]} */
export function toetsing({ toetsenVoor }) {
  if (!toetsenVoor) return ["rust", "geen toetsing bekend"];
  const dagen = dagenTot(toetsenVoor);
  if (dagen < 0) return ["fout", `te laat: toetsen voor ${datumKort(toetsenVoor)}`];
  return dagen <= 30 ? ["let-op", `toetsen voor ${datumKort(toetsenVoor)}`] : ["goed", `toetsen voor ${datumKort(toetsenVoor)}`];
}

/** A day so many months later; a month without that day gives its last one. @param {string} iso @param {number} maanden */
export function maandenLater(iso, maanden) {
  const [jaar, maand, dag] = iso.split("-").map(Number);
  const laatste = new Date(Date.UTC(jaar, maand - 1 + maanden + 1, 0));
  return new Date(Date.UTC(laatste.getUTCFullYear(), laatste.getUTCMonth(), Math.min(dag, laatste.getUTCDate()))).toISOString().slice(0, 10);
}

/** Choices for a field, of organisations of these kinds. @param {any[]} organisaties @param {...string} soorten @returns {[string, string][]} */
export const vanSoort = (organisaties, ...soorten) =>
  organisaties.filter(({ soort }) => soorten.includes(soort)).map(({ id, naam }) => [String(id), naam]);
