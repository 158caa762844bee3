import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { describe, test } from "node:test";

import { begrepen, inEenRegel, netjes, ontleed, stelOp } from "../../pwa/lib/vraag.js";

const DAG = "2026-11-21";

/** @type {[string, object][]} what the service reads in the same way (tests/app/names/test_vrije_tekst.py) */
const SAMEN = JSON.parse(readFileSync(new URL("../lezingen.json", import.meta.url), "utf8"));
/** @type {[string, object][]} */
const GOED = [
  ...SAMEN,
  ["Van der Berg,  Jan", { naam: "Van der Berg, Jan" }],
  ["d’angelo", { naam: "d'angelo" }],
  ["  Zoë   Çelik ", { naam: "Zoë Çelik" }],
  ["😀", { naam: "😀" }],
  ["", {}],
  ["   ", {}],
  [" , ", {}],
];

/** @type {[string, string, string][]} what is typed, what is asked, and what is remarked */
const MIS = [
  ["jansen 31-02-1990", "1990-02-31", "31-02-1990 bestaat niet"],
  ["29-2-2023", "2023-02-29", "29-02-2023 bestaat niet"],
  ["1994-13-01", "1994-13-01", "01-13-1994 bestaat niet"],
  ["99-99-9999", "9999-99-99", "99-99-9999 bestaat niet"],
  ["13-1994", "1994-13", "13-1994 bestaat niet"],
  ["3000", "3000", "3000 ligt in de toekomst"],
  ["22-11-2026", "2026-11-22", "22 november 2026 ligt in de toekomst"],
  ["12-2026", "2026-12", "december 2026 ligt in de toekomst"],
  ["31 februari", "--02-31", "31-02 bestaat niet"],
  ["jansen 20/13", "--13-20", "20-13 bestaat niet"],
];

describe("ontleed", () => {
  for (const [tekst, verwacht] of GOED) {
    test(`«${tekst}»`, () => assert.deepEqual(ontleed(tekst, DAG), verwacht));
  }
  for (const [tekst, geboortedatum, mis] of MIS) {
    test(`«${tekst}» is asked, with a remark`, () => {
      const gelezen = ontleed(tekst, DAG);
      assert.equal(gelezen.geboortedatum, geboortedatum);
      assert.equal(gelezen.mis, mis);
    });
  }
  test("today, this month and this year are not in the future", () => {
    for (const tekst of ["21-11-2026", "11-2026", "2026"]) assert.equal(ontleed(tekst, DAG).mis, undefined);
  });
  test("ten thousand characters are read at once", () => {
    const begin = performance.now();
    ontleed("1-".repeat(5000), DAG);
    ontleed("rond ".repeat(2000), DAG);
    ontleed(" ".repeat(10_000), DAG);
    assert.ok(performance.now() - begin < 500);
  });
});

test("names are shown as one writes them", () => {
  const namen = { "fatima EL idrissi": "Fatima el Idrissi", "van der berg": "Van der Berg", "jan-willem": "Jan-Willem", "d'angelo": "D'Angelo" };
  for (const [naam, verwacht] of Object.entries(namen)) assert.equal(netjes(naam), verwacht);
});

test("what was understood is said in words", () => {
  const woorden = (/** @type {string} */ tekst) => begrepen(ontleed(tekst, DAG), DAG).map((deel) => deel.tekst);
  assert.deepEqual(woorden("jansen 7-3-94"), ["Jansen", "7 maart 1994"]);
  assert.deepEqual(woorden("rond 30"), ["rond 1996 (ongeveer 30 jaar)"]);
  assert.deepEqual(woorden("x 31-2-90"), ["X", "31-02-1990 bestaat niet"]);
  assert.deepEqual(woorden(""), []);
});

test("what the service understood is one line", () => {
  const regel = (/** @type {any[]} */ ...[naam, geboortedatum, geboortejaarOngeveer]) =>
    inEenRegel({ naam, geboortedatum, geboortejaarOngeveer }, DAG);
  assert.equal(regel("jansen", "--03-07", null), "Jansen, geboren 7 maart");
  assert.equal(regel(null, "1994-03-07", null), "geboren 7 maart 1994");
  assert.equal(regel("el idrissi", null, 1996), "El Idrissi, geboren rond 1996 (ongeveer 30 jaar)");
  assert.equal(regel("mo", "--03-07", 1996), "Mo, geboren 7 maart, geboren rond 1996 (ongeveer 30 jaar)");
});

describe("stelOp", () => {
  const REDENEN = [
    { code: "melding", naam: "Melding", toelichtingVereist: false },
    { code: "anders", naam: "Anders", toelichtingVereist: true },
  ];
  const formulier = (/** @type {object} */ anders) => ({ tekst: " jansen 94 ", begrepen: null, reden: "melding", toelichting: "", meldingsnummer: "", ...anders });
  /** @type {(anders: object) => ReturnType<typeof stelOp>} */
  const stel = (anders) => stelOp(formulier(anders), REDENEN);

  test("sends what was typed and why", () => {
    assert.deepEqual(stel({}), { fouten: {}, zoekvraag: { naam: "jansen 94", reden: "melding" } });
  });
  test("sends an explanation only where one is asked for", () => {
    assert.equal("toelichting" in stel({ toelichting: "nog van straks" }).zoekvraag, false);
    assert.equal(stel({ reden: "anders", toelichting: "overlast" }).zoekvraag.toelichting, "overlast");
  });
  test("sends a number only when there is one", () => {
    assert.equal("meldingsnummer" in stel({ meldingsnummer: " " }).zoekvraag, false);
    assert.equal(stel({ meldingsnummer: "2026-1" }).zoekvraag.meldingsnummer, "2026-1");
  });
  test("asks for what is missing", () => {
    assert.deepEqual(Object.keys(stel({ tekst: " ", reden: "weg" }).fouten), ["tekst", "reden"]);
  });
});
