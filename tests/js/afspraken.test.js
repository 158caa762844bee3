// What two versions differ in, what is sent of a concept, and the clock of Amsterdam as a field.
import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { test } from "node:test";
import { naastElkaar, omTeSturen, teksten } from "../../pwa/desk/afspraken/inhoud.js";
import { alsVeld, uitVeld } from "../../pwa/desk/afspraken/toen.js";
import { woordverschil } from "../../pwa/desk/afspraken/woordverschil.js";

/** @param {string} oud @param {string} nieuw */
const kort = (oud, nieuw) => woordverschil(oud, nieuw).map(({ soort, tekst }) => `${{ gelijk: "", weg: "-", erbij: "+" }[soort]}${tekst}`);

test("what stays, what went and what came", () => {
  assert.deepEqual(kort("bel eerst de regisseur", "bel altijd eerst de wijkagent"), ["bel ", "+altijd ", "eerst de ", "-regisseur", "+wijkagent"]);
  // A phrase that was written anew is one change, not word after word.
  assert.deepEqual(kort("Corrigeren is genoeg.", "Eerst de regisseur."), ["-Corrigeren is genoeg.", "+Eerst de regisseur."]);
  assert.deepEqual(kort("", "nieuw"), ["+nieuw"]);
  assert.deepEqual(kort("oud", ""), ["-oud"]);
  assert.deepEqual(kort("gelijk", "gelijk"), ["gelijk"]);
  assert.deepEqual(kort("", ""), []);
});

test("both texts can be read back from their difference", () => {
  const woorden = ["bel", "eerst", "niet", "aanhouden", "rustig", "de", "wijk"];
  let zaad = 7;
  const gok = (/** @type {number} */ n) => (zaad = (zaad * 1103515245 + 12345) % 2147483648) % n;
  const tekst = () => Array.from({ length: gok(12) }, () => woorden[gok(woorden.length)]).join(" ");
  for (let keer = 0; keer < 300; keer += 1) {
    const [oud, nieuw] = [tekst(), tekst()];
    const stukken = woordverschil(oud, nieuw);
    assert.equal(stukken.filter(({ soort }) => soort !== "erbij").map((een) => een.tekst).join(""), oud);
    assert.equal(stukken.filter(({ soort }) => soort !== "weg").map((een) => een.tekst).join(""), nieuw);
  }
});

test("a thousand words are compared before one notices", () => {
  const lang = Array.from({ length: 500 }, (_, i) => `woord${i % 37}`).join(" ");
  const begin = performance.now();
  woordverschil(lang, lang.split(" ").reverse().join(" "));
  assert.ok(performance.now() - begin < 500);
});

test("a row that was left empty is none, and one line stays one line", () => {
  const waarden = { handelingskader: { kern: "een\ntwee", regels: ["", "  ", "drie"] }, bejegening: null, zsmAdvies: { advies: "a\nb" } };
  assert.deepEqual(omTeSturen(waarden), {
    handelingskader: { kern: "een twee", regels: ["drie"] }, bejegening: null, zsmAdvies: { advies: "a\nb" }, toetsenVoor: null,
  });
});

test("every text is read for its words", () => {
  const waarden = { handelingskader: { kern: "a", regels: ["b", ""] }, bejegening: null, zsmAdvies: { advies: "c" } };
  assert.deepEqual(teksten(waarden).map(({ veld, voor }) => [veld, voor]), [
    ["handelingskader/kern", "straat"], ["handelingskader/regels/0", "straat"], ["zsmAdvies/advies", "zsm"],
  ]);
});

test("contents beside each other, in words", () => {
  const rijen = naastElkaar({ anders: { tekst: "Zie afspraken" } }, { handelingskader: { actie: "anders" } }, { handelingskader: null, toetsenVoor: "2027-01-01" });
  assert.deepEqual(rijen.filter(({ oud, nieuw }) => oud !== nieuw).map(({ label, oud, nieuw }) => [label, oud, nieuw]), [
    ["Actie", "Zie afspraken", ""], ["Toetsen voor", "", "1 januari 2027"],
  ]);
});

test("the field has the clock of Amsterdam, in winter and in summer", () => {
  assert.equal(alsVeld(new Date("2026-11-21T20:00:05Z")), "2026-11-21T21:00:05");
  assert.equal(alsVeld(new Date("2026-07-01T22:30:00Z")), "2026-07-02T00:30:00");
  for (const stempel of ["2026-11-21T20:00:05.000Z", "2026-07-01T22:30:00.000Z", "2026-01-01T23:59:59.000Z"]) {
    assert.equal(uitVeld(alsVeld(new Date(stempel)))?.toISOString(), stempel);
  }
  assert.equal(uitVeld("2026-11-21T21:00")?.toISOString(), "2026-11-21T20:00:00.000Z");
  assert.equal(uitVeld("niets"), null);
  // This hour does not exist: the clock goes from two to three.
  assert.equal(uitVeld("2026-03-29T02:30:00"), null);
});
