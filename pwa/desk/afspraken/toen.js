// What the street showed at a moment, exact to the second that one asks for.
import { inAmsterdam } from "../../lib/datum.js";
import { Component, html, Laden, lees, moment } from "../kit/index.js";
import { Telefoon } from "./telefoon.js";

const SECONDE = 1000;
const MINUTEN = 60;

/** The clock of Amsterdam, to the second, as a field for day and time has it. @param {Date} wanneer */
export function alsVeld(wanneer) {
  const { datum, minuut } = inAmsterdam(wanneer);
  const delen = [Math.floor(minuut / MINUTEN), minuut % MINUTEN, wanneer.getUTCSeconds()];
  return `${datum}T${delen.map((deel) => String(deel).padStart(2, "0")).join(":")}`;
}

/** What was typed, as a moment: on the clock of Amsterdam, wherever the PC stands. @param {string} veld @returns {Date | null} */
export function uitVeld(veld) {
  const heel = veld.length === 16 ? `${veld}:00` : veld;
  const gok = Date.parse(`${heel}Z`);
  if (Number.isNaN(gok)) return null;
  // The clock there is one or two hours ahead: the one that reads back as what was typed is meant.
  return [1, 2].map((uur) => new Date(gok - uur * MINUTEN * MINUTEN * SECONDE)).find((een) => alsVeld(een) === heel.slice(0, 19)) ?? null;
}

/**
 * @typedef {{ id: number, op: string, fout: (tekst: string) => void }} Props  `op`: the stamp of a version, or ""
 * @extends {Component<Props, { veld: string, op: Date | null }>}
 */
export class Toen extends Component {
  // A version reaches the street some milliseconds after its own stamp.
  state = this.props.op ? this.bij(new Date(Math.min(Date.now(), Date.parse(this.props.op) + SECONDE))) : { veld: alsVeld(new Date()), op: null };

  /** @param {Date} op @returns {{ veld: string, op: Date | null }} */
  bij(op) {
    return { veld: alsVeld(op), op };
  }

  componentDidMount() {
    if (this.props.op) document.getElementById("toen-kop")?.scrollIntoView({ block: "start" });
  }

  /** @param {Event} event */
  toon = (event) => {
    event.preventDefault();
    const op = uitVeld(this.state.veld);
    if (op && op.getTime() <= Date.now()) this.setState({ op });
    else this.props.fout("Kies een dag en een tijd die geweest zijn.");
  };

  /** @param {Props} props @param {{ veld: string, op: Date | null }} state */
  render({ id }, { veld, op }) {
    return html`<section class="vlak" aria-labelledby="toen-kop">
      <h2 id="toen-kop">Wat stond er op straat?</h2>
      <form class="filters" onSubmit=${this.toon}>
        <div class="veld toen"><label for="toen">Dag en tijd</label>
          <input class="vak" id="toen" type="datetime-local" step="1" required value=${veld} onInput=${(/** @type {any} */ e) => this.setState({ veld: e.target.value })} /></div>
        <button class="knop">Toon de kaart</button>
      </form>
      ${op && html`<${Laden} wat="kaart" sleutel=${op.toISOString()} haal=${() => lees(`abonnementen/${id}/straatkaarten`, { query: { op: op.toISOString() } })}>
        ${(/** @type {any} */ { items }) => html`<${Beeld} beeld=${items[0]} op=${op} />`}<//>`}
    </section>`;
  }
}

/** @param {{ beeld: any, op: Date }} props */
function Beeld({ beeld, op }) {
  if (!beeld) return html`<p role="status">Op ${moment(op.toISOString())} stond deze afspraak niet op straat.</p>`;
  return html`<p role="status">Op ${moment(op.toISOString())} zag de agent deze kaart. Zij stond er van ${moment(beeld.sinds)} tot ${beeld.tot ? moment(beeld.tot) : "nu"}.</p>
    <${Telefoon} straatkaart=${beeld.straatkaart} nu=${op} titel="De straatkaart van toen" />`;
}
