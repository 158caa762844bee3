// How things stand: always words and a sign, never a colour alone.
import { html, Icoon } from "../../lib/scherm.js";

/** @typedef {"goed" | "let-op" | "fout" | "rust" | "nieuw"} Toon */

/** @type {Record<Toon, string>} */
const TEKENS = { goed: "ja", "let-op": "klok", fout: "storing", rust: "info", nieuw: "verder" };

/** @type {Record<string, [Toon, string]>} the states of the domain, as people say them */
export const STANDEN = {
  concept: ["rust", "Concept"],
  actief: ["goed", "Actief"],
  opgeschort: ["let-op", "Opgeschort"],
  beeindigd: ["rust", "Beëindigd"],
  open: ["let-op", "Nog in te vullen"],
  ingevuld: ["nieuw", "Ingevuld, nog niet bevestigd"],
  bevestigd: ["goed", "Bevestigd"],
  teruggestuurd: ["fout", "Teruggestuurd met een vraag"],
};

/** @param {{ toon?: Toon, children?: any }} props */
export const Stand = ({ toon = "rust", children }) =>
  html`<span class=${`stand ${toon}`}><${Icoon} naam=${TEKENS[toon]} /><span>${children}</span></span>`;

/** The badge of a state by its code. @param {{ code: string }} props */
export const StandVan = ({ code }) => {
  const [toon, tekst] = STANDEN[code] ?? ["rust", code];
  return html`<${Stand} toon=${toon}>${tekst}<//>`;
};

/** Facts in pairs: [["Aanpak", "Levensloopaanpak"], ...]; what is not known is said. @param {{ feiten: [string, any][] }} props */
export const Feiten = ({ feiten }) => html`<dl class="feiten">
  ${feiten.map(([kop, wat]) => html`<div key=${kop}><dt>${kop}</dt><dd>${wat ?? html`<span class="zacht">niet bekend</span>`}</dd></div>`)}
</dl>`;

/** Tabs that are links: each has an address. @param {{ label: string, tabs: { href: string, tekst: string, nu: boolean }[] }} props */
export const Tabs = ({ label, tabs }) => html`<nav class="tabs" aria-label=${label}><ul>
  ${tabs.map(({ href, tekst, nu }) => html`<li key=${href}><a href=${href} aria-current=${nu ? "page" : undefined}>${tekst}</a></li>`)}
</ul></nav>`;

/** Explanation or a warning that stays on the screen. @param {{ toon?: Toon, kop?: string, children?: any }} props */
export const Uitleg = ({ toon = "rust", kop, children }) => html`<div class=${`uitleg ${toon}`}>
  <${Icoon} naam=${TEKENS[toon]} />
  <div>${kop && html`<strong>${kop}</strong>`}${children}</div>
</div>`;
