// What all screens are made of. Markup is a tagged template: no string becomes HTML, so Trusted Types has nothing to refuse.
import htm from "../vendor/htm.js";
import { Component, createRef, h } from "../vendor/preact.js";
import { vandaag } from "./datum.js";
import { inEenRegel } from "./vraag.js";

export { Component, createRef, render } from "../vendor/preact.js";

/** @type {(strings: TemplateStringsArray, ...values: any[]) => any} */
export const html = htm.bind(h);

/** @type {Record<string, string>} drawn on a grid of 24; words always stand beside them */
const PADEN = {
  aanhouden: "M8 2.5h8l5.5 5.5v8L16 21.5H8L2.5 16V8zM12 7v6M12 16.5v.1",
  corrigeren: "M4 5h16v11h-9l-5 4v-4H4zM12 8v3.5M12 13.6v.1",
  bellen: "M6 3.5h3.2l1.6 4.3-2.2 1.7a12 12 0 0 0 5.9 5.9l1.7-2.2 4.3 1.6V18a2.5 2.5 0 0 1-2.7 2.5C10.3 20 4 13.7 3.5 6.2A2.5 2.5 0 0 1 6 3.5z",
  zorg: "M12 20S4 15.3 4 9.5A4.3 4.3 0 0 1 12 7.3a4.3 4.3 0 0 1 8 2.2C20 15.3 12 20 12 20zM12 10v5M9.5 12.5h5",
  info: "M12 3a9 9 0 1 0 .01 0M12 11v6M12 7.5v.1",
  huis: "M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-6h4v6",
  samen: "M8 4.5a3 3 0 1 0 .01 0M16 4.5a3 3 0 1 0 .01 0M2.5 20c.4-4 2.6-6.5 5.5-6.5s5 2.5 5.5 6.5M15 13.6c3.4-.6 6 2 6.5 6.4",
  afstand: "M4 5v14M20 5v14M8 12h8M10.5 9 8 12l2.5 3M13.5 9l2.5 3-2.5 3",
  oog: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 .01 0",
  vervoer: "M3 16V8.5h11.5L18 12h3v4zM7 16a2 2 0 1 0 .01 0M17 16a2 2 0 1 0 .01 0",
  onbekend: "M9.5 3.5a4 4 0 1 0 .01 0M2.5 20c.5-4 3.4-6.5 7-6.5 1.5 0 2.8.4 3.9 1.1M16 13.4a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .8-1 1.5M18.6 20.4v.1",
  verbinding: "M2.5 9a14 14 0 0 1 6-3.3M21.5 9a14 14 0 0 0-9-4M5.5 12.7a9 9 0 0 1 4-2.3M18.5 12.7a9 9 0 0 0-2.5-1.7M8.8 16.2a4.5 4.5 0 0 1 5-.9M12 19.7v.1M4 3l16 18",
  slot: "M5 11h14v10H5zM8 11V7.5a4 4 0 0 1 8 0V11M12 15v2.5",
  storing: "M12 3.5 22 20.5H2zM12 10v5M12 17.6v.1",
  klok: "M12 3a9 9 0 1 0 .01 0M12 7.5V12l3 2",
  zoek: "M10.5 4a6.5 6.5 0 1 0 .01 0M15.5 15.5 20.5 20.5",
  terug: "M14.5 5l-7 7 7 7",
  verder: "M9.5 5l7 7-7 7",
  uit: "M10 4H4.5v16H10M9.5 12H20M16 8l4 4-4 4",
  ja: "M4.5 12.5l5 5 10-11",
  nee: "M5.5 5.5l13 13M18.5 5.5l-13 13",
};

/** @param {{ naam: string }} props */
export const Icoon = ({ naam }) =>
  html`<svg class="icoon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d=${PADEN[naam] ?? PADEN.info} />
  </svg>`;

/**
 * A screen takes the focus when it appears, so that it is read out, and typing or tapping goes to the right place.
 * @typedef {{ naam: string, titel: string, children?: any, balk?: any }} Vorm
 * @extends {Component<Vorm>}
 */
export class Scherm extends Component {
  /** @type {import("../vendor/preact.js").RefObject<HTMLElement | null>} */
  plek = createRef();

  componentDidMount() {
    // The title names the screen, never a person: it ends up in the history and in the task switcher.
    document.title = `${this.props.titel} · Veldwijzer`;
    scrollTo(0, 0);
    const veld = /** @type {HTMLElement | null} */ (this.plek.current?.querySelector("[data-eerst]") ?? null);
    veld?.focus({ preventScroll: true });
    // What was asked before stays readable, and goes when one types.
    if (veld instanceof HTMLInputElement) veld.select();
  }

  /** @param {Vorm} props */
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

/** What the service took the question for, small and calm, beside its answer. @param {{ vraag: import("../types/api.js").Begrepen | null }} props */
export const Gevraagd = ({ vraag }) =>
  vraag && html`<p class="onder">Begrepen: ${inEenRegel(vraag, vandaag(new Date()))}</p>`;

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
