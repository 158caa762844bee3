// Advice on words, under the field that it is about. It never keeps anybody from going on.
import { Component, doe, html, Icoon } from "../kit/index.js";
import { alsVanOns } from "../kit/fouten.js";
import { gelijk } from "../kit/waarden.js";

/** @typedef {{ veld: string, soort: string, plaats: { van: number, tot: number }, reden: string, voorstel: string, woord: string }} Taaladvies */

/** @param {{ veld: string, adviezen: Taaladvies[] }} props */
export function Advies({ veld, adviezen }) {
  const eigen = adviezen.filter((een) => een.veld === veld);
  return html`<div class="taaladvies" aria-live="polite">${eigen.map((een) => html`<p key=${een.plaats.van}>
    <${Icoon} naam="info" /><span><strong>Let op “${een.woord}”.</strong> ${een.reden} ${een.voorstel}</span></p>`)}</div>`;
}

/** With the word that each is about, for the service sends its place only. @param {any[]} adviezen @param {{ veld: string, tekst: string }[]} teksten @returns {Taaladvies[]} */
export function metWoorden(adviezen, teksten) {
  const bij = Object.fromEntries(teksten.map(({ veld, tekst }) => [veld, [...tekst]]));
  return adviezen.map((een) => ({ ...een, woord: (bij[een.veld] ?? []).slice(een.plaats.van, een.plaats.tot).join("") }));
}

export const RUST = 500;

/**
 * Reads along with a form that has no reading of its own: asks advice once one pauses, and hands it to `toon`. Where the service
 * gives none now, the former advice stays: nobody waits for it.
 * @typedef {{ teksten: { veld: string, tekst: string, voor: string }[], toon: (adviezen: Taaladvies[]) => any }} Props
 * @extends {Component<Props, { adviezen: Taaladvies[] }>}
 */
export class Meelezen extends Component {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  wekker;
  beurt = 0;
  /** @type {{ adviezen: Taaladvies[] }} */
  state = { adviezen: [] };

  componentDidMount() {
    void this.lees();
  }

  /** @param {Props} voor */
  componentDidUpdate(voor) {
    if (gelijk(voor.teksten, this.props.teksten)) return;
    clearTimeout(this.wekker);
    this.wekker = setTimeout(() => void this.lees(), RUST);
  }

  componentWillUnmount() {
    clearTimeout(this.wekker);
    this.beurt += 1;
  }

  async lees() {
    const beurt = (this.beurt += 1);
    const { teksten } = this.props;
    if (!teksten.length) return this.setState({ adviezen: [] });
    try {
      const { inhoud } = await doe("POST", "taaladviezen", { teksten });
      if (beurt === this.beurt) this.setState({ adviezen: metWoorden(inhoud.adviezen, teksten) });
    } catch (fout) {
      alsVanOns(fout);
    }
  }

  /** @param {Props} props @param {{ adviezen: Taaladvies[] }} state */
  render({ toon }, { adviezen }) {
    return toon(adviezen);
  }
}
