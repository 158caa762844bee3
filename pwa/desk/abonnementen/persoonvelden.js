// The fields of a person, in any form that has them; `voor` is where they stand in its values ("persoon/").
import { html, Keuze, Rijen, Tekst } from "../kit/index.js";
import { alsGetypt, alsIso } from "./woorden.js";

export const LEEG = {
  voornamen: "", roepnaam: "", voorvoegsel: "", geslachtsnaam: "", aliassen: [], geboorte: { datum: "", plaats: "" }, geslacht: "onbekend",
};
/** For the screen on which two versions are merged. @type {import("../kit/verschil.js").Veld[]} */
export const VELDEN = [
  { naam: "voornamen", label: "Voornamen" }, { naam: "roepnaam", label: "Roepnaam" }, { naam: "voorvoegsel", label: "Voorvoegsel" },
  { naam: "geslachtsnaam", label: "Achternaam" }, { naam: "aliassen", label: "Andere namen", toon: (namen) => namen.join("\n") },
  { naam: "geboorte", label: "Geboren", toon: ({ datum, plaats }) => [datum, plaats].filter(Boolean).join(", ") },
  { naam: "geslacht", label: "Geslacht" },
];

/** What the service knows, as the fields have it. @param {any} persoon */
export const alsWaarden = (persoon) => ({
  ...Object.fromEntries(["voornamen", "roepnaam", "voorvoegsel", "geslachtsnaam"].map((naam) => [naam, persoon[naam] ?? ""])),
  aliassen: persoon.aliassen,
  geboorte: { datum: alsGetypt(persoon.geboorte.datum), plaats: persoon.geboorte.plaats ?? "" },
  geslacht: persoon.geslacht,
});

/** What is in the fields, as the service takes it. @param {any} waarden */
export const alsInvoer = (waarden) => ({
  ...waarden,
  aliassen: waarden.aliassen.filter((/** @type {string} */ naam) => naam.trim()),
  geboorte: { ...waarden.geboorte, datum: alsIso(waarden.geboorte.datum) },
  geslacht: waarden.geslacht ?? "onbekend",
});

/** @param {{ f: any, voor?: string }} props */
export const Persoonvelden = ({ f, voor = "" }) => html`
  <${Tekst} f=${f} naam=${`${voor}voornamen`} label="Voornamen" hint="Alle voornamen, of de voorletters." />
  <${Tekst} f=${f} naam=${`${voor}roepnaam`} label="Roepnaam" />
  <${Tekst} f=${f} naam=${`${voor}voorvoegsel`} label="Voorvoegsel" hint="Bijvoorbeeld: van der." />
  <${Tekst} f=${f} naam=${`${voor}geslachtsnaam`} label="Achternaam" hint="Zonder voorvoegsel. Vul - in voor wie geen achternaam heeft." vereist />
  <${Tekst} f=${f} naam=${`${voor}geboorte/datum`} label="Geboortedatum" hint="Bijvoorbeeld 7-3-1994. Alleen een jaar, of een maand en een jaar, mag ook." />
  <${Tekst} f=${f} naam=${`${voor}geboorte/plaats`} label="Geboorteplaats" />
  <${Keuze} f=${f} naam=${`${voor}geslacht`} label="Geslacht" opties=${[["man", "man"], ["vrouw", "vrouw"], ["onbekend", "onbekend"]]} vereist />
  <${Rijen} f=${f} naam=${`${voor}aliassen`} label="Andere namen" hint="Bijnamen, een meisjesnaam, een andere schrijfwijze." wat="naam" nieuw="" meeste=${20}>
    ${(/** @type {string} */ naam, /** @type {number} */ i) => html`<${Tekst} f=${f} naam=${naam} label=${`Andere naam ${i + 1}`} vereist />`}
  <//>`;
