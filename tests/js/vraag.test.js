import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { describe, test } from "node:test";

import { begrepen, netjes, ontleed, stelOp } from "../../pwa/lib/vraag.js";

const DAG = "2026-11-21";

/** @type {[string, object][]} */
const GOED = [
  // A date in every way that people write it, before and after the name.
  ["jansen 7-3-94", { naam: "jansen", geboortedatum: "1994-03-07" }],
  ["7/3/94 jansen", { naam: "jansen", geboortedatum: "1994-03-07" }],
  ["jansen 07-03-1994 piet", { naam: "jansen piet", geboortedatum: "1994-03-07" }],
  ["jansen 7.3.1994", { naam: "jansen", geboortedatum: "1994-03-07" }],
  ["jansen 7 3 1994", { naam: "jansen", geboortedatum: "1994-03-07" }],
  ["jansen 7 - 3 - 1994", { naam: "jansen", geboortedatum: "1994-03-07" }],
  ["jansen 1994-03-07", { naam: "jansen", geboortedatum: "1994-03-07" }],
  ["jansen 7 maart 1994", { naam: "jansen", geboortedatum: "1994-03-07" }],
  ["jansen 7 MRT '94", { naam: "jansen", geboortedatum: "1994-03-07" }],
  ["jansen 7-sept-94", { naam: "jansen", geboortedatum: "1994-09-07" }],
  ["jansen 5 mei 1990", { naam: "jansen", geboortedatum: "1990-05-05" }],
  ["jansen, geboren op 7-3-94", { naam: "jansen", geboortedatum: "1994-03-07" }],
  ["jansen geb. 7-3-94", { naam: "jansen", geboortedatum: "1994-03-07" }],
  ["07031994", { geboortedatum: "1994-03-07" }],
  ["19940307", { geboortedatum: "1994-03-07" }],
  ["jansen 070394", { naam: "jansen", geboortedatum: "1994-03-07" }],
  ["29-2-2024", { geboortedatum: "2024-02-29" }],
  // Parts of a date.
  ["fatima el idrissi 1994", { naam: "fatima el idrissi", geboortedatum: "1994" }],
  ["1994 fatima el idrissi", { naam: "fatima el idrissi", geboortedatum: "1994" }],
  ["jansen 3-1994", { naam: "jansen", geboortedatum: "1994-03" }],
  ["jansen 1994-03", { naam: "jansen", geboortedatum: "1994-03" }],
  ["jansen maart 1994", { naam: "jansen", geboortedatum: "1994-03" }],
  ["jansen 94", { naam: "jansen", geboortedatum: "1994" }],
  ["jansen '75", { naam: "jansen", geboortedatum: "1975" }],
  ["jansen 09", { naam: "jansen", geboortedatum: "2009" }],
  // About so old.
  ["mo rond 1990", { naam: "mo", geboortejaarOngeveer: 1990 }],
  ["rond 30", { geboortejaarOngeveer: 1996 }],
  ["mo rond de 30", { naam: "mo", geboortejaarOngeveer: 1996 }],
  ["mo ongeveer 30 jaar", { naam: "mo", geboortejaarOngeveer: 1996 }],
  ["30 jaar oud mo", { naam: "mo", geboortejaarOngeveer: 1996 }],
  ["mo 30jr", { naam: "mo", geboortejaarOngeveer: 1996 }],
  ["mo 9 jaar", { naam: "mo", geboortejaarOngeveer: 2017 }],
  ["mo 30", { naam: "mo", geboortejaarOngeveer: 1996 }],
  ["mo ca. 1990", { naam: "mo", geboortejaarOngeveer: 1990 }],
  ["mo ±25", { naam: "mo", geboortejaarOngeveer: 2001 }],
  ["mo ~1990", { naam: "mo", geboortejaarOngeveer: 1990 }],
  ["mo rond '90", { naam: "mo", geboortejaarOngeveer: 1990 }],
  ["mo rond 80", { naam: "mo", geboortejaarOngeveer: 1980 }],
  // Names that look like something else.
  ["jan 1990", { naam: "jan", geboortedatum: "1990" }],
  ["jan jansen", { naam: "jan jansen" }],
  ["mei ling 1990", { naam: "mei ling", geboortedatum: "1990" }],
  ["rond", { naam: "rond" }],
  ["geb", { naam: "geb" }],
  ["Van der Berg,  Jan", { naam: "Van der Berg, Jan" }],
  ["d’angelo", { naam: "d'angelo" }],
  ["  Zoë   Çelik ", { naam: "Zoë Çelik" }],
  ["محمد 1990", { naam: "محمد", geboortedatum: "1990" }],
  ["😀", { naam: "😀" }],
  ["a1 jansen", { naam: "a1 jansen" }],
  ["123456789", { naam: "123456789" }],
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
  ["jansen 7-3", "7-3", "7-3: het jaar ontbreekt"],
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
  assert.deepEqual(woorden("jansen 7-3-94"), ["naam: Jansen", "geboren: 7 maart 1994"]);
  assert.deepEqual(woorden("rond 30"), ["geboren: rond 1996 (ongeveer 30 jaar)"]);
  assert.deepEqual(woorden("x 31-2-90"), ["naam: X", "31-02-1990 bestaat niet"]);
  assert.deepEqual(woorden(""), []);
});

describe("stelOp", () => {
  const REDENEN = [
    { code: "melding", naam: "Melding", toelichtingVereist: false },
    { code: "anders", naam: "Anders", toelichtingVereist: true },
  ];
  const formulier = (/** @type {object} */ anders) => ({ tekst: "jansen 94", reden: "melding", toelichting: "", meldingsnummer: "", ...anders });
  /** @type {(anders: object) => ReturnType<typeof stelOp>} */
  const stel = (anders) => stelOp(formulier(anders), REDENEN, DAG);

  test("sends what was read and why", () => {
    assert.deepEqual(stel({}), { fouten: {}, zoekvraag: { naam: "jansen", geboortedatum: "1994", reden: "melding" } });
  });
  test("sends an explanation only where one is asked for", () => {
    assert.equal("toelichting" in stel({ toelichting: "nog van straks" }).zoekvraag, false);
    assert.equal(stel({ reden: "anders", toelichting: "overlast" }).zoekvraag.toelichting, "overlast");
  });
  test("sends a number only when there is one", () => {
    assert.equal("meldingsnummer" in stel({ meldingsnummer: " " }).zoekvraag, false);
    assert.equal(stel({ meldingsnummer: "2026-1" }).zoekvraag.meldingsnummer, "2026-1");
  });
  test("never sends the remark", () => assert.equal("mis" in stel({ tekst: "31-2-90" }).zoekvraag, false));
  test("asks for what is missing", () => {
    assert.deepEqual(Object.keys(stel({ tekst: " ", reden: "weg" }).fouten), ["tekst", "reden"]);
  });
});
