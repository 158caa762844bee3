// Dates in words, and which day it is in Amsterdam, whatever the clock of the phone is set to.
export const MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");
const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const KLOK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam",
  weekday: "short",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** The day, the weekday (0 is Monday) and the minute of the day in Amsterdam. @param {Date} moment */
export function inAmsterdam(moment) {
  /** @type {Record<string, string>} */
  const { year, month, day, weekday, hour, minute } = Object.fromEntries(
    KLOK.formatToParts(moment).map(({ type, value }) => [type, value]),
  );
  return { datum: `${year}-${month}-${day}`, weekdag: WEEK.indexOf(weekday), minuut: Number(hour) * 60 + Number(minute) };
}

/** @param {Date} moment */
export const vandaag = (moment) => inAmsterdam(moment).datum;

/** "1994-03-07" is "7 maart 1994", "1994-03" is "maart 1994", and "--03-07" is "7 maart". @param {string} iso */
export function inWoorden(iso) {
  const [jaar, maand, dag] = iso.replace("--", "-").split("-");
  return [dag && Number(dag), maand && MAANDEN[Number(maand) - 1], jaar].filter(Boolean).join(" ");
}

/** "2026-09-12" is "12-09-2026". @param {string} iso */
export const kort = (iso) => iso.split("-").reverse().join("-");

/** Whole years; when only the year is known, one may be too many. @param {string} geboren @param {string} dag */
export function leeftijd(geboren, dag) {
  const jaren = Number(dag.slice(0, 4)) - Number(geboren.slice(0, 4));
  return geboren.length === 10 && dag.slice(5) < geboren.slice(5) ? jaren - 1 : jaren;
}

/** The review date itself is still good; the day after is not. @param {string | null} toetsenVoor @param {string} dag */
export const verouderd = (toetsenVoor, dag) => toetsenVoor !== null && dag > toetsenVoor;
