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

  opnieuw = async () => {
    await doe("POST", `${this.pad}/indieningen`, undefined, { etag: this.props.etag });
    meld("Opnieuw ingediend, met wat organisaties nu laten weten.");
    this.props.klaar();
  };

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
    return html`<div class="schrijven">
      <section class="vlak" aria-labelledby="keuren-kop">
        <h2 id="keuren-kop">Ter goedkeuring</h2>
        <p>Ingediend door ${concept.ingediendDoor} op ${moment(concept.ingediendOp)}.</p>
        ${concept.goedkeurenKanNiet && html`<${Uitleg} toon="rust">${concept.goedkeurenKanNiet}<//>`}
        ${concept.belemmeringen.map((/** @type {string} */ een) => html`<${Uitleg} key=${een} toon="let-op" kop="Nu niet te publiceren">${een}<//>`)}
        ${concept.adviezen.length > 0 && html`<${Uitleg} toon="rust">Bij de woorden ${concept.adviezen.length === 1 ? "is 1 advies" : `zijn ${concept.adviezen.length} adviezen`}. Kies ‘Wijzig’ om ze te lezen.<//>`}
        <h3>Wat er verandert</h3>
        <${Verschillen} acties=${perCode} oud=${gepubliceerd} nieuw=${concept.inhoud} leeg="Dit voorstel is gelijk aan wat er op straat staat." />
        <${Inlichtingen} concept=${concept} />
        <${Knoppen} concept=${concept} mag=${mag} opnieuw=${this.opnieuw} bewerk=${bewerk} open=${(/** @type {"goed" | "terug"} */ een) => this.setState({ venster: een })} />
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

/** @param {{ concept: any, mag: (recht: string) => boolean, opnieuw: () => any, bewerk: () => void, open: (venster: "goed" | "terug") => void }} props */
function Knoppen({ concept, mag, opnieuw, bewerk, open }) {
  const anders = concept.inlichtingenGewijzigd;
  const kan = mag("afspraak:goedkeuren") && !concept.goedkeurenKanNiet && concept.belemmeringen.length === 0 && !anders;
  return html`<div class="knoppen">
    ${anders && mag("afspraak:schrijven") && html`<${Knop} doe=${opnieuw}>Dien opnieuw in<//>`}
    ${kan && html`<${Knop} hoofd doe=${() => open("goed")}>Keur goed en publiceer<//>`}
    ${mag("afspraak:goedkeuren") && html`<${Knop} doe=${() => open("terug")}>Stuur terug<//>`}
    ${mag("afspraak:schrijven") && html`<${Knop} doe=${bewerk}>Wijzig<//>`}
  </div>`;
}

/** What goes onto the street with it, in the words of the organisations. @param {{ concept: any }} props */
const Inlichtingen = ({ concept: { inlichtingen, inlichtingenGewijzigd } }) => html`
  ${inlichtingenGewijzigd && html`<${Uitleg} toon="let-op" kop="Er is iets veranderd">Wat organisaties laten weten is anders dan toen dit werd ingediend. Lees het hieronder. Een schrijver dient het daarna opnieuw in.<//>`}
  ${inlichtingen.length > 0 && html`<h3>Wat organisaties laten weten</h3>
    <ul class="inlichtingen">${inlichtingen.map((/** @type {any} */ een, /** @type {number} */ i) => html`<li key=${i}>${een.tekst} <span class="zacht">${een.organisatie}, ${een.aard}, ${een.bron}</span></li>`)}</ul>`}
`;

/** @param {{ id: number, zend: (waarden: any) => Promise<any>, sluit: () => void }} props */
const Terug = ({ id, zend, sluit }) => html`<${Dialoog} titel="Stuur terug" sluit=${sluit}>
  <${Formulier} naam=${`terug/${id}`} begin=${{ opmerking: "" }} knop="Stuur terug" verstuur=${zend}>
    ${(/** @type {any} */ f) => html`<${Tekst} f=${f} naam="opmerking" label="Wat moet er anders?" max=${300} vereist />`}
  <//>
<//>`;

/** What is published names its action in its own words. @param {any} inhoud @param {any} actie */
const metActie = (inhoud, actie) =>
  inhoud.handelingskader && actie ? { ...inhoud, handelingskader: { ...inhoud.handelingskader, actie } } : inhoud;
