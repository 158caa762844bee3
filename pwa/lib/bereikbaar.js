// Whom to call now. Hours are written as "ma-vr 08:30-17:00; za 10:00-14:00" or "altijd", on the Amsterdam clock.
import { inAmsterdam } from "./datum.js";

const DAGEN = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const VENSTER = /^([a-z]{2}(?:[-,]\s*[a-z]{2})*)\s+(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)$/;
const DAG = 24 * 60;
const WEEK = 7 * DAG;

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

/** Minutes until somebody answers: 0 is now, null is unknown. @param {string | null} tekst @param {Date} moment */
export function wachttijd(tekst, moment) {
  const { weekdag, minuut } = inAmsterdam(moment);
  const nu = weekdag * DAG + minuut;
  const tijden = vensters(tekst)?.map(([van, tot]) => ((nu - van + WEEK) % WEEK < tot - van ? 0 : (van - nu + WEEK) % WEEK));
  return tijden ? Math.min(...tijden) : null;
}

/** In words, for beside a name. @param {string | null} tekst @param {Date} moment */
export function bereikbaarheid(tekst, moment) {
  const wacht = wachttijd(tekst, moment);
  if (wacht === null) return tekst ? `bereikbaar: ${tekst}` : "uren niet bekend";
  if (wacht === 0) return "nu bereikbaar";
  const { weekdag, minuut } = inAmsterdam(moment);
  const later = Math.floor((minuut + wacht) / DAG);
  const dag = ["", "morgen "][later] ?? `${DAGEN[(weekdag + later) % 7]} `;
  const klok = [Math.floor(((minuut + wacht) % DAG) / 60), (minuut + wacht) % 60];
  return `bereikbaar ${dag}vanaf ${klok.map((deel) => String(deel).padStart(2, "0")).join(":")}`;
}

/**
 * Everybody one could call, each number once: who answers now, then whose hours are unknown, then who answers soonest.
 * The leading agreement goes first; who is "first to call" in another does not overtake.
 * @template {{ bereikbaar: string | null, eerste: boolean, telefoon: string | null }} T
 * @param {{ contactpersonen: T[] }[]} afspraken @param {Date} moment
 */
export function wieBellen(afspraken, moment) {
  const gezien = new Set();
  const rang = afspraken
    .flatMap(({ contactpersonen }, i) => contactpersonen.map((wie) => ({ wie, later: i === 0 && wie.eerste ? 0 : 1 })))
    .filter(({ wie: { telefoon } }) => !telefoon || (!gezien.has(telefoon) && gezien.add(telefoon)))
    .map((een) => ({ ...een, stil: een.wie.telefoon ? 0 : 1, wacht: wachttijd(een.wie.bereikbaar, moment) ?? 0.5 }));
  // Sorting is stable: the order of the card decides between equals.
  return rang.sort((a, b) => a.stil - b.stil || a.wacht - b.wacht || a.later - b.later).map(({ wie }) => wie);
}
