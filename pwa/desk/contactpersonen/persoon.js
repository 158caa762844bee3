// One contactpersoon: who it is, when one can be reached, and who is called otherwise. The answer of the phone is shown live.
import { bereikbaarheid } from "../../lib/bereikbaar.js";
import { Blad, Component, Datum, doe, Feiten, Formulier, html, Keuze, Kiezen, Laden, lees, meld, naar, query, Rijen, Tekst, Uitleg, Vink } from "../kit/index.js";
import { Schakelen } from "./schakelen.js";
import { DAGNAMEN, internationaal, KANTOOR } from "./uren.js";
import { alsInvoer, alsUren, alsWaarden, controleer, LEEG } from "./waarden.js";

/** @type {[string, string][]} */
const KRUIMELS = [["Werklijst", "/bureau"], ["Contactpersonen", "/bureau/contactpersonen"]];
/** @type {[string, string, string?][]} */
const UREN = [
  ["tijden", "Op vaste tijden", "Bijvoorbeeld maandag tot en met vrijdag van 08:30 tot 17:00"],
  ["altijd", "Altijd", "Dag en nacht, ook op feestdagen"],
  ["onbekend", "Niet bekend", "De kaart zegt dan dat de uren niet bekend zijn"],
];
const NACHT = { eerste: "ma", laatste: "zo", begin: "17:00", eind: "08:30" };
const UITZONDERING = { van: "", tot: "", wat: "dicht", begin: "09:00", eind: "12:00" };

/** The part of a form that one came from to add somebody, and goes back to. */
const deelVan = () => {
  const deel = query().get("deel") ?? "";
  return /^\d+$/.test(deel) ? `/bureau/formulierdelen/${deel}` : null;
};

/** @returns {[string, string][]} */
const vanwaar = () => {
  const deel = deelVan();
  return deel ? [["Werklijst", "/bureau"], ["Formulier", deel]] : KRUIMELS;
};

/** @param {any} props */
export default function Persoon({ delen }) {
  const id = delen.id;
  const haal = async () => {
    const lijst = await lees("contactpersonen", { query: { bron: "eigen", actief: "ja", limiet: 200 } });
    const een = id ? await lees(`contactpersonen/${id}`) : { inhoud: LEEG, etag: null };
    return { inhoud: { een: een.inhoud, keuze: lijst.inhoud.items, feestdagen: lijst.inhoud.feestdagen }, etag: een.etag };
  };
  return html`<${Laden} wat="gegevens van deze contactpersoon" sleutel=${id ?? "nieuw"} haal=${haal}>
    ${(/** @type {any} */ { een, keuze, feestdagen }, /** @type {any} */ { etag, opnieuw }) => html`
      <${Blad} titel=${id ? "Contactpersoon" : "Nieuwe contactpersoon"} kop=${id ? een.naam : "Nieuwe contactpersoon"} kruimels=${id ? KRUIMELS : vanwaar()} onder=${een.organisatie?.naam}>
        ${!een.actief && html`<${Uitleg} toon="let-op" kop="Uitgeschakeld"><p>Deze contactpersoon staat op geen kaart.
          ${een.vervanger && ` ${een.vervanger.naam} heeft het overgenomen.`}</p><//>`}
        ${een.magWijzigen
          ? html`<${Bewerken} key=${een.versie ?? "nieuw"} een=${een} etag=${etag} keuze=${keuze} feestdagen=${feestdagen} opnieuw=${opnieuw} />`
          : html`<${Alleen} een=${een} feestdagen=${feestdagen} />`}
      <//>`}
  <//>`;
}

/** Of another organisation: to be read. @param {{ een: any, feestdagen: string[] }} props */
const Alleen = ({ een, feestdagen }) => html`<section class="vlak">
  <${Feiten} feiten=${[
    ["Functie", een.functie], ["Telefoon", een.telefoon], ["E-mail", een.email], ["Bereikbaar", een.bereikbaar],
    ["Nu", bereikbaarheid(een, new Date(), feestdagen)], ["Vervanger", een.vervanger?.naam],
  ]} />
  <p class="hint">Alleen ${een.organisatie.naam} kan dit wijzigen.</p>
</section>`;

/**
 * @typedef {{ een: any, etag: string | null, keuze: any[], feestdagen: string[], opnieuw: () => void }} Props
 * @extends {Component<Props, { waarden: any }>}
 */
class Bewerken extends Component {
  state = { waarden: alsWaarden(this.props.een) };

  get pad() {
    return `contactpersonen/${this.props.een.id}`;
  }

  /** @param {any} waarden @param {any} hoe */
  verstuur = async (waarden, hoe) => {
    if (!this.props.een.id) {
      const { inhoud } = await doe("POST", "contactpersonen", alsInvoer(waarden));
      meld("Toegevoegd. Op een abonnement of formulier kun je deze contactpersoon nu kiezen.");
      naar(deelVan() ?? `/bureau/contactpersonen/${inhoud.id}`);
      return undefined;
    }
    const uit = await doe("PATCH", this.pad, alsInvoer(waarden), hoe);
    meld(`Bewaard. ${kaarten(uit.inhoud.gewijzigdeKaarten)} bijgewerkt.`);
    this.props.opnieuw();
    return uit;
  };

  vers = async () => {
    const { inhoud, etag } = await lees(this.pad);
    return { waarden: alsWaarden(inhoud), etag };
  };

  render() {
    const { een, etag, keuze, feestdagen, opnieuw } = this.props;
    const { waarden } = this.state;
    return html`<div class="contactpersoon">
      <${Formulier} naam=${`contactpersoon/${een.id || "nieuw"}`} begin=${alsWaarden(een)} etag=${etag} verstuur=${this.verstuur} controleer=${controleer}
        vers=${een.id ? this.vers : undefined} velden=${VELDEN} bij=${(/** @type {any} */ nu) => this.setState({ waarden: nu })} uit=${!een.actief}>
        ${(/** @type {any} */ f) => html`
          <section class="vlak"><h2>Wie</h2><${Wie} f=${f} /></section>
          <section class="vlak"><h2>Wanneer bereikbaar</h2><${Wanneer} f=${f} />
            <p class="nu" role="status">De telefoon zegt nu: <strong>${bereikbaarheid(alsUren(waarden), new Date(), feestdagen)}</strong></p></section>
          <section class="vlak"><h2>Als deze niet te bereiken is</h2>
            <${Keuze} f=${f} naam="vervangerId" label="Vervanger" leeg="Niemand" opties=${keuze.filter(({ id }) => id !== een.id).map(({ id, naam }) => [String(id), naam])}
              hint="Iemand van je eigen organisatie. De kaart noemt de vervanger alleen als eerste wanneer deze persoon er niet is." /></section>
          ${een.id > 0 && html`<p class="gevolg"><strong>${kaarten(een.kaarten)}</strong>: daar is een wijziging meteen te zien.</p>`}`}
      <//>
      ${een.id > 0 && html`<${Schakelen} een=${een} etag=${etag} keuze=${keuze} klaar=${opnieuw} />`}
    </div>`;
  }
}

/** @param {number} aantal */
const kaarten = (aantal) => (aantal === 1 ? "1 kaart" : `${aantal} kaarten`);

/** @param {{ f: any }} props */
const Wie = ({ f }) => html`
  <${Tekst} f=${f} naam="naam" label="Naam" max=${120} vereist />
  <${Tekst} f=${f} naam="functie" label="Functie" max=${120} />
  <${Tekst} f=${f} naam="telefoon" label="Telefoon" soort="tel" hint="Een Nederlands nummer mag je gewoon typen: 030 123 45 67"
    advies=${internationaal(f.waarde("telefoon")) !== f.waarde("telefoon") && html`<p class="hint">Wordt bewaard als ${internationaal(f.waarde("telefoon"))}</p>`} />
  <${Tekst} f=${f} naam="email" label="E-mail" soort="email" hint="Komt nooit op een kaart" />
`;

/** @param {{ f: any }} props */
const Wanneer = ({ f }) => html`
  <${Kiezen} f=${f} naam="uren" label="Gewone tijden" opties=${UREN} vereist />
  ${f.waarde("uren") === "tijden" && html`
    <${Rijen} f=${f} naam="tijden" label="Tijden" wat="tijd" nieuw=${KANTOOR} meeste=${6} hint="Een nacht mag: van 17:00 tot 08:30 loopt door tot de volgende ochtend.">
      ${(/** @type {string} */ naam) => html`<div class="tijdrij">
        <${Keuze} f=${f} naam=${`${naam}/eerste`} label="Van" opties=${DAGNAMEN} vereist /><${Keuze} f=${f} naam=${`${naam}/laatste`} label="Tot en met" opties=${DAGNAMEN} vereist />
        <${Tekst} f=${f} naam=${`${naam}/begin`} label="Begin" soort="time" vereist /><${Tekst} f=${f} naam=${`${naam}/eind`} label="Einde" soort="time" vereist />
      </div>`}
    <//>
    <div class="knoppen">
      <button type="button" class="knop klein" onClick=${() => f.zet("tijden", [KANTOOR])}>Kantoortijden</button>
      <button type="button" class="knop klein" onClick=${() => f.zet("tijden", [NACHT])}>Buiten kantoortijd</button>
    </div>
    <${Vink} f=${f} naam="opFeestdagen" label="Deze tijden gelden ook op feestdagen" />`}
  <${Rijen} f=${f} naam="uitzonderingen" label="Uitzonderingen" wat="uitzondering" nieuw=${UITZONDERING} meeste=${20} hint="Vakantie, een vrije dag, of andere tijden">
    ${(/** @type {string} */ naam) => html`<div class="tijdrij">
      <${Datum} f=${f} naam=${`${naam}/van`} label="Van" vereist /><${Datum} f=${f} naam=${`${naam}/tot`} label="Tot en met" />
      <${Keuze} f=${f} naam=${`${naam}/wat`} label="Dan" opties=${watOpties(f.waarde(`${naam}/wat`))} vereist />
      ${f.waarde(`${naam}/wat`) === "tijden" && html`<${Tekst} f=${f} naam=${`${naam}/begin`} label="Begin" soort="time" vereist />
        <${Tekst} f=${f} naam=${`${naam}/eind`} label="Einde" soort="time" vereist />`}
    </div>`}
  <//>
`;

/** @param {string} nu @returns {[string, string][]} */
const watOpties = (nu) => [
  ["dicht", "niet bereikbaar"], ["tijden", "op andere tijden"], ["altijd", "de hele dag"],
  .../** @type {[string, string][]} */ (["dicht", "tijden", "altijd", null].includes(nu) ? [] : [[nu, nu]]),
];

const VELDEN = [
  { naam: "naam", label: "Naam" }, { naam: "functie", label: "Functie" }, { naam: "telefoon", label: "Telefoon" }, { naam: "email", label: "E-mail" },
  { naam: "uren", label: "Gewone tijden" },
  { naam: "tijden", label: "Tijden", toon: (/** @type {any[]} */ lijst) => lijst.map(({ eerste, laatste, begin, eind }) => `${eerste}-${laatste} ${begin}-${eind}`).join("\n") || "geen" },
  { naam: "opFeestdagen", label: "Ook op feestdagen", toon: (/** @type {boolean} */ ja) => (ja ? "ja" : "nee") },
  { naam: "uitzonderingen", label: "Uitzonderingen", toon: (/** @type {any[]} */ lijst) => lijst.map(({ van, tot, wat }) => `${van} t/m ${tot}: ${wat}`).join("\n") || "geen" },
  { naam: "vervangerId", label: "Vervanger", toon: (/** @type {string | null} */ id) => (id ? `contactpersoon ${id}` : "niemand") },
];
