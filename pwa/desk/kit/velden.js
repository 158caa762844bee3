// The fields of a form. Each gets the form (`f`) and a path in its values (`naam`), and shows its own remark.
import { html, Icoon } from "../../lib/scherm.js";
import { lengte } from "./waarden.js";

/** @typedef {import("./formulier.js").Formulier} Formulier */
/**
 * @typedef {{ f: Formulier, naam: string, label: any, hint?: any, vereist?: boolean, max?: number, uit?: boolean, soort?: string,
 *   rijen?: number, opties?: [string, string, string?][], leeg?: string, advies?: any, autocomplete?: string, kort?: boolean,
 *   nieuw?: any, meeste?: number, erbij?: string, wat?: string, children?: any, bij?: (waarde: any) => void }} Props
 */
const BIJNA = 20;

/** What ties an input to its label, hint, counter and remark. @param {Props} props */
function band({ f, naam, label, hint, vereist, max, uit }) {
  const id = f.idVan(naam);
  const fout = f.foutenVan(naam).length > 0;
  const uitleg = [hint && `${id}-hint`, max && `${id}-teller`, fout && `${id}-fout`].filter(Boolean).join(" ");
  return {
    id, name: naam, disabled: uit, "data-veld": naam, "data-label": typeof label === "string" ? label : naam, "data-max": max,
    "data-vereist": vereist ? "ja" : undefined, "aria-required": vereist ? "true" : undefined,
    "aria-invalid": fout ? "true" : undefined, "aria-describedby": uitleg || undefined,
  };
}

/** @param {Props} props */
function Rondom(props) {
  const { f, naam, label, hint, vereist, max, advies, kort, children } = props;
  const id = f.idVan(naam);
  return html`<div class=${`veld ${kort ? "kort" : ""}`}>
    <label for=${id}>${label}${!vereist && html` <span class="mag">(mag leeg)</span>`}</label>
    ${hint && html`<p class="hint" id=${`${id}-hint`}>${hint}</p>`}
    <${Opmerkingen} f=${f} naam=${naam} />
    ${children}
    ${max && html`<${Teller} id=${`${id}-teller`} tekst=${String(f.waarde(naam) ?? "")} max=${max} />`}
    ${advies}
  </div>`;
}

/** @param {{ f: Formulier, naam: string }} props */
export function Opmerkingen({ f, naam }) {
  const fouten = f.foutenVan(naam);
  return fouten.length > 0 && html`<p class="fout" id=${`${f.idVan(naam)}-fout`}><${Icoon} naam="storing" /><span>${fouten.join(" ")}</span></p>`;
}

/** How much still fits; read out only near the end. @param {{ id: string, tekst: string, max: number }} props */
export function Teller({ id, tekst, max }) {
  const over = max - lengte(tekst);
  const woorden = over < 0 ? `${-over} tekens te veel` : `nog ${over} van ${max} tekens`;
  return html`<p class=${`tellen ${over < 0 ? "over" : ""}`} id=${id} aria-live=${over <= BIJNA ? "polite" : "off"}>${woorden}</p>`;
}

/** One line. `soort`: text (default), email, tel, date, number, time. @param {Props} props */
export function Tekst(props) {
  const { f, naam, soort = "text", bij, autocomplete = "off" } = props;
  return html`<${Rondom} ...${props}>
    <input class="vak" type=${soort} value=${f.waarde(naam) ?? ""} autocomplete=${autocomplete} ...${band(props)}
      onInput=${(/** @type {any} */ e) => { f.zet(naam, e.target.value); bij?.(e.target.value); }} />
  <//>`;
}

/** A date; nothing chosen is null, as the service has it. @param {Props} props */
export function Datum(props) {
  const { f, naam, bij } = props;
  return html`<${Rondom} ...${props} kort>
    <input class="vak" type="date" value=${f.waarde(naam) ?? ""} ...${band(props)}
      onInput=${(/** @type {any} */ e) => { f.zet(naam, e.target.value || null); bij?.(e.target.value || null); }} />
  <//>`;
}

/** Several lines. @param {Props} props */
export function Lang(props) {
  const { f, naam, rijen = 4, bij } = props;
  return html`<${Rondom} ...${props}>
    <textarea class="vak" rows=${rijen} value=${f.waarde(naam) ?? ""} ...${band(props)}
      onInput=${(/** @type {any} */ e) => { f.zet(naam, e.target.value); bij?.(e.target.value); }}></textarea>
  <//>`;
}

/** One of many, in a list that opens. `opties`: [[code, text], ...]; nothing chosen is null. @param {Props} props */
export function Keuze(props) {
  const { f, naam, opties = [], leeg = "Kies…", bij } = props;
  const nu = String(f.waarde(naam) ?? "");
  return html`<${Rondom} ...${props}>
    <select class="vak" ...${band(props)}
      onChange=${(/** @type {any} */ e) => { f.zet(naam, e.target.value || null); bij?.(e.target.value || null); }}>
      <option value="" selected=${nu === ""}>${leeg}</option>
      ${opties.map(([code, tekst]) => html`<option key=${code} value=${code} selected=${nu === String(code)}>${tekst}</option>`)}
    </select>
  <//>`;
}

/** One of a few, all in sight. `opties`: [[code, text, explanation?], ...]. @param {Props} props */
export function Kiezen(props) {
  const { f, naam, label, hint, vereist, opties = [], uit, bij } = props;
  const id = f.idVan(naam);
  const { "aria-describedby": uitleg, ...rest } = band(props);
  return html`<fieldset class="veld kiezen" id=${id} tabindex="-1" aria-describedby=${uitleg} data-veld=${naam} data-label=${rest["data-label"]}
      data-vereist=${rest["data-vereist"]} aria-invalid=${rest["aria-invalid"]}>
    <legend>${label}${!vereist && html` <span class="mag">(mag leeg)</span>`}</legend>
    ${hint && html`<p class="hint" id=${`${id}-hint`}>${hint}</p>`}
    <${Opmerkingen} f=${f} naam=${naam} />
    ${opties.map(([code, tekst, meer]) => html`<label class="keuzerij" key=${code}>
      <input type="radio" name=${id} value=${code} checked=${String(f.waarde(naam) ?? "") === String(code)} disabled=${uit}
        onChange=${() => { f.zet(naam, code); bij?.(code); }} />
      <span>${tekst}${meer && html`<small>${meer}</small>`}</span>
    </label>`)}
  </fieldset>`;
}

/** Yes or no. @param {Props} props */
export function Vink(props) {
  const { f, naam, label, hint, bij } = props;
  const id = f.idVan(naam);
  return html`<div class="veld">
    <${Opmerkingen} f=${f} naam=${naam} />
    <label class="vinkje"><input type="checkbox" checked=${f.waarde(naam) === true} ...${band(props)}
      onChange=${(/** @type {any} */ e) => { f.zet(naam, e.target.checked); bij?.(e.target.checked); }} /><span>${label}</span></label>
    ${hint && html`<p class="hint" id=${`${id}-hint`}>${hint}</p>`}
  </div>`;
}
