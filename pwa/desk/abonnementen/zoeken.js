// Search the whole register for a person, and choose from who may be meant.
import { datumKort, doe, Formulier, html, Leeg, Stand, StandVan, Tekst, Uitleg } from "../kit/index.js";
import { geboren } from "./woorden.js";

/** @param {{ naam: string, gevonden: (antwoord: any, vraag: any) => void, knop?: string }} props */
export function Persoonvraag({ naam, gevonden, knop = "Zoek" }) {
  /** @param {any} vraag */
  const zoek = async (vraag) => {
    const gevuld = Object.fromEntries(Object.entries(vraag).filter(([, waarde]) => waarde));
    const uit = await doe("POST", "persoonvragen", gevuld);
    gevonden(uit.inhoud, vraag);
    return uit;
  };
  return html`<${Formulier} naam=${naam} begin=${{ naam: "", geboortedatum: "" }} verstuur=${zoek} knop=${knop} label="Zoek een persoon">
    ${(/** @type {any} */ f) => html`
      <${Tekst} f=${f} naam="naam" label="Naam" hint="Zoals je hem hoort of leest, ook een bijnaam. In elke volgorde." />
      <${Tekst} f=${f} naam="geboortedatum" label="Geboortedatum" hint="Bijvoorbeeld 7-3-1994, of alleen 1994." />`}
  <//>`;
}

/**
 * `kies` says what one can do with each: `(persoon) => html`.
 * @param {{ antwoord: any, kies: (persoon: any) => any, niemand: any }} props
 */
export function Kandidaten({ antwoord, kies, niemand }) {
  const { kandidaten, teVeel } = antwoord;
  if (!kandidaten.length && !teVeel) return html`<${Leeg}>${niemand}<//>`;
  return html`
    ${teVeel && html`<${Uitleg} toon="let-op" kop="Veel mensen heten zo"><p>Niet iedereen staat hieronder. Zoek ook op de hele geboortedatum.</p><//>`}
    <ul class="kolommen">${kandidaten.map((/** @type {any} */ persoon) => html`<li class="vlak" key=${persoon.id}>
      <${Kort} persoon=${persoon} />
      <div class="knoppen">${kies(persoon)}</div>
    </li>`)}</ul>`;
}

/** One person, as briefly as one can be told from another. @param {{ persoon: any }} props */
export const Kort = ({ persoon }) => html`
  <h3><a href=${`/bureau/personen/${persoon.id}`}>${persoon.naam}</a> ${persoon.waarschijnlijk && html`<${Stand} toon="let-op">Lijkt erg op wie je zoekt<//>`}</h3>
  <p>${[persoon.voornamen, geboren(persoon)].filter(Boolean).join(" · ")}</p>
  ${persoon.aliassen.length > 0 && html`<p class="zacht">Ook bekend als ${persoon.aliassen.join(", ")}</p>`}
  <${Abonnementen} van=${persoon.abonnementen} />`;

/** @param {{ van: any[] }} props */
export const Abonnementen = ({ van }) =>
  van.length === 0
    ? html`<p class="zacht">Geen abonnementen.</p>`
    : html`<ul class="opsomming">${van.map(({ id, aanpak, eigenaar, status, start, einde }) => html`<li key=${id}>
        <a href=${`/bureau/abonnementen/${id}`}>${aanpak.naam}</a>, ${eigenaar?.naam ?? "eigenaar niet bekend"},
        ${" "}${datumKort(start)} tot en met ${datumKort(einde)} <${StandVan} code=${status} />
      </li>`)}</ul>`;
