// Take a contactpersoon out of use, or back into it. Nobody leaves a card without somebody else to call.
import { Component, Dialoog, doe, Formulier, html, Keuze, Knop, meld } from "../kit/index.js";

/**
 * @typedef {{ een: any, etag: string | null, keuze: any[], klaar: () => void }} Props
 * @extends {Component<Props, { open: boolean }>}
 */
export class Schakelen extends Component {
  state = { open: false };

  sluit = () => this.setState({ open: false });

  /** @param {any} waarden */
  uit = async (waarden) => {
    const { een, etag, klaar } = this.props;
    const opvolgerId = waarden.opvolgerId ? Number(waarden.opvolgerId) : null;
    const { inhoud } = await doe("POST", `contactpersonen/${een.id}/uitschakelingen`, { opvolgerId }, { etag });
    meld(`Uitgeschakeld. ${inhoud.gewijzigdeKaarten} kaarten bijgewerkt.`);
    this.sluit();
    klaar();
  };

  render() {
    const { een, etag, keuze, klaar } = this.props;
    if (!een.actief) {
      return html`<div class="knoppen"><${Knop} doe=${() => doe("POST", `contactpersonen/${een.id}/inschakelingen`, {}, { etag })} klaar=${klaar}
        gelukt="Weer in gebruik.">Neem weer in gebruik<//></div>`;
    }
    const nodig = een.abonnementen > 0 || een.vervangt.length > 0;
    return html`<div class="knoppen"><button type="button" class="knop" onClick=${() => this.setState({ open: true })}>Schakel uit</button></div>
      ${this.state.open && html`<${Dialoog} titel="Schakel deze contactpersoon uit" sluit=${this.sluit}>
        <p>${een.naam} staat op ${een.abonnementen} abonnementen.${een.vervangt.length > 0 && ` En is vervanger van ${een.vervangt.map((/** @type {any} */ wie) => wie.naam).join(", ")}.`}</p>
        <${Formulier} naam=${`uitschakelen/${een.id}`} begin=${{ opvolgerId: null }} verstuur=${this.uit} knop="Schakel uit">
          ${(/** @type {any} */ f) => html`<${Keuze} f=${f} naam="opvolgerId" label="Wie neemt het over?" vereist=${nodig} leeg="Niemand"
            opties=${keuze.filter(({ id }) => id !== een.id).map(({ id, naam }) => [String(id), naam])} />`}
        <//>
      <//>`}`;
  }
}
