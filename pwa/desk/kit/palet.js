// The command palette (Ctrl+K): every screen and every action, a few letters away.
import { Component, html } from "../../lib/scherm.js";
import { hier, voerUit } from "./blad.js";
import { Dialoog } from "./dialoog.js";
import { alsVanOns, inEenZin } from "./fouten.js";
import { meld } from "./melden.js";
import { sneltoetsen } from "./sneltoetsen.js";

/** @typedef {import("./blad.js").Actie & { groep: string }} Keus */

/** @param {string} tekst */
const plat = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What fits all the words that were typed, in the order of the list. @param {Keus[]} keuzes @param {string} zoek */
export function passend(keuzes, zoek) {
  const woorden = plat(zoek).split(/\s+/).filter(Boolean);
  return keuzes.filter(({ naam, groep }) => woorden.every((woord) => plat(`${naam} ${groep}`).includes(woord)));
}

/**
 * @typedef {{ plaatsen: import("./blad.js").Actie[], sluit: () => void }} Props
 * @extends {Component<Props, { zoek: string, nu: number }>}
 */
export class Palet extends Component {
  state = { zoek: "", nu: 0 };

  get keuzes() {
    const doen = hier.acties.filter(({ uit }) => !uit).map((actie) => ({ ...actie, groep: "Op dit scherm" }));
    const gaan = this.props.plaatsen.map((plaats) => ({ ...plaats, groep: "Ga naar" }));
    const weer = hier.recent.slice(1).map((plaats) => ({ ...plaats, groep: "Net bekeken" }));
    const alles = [...doen, ...gaan, ...weer];
    // What leads to one place is told once.
    return passend(alles.filter(({ href }, i) => !href || alles.findIndex((een) => een.href === href) === i), this.state.zoek);
  }

  /** @param {Keus | undefined} keus */
  async doe(keus) {
    if (!keus) return;
    // First the dialog goes, so that the focus is back before the action moves it.
    this.props.sluit();
    try {
      await Promise.resolve();
      await voerUit(keus);
    } catch (fout) {
      alsVanOns(fout);
      meld(inEenZin(fout), { soort: "fout" });
    }
  }

  /** @param {KeyboardEvent} event */
  toets = (event) => {
    const stap = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { keuzes } = this;
    if (stap && keuzes.length) this.setState({ nu: (this.state.nu + stap + keuzes.length) % keuzes.length });
    else if (event.key === "Enter") this.doe(keuzes[this.state.nu]);
    else return;
    event.preventDefault();
  };

  componentDidUpdate() {
    document.getElementById(`palet-${this.state.nu}`)?.scrollIntoView({ block: "nearest" });
  }

  /** @param {Props} props @param {{ zoek: string, nu: number }} state */
  render({ sluit }, { zoek, nu }) {
    const { keuzes } = this;
    return html`<${Dialoog} titel="Ga naar of doe" sluit=${sluit} naam="palet" vluchtig>
      <input class="vak" type="text" role="combobox" aria-expanded="true" aria-controls="palet-lijst" aria-autocomplete="list" autofocus
        aria-label="Typ wat je zoekt" placeholder="Typ een scherm of handeling" autocomplete="off" spellcheck=${false} value=${zoek}
        aria-activedescendant=${keuzes.length ? `palet-${nu}` : undefined} onKeyDown=${this.toets}
        onInput=${(/** @type {any} */ e) => this.setState({ zoek: e.target.value, nu: 0 })} />
      <ul id="palet-lijst" role="listbox" aria-label="Schermen en handelingen">
        ${keuzes.map((keus, i) => html`<li key=${`${keus.groep} ${keus.naam} ${keus.href}`} id=${`palet-${i}`} role="option" aria-selected=${i === nu}
            onClick=${() => this.doe(keus)}><span>${keus.naam}</span><small>${keus.groep}</small></li>`)}
      </ul>
      ${!keuzes.length && html`<p role="status" class="hint">Niets gevonden. Namen van personen staan hier niet: zoek die met Zoek persoon.</p>`}
    <//>`;
  }
}

/** @param {{ sluit: () => void }} props */
export const Hulp = ({ sluit }) => html`<${Dialoog} titel="Sneltoetsen" sluit=${sluit}>
  <dl class="feiten">
    ${sneltoetsen().map(({ toets, naam }) => html`<div key=${toets}><dt><kbd>Ctrl</kbd> + <kbd>${toets.toUpperCase()}</kbd></dt><dd>${naam}</dd></div>`)}
    <div><dt><kbd>Tab</kbd></dt><dd>Naar het volgende veld of de volgende knop</dd></div>
    <div><dt><kbd>Esc</kbd></dt><dd>Sluit een venster</dd></div>
  </dl>
  <p class="hint">Op een Mac gebruik je Command in plaats van Ctrl.</p>
<//>`;
