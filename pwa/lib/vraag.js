// One box, any order: "jansen 7-3-94", "1994 fatima el idrissi", "mo rond 30". Nothing here leaves the phone.
/** @import { Reden } from "../types/api.js" */
/** @import { Formulier } from "../types/toestand.js" */
/** @import { Begrip, Lezing, Vraag } from "../types/vraag.js" */
import { MAANDEN, inWoorden, leeftijd } from "./datum.js";

const KORTE_MAAND = "jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec";
// Without a day before it only a whole word is a month: "jan 1990" is Jan, and Mei is a name as well.
const HELE_MAAND = MAANDEN.filter((maand) => maand !== "mei").join("|");
const MAAND = `(${HELE_MAAND}|mei|${KORTE_MAAND})\\.?`;
const DD = "(\\d{1,2})";
const JAAR = "'?(\\d{4}|\\d{2})";
const STREEP = "\\s*[-/.]\\s*";
const OUD = "(?:jaar|jr|jarige?)\\.?(?:\\s+oud)?";
const ROND = "(?:rond|omstreeks|ongeveer|circa|ca\\.?|plm\\.?|±|~)";
// Two digits are an age between these, and a year of birth outside them ("rond 80", "jansen 12").
const JONGSTE = 13;
const OUDSTE = 75;

/** @type {[string, Lezing][]} the first that fits is it */
const VORMEN = [
  [`${ROND}\\s*(?:de\\s+)?${DD}\\s*${OUD}`, ([n], dag) => metLeeftijd(n, dag)],
  [`${ROND}\\s*(?:de\\s+)?('?)(\\d{4}|\\d{2})`, ([accent, n], dag) => ongeveer(accent, n, dag)],
  [`${DD}\\s*${OUD}`, ([n], dag) => metLeeftijd(n, dag)],
  [`(\\d{4})[-/.]${DD}[-/.]${DD}`, ([j, m, d], dag) => datum([j, m, d], dag)],
  [`${DD}${STREEP}${DD}${STREEP}${JAAR}`, ([d, m, j], dag) => datum([j, m, d], dag)],
  [`${DD}\\s+${DD}\\s+${JAAR}`, ([d, m, j], dag) => datum([j, m, d], dag)],
  [`${DD}[\\s-]*${MAAND}[\\s-]*${JAAR}`, ([d, m, j], dag) => datum([j, maandnummer(m), d], dag)],
  [`(${HELE_MAAND})\\s+(\\d{4})`, ([m, j], dag) => datum([j, maandnummer(m)], dag)],
  [`(\\d{4})[-/]${DD}`, ([j, m], dag) => datum([j, m], dag)],
  [`${DD}[-/](\\d{4})`, ([m, j], dag) => datum([j, m], dag)],
  ["(\\d{8})", ([alles], dag) => aaneen(alles, dag)],
  ["(\\d\\d)(\\d\\d)(\\d\\d)", ([d, m, j], dag) => datum([j, m, d], dag)],
  ["(\\d{4})", ([j], dag) => datum([j], dag)],
  ["(\\d{1,2}[-/]\\d{1,2})", ([alles]) => ({ geboortedatum: alles, mis: `${alles}: het jaar ontbreekt` })],
  ["('?)(\\d{2})", ([accent, n], dag) => (isLeeftijd(accent, n) ? metLeeftijd(n, dag) : datum([n], dag))],
];
const PATRONEN = VORMEN.map(([bron]) => new RegExp(`(?<![\\p{L}\\d'])${bron}(?![\\p{L}\\d]|[-/.]\\d)`, "iu"));
const VOORAF = new RegExp(`(?:^|\\s)(?:geboren|geb\\.?|${ROND})(?:\\s+(?:op|in))?\\s*$`, "iu");

/** @param {string} woord */
function maandnummer(woord) {
  const begin = woord.toLowerCase().replace("mrt", "maart").slice(0, 3);
  return String(MAANDEN.findIndex((maand) => maand.startsWith(begin)) + 1);
}

/** Two digits are the latest such year that is not in the future. @param {string} jaar @param {string} dag */
function volJaar(jaar, dag) {
  if (jaar.length === 4) return jaar;
  return (jaar <= dag.slice(2, 4) ? "20" : "19") + jaar;
}

/** Year first; month and day as far as known. @param {string[]} delen @param {string} dag @returns {Vraag} */
function datum([jaar, ...rest], dag) {
  const delen = [volJaar(jaar, dag), ...rest.map((deel) => deel.padStart(2, "0"))];
  const geboortedatum = delen.join("-");
  // The calendar decides: a 31st of February comes back as another day.
  const heel = `${geboortedatum}-01-01`.slice(0, 10);
  const echt = new Date(`${heel.slice(0, 8)}01`);
  if (!isNaN(echt.getTime())) echt.setUTCDate(Number(heel.slice(8)));
  if (isNaN(echt.getTime()) || echt.toISOString().slice(0, 10) !== heel) {
    return { geboortedatum, mis: `${delen.reverse().join("-")} bestaat niet` };
  }
  return geboortedatum > dag ? { geboortedatum, mis: `${inWoorden(geboortedatum)} ligt in de toekomst` } : { geboortedatum };
}

/** Day first, as people say it, unless only year first makes a date. @param {string} alles @param {string} dag */
function aaneen(alles, dag) {
  const dagEerst = datum([alles.slice(4), alles.slice(2, 4), alles.slice(0, 2)], dag);
  const jaarEerst = datum([alles.slice(0, 4), alles.slice(4, 6), alles.slice(6)], dag);
  return dagEerst.mis && !jaarEerst.mis ? jaarEerst : dagEerst;
}

/** @param {string} jaren @param {string} dag @returns {Vraag} */
const metLeeftijd = (jaren, dag) => ({ geboortejaarOngeveer: Number(dag.slice(0, 4)) - Number(jaren) });

/** "'90" is a year, whatever the number. @param {string} accent @param {string} n */
const isLeeftijd = (accent, n) => n.length === 2 && !accent && Number(n) >= JONGSTE && Number(n) < OUDSTE;

/** @param {string} accent @param {string} n @param {string} dag @returns {Vraag} */
function ongeveer(accent, n, dag) {
  if (isLeeftijd(accent, n)) return metLeeftijd(n, dag);
  const jaar = volJaar(n, dag);
  return { geboortejaarOngeveer: Number(jaar), ...(jaar > dag && { mis: `${jaar} ligt in de toekomst` }) };
}

/** @param {string} tekst */
const alsNaam = (tekst) => tekst.replace(/\s+/g, " ").replace(/^[\s,;:]+|[\s,;:]+$/g, "");

/** What is in the box, taken apart. @param {string} tekst @param {string} dag @returns {Vraag} */
export function ontleed(tekst, dag) {
  const invoer = tekst.normalize("NFC").replace(/[‘’`´]/g, "'");
  for (const [i, patroon] of PATRONEN.entries()) {
    const gevonden = patroon.exec(invoer);
    if (!gevonden) continue;
    const voor = invoer.slice(0, gevonden.index).replace(VOORAF, "");
    const naam = alsNaam(`${voor} ${invoer.slice(gevonden.index + gevonden[0].length)}`);
    return { ...(naam && { naam }), ...VORMEN[i][1](gevonden.slice(1), dag) };
  }
  const naam = alsNaam(invoer);
  return naam ? { naam } : {};
}

const KLEIN = /^(?:van|von|der|den|de|het|'t|'s|ten|ter|te|in|op|aan|el|al|la|le|du|da|di|dos|bin|ben|ibn|y|en)$/i;

/** The name as one would write it, for showing only: what is asked stays as typed. @param {string} naam */
export const netjes = (naam) =>
  naam.replace(/\S+/g, (woord, plaats) =>
    plaats && KLEIN.test(woord) ? woord.toLowerCase() : woord.replace(/(?<![\p{L}\p{M}])\p{Ll}/gu, (letter) => letter.toUpperCase()),
  );

/** What the box was understood as, in words. @param {Vraag} vraag @param {string} dag */
export function begrepen({ naam, geboortedatum, geboortejaarOngeveer: jaar, mis }, dag) {
  /** @type {Begrip[]} */
  const uit = [];
  if (naam) uit.push({ soort: "naam", tekst: `naam: ${netjes(naam)}` });
  if (mis) uit.push({ soort: "mis", tekst: mis });
  else if (geboortedatum) uit.push({ soort: "geboren", tekst: `geboren: ${inWoorden(geboortedatum)}` });
  else if (jaar) uit.push({ soort: "geboren", tekst: `geboren: rond ${jaar} (ongeveer ${leeftijd(String(jaar), dag)} jaar)` });
  return uit;
}

/**
 * The question as the service wants it, or what is missing: nothing is asked without a reason.
 * @param {Formulier} formulier @param {Reden[]} redenen @param {string} dag
 */
export function stelOp({ tekst, reden, toelichting, meldingsnummer }, redenen, dag) {
  const { mis: _, ...vraag } = ontleed(tekst, dag);
  const gekozen = redenen.find(({ code }) => code === reden);
  /** @type {Record<string, string>} */
  const fouten = {};
  if (!Object.keys(vraag).length) fouten.tekst = "Vul een naam of een geboortedatum in.";
  if (!gekozen) fouten.reden = "Kies waarom je zoekt.";
  const waarom = { reden, ...(gekozen?.toelichtingVereist && { toelichting }) };
  return { fouten, zoekvraag: { ...vraag, ...waarom, ...(meldingsnummer.trim() && { meldingsnummer }) } };
}
