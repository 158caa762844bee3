// Whom to call now. Hours are written as "ma-vr 08:30-17:00; za 10:00-14:00" or "altijd", on the Amsterdam clock.
// Days with other hours, holidays and deputies go before the ordinary week.
import { inAmsterdam, inWoorden } from "./datum.js";

/** @import { Contactpersoon } from "../types/api.js" */
/** @typedef {{ bereikbaar: string | null } & Partial<Pick<Contactpersoon, "opFeestdagen" | "uitzonderingen">>} Uren */
/** @typedef {Uren & { naam: string | null, telefoon: string | null, eerste: boolean, vervangt?: string | null }} Belbaar */

const DAGEN = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const VENSTER = /^([a-z]{2}(?:[-,]\s*[a-z]{2})*)\s+(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)$/;
const DAG = 24 * 60;
const WEEK = 7 * DAG;
// As far as somebody who is away is looked for, in days; the service tells the holidays of the first fourteen.
const VOORUIT = 60;

/** The weekdays of "ma-vr" or "ma,wo"; a range may pass Sunday ("vr-ma"). @param {string} tekst */
function weekdagen(tekst) {
  return tekst.split(/,\s*/).flatMap((deel) => {
    const [van, tot = van] = deel.split("-").map((dag) => DAGEN.indexOf(dag));
    if (van < 0 || tot < 0) return [NaN];
    return Array.from({ length: ((tot - van + 7) % 7) + 1 }, (_, i) => (van + i) % 7);
  });
}

/**
 * Stretches of minutes in the week; null when the text is not understood, which is not the same as closed.
 * @param {string | null} tekst @returns {number[][] | null}
 */
export function vensters(tekst) {
  const schoon = (tekst ?? "").trim().toLowerCase();
  if (schoon === "altijd") return [[0, WEEK]];
  const uit = schoon.split(";").flatMap((deel) => {
    const [, dagen, ...klok] = VENSTER.exec(deel.trim()) ?? [];
    const [uur, minuut, totUur, totMinuut] = klok.map(Number);
    const [van, tot] = [uur * 60 + minuut, totUur * 60 + totMinuut];
    if (!dagen || van > DAG || tot > DAG) return [[NaN]];
    // A window that ends before it starts runs past midnight.
    return weekdagen(dagen).map((dag) => [dag * DAG + van, dag * DAG + (tot > van ? tot : tot + DAG)]);
  });
  return uit.some(([van]) => isNaN(van)) ? null : uit;
}

/**
 * The minutes of one day on which somebody answers: a day with other hours goes before a holiday, and a holiday before
 * the ordinary week. "altijd" is always, on holidays too. Null when the text is not understood.
 * @param {Uren} wie @param {{ datum: string, weekdag: number }} dag @param {string[]} feestdagen @returns {number[][] | null}
 */
function opDag(wie, { datum, weekdag }, feestdagen) {
  const anders = (wie.uitzonderingen ?? []).find(({ van, tot }) => van <= datum && datum <= tot);
  const tekst = anders ? anders.bereikbaar : wie.bereikbaar;
  if (anders && tekst === null) return [];
  const week = vensters(tekst);
  if (!anders && !wie.opFeestdagen && !isAltijd(tekst) && feestdagen.includes(datum)) return [];
  const begin = weekdag * DAG;
  if (isAltijd(tekst)) return [[0, DAG]];
  return week?.filter(([van]) => van >= begin && van < begin + DAG).map(([van, tot]) => [van - begin, tot - begin]) ?? null;
}

/**
 * Minutes until somebody answers: 0 is now, null is unknown, and Infinity is not for as far as can be seen.
 * @param {Uren} wie @param {Date} moment @param {string[]} [feestdagen]  ISO dates on which offices are closed
 */
export function wachttijd(wie, moment, feestdagen = []) {
  const { datum, weekdag, minuut } = inAmsterdam(moment);
  // Yesterday's hours may run past midnight.
  for (let verder = -1; verder <= VOORUIT; verder += 1) {
    const dag = { datum: dagen(datum, verder), weekdag: (weekdag + verder + 7) % 7 };
    const tijden = opDag(wie, dag, feestdagen);
    if (!tijden && verder === 0) return null;
    if (!tijden && verder > 0) return Infinity;
    const wacht = (tijden ?? [])
      .map(([van, tot]) => [van + verder * DAG - minuut, tot + verder * DAG - minuut])
      .filter(([, tot]) => tot > 0)
      .map(([van]) => Math.max(van, 0));
    // Of yesterday only what still goes on counts; the first day with an answer has the soonest.
    if (wacht.length) return Math.min(...wacht);
  }
  return Infinity;
}

/** In words, for beside a name. @param {Uren} wie @param {Date} moment @param {string[]} [feestdagen] */
export function bereikbaarheid(wie, moment, feestdagen = []) {
  const wacht = wachttijd(wie, moment, feestdagen);
  if (wacht === null) return wie.bereikbaar ? `bereikbaar: ${wie.bereikbaar}` : "uren niet bekend";
  if (wacht === 0) return "nu bereikbaar";
  if (wacht === Infinity) return "voorlopig niet bereikbaar";
  const { datum, weekdag, minuut } = inAmsterdam(moment);
  const later = Math.floor((minuut + wacht) / DAG);
  const verweg = later > 7 ? `${inWoorden(dagen(datum, later)).replace(/ \d{4}$/, "")} ` : `${DAGEN[(weekdag + later) % 7]} `;
  const dag = ["", "morgen "][later] ?? verweg;
  const klok = [Math.floor(((minuut + wacht) % DAG) / 60), (minuut + wacht) % 60];
  return `bereikbaar ${dag}vanaf ${klok.map((deel) => String(deel).padStart(2, "0")).join(":")}`;
}

/**
 * Everybody one could call, each number once: who answers now, then whose hours are unknown, then who answers soonest.
 * The leading agreement goes first; who is "first to call" in another does not overtake. A deputy has the place of whom
 * he replaces, and goes last for as long as that one answers.
 * @template {Belbaar} T
 * @param {{ contactpersonen: T[] }[]} afspraken @param {Date} moment @param {string[]} [feestdagen]
 */
export function wieBellen(afspraken, moment, feestdagen = []) {
  const rang = afspraken.flatMap(({ contactpersonen }, i) => rangVan(contactpersonen, i === 0, moment, feestdagen));
  const eigen = new Set();
  const bellen = rang.filter(({ wie: { telefoon, vervangt } }) => vervangt || !telefoon || (!eigen.has(telefoon) && eigen.add(telefoon)));
  // Sorting is stable: the order of the card decides between equals.
  bellen.sort((a, b) => a.stil - b.stil || a.overbodig - b.overbodig || minst(a.wacht, b.wacht) || a.later - b.later);
  const gezien = new Set();
  return bellen.map(({ wie }) => wie).filter(({ telefoon }) => !telefoon || (!gezien.has(telefoon) && gezien.add(telefoon)));
}

/**
 * @template {Belbaar} T
 * @param {T[]} contactpersonen @param {boolean} leidend @param {Date} moment @param {string[]} feestdagen
 */
function rangVan(contactpersonen, leidend, moment, feestdagen) {
  /** @type {{ wie: T, wacht: number, later: number, stil: number, overbodig: number }[]} */
  const rang = [];
  for (const wie of contactpersonen) {
    const voor = wie.vervangt ? rang.findLast((een) => een.wie.naam === wie.vervangt) : undefined;
    rang.push({
      wie,
      wacht: wachttijd(wie, moment, feestdagen) ?? 0.5,
      later: voor ? voor.later : Number(!(leidend && wie.eerste)),
      stil: Number(!wie.telefoon),
      overbodig: Number(voor !== undefined && (voor.overbodig > 0 || (voor.wacht === 0 && voor.stil === 0))),
    });
  }
  return rang;
}

/** @param {number} een @param {number} ander */
const minst = (een, ander) => (een === ander ? 0 : een - ander);

/** @param {string | null} tekst */
const isAltijd = (tekst) => (tekst ?? "").trim().toLowerCase() === "altijd";

/** So many days after (or before) a day. @param {string} datum @param {number} verder */
function dagen(datum, verder) {
  const dag = new Date(`${datum}T00:00:00Z`);
  dag.setUTCDate(dag.getUTCDate() + verder);
  return dag.toISOString().slice(0, 10);
}
