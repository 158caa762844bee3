// The form in words and values, without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";

import { alsConcept, alsInvoer, alsWaarden, hoeLang, teksten, voorBevestigen, woord, DELEN } from "../../pwa/desk/formulier/woorden.js";

const REGEL = { tekst: "Neemt medicijnen.", delen: "straat", aard: "feit", bron: "Behandelaar" };

test("what the service has comes back as it was", () => {
  const deel = { neemtDeel: true, contactpersonen: [{ id: 8, naam: "A. Yilmaz" }], inlichtingen: [REGEL] };
  const waarden = alsWaarden(deel);
  assert.deepEqual(waarden, { neemtDeel: "ja", contactpersonen: ["8"], inlichtingen: [REGEL] });
  assert.deepEqual(alsInvoer(waarden), { neemtDeel: true, contactpersonen: [8], inlichtingen: [REGEL] });
});

test("who does not take part says nothing else, but a draft keeps what was typed", () => {
  const waarden = { neemtDeel: "nee", contactpersonen: ["8", null], inlichtingen: [REGEL] };
  assert.deepEqual(alsInvoer(waarden), { neemtDeel: false, contactpersonen: [], inlichtingen: [] });
  assert.deepEqual(alsConcept(waarden), { neemtDeel: false, contactpersonen: [8, null], inlichtingen: [REGEL] });
  // A draft comes back with numbers where a part has people.
  assert.deepEqual(alsWaarden(alsConcept(waarden)), waarden);
});

test("what must be there before it is confirmed", () => {
  const leeg = { neemtDeel: null, contactpersonen: [], inlichtingen: [] };
  assert.deepEqual(voorBevestigen(leeg).map(({ pointer }) => pointer), ["#/neemtDeel"]);
  assert.deepEqual(voorBevestigen({ ...leeg, neemtDeel: "ja" }).map(({ pointer }) => pointer), ["#/contactpersonen"]);
  assert.deepEqual(voorBevestigen({ ...leeg, neemtDeel: "nee" }), []);
});

test("in words", () => {
  assert.deepEqual([null, 0, 1, 14].map(hoeLang), ["", "sinds vandaag", "1 dag", "14 dagen"]);
  assert.equal(woord(DELEN, "zsm"), "Bij ZSM");
  assert.equal(woord(DELEN, null), "nog niet gekozen");
});

test("what others read is read for its words first", () => {
  const regel = (/** @type {string} */ tekst, /** @type {string | null} */ delen) => ({ ...REGEL, tekst, delen });
  const inlichtingen = [regel("a", "alleen_overleg"), regel("b", "straat"), regel(" ", "straat"), regel("c", null), regel("d", "zsm")];
  assert.deepEqual(teksten({ inlichtingen }), [
    { veld: "inlichtingen/1/tekst", tekst: "b", voor: "straat" }, { veld: "inlichtingen/4/tekst", tekst: "d", voor: "zsm" },
  ]);
});
