import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { alsUitzondering, fouteTijden, internationaal, isNummer, KANTOOR, naarTekst, naarTijden, naarUitzondering } from "../../pwa/desk/contactpersonen/uren.js";

describe("hours in a form", () => {
  for (const tekst of ["altijd", "ma-vr 08:30-17:00", "ma-vr 08:30-17:00; za 10:00-14:00", "ma-zo 00:00-24:00", "zo 22:00-24:00; ma 00:00-06:00"]) {
    test(`«${tekst}» comes back as it was`, () => assert.equal(naarTekst(naarTijden(tekst)), tekst));
  }
  test("nothing is known", () => {
    assert.deepEqual(naarTijden(null), { uren: "onbekend", tijden: [] });
    assert.equal(naarTekst({ uren: "onbekend", tijden: [KANTOOR] }), null);
    assert.equal(naarTekst({ uren: "tijden", tijden: [] }), null);
  });
  test("a night becomes an evening and a morning", () => {
    const nacht = (/** @type {string} */ eerste, /** @type {string} */ laatste) =>
      naarTekst({ uren: "tijden", tijden: [{ eerste, laatste, begin: "20:00", eind: "04:00" }] });
    assert.equal(nacht("vr", "vr"), "vr 20:00-24:00; za 00:00-04:00");
    assert.equal(nacht("ma", "vr"), "ma-vr 20:00-24:00; di-za 00:00-04:00");
    assert.equal(nacht("za", "zo"), "za-zo 20:00-24:00; zo 00:00-04:00; ma 00:00-04:00");
    assert.equal(nacht("ma", "zo"), "ma-zo 20:00-24:00; di-zo 00:00-04:00; ma 00:00-04:00");
    assert.equal(nacht("zo", "zo"), "zo 20:00-24:00; ma 00:00-04:00");
  });
  test("what is wrong is said at its field", () => {
    assert.deepEqual(fouteTijden([KANTOOR]), []);
    assert.equal(fouteTijden([{ ...KANTOOR, eind: "" }])[0].pointer, "#/tijden/0/begin");
    assert.equal(fouteTijden([KANTOOR, { ...KANTOOR, eerste: "za", laatste: "ma" }])[0].pointer, "#/tijden/1/eerste");
  });
});

test("an exception, also one that has no fields here", () => {
  for (const bereikbaar of [null, "altijd", "ma-zo 09:00-12:00", "ma 10:00-11:00; di 10:00-12:00"]) {
    const een = { van: "2026-12-28", tot: "2026-12-31", bereikbaar };
    assert.deepEqual(alsUitzondering(naarUitzondering(een)), een);
  }
  const dag = { van: "2026-12-28", tot: null, wat: "dicht", begin: "", eind: "" };
  assert.deepEqual(alsUitzondering(dag), { van: "2026-12-28", tot: "2026-12-28", bereikbaar: null });
});

test("a number as people write it", () => {
  for (const getypt of ["030-123 45 67", "0031 30 1234567", "+31 (30) 1234567"]) assert.equal(internationaal(getypt), "+31301234567");
  assert.equal(internationaal("112"), "112");
  assert.deepEqual(["030 123 45 67", "+32 2 123 45 67", "030 123 45", "112", "bel Ria"].map(isNummer), [true, true, false, false, false]);
});
