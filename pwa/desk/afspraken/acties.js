// The actions that a handelingskader can name, for the application manager. What is published keeps its own words.
import { Blad, Component, Dialoog, doe, Formulier, html, Icoon, Keuze, Laden, lees, meld, Stand, Tabel, Tekst, Vink } from "../kit/index.js";

const ICONEN = /** @type {Record<string, string>} */ ({
  aanhouden: "Aanhouden", corrigeren: "Corrigeren", bellen: "Bellen", zorg: "Zorg", info: "Informatie", storing: "Gevaar", klok: "Klok",
  slot: "Slot", huis: "Huis", samen: "Samen", afstand: "Afstand", oog: "Oog", vervoer: "Vervoer",
});

/** @param {any} actie */
const Vlag = ({ tekst, icoon, kleur }) => html`<span class=${`actievlag ${kleur}`}><${Icoon} naam=${icoon} />${tekst}</span>`;

/** @extends {Component<{ mag: (recht: string) => boolean }, { code: string | null }>} */
export default class Acties extends Component {
  state = { code: /** @type {string | null} */ (null) };

  /** @param {{ mag: (recht: string) => boolean }} props @param {{ code: string | null }} state */
  render({ mag }, { code }) {
    const beheer = mag("naslag:beheren");
    const nieuw = { naam: "Nieuwe actie", hoofd: true, doe: () => this.setState({ code: "" }) };
    return html`<${Blad} titel="Acties" breed acties=${beheer ? [nieuw] : []}>
      <p class="hint">Wat een agent te doen kan krijgen. Een kaart die al op straat staat, houdt de woorden, het icoon en de kleur waarmee zij gepubliceerd is.</p>
      <${Laden} wat="acties" haal=${() => lees("acties")}>
        ${(/** @type {any} */ { items, iconen, kleuren }, /** @type {any} */ { opnieuw }) => html`
          <${Lijst} items=${items} beheer=${beheer} wijzig=${(/** @type {string} */ een) => this.setState({ code: een })} />
          ${code !== null && html`<${Venster} code=${code} iconen=${iconen} kleuren=${kleuren} klaar=${() => { this.setState({ code: null }); opnieuw(); }}
            sluit=${() => this.setState({ code: null })} />`}`}
      <//>
    <//>`;
  }
}

/** @param {{ items: any[], beheer: boolean, wijzig: (code: string) => void }} props */
const Lijst = ({ items, beheer, wijzig }) => html`<${Tabel} bijschrift="Acties" rijen=${items} sleutel=${(/** @type {any} */ een) => een.code} leeg="Er zijn nog geen acties."
  kolommen=${[
    { naam: "actie", kop: "Op de kaart", toon: Vlag },
    { naam: "code", kop: "Code", toon: (/** @type {any} */ een) => een.code },
    { naam: "stand", kop: "Stand", toon: (/** @type {any} */ een) => (een.actief ? html`<${Stand} toon="goed">Te kiezen<//>` : html`<${Stand} toon="rust">Niet meer te kiezen<//>`) },
    ...(beheer ? [{ naam: "wijzig", kop: "Wijzigen", toon: (/** @type {any} */ een) => html`<button type="button" class="knop klein" aria-label=${`Wijzig ${een.tekst}`} onClick=${() => wijzig(een.code)}>Wijzig</button>` }] : []),
  ]} />`;

/** @param {{ code: string, iconen: string[], kleuren: string[], klaar: () => void, sluit: () => void }} props */
function Venster({ code, iconen, kleuren, klaar, sluit }) {
  const leeg = { inhoud: { code: "", tekst: "", icoon: "info", kleur: "grijs" }, etag: null };
  return html`<${Dialoog} titel=${code ? "Wijzig een actie" : "Nieuwe actie"} sluit=${sluit}>
    <${Laden} wat="actie" sleutel=${code} haal=${async () => (code ? lees(`acties/${code}`) : leeg)}>
      ${(/** @type {any} */ { versie: _versie, code: vast, ...begin }, /** @type {any} */ { etag }) => html`
        <${Formulier} naam=${`actie/${code}`} begin=${code ? begin : { code: vast, ...begin }} etag=${etag} verstuur=${async (/** @type {any} */ waarden, /** @type {any} */ hoe) => {
          const uit = await (code ? doe("PATCH", `acties/${code}`, waarden, hoe) : doe("POST", "acties", waarden));
          meld("Bewaard.");
          klaar();
          return uit;
        }} vers=${async () => { const { inhoud: { code: _code, versie: _v, ...rest }, etag: e } = await lees(`acties/${code}`); return { waarden: rest, etag: e }; }}>
          ${(/** @type {any} */ f) => html`
            ${!code && html`<${Tekst} f=${f} naam="code" label="Code" hint="Kleine letters en _. Verandert nooit meer." max=${40} vereist />`}
            <${Tekst} f=${f} naam="tekst" label="Wat de agent leest" max=${40} vereist />
            <${Keuze} f=${f} naam="icoon" label="Icoon" opties=${iconen.map((een) => [een, ICONEN[een] ?? een])} vereist />
            <${Keuze} f=${f} naam="kleur" label="Kleur" opties=${kleuren.map((een) => [een, een])} vereist />
            ${code && html`<${Vink} f=${f} naam="actief" label="Te kiezen in een nieuw voorstel" />`}
            <p><${Vlag} tekst=${f.waarde("tekst")} icoon=${f.waarde("icoon")} kleur=${f.waarde("kleur")} /></p>`}
        <//>`}
    <//>
  <//>`;
}
