// What stands around every screen: where one can go, who one is, and what just happened.
import { html, Icoon } from "../../lib/scherm.js";
import { Meldbord } from "./melden.js";
import { THUIS } from "./pad.js";

/** @type {Record<string, string>} */
export const ROLLEN = {
  politiebeheer: "politiebeheer", zvh: "ZVH", partner: "partner", pga_expert: "PGA-expert",
  zsm: "ZSM", privacy: "privacy", beheer: "beheer",
};

/** @param {any} props */
export const Kader = ({ sessie, menu, nu, melding, palet, hulp, meldAf, children }) => html`
  <a class="naar-inhoud" href="#inhoud" onClick=${naarInhoud}>Naar de inhoud</a>
  <header class="kop">
    <a class="thuis" href=${THUIS}><${Merk} /><span>Veldwijzer</span></a>
    <nav class="hoofdmenu" aria-label="Hoofdmenu"><ul>
      ${menu.map((/** @type {any} */ plaats) => html`<li key=${plaats.href}><a href=${plaats.href} aria-current=${nu === plaats.href ? "page" : undefined}>${plaats.naam}</a></li>`)}
    </ul></nav>
    <div class="kopknoppen">
      <button type="button" class="kopknop" onClick=${palet} aria-keyshortcuts="Control+K"><${Icoon} naam="zoek" /><span>Ga naar</span><kbd>Ctrl K</kbd></button>
      <button type="button" class="kopknop" onClick=${hulp} title="Sneltoetsen" aria-keyshortcuts="Control+/"><span aria-hidden="true">?</span><span class="alleen-horen">Sneltoetsen</span></button>
      <span class="wie-ben-ik"><strong>${sessie.gebruikersnaam}</strong><small>${ROLLEN[sessie.rol] ?? sessie.rol}</small></span>
      <button type="button" class="kopknop" onClick=${meldAf}><${Icoon} naam="uit" /><span>Afmelden</span></button>
    </div>
  </header>
  <main id="inhoud" tabindex="-1"><${Meldbord} melding=${melding} />${children}</main>
`;

/** @param {Event} event */
function naarInhoud(event) {
  event.preventDefault();
  document.getElementById("inhoud")?.focus();
}

const Merk = () =>
  html`<svg class="merkteken" viewBox="3 1.5 18 20" aria-hidden="true" focusable="false">
    <path d="M12 2 19 20.5l-7-4-7 4z" /><path d="M12 2v14.5" />
  </svg>`;
