// A screen with one of everything, which the tests of the kit put in the place of the first screen.
import {
  Blad, Bevestig, Bladeren, Component, Datum, Dialoog, doe, Feiten, Filters, Formulier, html, Keuze, Kiezen, Knop, Laden, Lang, lees, meld, query, Rijen, Stand,
  StandVan, Tabel, Tabs, Tekst, Uitleg, Vink,
} from "./kit/index.js";

const KOLOMMEN = [
  { naam: "naam", kop: "Persoon", toon: (/** @type {any} */ rij) => rij.naam },
  { naam: "stand", kop: "Stand", toon: (/** @type {any} */ rij) => html`<${StandVan} code=${rij.stand} />`, sorteer: "stand" },
  { naam: "dagen", kop: "Dagen open", toon: (/** @type {any} */ rij) => rij.dagen, getal: true },
];
const ACTIES = [["direct_aanhouden", "Direct aanhouden"], ["overleg_eerst", "Overleg eerst"]];
const VELDEN = [{ naam: "kern", label: "Kern" }, { naam: "actie", label: "Actie" }, { naam: "regels", label: "Regels" }];

export default class Proef extends Component {
  state = { venster: false, einde: false };

  acties = [
    { naam: "Doe de proef", doe: () => meld("De proef is gedaan."), hoofd: true },
    { naam: "Verborgen handeling", doe: () => this.setState({ venster: true }), alleenPalet: true },
    { naam: "Maak een einde", doe: () => this.setState({ einde: true }) },
  ];

  render() {
    return html`<${Blad} titel="Proef" kop="Proef van alles" breed acties=${this.acties} kruimels=${[["Werklijst", "/bureau"]]}>
      <${Tabs} label="Onderdelen" tabs=${[{ href: "/bureau", tekst: "Alles", nu: true }, { href: "/bureau/elders", tekst: "Elders", nu: false }]} />
      <${Uitleg} toon="let-op" kop="Let op"><p>Dit is een <a href="/bureau/elders">proef</a>.</p><//>
      <div class="kolommen">
        <section class="vlak"><h2>Feiten</h2><${Feiten} feiten=${[["Aanpak", "Levensloopaanpak"], ["Start", null], ["Stand", html`<${Stand} toon="goed">Loopt<//>`]]} />
          <div class="knoppen"><${Knop} doe=${() => doe("POST", "proef/daden", { wat: "iets" })} gelukt="Gedaan.">Doe iets<//></div></section>
        <section class="vlak"><h2>Formulier</h2>${formulier()}</section>
      </div>
      <section><h2>Lijst</h2>${lijst()}</section>
      ${this.state.einde && einde(() => this.setState({ einde: false }))}
      ${this.state.venster && html`<${Bevestig} titel="Weet je het zeker?" ja="Ja, doe het" doe=${() => meld("Zeker.")} sluit=${() => this.setState({ venster: false })}><p>Dit kan terug.</p><//>`}
    <//>`;
  }
}

const einde = (/** @type {() => void} */ sluit) => html`<${Dialoog} titel="Einde van de proef" sluit=${sluit}>
  <${Formulier} naam="einde" begin=${{ reden: "" }} knop="Beëindig voorgoed" voorgoed
      verstuur=${async (/** @type {any} */ w) => { await doe("POST", "proef/daden", w); sluit(); }}>
    ${(/** @type {any} */ f) => html`<${Tekst} f=${f} naam="reden" label="Waarom" max=${300} vereist />`}
  <//><//>`;

const formulier = () => html`<${Laden} haal=${() => lees("proef")}>${(/** @type {any} */ inhoud, /** @type {any} */ { etag }) => html`
  <${Formulier} naam="proef" begin=${inhoud} etag=${etag} velden=${VELDEN} knop="Bewaar de proef"
    concept=${query().has("concept") ? (/** @type {any} */ w, /** @type {any} */ hoe) => doe("PUT", "proef/concept", w, hoe) : undefined}
    verstuur=${async (/** @type {any} */ w, /** @type {any} */ hoe) => { const uit = await doe("PUT", "proef", w, hoe); meld("De proef is bewaard."); return uit; }}
    vers=${async () => { const { inhoud: waarden, etag: nieuw } = await lees("proef"); return { waarden, etag: nieuw }; }}>
    ${(/** @type {any} */ f) => html`
      <${Tekst} f=${f} naam="kern" label="Kern" hint="Eén regel voor de straat." max=${140} vereist />
      <${Lang} f=${f} naam="ziet" label="Wat zie je" max=${500} />
      <${Keuze} f=${f} naam="actie" label="Actie" opties=${ACTIES} vereist />
      <${Kiezen} f=${f} naam="aard" label="Feit of oordeel" vereist opties=${[["feit", "Feit", "Is gebeurd."], ["oordeel", "Oordeel", "Vindt iemand."]]} />
      <${Datum} f=${f} naam="toetsenVoor" label="Toetsen voor" />
      <${Vink} f=${f} naam="eerste" label="Bel als eerste" />
      <${Rijen} f=${f} naam="regels" label="Regels" nieuw=${{ tekst: "" }} meeste=${3}>
        ${(/** @type {string} */ naam, /** @type {number} */ i) => html`<${Tekst} f=${f} naam=${`${naam}/tekst`} label=${`Regel ${i + 1}`} max=${40} vereist />`}
      <//>`}
  <//>`}<//>`;

const lijst = () => html`
  <${Filters} velden=${[{ naam: "stand", label: "Stand", soort: "keuze", opties: [["actief", "Actief"], ["concept", "Concept"]] }, { naam: "laat", label: "Alleen te laat", soort: "vink" }]} />
  <${Laden} wat="rijen" sleutel=${location.search} haal=${() => lees("rijen", { query: Object.fromEntries(query()) })}>
    ${(/** @type {any} */ { items, volgende }) => html`
      <${Tabel} bijschrift="Wie er is" rijen=${items} kolommen=${KOLOMMEN} sleutel=${(/** @type {any} */ rij) => rij.id} link=${(/** @type {any} */ rij) => `/bureau/personen/${rij.id}`} />
      <${Bladeren} volgende=${volgende} />`}
  <//>`;
