// More than one person may be meant. The least that tells them apart is shown; opening one is an act of its own.
import { Balkknop, Gevraagd, html, Icoon, Scherm, Wachten } from "../lib/scherm.js";

/** @typedef {import("../types/toestand.js").Toestand & { wacht: number, open: (id: string) => void, terug: () => void }} Props */

/** @param {Props} props */
export function Kandidaten({ lijst, formulier, wacht, bericht, bezig, open, terug }) {
  const kandidaten = lijst?.kandidaten ?? [];
  const kop = kandidaten.length === 1 ? "Is dit de persoon?" : `${kandidaten.length} mensen lijken hierop`;
  return html`
    <${Scherm} naam="kandidaten" titel="Mogelijke personen" balk=${html`<${Balkknop} icoon="terug" tekst="Zoek anders" doe=${terug} />`}>
      <h1 data-eerst tabindex="-1">${kop}</h1>
      <${Gevraagd} vraag=${formulier.begrepen} />
      <p class="onder">Wie je opent, wordt vastgelegd.</p>
      <${Wachten} wacht=${wacht} bericht=${bericht} />
      <ol class="lijst">
        ${kandidaten.map(
          (wie) => html`<li key=${wie.id}>
            <button type="button" class="kandidaat" aria-disabled=${bezig || wacht > 0} onClick=${() => wacht > 0 || open(wie.id)}>
              <span class="wie">${wie.naam}</span>
              <span>${wie.geboortejaar ? `geboren ${wie.geboortejaar}` : "geboortejaar niet bekend"}, ${wie.aanpak}</span>
              <span class="waarom">gevonden op ${wie.gevondenOp.join(", ")}</span>
              <${Icoon} naam="verder" />
            </button>
          </li>`,
        )}
      </ol>
    <//>
  `;
}
