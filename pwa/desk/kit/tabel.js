// Lists. On a wide screen a table; on a narrow one, or at 400 % zoom, each row becomes a card that names its fields.
import { html, Icoon } from "../../lib/scherm.js";
import { metQuery } from "./pad.js";
import { query } from "./plek.js";

/**
 * @typedef {{ naam: string, kop: string, toon: (rij: any) => any, sorteer?: string, smal?: boolean, getal?: boolean }} Kolom
 * @typedef {{ bijschrift: string, kolommen: Kolom[], rijen: any[], sleutel: (rij: any) => string | number,
 *   link?: (rij: any) => string, leeg?: any }} Props
 */

/**
 * The first column says what the row is; with `link` it leads there, and the whole row is its target.
 * A column with `sorteer` has a heading that sets `?volgorde=` (a minus sign before it turns the order around).
 * @param {Props} props
 */
export function Tabel({ bijschrift, kolommen, rijen, sleutel, link, leeg = "Er staat niets in deze lijst." }) {
  if (!rijen.length) return html`<${Leeg}>${leeg}<//>`;
  return html`<table class="tabel" role="table">
    <caption>${bijschrift}</caption>
    <thead role="rowgroup"><tr role="row">${kolommen.map((kolom) => html`<${Kop} key=${kolom.naam} ...${kolom} />`)}</tr></thead>
    <tbody role="rowgroup">
      ${rijen.map((rij) => html`<tr role="row" key=${sleutel(rij)} class=${link ? "klikbaar" : ""}>
        ${kolommen.map((kolom, i) => html`<${Cel} key=${kolom.naam} kolom=${kolom} eerste=${i === 0} href=${i === 0 && link?.(rij)}>${kolom.toon(rij)}<//>`)}
      </tr>`)}
    </tbody>
  </table>`;
}

/** @param {any} props */
const Cel = ({ kolom, eerste, href, children }) => {
  const inhoud = href ? html`<a class="rijlink" href=${href}>${children}</a>` : children;
  const klasse = `${kolom.smal ? "smal" : ""} ${kolom.getal ? "getal" : ""}`;
  if (eerste) return html`<th role="rowheader" scope="row" class=${klasse}>${inhoud}</th>`;
  return html`<td role="cell" class=${klasse}><span class="celkop" aria-hidden="true">${kolom.kop}</span><span class="celinhoud">${inhoud}</span></td>`;
};

/** @param {Kolom} kolom */
function Kop({ kop, sorteer, getal }) {
  const nu = query().get("volgorde");
  if (!sorteer) return html`<th role="columnheader" scope="col" class=${getal ? "getal" : ""}>${kop}</th>`;
  const op = nu === sorteer, af = nu === `-${sorteer}`;
  const adres = metQuery(location.pathname, query(), { volgorde: op ? `-${sorteer}` : sorteer, na: null });
  return html`<th role="columnheader" scope="col" aria-sort=${op ? "ascending" : af ? "descending" : undefined}>
    <a href=${adres}>${kop}${(op || af) && html` <span aria-hidden="true">${op ? "▲" : "▼"}</span>`}</a>
  </th>`;
}

/** Further through a list that comes in pages. @param {{ volgende: string | null }} props the cursor that the service gave */
export function Bladeren({ volgende }) {
  const later = query().has("na");
  if (!volgende && !later) return null;
  /** @param {string | null} na */
  const adres = (na) => metQuery(location.pathname, query(), { na });
  return html`<nav class="bladeren" aria-label="Bladeren">
    ${later && html`<a class="knop" href=${adres(null)}><${Icoon} naam="terug" />Naar het begin</a>`}
    ${volgende && html`<a class="knop" href=${adres(volgende)}>Volgende<${Icoon} naam="verder" /></a>`}
  </nav>`;
}

/** Nothing to show is said in words, with what to do next. @param {{ children?: any }} props */
export const Leeg = ({ children }) => html`<div class="leeg-vlak"><${Icoon} naam="ja" /><div>${children}</div></div>`;
