import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { bereikbaarheid, vensters, wachttijd, wieBellen } from "../../pwa/lib/bereikbaar.js";
import { inAmsterdam, inWoorden, kort, leeftijd, vandaag, verouderd } from "../../pwa/lib/datum.js";

const KANTOOR = "ma-vr 08:30-17:00; za 10:00-14:00";
// Winter time: Amsterdam is one hour ahead of UTC. 21 November 2026 is a Saturday.
const op = (/** @type {string} */ wanneer) => new Date(`${wanneer}+01:00`);
const ZATERDAG = op("2026-11-21T11:00");

describe("the clock in Amsterdam", () => {
  test("in winter, in summer, and around midnight", () => {
    assert.deepEqual(inAmsterdam(new Date("2026-11-21T22:59:00Z")), { datum: "2026-11-21", weekdag: 5, minuut: 23 * 60 + 59 });
    assert.deepEqual(inAmsterdam(new Date("2026-11-21T23:00:00Z")), { datum: "2026-11-22", weekdag: 6, minuut: 0 });
    assert.equal(vandaag(new Date("2026-07-01T22:30:00Z")), "2026-07-02");
  });
  test("on the nights that the clock changes", () => {
    assert.equal(inAmsterdam(new Date("2026-03-29T00:59:00Z")).minuut, 119);
    assert.equal(inAmsterdam(new Date("2026-03-29T01:00:00Z")).minuut, 180);
    assert.equal(inAmsterdam(new Date("2026-10-25T01:00:00Z")).minuut, 120);
  });
});

test("dates in words and in figures", () => {
  assert.equal(inWoorden("1994-03-07"), "7 maart 1994");
  assert.equal(inWoorden("1994-03"), "maart 1994");
  assert.equal(inWoorden("1994"), "1994");
  assert.equal(inWoorden("--03-07"), "7 maart");
  assert.equal(kort("2026-09-12"), "12-09-2026");
});

test("age", () => {
  assert.equal(leeftijd("1994-11-21", "2026-11-21"), 32);
  assert.equal(leeftijd("1994-11-22", "2026-11-21"), 31);
  assert.equal(leeftijd("1994", "2026-11-21"), 32);
});

test("outdated from the day after the review date", () => {
  assert.equal(verouderd("2026-11-21", "2026-11-21"), false);
  assert.equal(verouderd("2026-11-20", "2026-11-21"), true);
  assert.equal(verouderd(null, "2026-11-21"), false);
});

describe("hours", () => {
  /** @type {[string | null, string, number | null][]} hours, moment, minutes to wait */
  const GEVALLEN = [
    ["altijd", "2026-11-21T03:00", 0],
    ["Altijd ", "2026-11-21T03:00", 0],
    [KANTOOR, "2026-11-20T08:29", 1],
    [KANTOOR, "2026-11-20T08:30", 0],
    [KANTOOR, "2026-11-20T16:59", 0],
    [KANTOOR, "2026-11-20T17:00", 17 * 60],
    [KANTOOR, "2026-11-21T10:00", 0],
    [KANTOOR, "2026-11-21T14:00", (24 + 18) * 60 + 30],
    [KANTOOR, "2026-11-22T12:00", 20 * 60 + 30],
    ["za-zo 10:00-18:00", "2026-11-22T17:59", 0],
    ["ma,wo 09:00-12:00", "2026-11-24T12:00", 21 * 60],
    ["ma, wo-vr 9:00 - 12:00", "2026-11-26T11:00", 0],
    ["vr-ma 10:00-12:00", "2026-11-22T11:00", 0],
    ["vr-za 22:00-06:00", "2026-11-21T05:59", 0],
    ["vr-za 22:00-06:00", "2026-11-21T06:00", 16 * 60],
    ["zo 22:00-06:00", "2026-11-23T05:00", 0],
    ["ma-zo 00:00-24:00", "2026-11-21T23:59", 0],
    // Not understood is not the same as closed.
    [null, "2026-11-21T11:00", null],
    ["", "2026-11-21T11:00", null],
    ["op werkdagen", "2026-11-21T11:00", null],
    ["xx-vr 08:00-12:00", "2026-11-21T11:00", null],
    ["ma-vr 08:00-25:00", "2026-11-21T11:00", null],
    ["ma-vr 08:00-12:00; soms", "2026-11-21T11:00", null],
  ];
  for (const [uren, moment, verwacht] of GEVALLEN) {
    test(`«${uren}» at ${moment}`, () => assert.equal(wachttijd({ bereikbaar: uren }, op(moment)), verwacht));
  }
  test("as stretches of the week", () => assert.deepEqual(vensters("di 08:00-09:00"), [[1920, 1980]]));
});

test("hours in words", () => {
  assert.equal(bereikbaarheid({ bereikbaar: "altijd" }, ZATERDAG), "nu bereikbaar");
  assert.equal(bereikbaarheid({ bereikbaar: "za 12:00-14:00" }, ZATERDAG), "bereikbaar vanaf 12:00");
  assert.equal(bereikbaarheid({ bereikbaar: "zo 09:05-14:00" }, ZATERDAG), "bereikbaar morgen vanaf 09:05");
  assert.equal(bereikbaarheid({ bereikbaar: "ma-vr 08:30-17:00" }, ZATERDAG), "bereikbaar ma vanaf 08:30");
  assert.equal(bereikbaarheid({ bereikbaar: "za 10:00-10:30" }, ZATERDAG), "bereikbaar za vanaf 10:00");
  assert.equal(bereikbaarheid({ bereikbaar: null }, ZATERDAG), "uren niet bekend");
  assert.equal(bereikbaarheid({ bereikbaar: "na overleg" }, ZATERDAG), "bereikbaar: na overleg");
});

describe("holidays and days with other hours", () => {
  // Christmas of 2026 is on a Friday and a Saturday.
  const KERST = ["2026-12-25", "2026-12-26", "2027-01-01"];
  const DICHT = { van: "2026-12-28", tot: "2027-01-03", bereikbaar: null };
  const wacht = (/** @type {object} */ wie, /** @type {string} */ moment, feestdagen = KERST) =>
    wachttijd({ bereikbaar: KANTOOR, ...wie }, op(moment), feestdagen);

  test("offices are closed on a holiday, and open the next day that is none", () => {
    assert.equal(wacht({}, "2026-12-24T17:00"), (3 * 24 + 15) * 60 + 30);
    assert.equal(wacht({}, "2026-12-25T10:00"), (2 * 24 + 22) * 60 + 30);
    assert.equal(wacht({}, "2026-12-25T10:00", []), 0);
  });
  test("whoever works on holidays does, and always is always", () => {
    assert.equal(wacht({ opFeestdagen: true }, "2026-12-25T10:00"), 0);
    assert.equal(wacht({ bereikbaar: "altijd" }, "2026-12-25T10:00"), 0);
  });
  test("an exception counts for more than the week and than a holiday", () => {
    assert.equal(wacht({ uitzonderingen: [DICHT] }, "2026-12-28T10:00"), (6 * 24 + 22) * 60 + 30);
    const open = { van: "2026-12-25", tot: "2026-12-25", bereikbaar: "vr 10:00-12:00" };
    assert.equal(wacht({ uitzonderingen: [open] }, "2026-12-25T09:00"), 60);
    assert.equal(wacht({ bereikbaar: "altijd", uitzonderingen: [DICHT] }, "2026-12-28T10:00"), (6 * 24 + 14) * 60);
    assert.equal(wacht({ uitzonderingen: [{ ...DICHT, bereikbaar: "altijd" }] }, "2027-01-01T03:00"), 0);
  });
  test("hours that run past midnight belong to the day on which they begin", () => {
    const nacht = { bereikbaar: "ma-zo 22:00-06:00" };
    assert.equal(wacht(nacht, "2026-12-25T05:59"), 0);
    assert.equal(wacht(nacht, "2026-12-25T23:00"), (24 + 23) * 60);
    assert.equal(wacht({ bereikbaar: "do 20:00-24:00; vr 00:00-04:00", opFeestdagen: true }, "2026-12-24T23:59"), 0);
    assert.equal(wacht({ bereikbaar: "do 20:00-24:00; vr 00:00-04:00", opFeestdagen: true }, "2026-12-25T00:00"), 0);
  });
  test("on the nights that the clock changes", () => {
    assert.equal(wachttijd({ bereikbaar: "zo 03:00-04:00" }, new Date("2026-03-29T00:59:00Z")), 61);
    assert.equal(wachttijd({ bereikbaar: "zo 03:00-04:00" }, new Date("2026-03-29T01:00:00Z")), 0);
    assert.equal(wachttijd({ bereikbaar: "za 22:00-03:00" }, new Date("2026-10-25T01:30:00Z")), 0);
  });
  test("away for longer than can be seen, and unknown afterwards", () => {
    const weg = { van: "2026-01-01", tot: "2028-01-01", bereikbaar: null };
    assert.equal(wacht({ uitzonderingen: [weg] }, "2026-12-28T10:00"), Infinity);
    assert.equal(bereikbaarheid({ bereikbaar: KANTOOR, uitzonderingen: [weg] }, ZATERDAG), "voorlopig niet bereikbaar");
    assert.equal(wacht({ bereikbaar: null, uitzonderingen: [DICHT] }, "2026-12-28T10:00"), Infinity);
    assert.equal(bereikbaarheid({ bereikbaar: KANTOOR, uitzonderingen: [DICHT] }, op("2026-12-25T18:00"), KERST), "bereikbaar 4 januari vanaf 08:30");
  });
});

let nummer = 0;
const wie = (/** @type {string} */ naam, /** @type {string | null} */ bereikbaar, anders = {}) => {
  nummer += 1;
  return { naam, bereikbaar, eerste: false, telefoon: `+3197010${String(nummer).padStart(6, "0")}`, ...anders };
};
const namen = (/** @type {ReturnType<typeof wie>[][]} */ ...groepen) =>
  wieBellen(groepen.map((contactpersonen) => ({ contactpersonen })), ZATERDAG).map(({ naam }) => naam);

describe("whom to call", () => {
  test("who answers now goes before who is first to call", () => {
    assert.deepEqual(namen([wie("a", "ma-vr 08:30-17:00", { eerste: true }), wie("b", "altijd")]), ["b", "a"]);
  });
  test("of those who answer now, who is first to call", () => {
    assert.deepEqual(namen([wie("a", "altijd"), wie("b", "za 10:00-14:00", { eerste: true })]), ["b", "a"]);
  });
  test("the order of the card decides between equals", () => {
    assert.deepEqual(namen([wie("a", "altijd"), wie("b", "altijd")]), ["a", "b"]);
  });
  test("unknown hours go before a closed door, and the one that opens soonest before the rest", () => {
    assert.deepEqual(namen([wie("ma", "ma 09:00-10:00"), wie("zo", "zo 09:00-10:00"), wie("?", null)]), ["?", "zo", "ma"]);
  });
  test("the leading agreement goes first", () => {
    assert.deepEqual(namen([wie("a", "altijd")], [wie("b", "altijd", { eerste: true })]), ["a", "b"]);
    assert.deepEqual(namen([wie("a", "ma 09:00-10:00")], [wie("b", "altijd")]), ["b", "a"]);
  });
  test("without a number comes last, and a number comes once", () => {
    const zelfde = { telefoon: "+3197010999999" };
    assert.deepEqual(namen([wie("a", "altijd", { telefoon: null }), wie("b", null, zelfde)], [wie("c", "altijd", zelfde)]), ["b", "a"]);
  });
  test("a deputy has the place of whom he replaces, and only when that one does not answer", () => {
    const weg = wie("weg", "ma 09:00-10:00", { eerste: true });
    const er = wie("er", "altijd", { eerste: true });
    const in_plaats = (/** @type {string} */ naam) => wie("vervanger", "altijd", { vervangt: naam });
    assert.deepEqual(namen([weg, in_plaats("weg"), wie("ander", "altijd")]), ["vervanger", "ander", "weg"]);
    assert.deepEqual(namen([wie("ander", "altijd"), weg, in_plaats("weg")]), ["vervanger", "ander", "weg"]);
    assert.deepEqual(namen([er, in_plaats("er"), wie("ander", "zo 09:00-10:00")]), ["er", "ander", "vervanger"]);
    assert.deepEqual(namen([wie("?", null), in_plaats("?")]), ["vervanger", "?"]);
  });
});

describe("whom to call instead", () => {
  test("a row of deputies, and one with the same number", () => {
    const rij = [wie("a", "ma 09:00-10:00"), wie("b", "altijd", { vervangt: "a" }), wie("c", "altijd", { vervangt: "b" })];
    assert.deepEqual(namen(rij), ["b", "a", "c"]);
    rij[1].bereikbaar = "zo 09:00-10:00";
    assert.deepEqual(namen(rij), ["c", "b", "a"]);
    const balie = { telefoon: "+3197010888888" };
    assert.deepEqual(namen([wie("a", "ma 09:00-10:00", balie), wie("b", "altijd", { ...balie, vervangt: "a" })]), ["b"]);
  });
  test("nobody at all", () => assert.deepEqual(namen([]), []));
});
