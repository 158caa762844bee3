// A list in a form: rows that one adds, takes away and moves, by keyboard as well; the focus follows.
import { Component, createRef, html, Icoon } from "../../lib/scherm.js";
import { Opmerkingen } from "./velden.js";

/**
 * The child is a function of the path of a row and its number: `(naam, i) => html`. `nieuw` is an empty row, `meeste` how many
 * fit, `wat` what a row is called ("regel").
 * @typedef {import("./velden.js").Props} Props
 * @extends {Component<Props>}
 */
export class Rijen extends Component {
  /** @type {import("../../vendor/preact.js").RefObject<HTMLElement | null>} */
  plek = createRef();
  /** @type {string | null} what gets the focus when the change is drawn */
  straks = null;

  componentDidUpdate() {
    if (!this.straks) return;
    /** @type {HTMLElement | null | undefined} */ (this.plek.current?.querySelector(this.straks))?.focus();
    this.straks = null;
  }

  /** @param {any[]} lijst @param {string} straks */
  zet(lijst, straks) {
    this.straks = straks;
    this.props.f.zet(this.props.naam, lijst);
  }

  get lijst() {
    return /** @type {any[]} */ (this.props.f.waarde(this.props.naam) ?? []);
  }

  erbij = () => {
    const nieuw = structuredClone(this.props.nieuw ?? "");
    this.zet([...this.lijst, nieuw], `li:nth-child(${this.lijst.length + 1}) :is(input, textarea, select)`);
  };

  /** @param {number} i */
  weg = (i) => this.zet(this.lijst.filter((_, n) => n !== i), ".erbij");

  /** @param {number} i */
  omhoog = (i) => {
    const lijst = [...this.lijst];
    [lijst[i - 1], lijst[i]] = [lijst[i], lijst[i - 1]];
    this.zet(lijst, `li:nth-child(${i}) ${i > 1 ? ".omhoog" : ".weg"}`);
  };

  /** @param {Props} props */
  render({ f, naam, label, hint, meeste = 99, wat = "regel", erbij, uit, children }) {
    const id = f.idVan(naam);
    const rij = Array.isArray(children) ? children.find((een) => typeof een === "function") : children;
    return html`<fieldset class="veld rijen" id=${id} tabindex="-1" ref=${this.plek} data-veld=${naam} data-label=${typeof label === "string" ? label : naam}>
      <legend>${label}</legend>
      ${hint && html`<p class="hint">${hint}</p>`}
      <${Opmerkingen} f=${f} naam=${naam} />
      <ol>${this.lijst.map((_, i) => html`<li key=${i}>
        <div class="rijvelden">${rij(`${naam}/${i}`, i)}</div>
        ${!uit && html`<div class="rijknoppen">
          ${i > 0 && html`<button type="button" class="kruisje omhoog" aria-label=${`Zet ${wat} ${i + 1} hoger`} onClick=${() => this.omhoog(i)}><${Icoon} naam="terug" /></button>`}
          <button type="button" class="kruisje weg" aria-label=${`Haal ${wat} ${i + 1} weg`} onClick=${() => this.weg(i)}><${Icoon} naam="nee" /></button>
        </div>`}
      </li>`)}</ol>
      ${!uit && this.lijst.length < meeste && html`<button type="button" class="knop klein erbij" onClick=${this.erbij}>${erbij ?? `Voeg een ${wat} toe`}</button>`}
    </fieldset>`;
  }
}
