// The form of one abonnement: each organisation's part beside the others, what is missing and since when.
import { Component, doe, html, Keuze, Formulier, Laden, lees, meld, Stand, StandVan } from "../kit/index.js";
import { Handelingen, Post } from "./handelingen.js";
import { Staat } from "./invullen.js";
import { hoeLang, watOntbreekt } from "./woorden.js";

/** @param {any} props */
export default function Formuliertab({ dossier, mag }) {
  const pad = `abonnementen/${dossier.id}/formulier`;
  return html`<${Laden} wat="delen van het formulier" sleutel=${pad} haal=${() => lees(pad)}>
    ${(/** @type {any} */ { delen }, /** @type {any} */ { opnieuw }) => html`
      <${Samen} delen=${delen} />
      ${delen.map((/** @type {any} */ deel) => html`<${Een} key=${deel.id} deel=${deel} dicht=${dossier.status === "beeindigd"} opnieuw=${opnieuw} />`)}
      ${mag("formulier:beheren") && dossier.status !== "beeindigd" && html`<${Erbij} id=${dossier.id} delen=${delen} klaar=${opnieuw} />`}
    `}
  <//>`;
}

/** @param {{ delen: any[] }} props */
function Samen({ delen }) {
  const klaar = delen.filter(({ ontbreekt }) => !ontbreekt.length).length;
  if (!delen.length) return html`<p>Er is nog geen organisatie gevraagd.</p>`;
  // A partner sees its own part alone, and does not learn how many others there are.
  if (delen.every(({ eigen, beheert }) => eigen && !beheert)) return html`<p><${Stand} toon=${klaar ? "goed" : "let-op"}>${klaar ? "Jouw deel is klaar" : "Jouw deel is nog niet klaar"}<//></p>`;
  if (klaar === delen.length) return html`<p><${Stand} toon="goed">Alle delen zijn klaar<//></p>`;
  return html`<p><${Stand} toon="let-op">${klaar} van ${delen.length} delen klaar<//></p>`;
}

/** Since when what is missing, and what was asked or objected. @param {{ deel: any }} props */
const Open = ({ deel }) => html`
  ${deel.ontbreekt.length > 0 && html`<p>Ontbreekt: ${watOntbreekt(deel)} (${hoeLang(deel.dagen)}).</p>`}
  ${deel.vraag && html`<p>Vraag: ${deel.vraag}</p>`}
  ${deel.bezwaar && html`<p>Waarom: ${deel.bezwaar}</p>`}
  ${deel.ontbreekt.length > 0 && html`<p><${Post} deel=${deel} /></p>`}
`;

/** @param {{ deel: any, dicht: boolean, opnieuw: () => void }} props */
const Een = ({ deel, dicht, opnieuw }) => html`<section class="vlak deel" aria-labelledby=${`deel-${deel.id}`}>
  <h2 id=${`deel-${deel.id}`}>${deel.organisatie.naam}</h2>
  <p><${StandVan} code=${deel.status} />${deel.neemtDeel === false && html` <span>Doet niet mee.</span>`}
    ${deel.heeftBezwaar && html` <${Stand} toon="fout">Bezwaar<//>`}</p>
  <${Open} deel=${deel} />
  ${deel.inlichtingen && deel.neemtDeel && html`<${Staat} deel=${deel} />`}
  ${deel.eigen && !dicht && html`<div class="knoppen"><a class="knop hoofd" href=${`/bureau/formulierdelen/${deel.id}`}>Vul jouw deel in</a></div>`}
  ${!dicht && html`<${Handelingen} deel=${deel} etag=${null} klaar=${opnieuw} weg=${deel.beheert ? opnieuw : undefined} />`}
</section>`;

/**
 * Ask one more organisation.
 * @extends {Component<{ id: number, delen: any[], klaar: () => void }>}
 */
class Erbij extends Component {
  render() {
    const { id, delen, klaar } = this.props;
    const al = new Set(delen.map(({ organisatie }) => organisatie.id));
    return html`<section class="vlak"><h2>Nog een organisatie vragen</h2>
      <${Laden} wat="organisaties" haal=${() => lees("naslag")}>
        ${(/** @type {any} */ { organisaties }) => html`<${Formulier} naam=${`erbij/${id}/${al.size}`} begin=${{ organisatieId: null }} knop="Vraag deze organisatie"
            verstuur=${async (/** @type {any} */ w) => {
              await doe("POST", `abonnementen/${id}/formulierdelen`, { organisatieId: Number(w.organisatieId) });
              meld("Gevraagd. De organisatie ziet het in haar werklijst.");
              klaar();
            }}>
          ${(/** @type {any} */ f) => html`<${Keuze} f=${f} naam="organisatieId" label="Organisatie" vereist
            opties=${organisaties.filter((/** @type {any} */ een) => !al.has(een.id)).map((/** @type {any} */ een) => [String(een.id), een.naam])} />`}
        <//>`}
      <//></section>`;
  }
}
