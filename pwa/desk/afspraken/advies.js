// Advice on words, under the field that it is about. It never keeps anybody from going on.
import { html, Icoon } from "../kit/index.js";

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
