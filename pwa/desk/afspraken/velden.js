// The fields of a concept, part by part. A part that is not there can be added, one that is there can be left out.
import { Datum, html, Icoon, Keuze, Kiezen, Lang, Rijen, Tekst, Vink } from "../kit/index.js";
import { Advies } from "./advies.js";

/** @typedef {import("../kit/formulier.js").Formulier} F */
/** @typedef {{ code: string, tekst: string, icoon: string, kleur: string, actief: boolean }} Actie */

/** @type {Record<string, any>} */
const LEEG = {
  handelingskader: { actie: null, kern: "", regels: [], casusoverleg: null, vastgesteldDoor: null },
  bejegening: { kern: "", ziet: null, betekent: null, doen: [], nietDoen: [], risico: null },
  zsmAdvies: { datum: null, doel: "", advies: "", context: null, historie: null, criteria: { context: false, juridischeTaal: false, historie: null } },
};
const RISICOS = /** @type {[string, string][]} */ ([["verbaal", "Verbaal geweld"], ["fysiek", "Fysiek geweld"], ["wapen", "Wapen"], ["geen", "Geen risico bekend"]]);

/** @param {{ f: F, naam: string, kop: string, wat: string, children?: any }} props */
function Onderdeel({ f, naam, kop, wat, children }) {
  const er = Boolean(f.waarde(naam));
  return html`<section class="vlak onderdeel" aria-labelledby=${f.idVan(`${naam}-kop`)}>
    <header>
      <h2 id=${f.idVan(`${naam}-kop`)}>${kop}</h2>
      <button type="button" class="knop klein" onClick=${() => f.zet(naam, er ? null : structuredClone(LEEG[naam]))}>
        ${er ? `Laat ${wat} weg` : `Voeg ${wat} toe`}
      </button>
    </header>
    ${er ? children : html`<p class="zacht">Hierover is niets afgesproken.</p>`}
  </section>`;
}

/** One line of a list, with its counter and its advice. @param {{ f: F, naam: string, label: string, hint?: string, adviezen: any[] }} props */
const Lijst = ({ f, naam, label, hint, adviezen }) => html`
  <${Rijen} f=${f} naam=${naam} label=${label} hint=${hint} wat="regel" nieuw="" meeste=${5}>
    ${(/** @type {string} */ plek, /** @type {number} */ i) => html`<${Tekst} f=${f} naam=${plek} label=${`${label}, regel ${i + 1}`} max=${140}
      advies=${html`<${Advies} veld=${plek} adviezen=${adviezen} />`} />`}
  <//>`;

/** @param {{ f: F, acties: Actie[], adviezen: any[] }} props */
export const Handelingskader = ({ f, acties, adviezen }) => html`
  <${Onderdeel} f=${f} naam="handelingskader" kop="Handelingskader" wat="het handelingskader">
    <${Acties} f=${f} acties=${acties} />
    <${Lang} f=${f} naam="handelingskader/kern" label="Kern" hint="Eén regel, die de agent als eerste leest." max=${140} rijen=${2} vereist
      advies=${html`<${Advies} veld="handelingskader/kern" adviezen=${adviezen} />`} />
    <${Lijst} f=${f} naam="handelingskader/regels" label="Afspraken" hint="Hoogstens vijf korte regels, bijvoorbeeld: bij een klein feit…" adviezen=${adviezen} />
    <${Datum} f=${f} naam="handelingskader/casusoverleg" label="Casusoverleg" hint="De dag waarop dit is afgesproken." vereist />
    <${Tekst} f=${f} naam="handelingskader/vastgesteldDoor" label="Vastgesteld door" max=${120} />
  <//>`;

/** What to do, each with the icon and the colour that the phone gives it. @param {{ f: F, acties: Actie[] }} props */
function Acties({ f, acties }) {
  const nu = f.waarde("handelingskader/actie");
  const opties = acties.filter(({ code, actief }) => actief || code === nu);
  return html`<div class="actiekeuze"><${Kiezen} f=${f} naam="handelingskader/actie" label="Actie" vereist
    opties=${opties.map(({ code, tekst, icoon, kleur }) => [code, html`<span class=${`actievlag ${kleur}`}><${Icoon} naam=${icoon} />${tekst}</span>`])} /></div>`;
}

/** @param {{ f: F, adviezen: any[] }} props */
export const Bejegening = ({ f, adviezen }) => html`
  <${Onderdeel} f=${f} naam="bejegening" kop="Bejegening" wat="de bejegening">
    <${Lang} f=${f} naam="bejegening/kern" label="Kern" hint="Hoe spreek je iemand aan?" max=${140} rijen=${2} vereist
      advies=${html`<${Advies} veld="bejegening/kern" adviezen=${adviezen} />`} />
    <${Kiezen} f=${f} naam="bejegening/risico" label="Risico" vereist opties=${RISICOS} />
    <${Lijst} f=${f} naam="bejegening/doen" label="Wel doen" adviezen=${adviezen} />
    <${Lijst} f=${f} naam="bejegening/nietDoen" label="Niet doen" adviezen=${adviezen} />
    <${Lang} f=${f} naam="bejegening/ziet" label="Wat je ziet" max=${300} rijen=${2} advies=${html`<${Advies} veld="bejegening/ziet" adviezen=${adviezen} />`} />
    <${Lang} f=${f} naam="bejegening/betekent" label="Wat het betekent" max=${300} rijen=${2} advies=${html`<${Advies} veld="bejegening/betekent" adviezen=${adviezen} />`} />
  <//>`;

/** @param {{ f: F, adviezen: any[], criteria: any[] }} props */
export const ZsmAdvies = ({ f, adviezen, criteria }) => html`
  <${Onderdeel} f=${f} naam="zsmAdvies" kop="ZSM-advies" wat="het ZSM-advies">
    <p class="hint">Voor de officier van justitie. Het komt niet op de straatkaart.</p>
    <${Datum} f=${f} naam="zsmAdvies/datum" label="Datum van het advies" hint="Niet ouder dan een jaar." vereist />
    <${Lang} f=${f} naam="zsmAdvies/doel" label="Doel" hint="Wat moet de interventie bereiken?" max=${300} rijen=${2} vereist advies=${html`<${Advies} veld="zsmAdvies/doel" adviezen=${adviezen} />`} />
    <${Lang} f=${f} naam="zsmAdvies/advies" label="Advies" hint="Kort en bondig: welke beslissing adviseer je?" max=${600} rijen=${5} vereist
      advies=${html`<${Advies} veld="zsmAdvies/advies" adviezen=${adviezen} />`} />
    <${Lang} f=${f} naam="zsmAdvies/context" label="Context" hint="Wat betekent een beslissing voor het gezin, de buurt en de hulp die al loopt?" max=${500}
      advies=${html`<${Advies} veld="zsmAdvies/context" adviezen=${adviezen} />`} />
    <${Lang} f=${f} naam="zsmAdvies/historie" label="Eerdere incidenten" hint="Bij huiselijk geweld." max=${500}
      advies=${html`<${Advies} veld="zsmAdvies/historie" adviezen=${adviezen} />`} />
    <${Eisen} f=${f} criteria=${criteria} />
  <//>`;

/** The six criteria: three are ticked here, three the program sees by itself. @param {{ f: F, criteria: any[] }} props */
function Eisen({ f, criteria }) {
  const vanZelf = criteria.filter(({ getoetstDoor }) => getoetstDoor === "programma");
  const uitleg = Object.fromEntries(criteria.map((een) => [een.code, een.uitleg]));
  return html`<div class="eisen" role="group" aria-label="Zes eisen aan een ZSM-advies">
    <h3>Zes eisen aan een ZSM-advies</h3>
    <ul>${vanZelf.map(({ code, naam, uitleg: waarom, voldoet }) => html`<li key=${code} class=${voldoet ? "ja" : "nee"}>
      <${Icoon} naam=${voldoet ? "ja" : "nee"} /><span><strong>${naam}</strong>: ${voldoet ? "in orde" : "nog niet"}. <span class="zacht">${waarom}</span></span></li>`)}</ul>
    <${Vink} f=${f} naam="zsmAdvies/criteria/context" label="De context staat erin" hint=${uitleg.context} />
    <${Vink} f=${f} naam="zsmAdvies/criteria/juridischeTaal" label="De taal is concreet en juridisch" hint=${uitleg.juridischeTaal} />
    <${Keuze} f=${f} naam="zsmAdvies/criteria/historie" label="Eerdere incidenten bij huiselijk geweld" hint=${uitleg.historie} vereist
      opties=${[["ja", "Ja, die staan erin"], ["nvt", "Niet van toepassing: geen huiselijk geweld"]]} />
  </div>`;
}
