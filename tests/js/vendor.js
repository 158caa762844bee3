// Copies the client's two libraries out of their pinned packages: `npm run vendor`.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

export const WORTEL = new URL("../../", import.meta.url);

/** @type {Record<string, string>} package and the file of it that is served */
export const PAKKETTEN = { preact: "dist/preact.mjs", htm: "mini/index.module.js" };

async function kopieer() {
  for (const [naam, bestand] of Object.entries(PAKKETTEN)) {
    const pakket = new URL(`node_modules/${naam}/`, WORTEL);
    const doel = new URL("pwa/vendor/", WORTEL);
    const { version } = JSON.parse(await readFile(new URL("package.json", pakket), "utf8"));
    await copyFile(new URL(bestand, pakket), new URL(`${naam}.js`, doel));
    await copyFile(new URL("LICENSE", pakket), new URL(`${naam}.LICENSE`, doel));
    await writeFile(new URL(`${naam}.VERSION`, doel), `${version}\n`);
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) await kopieer();
