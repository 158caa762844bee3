// A new abonnement: search first, so that nobody gets into the register twice; then for whom, and then what.
import { Blad, Component, html, Laden, lees, naar, query, Uitleg } from "../kit/index.js";
import { Dubbel } from "./dubbel.js";
import { Opening } from "./opening.js";
import { LEEG } from "./persoonvelden.js";
import { Kandidaten, Persoonvraag } from "./zoeken.js";

/** @typedef {{ antwoord: any, vraag: any, nieuw: any, dubbel: { waarden: any, ids: number[] } | null, bekeken: number[] }} State */

/** `?persoon=17` begins with somebody who is known. @extends {Component<any, State>} */
export default class Nieuw extends Component {
  /** @type {State} */
  state = { antwoord: null, vraag: null, nieuw: null, dubbel: null, bekeken: [] };

  /** @param {any} antwoord @param {any} vraag */
  gevonden = (antwoord, vraag) => this.setState({ antwoord, vraag });

  /** Nobody who was found: begin with what was asked. */
  iemandAnders = () => {
    const { antwoord, vraag } = this.state;
    const ids = antwoord.kandidaten.map((/** @type {any} */ { id }) => id);
    this.setState({ nieuw: { ...LEEG, geboorte: { ...LEEG.geboorte, datum: vraag.geboortedatum } }, bekeken: ids });
  };

  /** @param {any} waarden what was filled in @param {number[]} ids who may be the same */
  isDubbel = (waarden, ids) => this.setState({ dubbel: { waarden, ids } });

  /** None of them is the same person. @param {number[]} ids */
  isEenAnder = (ids) => this.setState({ dubbel: null, bekeken: [...this.state.bekeken, ...ids] });

  opnieuw = () => this.setState({ antwoord: null, nieuw: null, dubbel: null, bekeken: [] });

  render() {
    return html`<${Blad} titel="Nieuw abonnement" breed kruimels=${[["Abonnementen", "/bureau/abonnementen"]]}>${this.stap()}<//>`;
  }

  stap() {
    const { antwoord, nieuw, dubbel, bekeken } = this.state;
    const persoon = query().get("persoon");
    if (dubbel) {
      return html`<${Dubbel} waarden=${dubbel.waarden.persoon} ids=${dubbel.ids} ander=${this.isEenAnder} terug=${() => this.setState({ dubbel: null })} />`;
    }
    if (persoon) {
      return html`<${Laden} wat="persoon" sleutel=${persoon} haal=${() => lees(`personen/${encodeURIComponent(persoon)}`)}>
        ${(/** @type {any} */ bekende) => html`<${Opening} persoon=${bekende} />`}
      <//>`;
    }
    if (nieuw) return html`<${Opening} nieuw=${nieuw} bekeken=${bekeken} isDubbel=${this.isDubbel} terug=${this.opnieuw} />`;
    return html`
      <${Uitleg} kop="Zoek eerst"><p>Staat de persoon al in het register? Dan open je het abonnement daar. Zo komt niemand er twee keer in.</p><//>
      <${Persoonvraag} naam="abonnement/zoek" gevonden=${this.gevonden} knop="Zoek in het register" />
      ${antwoord && html`<${Gevonden} antwoord=${antwoord} iemandAnders=${this.iemandAnders} />`}`;
  }
}

/** @param {any} props */
const Gevonden = ({ antwoord, iemandAnders }) => html`<section aria-labelledby="gevonden" role="region">
  <h2 id="gevonden">Gevonden in het register</h2>
  <${Kandidaten} antwoord=${antwoord} niemand="Niemand in het register lijkt op wie je zoekt."
    kies=${(/** @type {any} */ { id }) => html`<button type="button" class="knop" onClick=${() => naar(`/bureau/abonnementen/nieuw?persoon=${id}`)}>Open voor deze persoon</button>`} />
  <p class="knoppen"><button type="button" class="knop hoofd" onClick=${iemandAnders}>${antwoord.kandidaten.length ? "Het is iemand anders: nieuwe persoon" : "Nieuwe persoon"}</button></p>
</section>`;
