// The pure parts of the desk's kit: addresses, values by path, and two versions made into one.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";

import { metQuery, vind } from "../../pwa/desk/kit/pad.js";
import { dagenTot, vanafNu } from "../../pwa/desk/kit/tijd.js";
import { inTekst, vanzelf, verschillen, voegSamen } from "../../pwa/desk/kit/verschil.js";
import { dieGelden, gelijk, lengte, met, neem, perVeld, uitPointer } from "../../pwa/desk/kit/waarden.js";
import { WORTEL } from "./vendor.js";

const laad = async () => ({ default: null });
const ROUTES = [
  { pad: "", titel: "Werklijst", laad },
  { pad: "abonnementen/nieuw", titel: "Nieuw", laad },
  { pad: "abonnementen/:id/:tab?", titel: "Dossier", behoud: ["tab"], laad },
];
const zoek = (/** @type {string} */ adres) => {
  const vondst = vind(ROUTES, adres);
  return vondst && [vondst.route.titel, vondst.delen];
};

describe("an address", () => {
  /** @type {[string, any][]} */
  const ADRESSEN = [
    ["/bureau", ["Werklijst", {}]],
    ["/bureau/", ["Werklijst", {}]],
    ["/bureau/abonnementen/nieuw", ["Nieuw", {}]],
    ["/bureau/abonnementen/5", ["Dossier", { id: "5" }]],
    ["/bureau/abonnementen/5/formulier/", ["Dossier", { id: "5", tab: "formulier" }]],
    ["/bureau/abonnementen/a%2Fb", ["Dossier", { id: "a/b" }]],
    ["/bureau/abonnementen/%E0%A4%A", ["Dossier", { id: "%E0%A4%A" }]],
    ["/bureau/abonnementen", null],
    ["/bureau/abonnementen/5/formulier/meer", null],
    ["/bureaustoel", null],
  ];
  for (const [adres, verwacht] of ADRESSEN) test(adres, () => assert.deepEqual(zoek(adres), verwacht));

  test("a part that the route keeps does not make another screen", () => {
    const sleutel = (/** @type {string} */ adres) => vind(ROUTES, adres)?.sleutel;
    assert.equal(sleutel("/bureau/abonnementen/5"), sleutel("/bureau/abonnementen/5/formulier"));
    assert.notEqual(sleutel("/bureau/abonnementen/5"), sleutel("/bureau/abonnementen/6"));
  });

  test("empty filters leave the address, the others stay", () => {
    const query = new URLSearchParams("stand=actief&na=x");
    assert.equal(metQuery("/bureau", query, { na: null, laat: "true" }), "/bureau?stand=actief&laat=true");
    assert.equal(metQuery("/bureau", query, { na: null, stand: "" }), "/bureau");
  });
});

describe("values by path", () => {
  test("pointers of the service become paths", () => {
    assert.equal(uitPointer("#/regels/0/tekst"), "regels/0/tekst");
    assert.equal(uitPointer("/a~1b"), "a/b");
    assert.equal(uitPointer("#"), "");
  });
  test("a change copies the way to it and nothing else", () => {
    const oud = { regels: [{ tekst: "a" }, { tekst: "b" }], rest: {} };
    const nieuw = met(oud, "regels/1/tekst", "c");
    assert.deepEqual(nieuw.regels, [{ tekst: "a" }, { tekst: "c" }]);
    assert.equal(oud.regels[1].tekst, "b");
    assert.equal(nieuw.regels[0], oud.regels[0]);
    assert.equal(nieuw.rest, oud.rest);
    assert.deepEqual(met({}, "regels/0/tekst", "a"), { regels: [{ tekst: "a" }] });
    assert.equal(neem(oud, "regels/7/tekst"), undefined);
  });
  test("a remark without a field of its own goes to the nearest above it", () => {
    const fouten = ["#/regels/0/tekst", "#/regels/9/tekst", "#/anders", "#/kern", "#/kern"].map((pointer, i) => ({ pointer, detail: String(i) }));
    const gevonden = perVeld(fouten, ["kern", "regels", "regels/0/tekst"]);
    assert.deepEqual([...gevonden], [["regels/0/tekst", ["0"]], ["regels", ["1"]], ["", ["2"]], ["kern", ["3", "4"]]]);
  });
  test("a remark goes when its value changes", () => {
    const fouten = ["#/kern", "#/regels/0/tekst", "#/regels", "#"].map((pointer) => ({ pointer, detail: "x" }));
    const voor = { kern: "", regels: [{ tekst: "" }], anders: 1 };
    const over = (/** @type {string} */ naam, /** @type {any} */ waarde) => dieGelden(fouten, voor, met(voor, naam, waarde)).map(({ pointer }) => pointer);
    assert.deepEqual(over("anders", 2), ["#/kern", "#/regels/0/tekst", "#/regels", "#"]);
    assert.deepEqual(over("kern", "a"), ["#/regels/0/tekst", "#/regels", "#"]);
    assert.deepEqual(over("regels/0/tekst", "a"), ["#/kern", "#"]);
    assert.deepEqual(over("regels", []), ["#/kern", "#"]);
  });
  test("characters are counted as the service does", () => {
    assert.equal(lengte("é😀a"), 3);
    assert.ok(gelijk(undefined, null) && !gelijk("", null));
  });
});

describe("two versions", () => {
  const VELDEN = ["kern", "actie", "regels", "zelfde"].map((naam) => ({ naam, label: naam }));
  const begin = { kern: "a", actie: "x", regels: ["1"], zelfde: "z", versie: 1 };
  const mijn = { ...begin, kern: "mijn", regels: ["1", "2"], zelfde: "ja" };
  const hun = { ...begin, kern: "hun", actie: "y", zelfde: "ja", versie: 2 };
  const lijst = verschillen(VELDEN, begin, mijn, hun);

  test("what differs, and who changed it", () => {
    assert.deepEqual(lijst.map(({ naam, soort }) => [naam, soort]), [["kern", "beide"], ["actie", "hun"], ["regels", "mijn"]]);
  });
  test("who alone changed a field keeps it", () => assert.deepEqual(vanzelf(lijst), { actie: "hun", regels: "mijn" }));
  test("the whole is theirs, with mine where mine was chosen", () => {
    assert.deepEqual(voegSamen(lijst, { ...vanzelf(lijst), kern: "mijn" }, hun), { kern: "mijn", actie: "y", regels: ["1", "2"], zelfde: "ja", versie: 2 });
  });
  test("without what it began with, everything is to be chosen", () => {
    assert.deepEqual(vanzelf(verschillen(VELDEN, undefined, mijn, hun)), {});
  });
  test("a value as one reads it", () => {
    assert.deepEqual([null, "", [], true, false, ["a", { b: "c", d: null, e: 2 }], 0].map(inTekst), ["niet ingevuld", "niet ingevuld", "niet ingevuld", "ja", "nee", "• a\n• c, 2", "0"]);
  });
});

test("days are counted on the Amsterdam calendar", () => {
  const nu = new Date("2026-11-22T23:30:00Z");
  assert.deepEqual(["2026-11-22", "2026-11-23", "2026-11-24", "2026-12-03", "2026-11-20"].map((dag) => dagenTot(dag, nu)), [-1, 0, 1, 10, -3]);
  assert.deepEqual(["2026-11-23", "2026-12-03", "2026-11-20"].map((dag) => vanafNu(dag, nu)), ["vandaag", "over 10 dagen", "3 dagen geleden"]);
});

test("every screen of the desk exists, and asks a permission that there is", async () => {
  const tekst = await readFile(new URL("pwa/desk/routes.js", WORTEL), "utf8");
  const rechten = await readFile(new URL("app/access/rules.py", WORTEL), "utf8");
  for (const [, pad] of tekst.matchAll(/import\("([^"]+)"\)/g)) await readFile(new URL(pad, new URL("pwa/desk/", WORTEL)));
  for (const [, recht] of tekst.matchAll(/recht: "([^"]+)"/g)) assert.ok(rechten.includes(`"${recht}"`), recht);
});
