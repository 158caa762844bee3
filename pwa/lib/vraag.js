// One box, any order: "jansen 7-3-94", "1994 fatima el idrissi", "mo rond 30". Nothing here leaves the phone.
import { inWoorden, leeftijd } from "./datum.js";

/**
 * @typedef {{ naam?: string, geboortedatum?: string, geboortejaarOngeveer?: number, mis?: string }} Vraag
 *   `mis` says in words why a date cannot be right. It is asked all the same: the service has the last word.
 */

const MAANDEN = ["jan", "feb", "m(?:aa)?rt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const MAAND = "(jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
// Without a day before it only a whole word is a month: "jan 1990" is Jan, and Mei is a name as well.
const HELE_MAAND = "(januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december)";
const JAAR = "'?(\\d{4}|\\d{2})";
const OUD = "(?:jaar|jr|jarige?)\\.?(?:\\s+oud)?";
const ROND = "(?:rond|omstreeks|ongeveer|circa|ca\\.?|plm\\.?|±|~)";
// Two digits are an age between these, and a year of birth outside them ("rond 80", "jansen 12").
const JONGSTE = 13;
const OUDSTE = 75;

/** @typedef {(m: string[], dag: string) => Vraag} Lezing */

/** @type {[RegExp, Lezing][]} */
const VORMEN = [
  vorm(`${ROND}\\s*(?:de\\s+)?(\\d{1,2})\\s*${OUD}`, ([n], dag) => metLeeftijd(n, dag)),
  vorm(`${ROND}\\s*(?:de\\s+)?('?)(\\d{4}|\\d{2})`, ([accent, n], dag) => ongeveer(accent, n, dag)),
  vorm(`(\\d{1,2})\\s*${OUD}`, ([n], dag) => metLeeftijd(n, dag)),
  vorm("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})", ([j, m, d], dag) => datum(j, m, d, dag)),
  vorm(`(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*${JAAR}`, ([d, m, j], dag) => datum(j, m, d, dag)),
  vorm(`(\\d{1,2})\\s+(\\d{1,2})\\s+${JAAR}`, ([d, m, j], dag) => datum(j, m, d, dag)),
  vorm(`(\\d{1,2})[\\s-]*${MAAND}[\\s-]*${JAAR}`, ([d, m, j], dag) => datum(j, maandnummer(m), d, dag)),
  vorm(`${HELE_MAAND}\\s+(\\d{4})`, ([m, j], dag) => datum(j, maandnummer(m), "", dag)),
  vorm("(\\d{4})[-/](\\d{1,2})", ([j, m], dag) => datum(j, m, "", dag)),
  vorm("(\\d{1,2})[-/](\\d{4})", ([m, j], dag) => datum(j, m, "", dag)),
  vorm("(\\d{8})", ([alles], dag) => aaneen(alles, dag)),
  vorm("(\\d\\d)(\\d\\d)(\\d\\d)", ([d, m, j], dag) => datum(j, m, d, dag)),
  vorm("(\\d{4})", ([j], dag) => datum(j, "", "", dag)),
  vorm("(\\d{1,2}[-/]\\d{1,2})", ([alles]) => ({ geboortedatum: alles, mis: `${alles}: het jaar ontbreekt` })),
  vorm("('?)(\\d{2})", ([accent, n], dag) => kaalGetal(accent, n, dag)),
];

/**
 * @param {string} bron
 * @param {Lezing} lees
 * @returns {[RegExp, Lezing]}
 */
function vorm(bron, lees) {
  return [new RegExp(`(?<![\\p{L}\\d'])${bron}(?![\\p{L}\\d]|[-/.]\\d)`, "iu"), lees];
}

/** @param {string} woord */
function maandnummer(woord) {
  return String(MAANDEN.findIndex((begin) => new RegExp(`^${begin}`, "i").test(woord)) + 1);
}

/**
 * Two digits are the latest such year that is not in the future.
 * @param {string} jaar
 * @param {string} dag
 */
function volJaar(jaar, dag) {
  if (jaar.length === 4) return jaar;
  return `${20 * 100 + Number(jaar) <= Number(dag.slice(0, 4)) ? "20" : "19"}${jaar}`;
}

/**
 * @param {string} jaar
 * @param {string} maand
 * @param {string} dagnr
 * @param {string} dag
 * @returns {Vraag}
 */
function datum(jaar, maand, dagnr, dag) {
  const delen = [volJaar(jaar, dag), maand, dagnr].filter(Boolean).map((deel) => deel.padStart(2, "0"));
  const geboortedatum = delen.join("-");
  const [j, m = "01", d = "01"] = delen;
  // The calendar decides: a 31st of February comes back as another day.
  const echt = new Date(Date.UTC(Number(j), Number(m) - 1, Number(d)));
  if (echt.toISOString().slice(0, 10) !== `${j}-${m}-${d}`) {
    return { geboortedatum, mis: `${delen.reverse().join("-")} bestaat niet` };
  }
  if (geboortedatum > dag.slice(0, geboortedatum.length)) {
    return { geboortedatum, mis: `${inWoorden(geboortedatum)} ligt in de toekomst` };
  }
  return { geboortedatum };
}

/**
 * Eight digits: day first, as people say it, unless only year first makes a date.
 * @param {string} alles
 * @param {string} dag
 */
function aaneen(alles, dag) {
  const dagEerst = datum(alles.slice(4), alles.slice(2, 4), alles.slice(0, 2), dag);
  if (!dagEerst.mis) return dagEerst;
  const jaarEerst = datum(alles.slice(0, 4), alles.slice(4, 6), alles.slice(6), dag);
  return jaarEerst.mis ? dagEerst : jaarEerst;
}

/**
 * @param {string} jaren
 * @param {string} dag
 * @returns {Vraag}
 */
const metLeeftijd = (jaren, dag) => ({ geboortejaarOngeveer: Number(dag.slice(0, 4)) - Number(jaren) });

/**
 * @param {string} accent  "'90" is a year, whatever the number
 * @param {string} getal
 */
const isLeeftijd = (accent, getal) => !accent && Number(getal) >= JONGSTE && Number(getal) < OUDSTE;

/**
 * @param {string} accent
 * @param {string} getal
 * @param {string} dag
 * @returns {Vraag}
 */
function ongeveer(accent, getal, dag) {
  if (getal.length === 2 && isLeeftijd(accent, getal)) return metLeeftijd(getal, dag);
  const geboortejaarOngeveer = Number(volJaar(getal, dag));
  if (geboortejaarOngeveer <= Number(dag.slice(0, 4))) return { geboortejaarOngeveer };
  return { geboortejaarOngeveer, mis: `${getal} ligt in de toekomst` };
}

/**
 * @param {string} accent
 * @param {string} getal
 * @param {string} dag
 * @returns {Vraag}
 */
const kaalGetal = (accent, getal, dag) =>
  isLeeftijd(accent, getal) ? metLeeftijd(getal, dag) : datum(getal, "", "", dag);

const VOORAF = new RegExp(`(?:^|\\s)(?:geboren|geb\\.?|${ROND})(?:\\s+(?:op|in))?\\s*$`, "iu");

/** @param {string} tekst */
const alsNaam = (tekst) => tekst.replace(/\s+/g, " ").replace(/^[\s,;:]+|[\s,;:]+$/g, "");

/**
 * @param {string} tekst  what is in the box
 * @param {string} dag  today in Amsterdam, `YYYY-MM-DD`
 * @returns {Vraag}
 */
export function ontleed(tekst, dag) {
  const invoer = tekst.normalize("NFC").replace(/[‘’`´]/g, "'");
  for (const [patroon, lees] of VORMEN) {
    const gevonden = patroon.exec(invoer);
    if (!gevonden) continue;
    const voor = invoer.slice(0, gevonden.index).replace(VOORAF, "");
    const naam = alsNaam(`${voor} ${invoer.slice(gevonden.index + gevonden[0].length)}`);
    return { ...(naam && { naam }), ...lees(gevonden.slice(1), dag) };
  }
  const naam = alsNaam(invoer);
  return naam ? { naam } : {};
}

const KLEIN = /^(?:van|von|der|den|de|het|'t|'s|ten|ter|te|in|op|aan|el|al|la|le|du|da|di|dos|bin|ben|ibn|y|en)$/i;

/**
 * The name as one would write it, for showing only: what is asked stays as typed.
 * @param {string} naam
 */
export function netjes(naam) {
  const woorden = naam.split(" ").map((woord, i) => {
    if (i > 0 && KLEIN.test(woord)) return woord.toLowerCase();
    return woord.replace(/(^|[-.'])(\p{Ll})/gu, (_, teken, letter) => teken + letter.toUpperCase());
  });
  return woorden.join(" ");
}

/**
 * What the box was understood as, in words.
 * @param {Vraag} vraag
 * @param {string} dag
 * @returns {{ soort: "naam" | "geboren" | "mis", tekst: string }[]}
 */
export function begrepen(vraag, dag) {
  /** @type {{ soort: "naam" | "geboren" | "mis", tekst: string }[]} */
  const uit = [];
  if (vraag.naam) uit.push({ soort: "naam", tekst: `naam: ${netjes(vraag.naam)}` });
  if (vraag.mis) uit.push({ soort: "mis", tekst: vraag.mis });
  else if (vraag.geboortedatum) uit.push({ soort: "geboren", tekst: `geboren: ${inWoorden(vraag.geboortedatum)}` });
  else if (vraag.geboortejaarOngeveer) {
    const jaar = vraag.geboortejaarOngeveer;
    uit.push({ soort: "geboren", tekst: `geboren: rond ${jaar} (ongeveer ${leeftijd(String(jaar), dag)} jaar)` });
  }
  return uit;
}
