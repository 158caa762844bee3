// What was asked, as the fields of a new person; and dates as they are typed.
import assert from "node:assert/strict";
import { test } from "node:test";

import { uitVraag } from "../../pwa/desk/abonnementen/uitvraag.js";
import { alsGetypt, alsIso } from "../../pwa/desk/abonnementen/woorden.js";

/** @type {[string, [string, string, string]][]} what is asked, and the given names, prefix and surname in it */
const VRAGEN = [
  ["Maikel Daam", ["Maikel", "", "Daam"]],
  ["maikel daam 16-3-1985", ["Maikel", "", "Daam"]],
  ["MAIKEL DAAM geboren 16 maart 1985", ["Maikel", "", "Daam"]],
  ["jan van der berg", ["Jan", "van der", "Berg"]],
  ["van der berg", ["", "van der", "Berg"]],
  ["Ben Jansen", ["Ben", "", "Jansen"]],
  ["moh el ben-ali", ["Moh", "el", "Ben-Ali"]],
  ["j.p. de vries", ["J.P.", "de", "Vries"]],
  ["anna maria van 't hof rond 30", ["Anna Maria", "van 't", "Hof"]],
  ["Daam, Maikel", ["Maikel", "", "Daam"]],
  ["Berg, Jan van der", ["Jan", "van der", "Berg"]],
  ["van der Berg, Jan, 16-3-1985", ["Jan", "van der", "Berg"]],
  ["16-3-1985 daam", ["", "", "Daam"]],
  ["McDonald", ["", "", "McDonald"]],
  ["kim op", ["Kim", "", "Op"]],
  ["", ["", "", ""]],
];

for (const [naam, verwacht] of VRAGEN) {
  test(`"${naam}" is filled in as far as it can be guessed`, () => {
    const { voornamen, voorvoegsel, geslachtsnaam } = uitVraag({ naam });
    assert.deepEqual([voornamen, voorvoegsel, geslachtsnaam], verwacht);
  });
}

test("the birth date stands there as one types it, from its own field or from the name", () => {
  assert.equal(uitVraag({ naam: "daam", geboortedatum: "16-3-1985" }).datum, "16-3-1985");
  assert.equal(uitVraag({ naam: "daam", geboortedatum: "1985-03-16" }).datum, "16-3-1985");
  assert.equal(uitVraag({ naam: "daam 16-3-1985" }).datum, "16-3-1985");
  assert.equal(uitVraag({ naam: "daam 1985-03-16" }).datum, "16-3-1985");
  assert.equal(uitVraag({ naam: "daam rond 30" }).datum, "");
});

test("a date goes to the service and back as it was typed", () => {
  for (const getypt of ["7-3-1994", "3-1994", "1994"]) assert.equal(alsGetypt(alsIso(getypt)), getypt);
  for (const vreemd of ["--03-07", "onbekend"]) assert.equal(alsGetypt(vreemd), vreemd);
  assert.equal(alsGetypt(null), "");
});
