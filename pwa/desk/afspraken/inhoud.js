// The content of a concept as its fields in words: for comparing, for merging, and for sending. Pure.
import { inWoorden } from "../../lib/datum.js";
import { neem } from "../kit/waarden.js";

/** @typedef {Record<string, { tekst: string }>} Acties  by code */
/** @typedef {{ naam: string, label: string, toon?: (waarde: any) => string }} Veld */

/** @type {Record<string, string>} */
const RISICO = { verbaal: "verbaal geweld", fysiek: "fysiek geweld", wapen: "wapen", geen: "geen risico bekend" };
/** @type {Record<string, string>} */
const HISTORIE = { ja: "ja, staat erin", nvt: "niet van toepassing" };

/** @param {any} lijst */
const regels = (lijst) => (lijst ?? []).join("\n");
/** @param {any} iso */
const dag = (iso) => (iso ? inWoorden(iso) : "");
/** @param {any} ja */
const jaNee = (ja) => (ja ? "ja" : ja === undefined ? "" : "nee");

/** @param {Acties} acties @returns {Veld[]} */
export const velden = (acties) => [
  { naam: "handelingskader/actie", label: "Actie", toon: (code) => code?.tekst ?? acties[code]?.tekst ?? code ?? "" },
  { naam: "handelingskader/kern", label: "Handelingskader, kern" },
  { naam: "handelingskader/regels", label: "Afspraken", toon: regels },
  { naam: "handelingskader/casusoverleg", label: "Casusoverleg", toon: dag },
  { naam: "handelingskader/vastgesteldDoor", label: "Vastgesteld door" },
  { naam: "bejegening/kern", label: "Bejegening, kern" },
  { naam: "bejegening/risico", label: "Risico", toon: (code) => RISICO[code] ?? "" },
  { naam: "bejegening/ziet", label: "Wat je ziet" },
  { naam: "bejegening/betekent", label: "Wat het betekent" },
  { naam: "bejegening/doen", label: "Wel doen", toon: regels },
  { naam: "bejegening/nietDoen", label: "Niet doen", toon: regels },
  { naam: "zsmAdvies/datum", label: "ZSM-advies, datum", toon: dag },
  { naam: "zsmAdvies/doel", label: "ZSM-advies, doel" },
  { naam: "zsmAdvies/advies", label: "ZSM-advies" },
  { naam: "zsmAdvies/context", label: "ZSM-advies, context" },
  { naam: "zsmAdvies/historie", label: "ZSM-advies, historie" },
  { naam: "zsmAdvies/criteria/context", label: "De context staat erin", toon: jaNee },
  { naam: "zsmAdvies/criteria/juridischeTaal", label: "De taal is concreet en juridisch", toon: jaNee },
  { naam: "zsmAdvies/criteria/historie", label: "Eerdere incidenten", toon: (code) => HISTORIE[code] ?? "" },
  { naam: "toetsenVoor", label: "Toetsen voor", toon: dag },
];

/** Two contents field by field, as texts. @param {Acties} acties @param {any} oud @param {any} nieuw */
export const naastElkaar = (acties, oud, nieuw) =>
  velden(acties).map(({ naam, label, toon = (waarde) => waarde ?? "" }) => ({ naam, label, oud: toon(neem(oud, naam)), nieuw: toon(neem(nieuw, naam)) }));

// What stands on the card is one line, however it was typed.
const EEN_REGEL = new Set(["kern", "ziet", "betekent", "doel"]);

/** As it is sent: rows that were added and left empty are none. @param {any} waarden */
export function omTeSturen(waarden) {
  const { handelingskader, bejegening, zsmAdvies, toetsenVoor } = waarden;
  return {
    handelingskader: handelingskader && { ...inRegels(handelingskader), regels: gevuld(handelingskader.regels) },
    bejegening: bejegening && { ...inRegels(bejegening), doen: gevuld(bejegening.doen), nietDoen: gevuld(bejegening.nietDoen) },
    zsmAdvies: zsmAdvies && inRegels(zsmAdvies),
    toetsenVoor: toetsenVoor ?? null,
  };
}

/** @param {Record<string, any>} deel */
const inRegels = (deel) =>
  Object.fromEntries(Object.entries(deel).map(([naam, waarde]) => [naam, EEN_REGEL.has(naam) && waarde ? waarde.replace(/\s*\n\s*/g, " ") : waarde]));

/** @param {string[] | undefined} lijst */
const gevuld = (lijst) => (lijst ?? []).filter((regel) => regel.trim());

const VOOR_STRAAT = ["handelingskader/kern", "bejegening/kern", "bejegening/ziet", "bejegening/betekent"];
const VOOR_ZSM = ["zsmAdvies/doel", "zsmAdvies/advies", "zsmAdvies/context", "zsmAdvies/historie"];
const LIJSTEN = ["handelingskader/regels", "bejegening/doen", "bejegening/nietDoen"];

/** All texts, to be read for their words. @param {any} waarden */
export function teksten(waarden) {
  const rijen = LIJSTEN.flatMap((naam) => (neem(waarden, naam) ?? []).map((/** @type {string} */ tekst, /** @type {number} */ i) => ({ veld: `${naam}/${i}`, tekst, voor: "straat" })));
  const losse = VOOR_STRAAT.map((veld) => ({ veld, tekst: neem(waarden, veld), voor: "straat" }));
  const advies = VOOR_ZSM.map((veld) => ({ veld, tekst: neem(waarden, veld), voor: "zsm" }));
  return [...losse, ...rijen, ...advies].filter(({ tekst }) => tekst?.trim());
}
