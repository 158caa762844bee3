// The first screen: what waits for me, the most pressing first, and right below it the first list itself.
import { Blad, html, Laden, Leeg, lees, Stand, Tabel } from "../kit/index.js";
import { Inhoud } from "./inhoud.js";
import { adres, LIJSTEN, wacht } from "./woorden.js";

/** @typedef {{ naam: string, aantal: number, meer: boolean, oudste: string | null, dringend: number }} Telling */

const ALARM = ["meldingen", "verouderd"];
const EERSTE = 10;

export default function Begin() {
  return html`<${Blad} titel="Werklijst" breed>
    <${Laden} wat="lijsten" haal=${() => lees("werklijsten")}>
      ${(/** @type {{ lijsten: Telling[] }} */ { lijsten }, /** @type {any} */ { opnieuw }) => html`
        <${Tabel} bijschrift="Wat er op je wacht" rijen=${lijsten} sleutel=${(/** @type {Telling} */ rij) => rij.naam}
          link=${(/** @type {Telling} */ rij) => adres(rij.naam)} kolommen=${KOLOMMEN} />
        <${Bovenste} lijsten=${lijsten} klaar=${opnieuw} />`}
    <//>
  <//>`;
}

/** @type {import("../kit/tabel.js").Kolom[]} */
const KOLOMMEN = [
  { naam: "lijst", kop: "Lijst", toon: ({ naam }) => LIJSTEN[naam].titel },
  { naam: "aantal", kop: "Wachten", toon: (rij) => html`<${Aantal} ...${rij} />`, smal: true },
  { naam: "oudste", kop: "Het langst", toon: ({ oudste }) => wacht(oudste), smal: true },
];

/** @param {Telling} props */
function Aantal({ naam, aantal, meer, dringend }) {
  const tekst = meer ? `${aantal} of meer` : String(aantal);
  if (!aantal) return html`<${Stand} toon="goed">geen<//>`;
  return html`<${Stand} toon=${ALARM.includes(naam) ? "fout" : "let-op"}>${tekst}${dringend > 0 && `, ${dringend} dringend`}<//>`;
}

/** The first list with something on it. @param {{ lijsten: Telling[], klaar: () => void }} props */
function Bovenste({ lijsten, klaar }) {
  const eerste = lijsten.find(({ aantal }) => aantal > 0);
  if (!eerste) return html`<${Leeg}>Er wacht niets op je.<//>`;
  return html`<section key=${eerste.naam} aria-labelledby="bovenste">
    <h2 id="bovenste">${LIJSTEN[eerste.naam].titel}</h2>
    <p class="zacht">${LIJSTEN[eerste.naam].doe}</p>
    <${Inhoud} naam=${eerste.naam} query=${{ limiet: EERSTE }} klaar=${klaar} />
    ${eerste.aantal > EERSTE && html`<p><a href=${adres(eerste.naam)}>Bekijk de hele lijst</a></p>`}
  </section>`;
}
