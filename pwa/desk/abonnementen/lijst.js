// All abonnementen that one may see, with filters in the address.
import { Blad, Bladeren, datumKort, Filters, html, Laden, lees, query, Stand, StandVan, Tabel } from "../kit/index.js";
import { toetsing } from "./woorden.js";

const STANDEN = [["concept", "Concept"], ["actief", "Actief"], ["opgeschort", "Opgeschort"], ["beeindigd", "Beëindigd"]];

/** @param {any} props */
export default function Lijst({ sessie, mag }) {
  const nieuw = { naam: "Nieuw abonnement", href: "/bureau/abonnementen/nieuw", hoofd: true };
  const dubbel = { naam: "Samenvoegingen", href: "/bureau/samenvoegingen" };
  return html`<${Blad} titel="Abonnementen" breed kruimels=${[["Werklijst", "/bureau"]]}
      acties=${[...(mag("persoon:samenvoegen") ? [dubbel] : []), ...(mag("abonnement:openen") ? [nieuw] : [])]}>
    <${Laden} wat="keuzes" haal=${() => lees("naslag")}>
      ${(/** @type {any} */ naslag) => html`<${Filters} velden=${velden(naslag, sessie)} />`}
    <//>
    <${Laden} wat="abonnementen" sleutel=${location.search} haal=${() => lees("abonnementen", { query: Object.fromEntries(query()) })}>
      ${(/** @type {any} */ { items, volgende }) => html`
        <${Tabel} bijschrift=${bijschrift()} rijen=${items} sleutel=${(/** @type {any} */ rij) => rij.id}
          link=${(/** @type {any} */ rij) => `/bureau/abonnementen/${rij.id}`} kolommen=${KOLOMMEN}
          leeg=${query().size ? "Geen abonnement past bij deze filters." : "Er zijn nog geen abonnementen voor jou."} />
        <${Bladeren} volgende=${volgende} />`}
    <//>
  <//>`;
}

const bijschrift = () => (query().has("teToetsenVoor") ? "Abonnementen, wat het eerst getoetst moet worden voorop" : "Abonnementen, de nieuwste voorop");

/** @type {import("../kit/tabel.js").Kolom[]} */
const KOLOMMEN = [
  { naam: "persoon", kop: "Persoon", toon: ({ persoon }) => persoon.naam },
  { naam: "geboren", kop: "Geboren", toon: ({ persoon }) => datumKort(persoon.geboorte.datum), smal: true },
  { naam: "aanpak", kop: "Aanpak", toon: ({ aanpak }) => aanpak.naam },
  { naam: "eigenaar", kop: "Eigenaar", toon: ({ eigenaar }) => eigenaar?.naam ?? "–" },
  { naam: "stand", kop: "Stand", toon: ({ status }) => html`<${StandVan} code=${status} />`, smal: true },
  { naam: "toetsing", kop: "Toetsing", toon: (rij) => (rij.status === "beeindigd" ? "–" : html`<${Toetsing} rij=${rij} />`), smal: true },
  { naam: "einde", kop: "Laatste dag", toon: ({ einde }) => datumKort(einde), smal: true },
];

/** Only what asks for attention has a sign. @param {{ rij: any }} props */
function Toetsing({ rij }) {
  const [toon, tekst] = toetsing(rij);
  return toon === "goed" || toon === "rust" ? datumKort(rij.toetsenVoor) : html`<${Stand} toon=${toon}>${tekst}<//>`;
}

/** Who works for one owner has no choice of owners. @param {any} naslag @param {any} sessie @returns {any[]} */
function velden({ aanpakken, organisaties }, sessie) {
  const eigenaren = organisaties.filter((/** @type {any} */ { soort }) => ["veiligheidshuis", "gemeente"].includes(soort));
  const eigenaar = { naam: "eigenaarId", label: "Eigenaar", soort: "keuze", opties: eigenaren.map((/** @type {any} */ { id, naam }) => [String(id), naam]) };
  return [
    { naam: "status", label: "Stand", soort: "keuze", opties: STANDEN },
    { naam: "aanpak", label: "Aanpak", soort: "keuze", opties: aanpakken.map((/** @type {any} */ { code, naam }) => [code, naam]) },
    ...(["politiebeheer", "partner"].includes(sessie.rol) ? [eigenaar] : []),
    { naam: "teToetsenVoor", label: "Te toetsen voor", soort: "datum" },
  ];
}
