// Above and below a form: what is wrong with it, and whether it is safe.
import { html, Icoon } from "../../lib/scherm.js";
import { perVeld } from "./waarden.js";

/** @typedef {import("./formulier.js").Formulier} Formulier */

/** What went wrong, with a way to each field. @param {{ f: Formulier, fouten: { pointer: string, detail: string }[], algemeen: string }} props */
export function Samenvatting({ f, fouten, algemeen }) {
  if (!fouten.length && !algemeen) return null;
  const namen = f.namen();
  const lijst = [...perVeld(fouten, namen)];
  return html`<div class="samenvatting" role="alert" tabindex="-1">
    <h2><${Icoon} naam="storing" />${fouten.length ? `Nog niet ${f.props.concept ? "ingediend" : "bewaard"}: kijk dit na` : "Niet gelukt"}</h2>
    ${algemeen && html`<p>${algemeen}</p>`}
    <ul>${lijst.map(([naam, woorden]) => html`<li key=${naam}><${Wijzer} f=${f} naam=${naam} tekst=${woorden.join(" ")} /></li>`)}</ul>
  </div>`;
}

/** @param {{ f: Formulier, naam: string, tekst: string }} props */
function Wijzer({ f, naam, tekst }) {
  if (!naam) return tekst;
  const veld = () => document.getElementById(f.idVan(naam));
  /** @param {Event} event */
  const ga = (event) => {
    event.preventDefault();
    veld()?.focus();
  };
  // Two fields may bear one label, each in its own part: their name for comparing says which it is.
  const label = f.props.velden?.find((een) => een.naam === naam)?.label ?? veld()?.dataset.label ?? naam;
  return html`<a href=${`#${f.idVan(naam)}`} onClick=${ga}>${label}: ${tekst}</a>`;
}

/** Whether what one sees is safe. A draft that only its writer sees (`klad`) never looks as if it were sent in. @param {any} props */
export const Bewaard = ({ vuil, klad, concept, bewaardOm, conceptFout }) => html`<p class=${`bewaard ${conceptFout ? "over" : ""}`} role="status">
  ${conceptFout || (vuil ? (concept ? `${klad ? "Klad wordt" : "Wordt"} bewaard…` : "Nog niet bewaard") : klad ? inKlad(bewaardOm) : bewaardOm && `Bewaard om ${bewaardOm}`)}
</p>`;

/** @param {string} om */
const inKlad = (om) => `Klad bewaard${om && ` om ${om}`}, nog niet ingediend`;

/** What one typed before is there again. @param {{ begin: () => void }} props */
export const Hervonden = ({ begin }) => html`<div class="uitleg nieuw"><${Icoon} naam="info" /><div>
  <p>Dit had je al getypt en nog niet bewaard.</p>
  <button type="button" class="knop klein" onClick=${begin}>Begin opnieuw</button></div></div>`;
