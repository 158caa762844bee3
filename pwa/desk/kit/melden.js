// A line at the top that says what happened: read out at once, and gone when one goes on.
import { html, Icoon } from "../../lib/scherm.js";

const EVEN = 1500;
/** @typedef {{ tekst: string, soort: "goed" | "fout", op: number }} Melding */

/** @type {{ nu: Melding | null, anders: () => void }} */
export const bord = { nu: null, anders: () => {} };

/** @param {string} tekst @param {{ soort?: "goed" | "fout" }} [hoe] */
export function meld(tekst, { soort = "goed" } = {}) {
  bord.nu = { tekst, soort, op: Date.now() };
  bord.anders();
}

/** @param {{ altijd?: boolean }} [hoe] what was said just now may be about the screen that comes */
export function veegUit({ altijd = false } = {}) {
  if (!bord.nu || (!altijd && Date.now() - bord.nu.op < EVEN)) return;
  bord.nu = null;
  bord.anders();
}

/** @param {{ melding: Melding | null }} props */
export const Meldbord = ({ melding }) => html`
  <div class="meldbord" role="status">
    ${melding && melding.soort === "goed" && html`<${Regel} melding=${melding} icoon="ja" />`}
  </div>
  <div class="meldbord" role="alert">
    ${melding && melding.soort === "fout" && html`<${Regel} melding=${melding} icoon="storing" />`}
  </div>
`;

/** @param {{ melding: Melding, icoon: string }} props */
const Regel = ({ melding, icoon }) => html`<div class=${`melding-regel ${melding.soort}`} key=${melding.op}>
  <${Icoon} naam=${icoon} />
  <p>${melding.tekst}</p>
  <button type="button" class="kruisje" aria-label="Sluit deze melding" onClick=${() => veegUit({ altijd: true })}><${Icoon} naam="nee" /></button>
</div>`;
