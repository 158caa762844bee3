// Two versions beside each other as one text: what went is crossed out, what came is underlined, and both are said.
import { html, Stand } from "../kit/index.js";
import { naastElkaar } from "./inhoud.js";
import { woordverschil } from "./woordverschil.js";

/** @param {{ oud: string, nieuw: string }} props */
export const Woorden = ({ oud, nieuw }) =>
  html`<p class="woorden">${woordverschil(oud, nieuw).map(({ soort, tekst }) => {
    if (soort === "weg") return html`<del><span class="alleen-horen">vervallen: </span>${tekst}<span class="alleen-horen">. </span></del> `;
    if (soort === "erbij") return html`<ins><span class="alleen-horen">nieuw: </span>${tekst}<span class="alleen-horen">. </span></ins>`;
    return tekst;
  })}</p>`;

/** What differs, field by field; what is equal folds away. @param {{ acties: any, oud: any, nieuw: any, leeg?: string }} props */
export function Verschillen({ acties, oud, nieuw, leeg = "Er is geen verschil." }) {
  const rijen = naastElkaar(acties, oud, nieuw);
  const anders = rijen.filter((rij) => rij.oud !== rij.nieuw);
  const gelijk = rijen.filter((rij) => rij.oud === rij.nieuw && rij.oud !== "");
  return html`<div class="verschillen">
    ${anders.length === 0 && html`<p>${leeg}</p>`}
    <dl>${anders.map((rij) => html`<div key=${rij.naam}><dt>${rij.label} <${Soort} ...${rij} /></dt><dd><${Woorden} ...${rij} /></dd></div>`)}</dl>
    ${gelijk.length > 0 && html`<details><summary>Wat gelijk blijft (${gelijk.length})</summary>
      <dl>${gelijk.map((rij) => html`<div key=${rij.naam}><dt>${rij.label}</dt><dd class="woorden">${rij.nieuw}</dd></div>`)}</dl></details>`}
  </div>`;
}

/** @param {{ oud: string, nieuw: string }} props */
function Soort({ oud, nieuw }) {
  if (!oud) return html`<${Stand} toon="nieuw">nieuw<//>`;
  if (!nieuw) return html`<${Stand} toon="let-op">vervalt<//>`;
  return html`<${Stand} toon="rust">gewijzigd<//>`;
}
