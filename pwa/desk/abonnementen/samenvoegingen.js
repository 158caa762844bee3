// The merges there were: all of them, or those of one person.
import { Blad, Bladeren, html, Laden, lees, moment, query, Stand, Tabel } from "../kit/index.js";

export default function Alle() {
  return html`<${Blad} titel="Samenvoegingen" breed kruimels=${[["Abonnementen", "/bureau/abonnementen"]]}>
    <p>Om twee personen samen te voegen, open je een van de twee en kies je “Voeg samen met een ander”.</p>
    <${Samenvoegingen} vraag=${Object.fromEntries(query())} leeg="Er zijn nog geen personen samengevoegd." />
  <//>`;
}

/** @param {{ vraag: object, leeg: string }} props */
export const Samenvoegingen = ({ vraag, leeg }) => html`
  <${Laden} wat="samenvoegingen" sleutel=${JSON.stringify(vraag)} haal=${() => lees("samenvoegingen", { query: vraag })}>
    ${(/** @type {any} */ { items, volgende }) => html`
      <${Tabel} bijschrift="Samenvoegingen, de nieuwste voorop" rijen=${items} sleutel=${(/** @type {any} */ rij) => rij.id} kolommen=${KOLOMMEN}
        link=${(/** @type {any} */ rij) => `/bureau/samenvoegingen/${rij.id}`} leeg=${leeg} />
      <${Bladeren} volgende=${volgende} />`}
  <//>`;

/** @type {import("../kit/tabel.js").Kolom[]} */
const KOLOMMEN = [
  { naam: "van", kop: "Opgegaan", toon: ({ van }) => van.naam },
  { naam: "naar", kop: "Gebleven", toon: ({ naar }) => naar.naam },
  { naam: "wanneer", kop: "Wanneer", toon: ({ gedaanOp }) => moment(gedaanOp) },
  { naam: "stand", kop: "Stand", toon: ({ ongedaanOp }) => html`<${Stand} toon=${ongedaanOp ? "rust" : "goed"}>${ongedaanOp ? "Ongedaan gemaakt" : "Samengevoegd"}<//>`, smal: true },
];
