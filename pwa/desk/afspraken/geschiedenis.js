// All versions that were published, any two beside each other, and what the street showed at a moment.
import { Component, datumKort, html, Keuze, Laden, lees, meld, moment, Stand, Tabel } from "../kit/index.js";
import { Toen } from "./toen.js";
import { Verschillen } from "./verschil.js";

const ONDERDELEN = /** @type {Record<string, string>} */ ({ handelingskader: "Handelingskader", bejegening: "Bejegening", zsmAdvies: "ZSM-advies" });
const AANLEIDING = /** @type {Record<string, ["goed" | "rust" | "let-op", string]>} */ ({
  vastgesteld: ["goed", "vastgesteld"],
  nagekeken: ["rust", "nagekeken, nog juist"],
  ingetrokken: ["let-op", "ingetrokken"],
});

/** @param {{ dossier: any }} props */
export default function Geschiedenis({ dossier }) {
  return html`<${Laden} wat="versies" sleutel=${String(dossier.id)} haal=${() => lees(`abonnementen/${dossier.id}/versies`)}>
    ${(/** @type {any} */ { items }) => html`<${Versies} id=${dossier.id} items=${items} />`}
  <//>`;
}

/** @param {any} versie */
const naamVan = ({ onderdeel, versie }) => `${ONDERDELEN[onderdeel]} ${versie}`;
/** @param {any} versie */
const sleutelVan = ({ onderdeel, versie }) => `${onderdeel}-${versie}`;

/** @extends {Component<{ id: number, items: any[] }, { een: string, ander: string, op: string }>} */
class Versies extends Component {
  state = { een: "", ander: "", op: "" };

  /** @param {any} versie beside the one before it */
  bekijk = (versie) => {
    const vorige = this.props.items.find((een) => een.onderdeel === versie.onderdeel && een.versie === versie.versie - 1);
    this.setState({ een: vorige ? sleutelVan(vorige) : "", ander: sleutelVan(versie) });
    document.getElementById("vergelijken")?.scrollIntoView({ block: "start" });
  };

  /** @param {string} naam @param {string} label */
  kies(naam, label) {
    const opties = this.props.items.map((een) => [sleutelVan(een), `${naamVan(een)}, ${moment(een.vastgelegdOp)}`]);
    // A field of the kit, without a form around it: nothing is sent.
    const f = { waarde: () => this.state[/** @type {"een"} */ (naam)], zet: (/** @type {string} */ _naam, /** @type {any} */ waarde) => this.setState({ [naam]: waarde ?? "" }), idVan: () => `vergelijk-${naam}`, foutenVan: () => [] };
    return html`<${Keuze} f=${f} naam=${naam} label=${label} opties=${opties} leeg="Niets" vereist />`;
  }

  /** @param {{ id: number, items: any[] }} props @param {any} state */
  render({ id, items }, { een, ander, op }) {
    const [links, rechts] = [een, ander].map((sleutel) => items.find((item) => sleutelVan(item) === sleutel));
    return html`<div class="geschiedenis">
      <${Lijst} items=${items} bekijk=${this.bekijk} toen=${(/** @type {string} */ stempel) => this.setState({ op: stempel })} />
      <section class="vlak" id="vergelijken" aria-labelledby="vergelijken-kop">
        <h2 id="vergelijken-kop">Vergelijk twee versies</h2>
        <div class="filters">${this.kies("een", "Van")}${this.kies("ander", "Naar")}</div>
        ${een === ander && een !== "" && html`<p>Kies twee verschillende versies.</p>`}
        ${rechts && een !== ander && html`<${Verschillen} acties=${{}} oud=${alsInhoud(links)} nieuw=${alsInhoud(rechts)} />`}
      </section>
      <${Toen} key=${op} id=${id} op=${op} fout=${(/** @type {string} */ tekst) => meld(tekst, { soort: "fout" })} />
    </div>`;
  }
}

/** @param {any} versie */
const doorWie = ({ vastgelegdDoor, goedgekeurdDoor }) =>
  vastgelegdDoor ? html`${vastgelegdDoor}${goedgekeurdDoor && goedgekeurdDoor !== vastgelegdDoor && html`, goedgekeurd door ${goedgekeurdDoor}`}` : "uit een bestand";

/** @param {any} versie */
const alsInhoud = (versie) => (versie ? { [versie.onderdeel]: versie[versie.onderdeel], toetsenVoor: versie.toetsenVoor } : {});

/** @param {{ items: any[], bekijk: (versie: any) => void, toen: (stempel: string) => void }} props */
const Lijst = ({ items, bekijk, toen }) => html`<${Tabel} bijschrift="Gepubliceerde versies, de nieuwste voorop" rijen=${items} sleutel=${sleutelVan}
  leeg="Er is nog niets gepubliceerd."
  kolommen=${[
    { naam: "versie", kop: "Versie", toon: (/** @type {any} */ een) => html`<strong>${naamVan(een)}</strong><br /><${Stand} toon=${AANLEIDING[een.aanleiding][0]}>${AANLEIDING[een.aanleiding][1]}<//>` },
    { naam: "op", kop: "Sinds", toon: (/** @type {any} */ een) => moment(een.vastgelegdOp) },
    { naam: "door", kop: "Door", toon: doorWie },
    { naam: "toetsen", kop: "Toetsen voor", toon: (/** @type {any} */ een) => datumKort(een.toetsenVoor) },
    { naam: "doe", kop: "Bekijken", toon: (/** @type {any} */ een) => html`<span class="knoppen">
        <button type="button" class="knop klein" aria-label=${`Wat veranderde er in ${naamVan(een)}`} onClick=${() => bekijk(een)}>Wat veranderde</button>
        <button type="button" class="knop klein" aria-label=${`Kaart van toen: ${naamVan(een)}`} onClick=${() => toen(een.vastgelegdOp)}>Kaart van toen</button></span>` },
  ]} />`;
