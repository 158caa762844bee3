// The contactpersonen of one's organisation, and those of others on one's abonnementen.
import { bereikbaarheid } from "../../lib/bereikbaar.js";
import { Blad, Bladeren, Filters, html, Laden, lees, query, Stand, Tabel } from "../kit/index.js";

const KRUIMELS = [["Werklijst", "/bureau"]];
const ACTIES = [
  { naam: "Nieuwe contactpersoon", href: "/bureau/contactpersonen/nieuw", hoofd: true },
  { naam: "Uit of naar een bestand", href: "/bureau/contactpersonen/bestand" },
];
const FILTERS = [
  { naam: "bron", label: "Van wie", soort: "keuze", opties: [["eigen", "Mijn organisatie"], ["abonnementen", "Anderen op onze abonnementen"]] },
  { naam: "actief", label: "In gebruik", soort: "keuze", opties: [["ja", "Ja"], ["nee", "Uitgeschakeld"]] },
];

/** @param {string[]} feestdagen */
const kolommen = (feestdagen) => [
  { naam: "naam", kop: "Naam", toon: (/** @type {any} */ een) => een.naam },
  { naam: "functie", kop: "Functie", toon: (/** @type {any} */ een) => een.functie ?? html`<span class="zacht">niet bekend</span>` },
  { naam: "telefoon", kop: "Telefoon", toon: (/** @type {any} */ een) => een.telefoon ?? html`<${Stand} toon="let-op">Geen nummer<//>` },
  { naam: "bereikbaar", kop: "Bereikbaar", toon: (/** @type {any} */ een) => html`<${Nu} een=${een} feestdagen=${feestdagen} />` },
  { naam: "organisatie", kop: "Organisatie", toon: (/** @type {any} */ een) => een.organisatie.naam },
  { naam: "abonnementen", kop: "Abonnementen", getal: true, toon: (/** @type {any} */ een) => een.abonnementen },
];

/** @param {{ een: any, feestdagen: string[] }} props */
const Nu = ({ een, feestdagen }) => {
  if (!een.actief) return html`<${Stand} toon="rust">Uitgeschakeld<//>`;
  const tekst = bereikbaarheid(een, new Date(), feestdagen);
  return tekst === "nu bereikbaar" ? html`<${Stand} toon="goed">Nu bereikbaar<//>` : tekst;
};

/** @param {any} _props */
export default function Lijst(_props) {
  const vraag = Object.fromEntries(query());
  return html`<${Blad} titel="Contactpersonen" breed kruimels=${KRUIMELS} acties=${ACTIES} onder="Eén keer hier wijzigen is genoeg: elke kaart verandert mee.">
    <${Filters} velden=${FILTERS} />
    <${Laden} wat="contactpersonen" sleutel=${location.search} haal=${() => lees("contactpersonen", { query: vraag })}>
      ${(/** @type {any} */ { items, volgende, feestdagen }) => html`
        <${Tabel} bijschrift="Contactpersonen" rijen=${items} sleutel=${(/** @type {any} */ een) => een.id}
          link=${(/** @type {any} */ een) => `/bureau/contactpersonen/${een.id}`} kolommen=${kolommen(feestdagen)}
          leeg="Er zijn nog geen contactpersonen. Voeg er een toe, of lees een bestand in." />
        <${Bladeren} volgende=${volgende} />`}
    <//>
  <//>`;
}
