// What comes in the place of a card: several persons, or none and why.
import { Balkknop, Gevraagd, html, Icoon, Scherm, Wachten } from "../lib/scherm.js";

/**
 * @import { Toestand, Wacht } from "../types/toestand.js"
 * @typedef {Toestand & { terug: () => void, nieuw: () => void, meldAf: () => void }} Props
 * @typedef {{ icoon: string, kop: string, tekst: string, doe: string }} Gezicht
 */

/** @type {Record<string, Gezicht>} */
const GEZICHTEN = {
  onbekend: {
    icoon: "onbekend",
    kop: "Niet bekend",
    tekst: "Voor deze vraag is geen afspraak gevonden.",
    doe: "Klopt de schrijfwijze? Probeer het met een geboortejaar, of met alleen de achternaam en de geboortedatum.",
  },
  verbinding: {
    icoon: "verbinding",
    kop: "Geen verbinding",
    tekst: "Je vraag is niet beantwoord. Dit betekent niet dat de persoon onbekend is.",
    doe: "Zoek een plek met beter bereik en probeer het opnieuw, of bel de meldkamer.",
  },
  toegang: {
    icoon: "slot",
    kop: "Geen toegang",
    tekst: "Met dit account kun je geen straatkaarten opvragen.",
    doe: "Meld je aan met je account voor de straat. Heb je dat niet? Vraag het aan je beheerder.",
  },
  storing: {
    icoon: "storing",
    kop: "Storing",
    tekst: "De dienst kan nu geen antwoord geven. Dit betekent niet dat de persoon onbekend is.",
    doe: "Probeer het over een minuut opnieuw, of bel de meldkamer.",
  },
};

/** No card: four different reasons, four different faces, and each says what to do next. @param {Props} props */
export function Melding({ scherm, sessie, formulier, bericht, bezig, opnieuw, terug, nieuw, meldAf }) {
  const { icoon, kop, tekst, doe } = GEZICHTEN[scherm];
  return html`
    <${Scherm} key=${scherm} naam=${`melding ${scherm}`} titel=${kop} balk=${html`<${Balk} ...${{ scherm, sessie, terug, meldAf }} />`}>
      <div class="gezicht">
        <${Icoon} naam=${icoon} />
        <h1 data-eerst tabindex="-1">${kop}</h1>
        <p class="groot">${bericht || tekst}</p>
        ${scherm === "onbekend" && html`<${Gevraagd} vraag=${formulier.begrepen} />`}
        <p>${doe}</p>
      </div>
      ${opnieuw && html`<button type="button" class="knop hoofd" onClick=${opnieuw}>${bezig ? "Even geduld…" : "Probeer opnieuw"}</button>`}
      ${scherm === "onbekend" && html`<button type="button" class="knop hoofd" onClick=${terug}>Pas de vraag aan</button>`}
      ${scherm === "onbekend" && html`<button type="button" class="knop" onClick=${nieuw}>Zoek iemand anders</button>`}
      ${scherm === "toegang" && html`<button type="button" class="knop hoofd" onClick=${meldAf}>Meld je af</button>`}
    <//>
  `;
}

/** @param {any} props */
const Balk = ({ scherm, sessie, terug, meldAf }) => html`
  ${sessie && html`<${Balkknop} icoon="terug" tekst="Terug" doe=${terug} />`}
  ${sessie && scherm !== "toegang" && html`<${Balkknop} icoon="uit" tekst="Afmelden" doe=${meldAf} />`}
`;

/**
 * More than one person may be meant. The least that tells them apart is shown; opening one is an act of its own.
 * @param {Toestand & Wacht & { open: (id: string) => void, terug: () => void }} props
 */
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
