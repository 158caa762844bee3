// The form of a new abonnement, for somebody who is known or for somebody new.
import { vandaag } from "../../lib/datum.js";
import { Component, Datum, Formulier, html, Keuze, Laden, lees, Rijen, Tekst, Uitleg } from "../kit/index.js";
import { mogelijkDubbel, openAbonnement } from "./openen.js";
import { Persoonvelden } from "./persoonvelden.js";
import { maandenLater, vanSoort } from "./woorden.js";
import { Kort } from "./zoeken.js";

const LOKAAL = "lokale_pga";

/** @param {any} props */
export const Opening = (props) => html`<${Laden} wat="keuzes" haal=${() => lees("naslag")}>
  ${(/** @type {any} */ naslag) => html`<${Vragen} ...${props} naslag=${naslag} />`}
<//>`;

/** @extends {Component<any>} */
class Vragen extends Component {
  begin = {
    persoon: this.props.nieuw ?? null, aanpak: null, regime: null, veiligheidshuisId: null, gemeenteId: null, doel: "",
    start: vandaag(new Date()), toetsenVoor: null, einde: null, organisaties: [],
  };
  /** What the regime proposed last: what is still the same was not chosen by anybody. */
  voorstel = { toetsenVoor: null, einde: null };

  /** The dates that go with a regime and a first day, for as long as nobody chose others. @param {any} f @param {any} anders */
  stelVoor(f, anders) {
    const regime = anders.regime ?? f.waarde("regime"), start = anders.start ?? f.waarde("start");
    const termijn = this.props.naslag.regimes.find((/** @type {any} */ { code }) => code === regime)?.termijn;
    if (!termijn || !start) return;
    const nieuw = { toetsenVoor: maandenLater(start, termijn.toetsenNaMaanden), einde: maandenLater(start, termijn.eindeNaMaanden) };
    for (const naam of /** @type {const} */ (["toetsenVoor", "einde"])) {
      if (!f.waarde(naam) || f.waarde(naam) === this.voorstel[naam]) f.zet(naam, nieuw[naam]);
    }
    this.voorstel = /** @type {any} */ (nieuw);
  }

  /** @param {any} f @param {string | null} aanpak */
  kiesAanpak(f, aanpak) {
    if (!aanpak || f.waarde("regime")) return;
    const regime = aanpak === LOKAAL ? LOKAAL : "wgs";
    f.zet("regime", regime);
    this.stelVoor(f, { regime });
  }

  /** @param {any} waarden @param {any} hoe */
  verstuur = async (waarden, hoe) => {
    try {
      return await openAbonnement(waarden, this.props, hoe);
    } catch (fout) {
      const ids = mogelijkDubbel(fout);
      if (ids) this.props.isDubbel(waarden, ids);
      throw fout;
    }
  };

  /** @param {any} props */
  render({ persoon, terug, naam }) {
    return html`
      ${persoon && html`<section class="vlak" aria-label="Voor wie"><${Kort} persoon=${persoon} /></section>`}
      <${Formulier} naam=${naam} begin=${this.begin} verstuur=${this.verstuur} knop="Open het abonnement"
          extra=${terug && html`<button type="button" class="knop" onClick=${terug}>Zoek opnieuw</button>`}>
        ${(/** @type {any} */ f) => html`
          ${!persoon && html`<h2>De nieuwe persoon</h2>
            <p>Ingevuld is wat je zocht. Kijk na of elke naam in het goede veld staat.</p><${Persoonvelden} f=${f} voor="persoon/" />`}
          <h2>Het abonnement</h2>
          ${this.velden(f)}`}
      <//>`;
  }

  /** @param {any} f */
  velden(f) {
    const { aanpakken, regimes, organisaties } = this.props.naslag;
    const lokaal = f.waarde("regime") === LOKAAL;
    const huis = html`<${Keuze} key="huis" f=${f} naam="veiligheidshuisId" label="Zorg- en veiligheidshuis" opties=${vanSoort(organisaties, "veiligheidshuis")} vereist=${!lokaal} />`;
    const gemeente = html`<${Keuze} key="gemeente" f=${f} naam="gemeenteId" label="Gemeente" opties=${vanSoort(organisaties, "gemeente")} vereist=${lokaal} />`;
    return html`
      <${Keuze} f=${f} naam="aanpak" label="Aanpak" opties=${opties(aanpakken)} vereist bij=${(/** @type {any} */ code) => this.kiesAanpak(f, code)} />
      <${Keuze} f=${f} naam="regime" label="Regime" hint="Volgens welke regels gegevens worden gedeeld en bewaard." opties=${opties(regimes)} vereist
        bij=${(/** @type {any} */ regime) => this.stelVoor(f, { regime })} />
      ${lokaal ? [gemeente, huis] : [huis, gemeente]}
      <${Tekst} f=${f} naam="doel" label="Doel" hint="Waarvoor de gegevens worden gedeeld. De wet vraagt dat vooraf." max=${300} vereist />
      <${Datum} f=${f} naam="start" label="Eerste dag" vereist bij=${(/** @type {any} */ start) => this.stelVoor(f, { start })} />
      <${Datum} f=${f} naam="toetsenVoor" label="Toetsen voor" hint="Leeg is wat het regime voorstelt." />
      <${Datum} f=${f} naam="einde" label="Laatste dag" hint="Leeg is wat het regime voorstelt." />
      <${Rijen} f=${f} naam="organisaties" label="Wie doet er mee" hint="De eigen organisatie en de eigenaar doen altijd mee." wat="organisatie" nieuw=${null} meeste=${20}>
        ${(/** @type {string} */ naam, /** @type {number} */ i) => html`<${Keuze} f=${f} naam=${naam} label=${`Organisatie ${i + 1}`} vereist
          opties=${organisaties.map((/** @type {any} */ { id, naam: tekst }) => [String(id), tekst])} />`}
      <//>
      <${Uitleg}><p>Het abonnement begint als concept. Er komt niets op straat voordat de afspraken zijn vastgesteld.</p><//>`;
  }
}

/** @param {any[]} rijen @returns {[string, string][]} */
const opties = (rijen) => rijen.map(({ code, naam }) => [code, naam]);
