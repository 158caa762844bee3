import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { PAKKETTEN, WORTEL } from "./vendor.js";

const lees = (/** @type {string} */ pad) => readFile(new URL(pad, WORTEL), "utf8");

for (const [naam, bestand] of Object.entries(PAKKETTEN)) {
  test(`vendor/${naam} is the pinned package, whole and unchanged`, async () => {
    const pakket = JSON.parse(await lees(`node_modules/${naam}/package.json`));
    const vast = JSON.parse(await lees("package.json")).devDependencies[naam];
    assert.equal(pakket.version, vast);
    assert.equal((await lees(`pwa/vendor/${naam}.VERSION`)).trim(), vast);
    assert.equal(await lees(`pwa/vendor/${naam}.js`), await lees(`node_modules/${naam}/${bestand}`));
    assert.equal(await lees(`pwa/vendor/${naam}.LICENSE`), await lees(`node_modules/${naam}/LICENSE`));
  });
}

test("the lock file names no registry", async () => {
  assert.doesNotMatch(await lees("package-lock.json"), /"resolved"/);
});
