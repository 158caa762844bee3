// Filters of a list. They stand in the address, so that a list can be kept and sent; a name never does, so there is no free text.
import { html, Icoon } from "../../lib/scherm.js";
import { query, stelQuery } from "./plek.js";

/**
 * @typedef {{ naam: string, label: string, soort: "keuze" | "vink" | "datum", opties?: [string, string][], alles?: string }} Filter
 * @param {{ velden: Filter[], kop?: string }} props
 */
export function Filters({ velden, kop = "Filter deze lijst" }) {
  const nu = query();
  const gezet = velden.filter(({ naam }) => nu.get(naam));
  return html`<form class="filters" role="search" aria-label=${kop} onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
    ${velden.map((veld) => html`<${Veld} key=${veld.naam} ...${veld} waarde=${nu.get(veld.naam) ?? ""} />`)}
    ${gezet.length > 0 && html`<button type="button" class="knop klein" onClick=${() => wis(velden)}><${Icoon} naam="nee" />Wis filters</button>`}
  </form>`;
}

/** Another filter begins at the first page. @param {string} naam @param {string} waarde */
const zet = (naam, waarde) => stelQuery({ [naam]: waarde, na: null });

/** @param {Filter[]} velden */
const wis = (velden) => stelQuery(Object.fromEntries([...velden.map(({ naam }) => [naam, null]), ["na", null]]));

/** @param {Filter & { waarde: string }} props */
function Veld({ naam, label, soort, opties = [], alles = "Alles", waarde }) {
  const id = `filter-${naam}`;
  if (soort === "vink") {
    return html`<label class="vinkje"><input type="checkbox" checked=${waarde === "true"}
      onChange=${(/** @type {any} */ e) => zet(naam, e.target.checked ? "true" : "")} /><span>${label}</span></label>`;
  }
  const invoer = soort === "datum"
    ? html`<input id=${id} class="vak" type="date" value=${waarde} onChange=${(/** @type {any} */ e) => zet(naam, e.target.value)} />`
    : html`<select id=${id} class="vak" value=${waarde} onChange=${(/** @type {any} */ e) => zet(naam, e.target.value)}>
        <option value="" selected=${waarde === ""}>${alles}</option>
        ${opties.map(([code, tekst]) => html`<option key=${code} value=${code} selected=${waarde === code}>${tekst}</option>`)}
      </select>`;
  return html`<div class="veld"><label for=${id}>${label}</label>${invoer}</div>`;
}
