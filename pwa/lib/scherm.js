// What all screens share: the place of the focus, the title, the bar under the thumb, and a field with its remark.
import { Component, createRef, html } from "./html.js";
import { Icoon } from "./icoon.js";

/** A screen takes the focus when it appears, so that it is read out, and typing or tapping goes to the right place. */
export class Scherm extends Component {
  plek = createRef();

  componentDidMount() {
    // The title names the screen, never a person: it ends up in the history and in the task switcher.
    document.title = `${this.props.titel} · Veldwijzer`;
    scrollTo(0, 0);
    const veld = this.plek.current.querySelector("[data-eerst]");
    veld?.focus({ preventScroll: true });
    veld?.select?.();
  }

  /** @param {{ naam: string, children?: any, balk?: any }} props */
  render({ naam, children, balk }) {
    return html`
      <main class=${`scherm ${naam}`} ref=${this.plek}>${children}</main>
      ${balk && html`<nav class="balk" aria-label="Menu">${balk}</nav>`}
    `;
  }
}

/** @param {{ icoon: string, tekst: string, doe: () => void }} props */
export const Balkknop = ({ icoon, tekst, doe }) =>
  html`<button type="button" class="balkknop" onClick=${doe}><${Icoon} naam=${icoon} /><span>${tekst}</span></button>`;

/** @param {{ veld: string, fouten: Record<string, string> }} props */
export const Fout = ({ veld, fouten }) =>
  fouten[veld] && html`<p class="fout" id=${`fout-${veld}`}><${Icoon} naam="storing" /><span>${fouten[veld]}</span></p>`;

/**
 * What an input says to a screen reader about its remark.
 * @param {string} veld
 * @param {Record<string, string>} fouten
 */
export const metFout = (veld, fouten) =>
  fouten[veld] ? { "aria-invalid": "true", "aria-describedby": `fout-${veld}` } : {};

/**
 * Remarks arrived: go to the first field that has one.
 * @param {Record<string, string>} voor
 * @param {Record<string, string>} fouten
 */
export function naarFout(voor, fouten) {
  if (voor === fouten || !Object.keys(fouten).length) return;
  /** @type {HTMLElement | null} */ (document.querySelector("[aria-invalid=true]"))?.focus();
}

/** @param {{ wacht: number, bericht: string }} props */
export const Wachten = ({ wacht, bericht }) =>
  wacht > 0 &&
  html`<div class="bericht let-op">
    <${Icoon} naam="klok" />
    <p role="alert">${bericht || "Je hebt te vaak geprobeerd."}</p>
    <p class="teller" aria-hidden="true">nog ${wacht} s</p>
  </div>`;
