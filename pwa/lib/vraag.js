// One box, any order: "jansen 7-3-94", "1994 fatima el idrissi", "mo rond 30". What is asked is the text as it was typed,
// and the service says what it understood; until then this shows, on the phone itself, how the common forms are read.
/** @import { Reden } from "../types/api.js" */
/** @import { Formulier } from "../types/toestand.js" */
/** @import { Begrepen } from "../types/api.js" */
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
// Two digits by themselves are a year of birth when that makes one so old ("jansen 94"), and else an age ("jansen 30").
const JONGSTE = 12;
const OUDSTE = 75;

/** @type {[string, Lezing][]} the first that fits is it */
const VORMEN = [
  [`${ROND}\\s*(?:de\\s+)?${DD}\\s*${OUD}`, ([n], dag) => metLeeftijd(n, dag)],
  [`${ROND}\\s*(?:de\\s+)?('?)(\\d{4}|\\d{2})`, ([accent, n], dag) => ongeveer(accent, n, dag)],
  [`(?:een\\s+)?(?:jaar|jaartje)\\s+of\\s+${DD}`, ([n], dag) => metLeeftijd(n, dag)],
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
  [`${DD}[-/]${DD}`, ([d, m], dag) => (Number(m) > 31 ? datum([m, d], dag) : datum(["", m, d], dag))],
  [`${DD}[\\s-]*${MAAND}`, ([d, m], dag) => datum(["", maandnummer(m), d], dag)],
  ["('?)(\\d{2})", ([accent, n], dag) => (isJaar(accent, n, dag) ? datum([n], dag) : metLeeftijd(n, dag))],
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
  if (jaar.length !== 2) return jaar;
  return (jaar <= dag.slice(2, 4) ? "20" : "19") + jaar;
}

/** Year first, empty when nobody said it; month and day as far as known. @param {string[]} delen @param {string} dag @returns {Vraag} */
function datum([jaar, ...rest], dag) {
  // As the BRP writes it: a day, or a day and a month, of 00 is not known.
  const bekend = jaar && Number(rest[1]) === 0 ? rest.slice(0, 1).filter(Number) : rest;
  const delen = [volJaar(jaar, dag), ...bekend.map((deel) => deel.padStart(2, "0"))];
  const geboortedatum = delen.join("-").replace(/^-/, "--");
  // The calendar decides, that of a leap year when there is no year: a 31st of February comes back as another day.
  const heel = `${geboortedatum.replace(/^-/, "2000")}-01-01`.slice(0, 10);
  const echt = new Date(`${heel.slice(0, 8)}01`);
  if (!isNaN(echt.getTime())) echt.setUTCDate(Number(heel.slice(8)));
  if (isNaN(echt.getTime()) || echt.toISOString().slice(0, 10) !== heel) {
    return { geboortedatum, mis: `${delen.reverse().filter(Boolean).join("-")} bestaat niet` };
  }
  return jaar && geboortedatum > dag ? { geboortedatum, mis: `${inWoorden(geboortedatum)} ligt in de toekomst` } : { geboortedatum };
}

/** Day first, as people say it, unless only year first makes a date. @param {string} alles @param {string} dag */
function aaneen(alles, dag) {
  const dagEerst = datum([alles.slice(4), alles.slice(2, 4), alles.slice(0, 2)], dag);
  const jaarEerst = datum([alles.slice(0, 4), alles.slice(4, 6), alles.slice(6)], dag);
  return dagEerst.mis && !jaarEerst.mis ? jaarEerst : dagEerst;
}

/** @param {string} jaren @param {string} dag @returns {Vraag} */
const metLeeftijd = (jaren, dag) => ({ geboortejaarOngeveer: Number(dag.slice(0, 4)) - Number(jaren) });

/** "'90" and "05" are years, whatever the number. @param {string} accent @param {string} n @param {string} dag */
function isJaar(accent, n, dag) {
  const oud = Number(dag.slice(0, 4)) - Number(volJaar(n, dag));
  return accent !== "" || n.startsWith("0") || (oud >= JONGSTE && oud <= OUDSTE);
}

/** @param {string} accent @param {string} n @param {string} dag @returns {Vraag} */
function ongeveer(accent, n, dag) {
  if (n.length === 2 && !accent && !n.startsWith("0") && Number(n) < OUDSTE) return metLeeftijd(n, dag);
  const jaar = volJaar(n, dag);
  return { geboortejaarOngeveer: Number(jaar), ...(jaar > dag && { mis: `${jaar} ligt in de toekomst` }) };
}

/** @param {string} tekst */
const alsNaam = (tekst) => tekst.replace(/\s+/g, " ").replace(/^[\s,;:]+|[\s,;:]+$/g, "");

const EENHEDEN = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split(" ");
const TIENTALLEN = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split(" ");
const GETALLEN = new Map(EENHEDEN.map((woord, i) => [woord, i + 1]));
for (const [i, tiental] of TIENTALLEN.entries()) {
  GETALLEN.set(tiental, 10 * i + 20);
  for (const [j, een] of EENHEDEN.slice(0, 9).entries()) GETALLEN.set(`${een}en${tiental}`, 10 * i + 21 + j);
}
// "Een" is an article far more often.
GETALLEN.delete("een");
const VOOR_GETAL = new RegExp(`(?:${ROND}(?: de)?|of|${HELE_MAAND})$`, "iu");
const NA_GETAL = new RegExp(`^(?:${HELE_MAAND}|mei|${OUD})$`, "iu");

/**
 * Dictation may write numbers in words. They count beside a month or an age, and when they are long: Acht and Dertig are names.
 * @param {string} tekst
 */
function inCijfers(tekst) {
  const woorden = tekst.split(" ");
  const getal = (/** @type {string} */ woord) => GETALLEN.get(woord.normalize("NFD").replace(/[^a-z]/giu, "").toLowerCase()) ?? 0;
  return woorden
    .map((woord, i) => {
      const n = getal(woord);
      if (!n) return woord;
      const ernaast = VOOR_GETAL.test(woorden.slice(Math.max(0, i - 2), i).join(" ")) || NA_GETAL.test(woorden[i + 1] ?? "");
      return (n > 20 && n % 10) || ernaast ? n : woord;
    })
    .join(" ");
}

/** What is in the box, taken apart. @param {string} tekst @param {string} dag @returns {Vraag} */
export function ontleed(tekst, dag) {
  const invoer = inCijfers(tekst.normalize("NFC").replace(/[‘’`´]/g, "'"));
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

/** What a question was understood as, in words. @param {Vraag | Begrepen} vraag @param {string} dag */
export function begrepen({ naam, geboortedatum, geboortejaarOngeveer: jaar, ...rest }, dag) {
  const mis = "mis" in rest ? rest.mis : "";
  /** @type {Begrip[]} */
  const uit = [];
  if (naam) uit.push({ soort: "naam", tekst: netjes(naam) });
  if (mis) uit.push({ soort: "mis", tekst: mis });
  else if (geboortedatum) uit.push({ soort: "geboren", tekst: inWoorden(geboortedatum) });
  if (!mis && jaar) uit.push({ soort: "geboren", tekst: `rond ${jaar} (ongeveer ${leeftijd(String(jaar), dag)} jaar)` });
  return uit;
}

/** The same in one line, to stand beside an answer. @param {Begrepen} vraag @param {string} dag */
export const inEenRegel = (vraag, dag) =>
  begrepen(vraag, dag)
    .map(({ soort, tekst }) => (soort === "naam" ? tekst : `geboren ${tekst}`))
    .join(", ");

/**
 * The question as the service wants it, or what is missing: nothing is asked without a reason. The text goes as it was typed:
 * the service reads it.
 * @param {Formulier} formulier @param {Reden[]} redenen
 */
export function stelOp({ tekst, reden, toelichting, meldingsnummer }, redenen) {
  const gekozen = redenen.find(({ code }) => code === reden);
  /** @type {Record<string, string>} */
  const fouten = {};
  if (!tekst.trim()) fouten.tekst = "Vul een naam of een geboortedatum in.";
  if (!gekozen) fouten.reden = "Kies waarom je zoekt.";
  const waarom = { reden, ...(gekozen?.toelichtingVereist && { toelichting }) };
  return { fouten, zoekvraag: { naam: tekst.trim(), ...waarom, ...(meldingsnummer.trim() && { meldingsnummer }) } };
}
