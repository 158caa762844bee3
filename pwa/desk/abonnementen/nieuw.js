// A new abonnement: search first, so that nobody gets into the register twice; then for whom, and then what.
import { vergeetConcept } from "../kit/concepten.js";
import { Blad, Component, html, Laden, lees, naar, Probleem, query, Uitleg } from "../kit/index.js";
import { Dubbel } from "./dubbel.js";
import { mogelijkDubbel, openAbonnement } from "./openen.js";
import { Opening } from "./opening.js";
import { LEEG } from "./persoonvelden.js";
import { uitVraag } from "./uitvraag.js";
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
    const { datum, ...namen } = uitVraag(vraag);
    const nieuw = { ...LEEG, ...namen, geboorte: { ...LEEG.geboorte, datum } };
    this.setState({ nieuw, bekeken: antwoord.kandidaten.map((/** @type {any} */ { id }) => id) });
  };

  /** @param {any} waarden what was filled in @param {number[]} ids who may be the same */
  isDubbel = (waarden, ids) => this.setState({ dubbel: { waarden, ids } });

  /** What was typed belongs to who was asked for: another question begins with a form of its own. */
  get naam() {
    const { naam = "", geboortedatum = "" } = this.state.vraag ?? {};
    return `abonnement/nieuw/${naam}/${geboortedatum}`;
  }

  /** None of them is the same person: it is opened at once. @param {number[]} ids */
  isEenAnder = async (ids) => {
    const waarden = this.state.dubbel?.waarden, bekeken = [...this.state.bekeken, ...ids];
    this.setState({ bekeken });
    try {
      await openAbonnement(waarden, { bekeken });
      vergeetConcept(this.naam);
    } catch (fout) {
      const meer = mogelijkDubbel(fout);
      if (meer) return this.isDubbel(waarden, meer);
      // What is not right is put right in the form.
      if (fout instanceof Probleem && fout.status < 500) this.setState({ dubbel: null });
      throw fout;
    }
  };

  opnieuw = () => this.setState({ antwoord: null, nieuw: null, dubbel: null, bekeken: [] });

  render() {
    return html`<${Blad} titel="Nieuw abonnement" breed kruimels=${[["Abonnementen", "/bureau/abonnementen"]]}>${this.stap()}<//>`;
  }

  stap() {
    const { antwoord, nieuw, dubbel, bekeken } = this.state;
    const persoon = query().get("persoon");
    if (dubbel) {
      return html`<${Dubbel} key=${dubbel.ids.join()} waarden=${dubbel.waarden.persoon} ids=${dubbel.ids} ander=${this.isEenAnder} terug=${() => this.setState({ dubbel: null })} />`;
    }
    if (persoon) {
      return html`<${Laden} wat="persoon" sleutel=${persoon} haal=${() => lees(`personen/${encodeURIComponent(persoon)}`)}>
        ${(/** @type {any} */ bekende) => html`<${Opening} naam=${`abonnement/van-${bekende.id}`} persoon=${bekende} />`}
      <//>`;
    }
    if (nieuw) return html`<${Opening} naam=${this.naam} nieuw=${nieuw} bekeken=${bekeken} isDubbel=${this.isDubbel} terug=${this.opnieuw} />`;
    return html`
      <${Uitleg} kop="Zoek eerst"><p>Staat de persoon al in het register? Dan open je het abonnement daar. Zo komt niemand er twee keer in.</p><//>
      <${Persoonvraag} naam="abonnement/zoek" gevonden=${this.gevonden} knop="Zoek in het register" />
      ${antwoord && html`<${Gevonden} antwoord=${antwoord} iemandAnders=${this.iemandAnders} />`}`;
  }
}

/** Where somebody looks like who was asked for, opening for them is the button that one finds first. @param {any} props */
function Gevonden({ antwoord, iemandAnders }) {
  const lijkt = antwoord.kandidaten.some((/** @type {any} */ { waarschijnlijk }) => waarschijnlijk);
  return html`<section aria-labelledby="gevonden" role="region">
    <h2 id="gevonden">Gevonden in het register</h2>
    <${Kandidaten} antwoord=${antwoord} niemand="Niemand in het register lijkt op wie je zoekt."
      kies=${(/** @type {any} */ { id, waarschijnlijk }) => html`<button type="button" class=${`knop ${waarschijnlijk ? "hoofd" : ""}`}
        onClick=${() => naar(`/bureau/abonnementen/nieuw?persoon=${id}`)}>Open voor deze persoon</button>`} />
    <p class="knoppen"><button type="button" class=${`knop ${lijkt ? "" : "hoofd"}`} onClick=${iemandAnders}>${antwoord.kandidaten.length ? "Het is iemand anders: nieuwe persoon" : "Nieuwe persoon"}</button></p>
  </section>`;
}
