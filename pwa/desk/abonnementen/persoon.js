// One person: who it is, the abonnementen, and who they were merged with.
import { Blad, Component, Dialoog, doe, Feiten, Formulier, html, Laden, lees, meld, Uitleg } from "../kit/index.js";
import { feitenVan } from "./overzicht.js";
import { alsInvoer, alsWaarden, Persoonvelden, VELDEN } from "./persoonvelden.js";
import { Samenvoegingen } from "./samenvoegingen.js";
import { geboren } from "./woorden.js";
import { Abonnementen } from "./zoeken.js";

/** @param {any} props */
export default function Persoon({ delen, mag }) {
  const pad = `personen/${delen.id}`;
  return html`<${Laden} wat="persoon" sleutel=${pad} haal=${() => lees(pad)}>
    ${(/** @type {any} */ persoon, /** @type {any} */ hoe) => html`<${Beeld} persoon=${persoon} ...${hoe} mag=${mag} />`}
  <//>`;
}

/** @extends {Component<any, { wijzigen: boolean }>} */
class Beeld extends Component {
  state = { wijzigen: false };
  sluit = () => this.setState({ wijzigen: false });

  get acties() {
    const { persoon, mag } = this.props;
    if (persoon.samengevoegdMet) return [];
    const { id } = persoon;
    return [
      ...(mag("persoon:wijzigen") ? [{ naam: "Wijzig deze persoon", doe: () => this.setState({ wijzigen: true }) }] : []),
      ...(mag("persoon:samenvoegen") ? [{ naam: "Voeg samen met een ander", href: `/bureau/personen/${id}/samenvoegen` }] : []),
      ...(mag("abonnement:openen") ? [{ naam: "Open een abonnement", href: `/bureau/abonnementen/nieuw?persoon=${id}`, hoofd: true }] : []),
    ];
  }

  /** @param {any} waarden @param {any} hoe */
  verstuur = async (waarden, hoe) => {
    const uit = await doe("PATCH", `personen/${this.props.persoon.id}`, alsInvoer(waarden), hoe);
    meld("Bewaard. Staat deze persoon op straat, dan is de kaart meteen aangepast.");
    this.sluit();
    this.props.zet(uit.inhoud, uit.etag);
    return uit;
  };

  vers = async () => {
    const { inhoud, etag } = await lees(`personen/${this.props.persoon.id}`);
    return { waarden: alsWaarden(inhoud), etag };
  };

  /** @param {any} props @param {{ wijzigen: boolean }} state */
  render({ persoon, etag, mag }, { wijzigen }) {
    return html`<${Blad} titel=${`Persoon ${persoon.id}`} kop=${persoon.naam} recent=${persoon.naam} onder=${geboren(persoon)} acties=${this.acties}
        kruimels=${[["Abonnementen", "/bureau/abonnementen"]]}>
      ${persoon.samengevoegdMet && html`<${Uitleg} toon="let-op" kop="Deze persoon is samengevoegd met een ander">
        <p>De abonnementen staan bij <a href=${`/bureau/personen/${persoon.samengevoegdMet}`}>persoon ${persoon.samengevoegdMet}</a>.</p><//>`}
      <section class="vlak" aria-labelledby="wie"><h2 id="wie">Gegevens</h2><${Feiten} feiten=${feitenVan(persoon)} /></section>
      <section class="vlak" aria-labelledby="abonnementen"><h2 id="abonnementen">Abonnementen</h2><${Abonnementen} van=${persoon.abonnementen} /></section>
      ${mag("persoon:samenvoegen") && html`<section aria-labelledby="samen"><h2 id="samen">Samenvoegingen</h2>
        <${Samenvoegingen} vraag=${{ persoonId: persoon.id }} leeg="Deze persoon is nooit samengevoegd." /></section>`}
      ${wijzigen && html`<${Dialoog} titel="Persoon wijzigen" sluit=${this.sluit} breed>
        <${Formulier} naam=${`persoon/${persoon.id}`} begin=${alsWaarden(persoon)} etag=${etag} verstuur=${this.verstuur} vers=${this.vers} velden=${VELDEN}>
          ${(/** @type {any} */ f) => html`<${Persoonvelden} f=${f} />`}
        <//>
      <//>`}
    <//>`;
  }
}
