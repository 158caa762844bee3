// Whom to call now. Hours are written as "ma-vr 08:30-17:00; za 10:00-14:00" or "altijd", on the Amsterdam clock.
import { inAmsterdam } from "./datum.js";

const DAGEN = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const VENSTER = /^([a-z]{2}(?:-[a-z]{2})?(?:,\s*[a-z]{2}(?:-[a-z]{2})?)*)\s+(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/;
const DAG = 24 * 60;
const WEEK = 7 * DAG;

/**
 * The weekdays of "ma-vr" or "ma,wo"; a range may pass Sunday ("vr-ma").
 * @param {string} tekst
 * @returns {number[] | null}
 */
function weekdagen(tekst) {
  const dagen = [];
  for (const deel of tekst.split(/,\s*/)) {
    const [van, tot = van] = deel.split("-").map((dag) => DAGEN.indexOf(dag));
    if (van < 0 || tot < 0) return null;
    for (let i = 0; i <= (tot - van + 7) % 7; i += 1) dagen.push((van + i) % 7);
  }
  return dagen;
}

/**
 * Hours as stretches of minutes in the week; null when the text is not understood, which is not the same as closed.
 * @param {string | null | undefined} tekst
 * @returns {[number, number][] | null}
 */
export function vensters(tekst) {
  const schoon = (tekst ?? "").trim().toLowerCase();
  if (schoon === "altijd") return [[0, WEEK]];
  /** @type {[number, number][]} */
  const uit = [];
  for (const deel of schoon.split(";")) {
    const gevonden = VENSTER.exec(deel.trim());
    const dagen = gevonden && weekdagen(gevonden[1]);
    if (!gevonden || !dagen) return null;
    const [van, tot] = [2, 4].map((i) => Number(gevonden[i]) * 60 + Number(gevonden[i + 1]));
    if (van > DAG || tot > DAG) return null;
    // A window that ends before it starts runs past midnight.
    for (const dag of dagen) uit.push([dag * DAG + van, dag * DAG + (tot > van ? tot : tot + DAG)]);
  }
  return uit;
}

/**
 * Minutes to wait until somebody answers: 0 is now, null is unknown.
 * @param {string | null | undefined} tekst
 * @param {Date} moment
 */
export function wachttijd(tekst, moment) {
  const open = vensters(tekst);
  if (!open) return null;
  const { weekdag, minuut } = inAmsterdam(moment);
  const nu = weekdag * DAG + minuut;
  return Math.min(...open.map(([van, tot]) => ((nu - van + WEEK) % WEEK < tot - van ? 0 : (van - nu + WEEK) % WEEK)));
}

/**
 * @param {number} minuten
 * @param {Date} moment
 */
function wanneer(minuten, moment) {
  const { weekdag, minuut } = inAmsterdam(moment);
  const dan = weekdag * DAG + minuut + minuten;
  const uur = `${String(Math.floor((dan % DAG) / 60)).padStart(2, "0")}:${String(dan % 60).padStart(2, "0")}`;
  const dagen = Math.floor(dan / DAG) - weekdag;
  return dagen === 0 ? `vanaf ${uur}` : dagen === 1 ? `morgen vanaf ${uur}` : `${DAGEN[Math.floor(dan / DAG) % 7]} vanaf ${uur}`;
}

/**
 * In words, for beside a name.
 * @param {string | null | undefined} tekst
 * @param {Date} moment
 */
export function bereikbaarheid(tekst, moment) {
  const wacht = wachttijd(tekst, moment);
  if (wacht === null) return tekst ? `bereikbaar: ${tekst}` : "uren niet bekend";
  return wacht === 0 ? "nu bereikbaar" : `bereikbaar ${wanneer(wacht, moment)}`;
}

/**
 * Who answers now comes first, then whose hours are unknown, then who answers soonest; the order of the card decides
 * between equals, with the one who is to be called first in front.
 * @template {{ bereikbaar: string | null, eerste: boolean, telefoon: string | null }} T
 * @param {T[]} contactpersonen
 * @param {Date} moment
 * @returns {T[]}
 */
export function opVolgorde(contactpersonen, moment) {
  const rang = contactpersonen.map((wie, plaats) => {
    const wacht = wachttijd(wie.bereikbaar, moment);
    return { wie, plaats, wacht: wacht === null ? 0.5 : wacht, nummer: wie.telefoon ? 0 : 1, eerste: wie.eerste ? 0 : 1 };
  });
  rang.sort((a, b) => a.nummer - b.nummer || a.wacht - b.wacht || a.eerste - b.eerste || a.plaats - b.plaats);
  return rang.map(({ wie }) => wie);
}

/**
 * Everybody one could call about this person, each number once. The leading agreement comes first: of the others, who is
 * "first to call" there does not overtake.
 * @template {{ bereikbaar: string | null, eerste: boolean, telefoon: string | null }} T
 * @param {{ contactpersonen: T[] }[]} afspraken
 * @param {Date} moment
 */
export function wieBellen(afspraken, moment) {
  const allen = afspraken.flatMap(({ contactpersonen }, i) =>
    contactpersonen.map((wie) => ({ ...wie, eerste: wie.eerste && i === 0 })),
  );
  const gezien = new Set();
  const enkel = allen.filter(({ telefoon }) => !telefoon || (!gezien.has(telefoon) && gezien.add(telefoon)));
  return opVolgorde(enkel, moment);
}
