// Judging a concept: what changes on the street, the card as it would be, and the two ways on.
import { Bevestig, Component, Dialoog, doe, Formulier, html, Knop, Laden, meld, moment, Tekst, Uitleg } from "../kit/index.js";
import { Voorbeeld } from "./bewerken.js";
import { Verschillen } from "./verschil.js";

/**
 * @typedef {{ id: number, concept: any, etag: string, acties: any[], klaar: () => void, bewerk: () => void, mag: (recht: string) => boolean }} Props
 * @extends {Component<Props, { venster: "" | "goed" | "terug" }>}
 */
export class Keuren extends Component {
  /** @type {{ venster: "" | "goed" | "terug" }} */
  state = { venster: "" };
  sluit = () => this.setState({ venster: "" });

  get pad() {
    return `abonnementen/${this.props.id}/concept`;
  }

  keurGoed = async () => {
    await doe("POST", `${this.pad}/goedkeuringen`, undefined, { etag: this.props.etag });
    meld("Goedgekeurd. Het staat op straat.");
    this.props.klaar();
  };

  /** @param {any} waarden */
  zendTerug = async (waarden) => {
    const uit = await doe("POST", `${this.pad}/terugzendingen`, waarden, { etag: this.props.etag });
    meld("Teruggestuurd.");
    this.props.klaar();
    return uit;
  };

  /** @param {Props} props @param {any} state */
  render({ id, concept, acties, bewerk, mag }, { venster }) {
    const perCode = Object.fromEntries(acties.map((actie) => [actie.code, actie]));
    const gepubliceerd = metActie(concept.gepubliceerd, concept.gepubliceerdeActie);
    const kan = mag("afspraak:goedkeuren") && !concept.goedkeurenKanNiet && concept.belemmeringen.length === 0;
    return html`<div class="schrijven">
      <section class="vlak" aria-labelledby="keuren-kop">
        <h2 id="keuren-kop">Ter goedkeuring</h2>
        <p>Ingediend door ${concept.ingediendDoor} op ${moment(concept.ingediendOp)}.</p>
        ${concept.goedkeurenKanNiet && html`<${Uitleg} toon="rust">${concept.goedkeurenKanNiet}<//>`}
        ${concept.belemmeringen.map((/** @type {string} */ een) => html`<${Uitleg} key=${een} toon="let-op" kop="Nu niet te publiceren">${een}<//>`)}
        ${concept.adviezen.length > 0 && html`<${Uitleg} toon="rust">Bij de woorden ${concept.adviezen.length === 1 ? "is 1 advies" : `zijn ${concept.adviezen.length} adviezen`}. Kies ‘Wijzig’ om ze te lezen.<//>`}
        <h3>Wat er verandert</h3>
        <${Verschillen} acties=${perCode} oud=${gepubliceerd} nieuw=${concept.inhoud} leeg="Dit voorstel is gelijk aan wat er op straat staat." />
        <div class="knoppen">
          ${kan && html`<${Knop} hoofd doe=${() => this.setState({ venster: "goed" })}>Keur goed en publiceer<//>`}
          ${mag("afspraak:goedkeuren") && html`<${Knop} doe=${() => this.setState({ venster: "terug" })}>Stuur terug<//>`}
          ${mag("afspraak:schrijven") && html`<${Knop} doe=${bewerk}>Wijzig<//>`}
        </div>
      </section>
      <${Laden} wat="voorbeeldkaart" sleutel=${JSON.stringify(concept.inhoud)} haal=${() => doe("POST", `abonnementen/${id}/voorbeelden`, concept.inhoud)}>
        ${(/** @type {any} */ beeld) => html`<${Voorbeeld} beeld=${beeld} />`}
      <//>
      ${venster === "goed" && html`<${Bevestig} titel="Goedkeuren en publiceren" ja="Publiceer" doe=${this.keurGoed} sluit=${this.sluit}>
        <p>De agent op straat ziet dit bij de volgende vraag. Een versie die op straat stond, blijft altijd na te lezen.</p><//>`}
      ${venster === "terug" && html`<${Terug} id=${id} zend=${this.zendTerug} sluit=${this.sluit} />`}
    </div>`;
  }
}

/** @param {{ id: number, zend: (waarden: any) => Promise<any>, sluit: () => void }} props */
const Terug = ({ id, zend, sluit }) => html`<${Dialoog} titel="Stuur terug" sluit=${sluit}>
  <${Formulier} naam=${`terug/${id}`} begin=${{ opmerking: "" }} knop="Stuur terug" verstuur=${zend}>
    ${(/** @type {any} */ f) => html`<${Tekst} f=${f} naam="opmerking" label="Wat moet er anders?" max=${300} vereist />`}
  <//>
<//>`;

/** What is published names its action in its own words. @param {any} inhoud @param {any} actie */
const metActie = (inhoud, actie) =>
  inhoud.handelingskader && actie ? { ...inhoud, handelingskader: { ...inhoud.handelingskader, actie } } : inhoud;
