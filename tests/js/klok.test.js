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
    test(`«${uren}» at ${moment}`, () => assert.equal(wachttijd(uren, op(moment)), verwacht));
  }
  test("as stretches of the week", () => assert.deepEqual(vensters("di 08:00-09:00"), [[1920, 1980]]));
});

test("hours in words", () => {
  assert.equal(bereikbaarheid("altijd", ZATERDAG), "nu bereikbaar");
  assert.equal(bereikbaarheid("za 12:00-14:00", ZATERDAG), "bereikbaar vanaf 12:00");
  assert.equal(bereikbaarheid("zo 09:05-14:00", ZATERDAG), "bereikbaar morgen vanaf 09:05");
  assert.equal(bereikbaarheid("ma-vr 08:30-17:00", ZATERDAG), "bereikbaar ma vanaf 08:30");
  assert.equal(bereikbaarheid("za 10:00-10:30", ZATERDAG), "bereikbaar za vanaf 10:00");
  assert.equal(bereikbaarheid(null, ZATERDAG), "uren niet bekend");
  assert.equal(bereikbaarheid("na overleg", ZATERDAG), "bereikbaar: na overleg");
});

describe("whom to call", () => {
  let nummer = 0;
  const wie = (/** @type {string} */ naam, /** @type {string | null} */ bereikbaar, anders = {}) => {
    nummer += 1;
    return { naam, bereikbaar, eerste: false, telefoon: `+3197010${String(nummer).padStart(6, "0")}`, ...anders };
  };
  const namen = (/** @type {ReturnType<typeof wie>[][]} */ ...groepen) =>
    wieBellen(groepen.map((contactpersonen) => ({ contactpersonen })), ZATERDAG).map(({ naam }) => naam);

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
  test("nobody at all", () => assert.deepEqual(namen([]), []));
});
