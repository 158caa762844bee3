// Rules of the house that are easier to read as a test than as a lint rule.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

import { WORTEL } from "./vendor.js";

const PWA = new URL("pwa/", WORTEL);
const namen = (await readdir(PWA, { recursive: true })).filter((naam) => !naam.startsWith("vendor/"));
const lees = (/** @type {string} */ naam) => readFile(new URL(naam, PWA), "utf8");

test("no style, script or handler stands in the page", async () => {
  for (const pagina of ["street/index.html", "desk/index.html"]) {
    assert.doesNotMatch(await lees(pagina), /<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
  }
});

test("nothing is loaded from elsewhere", async () => {
  for (const naam of namen.filter((een) => /\.(js|css|html|webmanifest)$/.test(een))) {
    assert.doesNotMatch((await lees(naam)).replaceAll("http://www.w3.org/", ""), /(?:https?:)?\/\/[a-z0-9-]+\.[a-z]{2}/i, naam);
  }
});

test("only the reason is remembered between visits", async () => {
  for (const naam of namen.filter((een) => een.endsWith(".js"))) {
    const tekst = await lees(naam);
    assert.doesNotMatch(tekst, /sessionStorage|indexedDB|document\.cookie\s*=/, naam);
    for (const [, wat] of tekst.matchAll(/localStorage\.setItem\(([^,]+),/g)) assert.equal(wat, "REDEN");
  }
});

test("imports are relative and exist", async () => {
  for (const naam of namen.filter((een) => /^(street|desk|lib)\/.*\.js$/.test(een))) {
    for (const [, pad] of (await lees(naam)).matchAll(/^(?:import|export)[^"']*from "([^"]+)"/gm)) {
      assert.match(pad, /^\.\.?\//, naam);
      await readFile(new URL(pad, new URL(naam, PWA)));
    }
  }
});

test("every colour and size that is used has a value", async () => {
  const stijl = (await Promise.all(namen.filter((naam) => naam.endsWith(".css")).map(lees))).join("");
  for (const [, variabele] of stijl.matchAll(/var\((--[a-z-]+)/g)) {
    assert.match(stijl, new RegExp(`${variabele}:`), `${variabele} has no value`);
  }
});
