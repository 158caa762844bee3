// The rows of one worklist: each shows what one needs to decide, and does in one click what can be done in one.
import { Bladeren, datumKort, doe, html, Knop, Laden, lees, Stand, StandVan, Tabel } from "../kit/index.js";
import { LIJSTEN, sinds, termijn } from "./woorden.js";

/** @typedef {import("../kit/tabel.js").Kolom} Kolom */

/**
 * `klaar` is called after something was done here; `bladeren` shows the way to the next page.
 * @param {{ naam: string, query: Record<string, any>, klaar?: () => void, bladeren?: boolean }} props
 */
export function Inhoud({ naam, query, klaar, bladeren }) {
  const pad = naam === "meldingen" ? "meldingen" : `werklijsten/${naam}`;
  return html`<${Laden} wat="regels van deze lijst" sleutel=${`${naam}?${JSON.stringify(query)}`} haal=${() => lees(pad, { query })}>
    ${(/** @type {any} */ { items, volgende }, /** @type {any} */ { opnieuw }) => html`
      <${Tabel} bijschrift=${`${LIJSTEN[naam].titel}, wat het langst wacht voorop`} rijen=${items} sleutel=${(/** @type {any} */ rij) => rij.deel ?? rij.id ?? rij.abonnement}
        link=${(/** @type {any} */ rij) => bestemming(naam, rij)} leeg=${LIJSTEN[naam].leeg}
        kolommen=${kolommen(naam, () => (klaar ?? opnieuw)())} />
      ${bladeren && html`<${Bladeren} volgende=${volgende} />`}`}
  <//>`;
}

/** @param {string} naam @param {any} rij */
function bestemming(naam, rij) {
  if (naam === "meldingen") return `/bureau/meldingen/${rij.id}`;
  if (naam === "eigen-deel") return `/bureau/formulierdelen/${rij.deel}`;
  return `/bureau/abonnementen/${rij.abonnement}/${naam === "onvolledig" ? "formulier" : "afspraken"}`;
}

/** @type {Kolom[]} */
const WIE = [
  { naam: "persoon", kop: "Persoon", toon: ({ persoon }) => persoon.naam },
  { naam: "aanpak", kop: "Aanpak", toon: ({ aanpak, persoon }) => html`${aanpak.naam}<br /><span class="zacht">geboren ${datumKort(persoon.geboortedatum)}</span>` },
];

/** @param {string} naam @param {() => void} klaar @returns {Kolom[]} */
function kolommen(naam, klaar) {
  if (naam === "meldingen") return MELDINGEN;
  if (naam === "onvolledig") return [...WIE, { naam: "delen", kop: "Ontbreekt nog", toon: (rij) => html`<${Delen} ...${rij} />` }];
  if (naam === "eigen-deel") return [...WIE, ...EIGEN];
  if (naam === "te-keuren") return [...WIE, { naam: "sinds", kop: "Ingediend", toon: (rij) => sinds(rij.sinds), smal: true }];
  if (naam === "teruggestuurd") {
    return [...WIE, { naam: "opmerking", kop: "Opmerking", toon: ({ opmerking }) => opmerking }, { naam: "sinds", kop: "Terug", toon: (rij) => sinds(rij.sinds) }];
  }
  return [...WIE, ...TOETSEN, { naam: "doen", kop: "Nagekeken?", toon: (rij) => html`<${NogJuist} rij=${rij} klaar=${klaar} />` }];
}

/** @type {Kolom[]} */
const MELDINGEN = [
  { naam: "tekst", kop: "Wat er gemeld is", toon: ({ tekst }) => tekst },
  { naam: "persoon", kop: "Over", toon: ({ persoon, aanpak }) => html`${persoon.naam}<br /><span class="zacht">${aanpak.naam}</span>` },
  { naam: "status", kop: "Stand", toon: (rij) => html`<${Urgentie} ...${rij} /> <${Melding} ...${rij} />` },
  { naam: "gemeld", kop: "Gemeld", toon: ({ gemeldOp }) => sinds(gemeldOp) },
];

/** @type {Kolom[]} */
const EIGEN = [
  { naam: "stand", kop: "Stand", toon: ({ deelstatus }) => html`<${StandVan} code=${deelstatus} />` },
  { naam: "vraag", kop: "Vraag", toon: ({ vraag }) => vraag ?? "–" },
  { naam: "sinds", kop: "Wacht", toon: ({ gevraagdOp }) => sinds(gevraagdOp), smal: true },
];

/** @type {Kolom[]} */
const TOETSEN = [
  { naam: "afspraak", kop: "Wat nu op de kaart staat", toon: (rij) => html`<${Afspraak} ...${rij} />` },
  { naam: "toetsen", kop: "Uiterlijk", toon: ({ toetsenVoor }) => html`${datumKort(toetsenVoor)}<br />${termijn(toetsenVoor)}` },
];

/** @param {{ urgentie: string }} props */
export const Urgentie = ({ urgentie }) =>
  urgentie === "dringend" ? html`<${Stand} toon="fout">Dringend<//>` : html`<${Stand}>Gewoon<//>`;

/** @type {Record<string, [import("../kit/stand.js").Toon, string]>} */
const STANDEN = { nieuw: ["let-op", "Nieuw"], in_behandeling: ["nieuw", "In behandeling"], afgehandeld: ["goed", "Afgehandeld"] };

/** How a report stands. @param {{ status: string }} props */
export const Melding = ({ status }) => html`<${Stand} toon=${STANDEN[status][0]}>${STANDEN[status][1]}<//>`;

/** @param {{ delen: { id: number, organisatie: string, status: string, gevraagdOp: string }[] }} props */
const Delen = ({ delen }) => html`<ul>
  ${delen.map((deel) => html`<li key=${deel.id}>${deel.organisatie} <${StandVan} code=${deel.status} /> ${sinds(deel.gevraagdOp)}</li>`)}
</ul>`;

/** What one says is still right. @param {{ actie: string | null, kern: string | null, bejegening: string | null }} props */
const Afspraak = ({ actie, kern, bejegening }) => html`
  <p>${actie ? html`<strong>${actie}</strong>. ${kern}` : "Geen afspraak over handelen bekend"}</p>
  <p class="zacht">${bejegening ? `Bejegening: ${bejegening}` : "Geen afspraken over bejegening bekend"}</p>
`;

/** One click: good until the day that the regime proposes. @param {{ rij: any, klaar: () => void }} props */
function NogJuist({ rij, klaar }) {
  if (!rij.voorstel) return html`<span class="zacht">Er is nog niets vastgesteld</span>`;
  const pad = `abonnementen/${rij.abonnement}/toetsingen`;
  return html`<${Knop} klein naam=${`Nog juist: ${rij.persoon.naam}, ${rij.aanpak.naam}`} klaar=${klaar}
      gelukt=${`Nagekeken. De afspraak geldt weer tot en met ${datumKort(rij.voorstel)}.`}
      doe=${() => doe("POST", pad, { oordeel: "nog_juist" }, { etag: `"${rij.versie}"` })}>Nog juist<//>
    <div class="zacht">dan tot en met ${datumKort(rij.voorstel)}</div>`;
}
