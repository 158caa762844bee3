// Parts in which something is missing, whoever waits longest first: one's own, or everybody's for who keeps the agreements.
import { Blad, Bladeren, datumKort, Filters, html, Laden, lees, query, StandVan, Stand, Tabel, Tabs } from "../kit/index.js";
import { Post } from "./handelingen.js";
import { hoeLang, watOntbreekt } from "./woorden.js";

const MEEKIJKERS = ["zvh", "pga_expert", "politiebeheer"];
const FILTERS = [
  { naam: "status", label: "Stand", soort: "keuze", opties: [["open", "Nog in te vullen"], ["ingevuld", "Nog niet bevestigd"], ["teruggestuurd", "Teruggestuurd"], ["bevestigd", "Bezwaar"]] },
  { naam: "minstensDagen", label: "Hoe lang al", soort: "keuze", opties: [["7", "7 dagen of langer"], ["14", "14 dagen of langer"], ["30", "30 dagen of langer"]] },
];

/** @param {any} props */
export default function Lijst({ sessie }) {
  const kijktMee = MEEKIJKERS.includes(sessie.rol);
  const van = kijktMee ? (query().get("van") ?? "eigen") : "eigen";
  const adres = (/** @type {string} */ wat) => `/bureau/formulierdelen?van=${wat}`;
  return html`<${Blad} titel="Formulieren" breed kruimels=${[["Werklijst", "/bureau"]]}>
    ${kijktMee && html`<${Tabs} label="Van wie" tabs=${[
      { href: adres("eigen"), tekst: "Wat jouw organisatie moet invullen", nu: van === "eigen" },
      { href: adres("alles"), tekst: "Wat er bij iedereen ontbreekt", nu: van === "alles" },
    ]} />`}
    <${Filters} velden=${FILTERS} />
    <${Laden} wat="formulieren" sleutel=${location.search} haal=${() => lees("formulierdelen", { query: { ...Object.fromEntries(query()), van } })}>
      ${(/** @type {any} */ { items, volgende }) => html`
        <${Tabel} bijschrift=${van === "alles" ? "Wat er bij iedereen ontbreekt" : "Wat jouw organisatie moet invullen"} rijen=${items}
          sleutel=${(/** @type {any} */ rij) => rij.id} kolommen=${kolommen(van)} leeg="Er ontbreekt niets. Mooi."
          link=${(/** @type {any} */ rij) => (rij.eigen ? `/bureau/formulierdelen/${rij.id}` : `/bureau/abonnementen/${rij.abonnement.id}/formulier`)} />
        <${Bladeren} volgende=${volgende} />`}
    <//>
  <//>`;
}

/** @param {any} persoon */
const geboren = ({ geboorte: { datum } }) => (datum?.length === 10 ? datumKort(datum) : (datum ?? "geboortedatum niet bekend"));

/** @param {string} van */
const kolommen = (van) => [
  { naam: "wie", kop: "Persoon", toon: (/** @type {any} */ rij) => html`${rij.persoon.naam} (${geboren(rij.persoon)}) <small class="zacht">${rij.abonnement.aanpak}</small>` },
  ...(van === "alles" ? [{ naam: "organisatie", kop: "Organisatie", toon: (/** @type {any} */ rij) => rij.organisatie.naam }] : []),
  { naam: "stand", kop: "Stand", toon: (/** @type {any} */ rij) => (rij.heeftBezwaar ? html`<${Stand} toon="fout">Bezwaar<//>` : html`<${StandVan} code=${rij.status} />`) },
  { naam: "ontbreekt", kop: "Ontbreekt", toon: (/** @type {any} */ rij) => html`${watOntbreekt(rij)} <strong>(${hoeLang(rij.dagen)})</strong>` },
  ...(van === "alles" ? [{ naam: "post", kop: "Herinnering", toon: (/** @type {any} */ rij) => html`<${Post} deel=${rij} />` }] : []),
];
