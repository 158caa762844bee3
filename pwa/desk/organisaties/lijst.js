// Organisations, for the application manager: which there are, and where their mail goes.
import { Blad, Bladeren, Component, Dialoog, doe, Formulier, html, Keuze, Knop, Laden, lees, meld, query, Tabel, Tekst } from "../kit/index.js";

/** @type {[string, string][]} */
const SOORTEN = [["partner", "Partner"], ["veiligheidshuis", "Zorg- en veiligheidshuis"], ["gemeente", "Gemeente"], ["politie", "Politie"], ["om", "Openbaar Ministerie"]];
const UITLEG = "Hier gaan herinneringen heen. Er staat nooit iets over een persoon in.";

/** @extends {Component<any, { open: any }>} */
export default class Organisaties extends Component {
  state = { open: /** @type {any} */ (null) };

  sluit = () => this.setState({ open: null });

  render() {
    const { open } = this.state;
    return html`<${Blad} titel="Organisaties" breed acties=${[{ naam: "Nieuwe organisatie", doe: () => this.setState({ open: {} }), hoofd: true }]}>
      <${Laden} wat="organisaties" sleutel=${location.search} haal=${() => lees("organisaties", { query: Object.fromEntries(query()) })}>
        ${(/** @type {any} */ { items, volgende }, /** @type {any} */ { opnieuw }) => html`
          <${Tabel} bijschrift="Organisaties op naam" rijen=${items} sleutel=${(/** @type {any} */ rij) => rij.id} kolommen=${this.kolommen()} leeg="Er zijn nog geen organisaties." />
          <${Bladeren} volgende=${volgende} />
          ${open && html`<${Venster} een=${open} sluit=${this.sluit} klaar=${() => { this.sluit(); opnieuw(); }} />`}`}
      <//>
    <//>`;
  }

  kolommen() {
    return [
      { naam: "naam", kop: "Naam", toon: (/** @type {any} */ rij) => rij.naam },
      { naam: "soort", kop: "Soort", toon: (/** @type {any} */ rij) => SOORTEN.find(([code]) => code === rij.soort)?.[1] ?? rij.soort },
      { naam: "email", kop: "E-mailadres", toon: (/** @type {any} */ rij) => rij.email ?? html`<span class="zacht">geen: herinneringen kunnen niet</span>` },
      { naam: "doe", kop: "Wijzigen", toon: (/** @type {any} */ rij) => html`<${Knop} klein naam=${`Wijzig het e-mailadres van ${rij.naam}`} doe=${() => this.setState({ open: rij })}>Wijzig<//>` },
    ];
  }
}

/** @param {any} props */
function Venster({ een, sluit, klaar }) {
  const nieuw = een.id === undefined;
  /** @param {any} w @param {any} hoe */
  async function verstuur(w, hoe) {
    const uit = nieuw ? await doe("POST", "organisaties", w) : await doe("PATCH", `organisaties/${een.id}`, { email: w.email || null }, hoe);
    meld("Bewaard.");
    klaar();
    return uit;
  }
  const begin = nieuw ? { naam: "", soort: null, email: "" } : { email: een.email ?? "" };
  return html`<${Dialoog} titel=${nieuw ? "Nieuwe organisatie" : een.naam} sluit=${sluit}>
    <${Formulier} naam=${`organisatie/${een.id ?? "nieuw"}`} begin=${begin} etag=${nieuw ? null : `"${een.versie}"`} verstuur=${verstuur}>
      ${(/** @type {any} */ f) => html`
        ${nieuw && html`<${Tekst} f=${f} naam="naam" label="Naam" max=${120} vereist />
          <${Keuze} f=${f} naam="soort" label="Soort" opties=${SOORTEN} vereist />`}
        <${Tekst} f=${f} naam="email" label="E-mailadres" soort="email" hint=${UITLEG} />`}
    <//>
  <//>`;
}
