// The straatkaart. The first screenful answers five questions in this order: what to do, who is this, how to approach,
// whom to call, how sure is it. What is not known is said.
import { bereikbaarheid, wachttijd, wieBellen } from "../lib/bereikbaar.js";
import { inWoorden, kort, leeftijd, vandaag, verouderd } from "../lib/datum.js";
import { Balkknop, Gevraagd, html, Icoon, Scherm } from "../lib/scherm.js";

/** @import { Afspraak, Contactpersoon, Inzage, Persoon } from "../types/api.js" */
/** @typedef {import("../types/toestand.js").Toestand & { nieuw: () => void, meldAf: () => void, terugmelden: any }} Props */

// A region may add actions; a colour that is not drawn here falls back on the neutral one.
const KLEUREN = ["rood", "groen", "oranje", "blauw", "grijs"];
// Who was not found by the very name and date that were asked: one must see that before acting.
const ONGELIJK = /klinkt|lijkt|alias|verwisseld|bijna|ongeveer/;
const RISICO = {
  verbaal: "Risico: verbaal geweld",
  fysiek: "Risico: fysiek geweld",
  wapen: "Risico: wapen",
  geen: "Geen risico bekend",
};

/** @param {Props} props */
export function Straatkaart({ inzage, formulier, nu, nieuw, terugmelden, meldAf }) {
  if (!inzage) return null;
  const balk = html`
    <${Balkknop} icoon="zoek" tekst="Nieuwe vraag" doe=${nieuw} />
    ${terugmelden}
    <${Balkknop} icoon="uit" tekst="Afmelden" doe=${meldAf} />
  `;
  return html`
    <${Scherm} naam="kaart" titel="Straatkaart" balk=${balk}>
      <${Kaart} inzage=${inzage} nu=${nu} begrepen=${formulier.begrepen} />
    <//>
  `;
}

/**
 * What is on the card. The desk shows it too, before it is published and as it was.
 * @param {{ inzage: Omit<Inzage, "id">, nu: Date, begrepen: import("../types/api.js").Begrepen | null }} props
 */
export function Kaart({ inzage, nu, begrepen }) {
  const { persoon, afspraken } = inzage.straatkaart;
  const [eerste, ...andere] = afspraken;
  const dag = vandaag(nu);
  const bellen = wieBellen(afspraken, nu, inzage.feestdagen);
  return html`
    <div class="eerst">
      <${Handelen} afspraak=${eerste} andere=${andere} dag=${dag} />
      <${Wie} persoon=${persoon} op=${inzage.gevondenOp} dag=${dag} />
      <${Bejegening} afspraak=${eerste} />
      <${Bellen} wie=${bellen[0]} nu=${nu} feestdagen=${inzage.feestdagen} />
      <${Zeker} afspraak=${eerste} dag=${dag} />
    </div>
    <div class="verder">
      <${Uitleg} afspraak=${eerste} />
      <${Anderen} wie=${bellen.slice(1)} nu=${nu} feestdagen=${inzage.feestdagen} />
      ${andere.map((afspraak, i) => html`<${Nogeen} afspraak=${afspraak} nummer=${i + 2} dag=${dag} />`)}
      <${Gevraagd} vraag=${begrepen} />
      <${Voetnoot} persoon=${persoon} inzage=${inzage} />
    </div>
  `;
}

/** @param {Afspraak} afspraak */
const actieVan = ({ handelingskader }) =>
  handelingskader?.actie ?? { tekst: "Geen afspraak over handelen bekend", icoon: "info", kleur: "grijs" };

/** @param {string} kleur */
const kleurVan = (kleur) => (KLEUREN.includes(kleur) ? kleur : "grijs");

/** @param {{ afspraak: Afspraak, andere: Afspraak[], dag: string }} props */
function Handelen({ afspraak, andere, dag }) {
  const { tekst, icoon, kleur } = actieVan(afspraak);
  const oud = verouderd(afspraak.toetsenVoor, dag);
  const ook = [...new Set(andere.map((een) => actieVan(een).tekst))].filter((een) => een !== tekst);
  return html`
    <section class=${`handelen ${oud || andere.length > 0 ? "krap" : ""}`} data-eerst tabindex="-1" aria-labelledby="oud let-op actie kern">
      ${oud && html`<p class="band oud" id="oud"><${Icoon} naam="storing" /><strong>Verouderd: overleg eerst</strong></p>`}
      <div class=${`actie ${kleurVan(kleur)}`}>
        <${Icoon} naam=${icoon} />
        <h1 id="actie">${tekst}</h1>
        ${afspraak.handelingskader?.kern && html`<p id="kern">${afspraak.handelingskader.kern}</p>`}
      </div>
      ${andere.length > 0 &&
      html`<p class="band let-op" id="let-op">
        <${Icoon} naam="storing" />
        <span><strong>Let op: er gelden ${andere.length + 1} afspraken.</strong> ${ook.length > 0 && `Ook: ${ook.join("; ")}.`}</span>
      </p>`}
    </section>
  `;
}

/** @param {{ persoon: Persoon, op: string[], dag: string }} props */
function Wie({ persoon, op, dag }) {
  const { datum, plaats } = persoon.geboorte;
  const ongelijk = op.filter((reden) => ONGELIJK.test(reden));
  const geboren = datum ? `${inWoorden(datum)} (${leeftijd(datum, dag)} jaar)` : "geboortedatum niet bekend";
  return html`
    <section class="wie" aria-labelledby="naam">
      <h2 id="naam">${persoon.naam}</h2>
      <p><span class="geboren">${geboren}</span>, ${plaats ?? "geboorteplaats niet bekend"}</p>
      ${ongelijk.length > 0 && html`<p class="waarom">gevonden op ${ongelijk.join(", ")}</p>`}
      ${persoon.aliassen.length > 0 && html`<p class="alias">ook bekend als ${persoon.aliassen.join(", ")}</p>`}
    </section>
  `;
}

/** @param {{ afspraak: Afspraak }} props */
function Bejegening({ afspraak: { bejegening } }) {
  const risico = bejegening?.risico;
  return html`
    <section class="bejegening" aria-labelledby="bejegening">
      <header>
        <h2 id="bejegening">Bejegening</h2>
        ${risico && html`<p class="risico"><${Icoon} naam=${risico === "geen" ? "info" : "storing"} />${RISICO[risico]}</p>`}
      </header>
      <p class=${bejegening?.kern ? "kern" : "kern leeg"}>${bejegening?.kern ?? "Geen afspraken over bejegening bekend"}</p>
    </section>
  `;
}

/** @param {{ wie: Contactpersoon | undefined, nu: Date, feestdagen: string[] }} props */
function Bellen({ wie, nu, feestdagen }) {
  if (!wie?.telefoon) return html`<p class="bel leeg">Geen telefoonnummer van een contactpersoon bekend</p>`;
  const naam = wie.naam ?? wie.organisatie;
  // Whoever comes first answers soonest of all: when that is later, nobody answers now.
  const niemand = (wachttijd(wie, nu, feestdagen) ?? 0) > 0;
  return html`
    <a class="bel" href=${`tel:${wie.telefoon}`}>
      <${Icoon} naam="bellen" />
      <span><strong>${niemand ? "Nu niemand bereikbaar" : `Bel ${naam}`}</strong>
        <small>${niemand && `${naam}: `}${bereikbaarheid(wie, nu, feestdagen)}, ${wie.vervangt && `voor ${wie.vervangt}, `}${wie.organisatie}</small></span>
    </a>
  `;
}

/** @param {{ afspraak: Afspraak, dag: string }} props */
function Zeker({ afspraak: { aanpak, eigenaar, handelingskader, toetsenVoor }, dag }) {
  const overleg = handelingskader?.casusoverleg;
  const wie = handelingskader?.vastgesteldDoor ?? eigenaar;
  const oud = verouderd(toetsenVoor, dag);
  const geldig = toetsenVoor ? `${oud ? "was geldig" : "geldig"} tot en met ${kort(toetsenVoor)}` : "geldigheid niet bekend";
  return html`
    <p class="zeker">
      ${overleg ? `Casusoverleg ${kort(overleg)}` : "Datum casusoverleg niet bekend"}, ${wie}, ${" "}
      <span class=${oud ? "verlopen" : ""}>${geldig}</span>. ${aanpak.naam}.
    </p>
  `;
}

// A card that was published before others could add to it has no inlichtingen.
/** @param {{ kop: string, icoon?: string, punten?: (string | null | undefined)[], niveau?: string }} props */
const Rij = ({ kop, icoon = "verder", punten, niveau = "h2" }) =>
  punten?.[0] &&
  html`<section class="rij"><${niveau}>${kop}<//><ul>${punten.map((punt) => html`<li><${Icoon} naam=${icoon} /><span>${punt}</span></li>`)}</ul></section>`;

/** @param {{ afspraak: Afspraak, niveau?: string }} props */
const Uitleg = ({ afspraak: { handelingskader, bejegening, inlichtingen }, niveau }) => html`
  <${Rij} kop="Afspraken" punten=${handelingskader?.regels} niveau=${niveau} />
  <${Rij} kop="Wel doen" icoon="ja" punten=${bejegening?.doen} niveau=${niveau} />
  <${Rij} kop="Niet doen" icoon="nee" punten=${bejegening?.nietDoen} niveau=${niveau} />
  <${Rij} kop="Wat je ziet" punten=${[bejegening?.ziet]} niveau=${niveau} />
  <${Rij} kop="Wat het betekent" punten=${[bejegening?.betekent]} niveau=${niveau} />
  <${Rij} kop="Wat anderen weten" punten=${inlichtingen?.map((een) => `${een.organisatie}: ${een.tekst} (${een.aard}, bron: ${een.bron})`)} niveau=${niveau} />
`;

/** @param {{ wie: Contactpersoon[], nu: Date, feestdagen: string[] }} props */
const Anderen = ({ wie, nu, feestdagen }) =>
  wie.length > 0 &&
  html`<section class="anderen" aria-labelledby="anderen">
    <h2 id="anderen">Andere contactpersonen</h2>
    <ul>
      ${wie.map((een) => html`<li><${Contact} wie=${een} nu=${nu} feestdagen=${feestdagen} /></li>`)}
    </ul>
  </section>`;

/** @param {{ wie: Contactpersoon, nu: Date, feestdagen: string[] }} props */
function Contact({ wie, nu, feestdagen }) {
  const inhoud = html`
    <${Icoon} naam="bellen" />
    <span><strong>${wie.naam ?? wie.organisatie}</strong>${wie.functie && `, ${wie.functie}`}<br />${wie.organisatie}, ${" "}
      ${wie.vervangt && `vervangt ${wie.vervangt}, `}${wie.telefoon ? bereikbaarheid(wie, nu, feestdagen) : "telefoonnummer niet bekend"}</span>
  `;
  return wie.telefoon ? html`<a class="contact" href=${`tel:${wie.telefoon}`}>${inhoud}</a>` : html`<p class="contact">${inhoud}</p>`;
}

/** @param {{ afspraak: Afspraak, nummer: number, dag: string }} props */
function Nogeen({ afspraak, nummer, dag }) {
  const { tekst, icoon, kleur } = actieVan(afspraak);
  return html`
    <section class="nogeen" aria-labelledby=${`afspraak-${nummer}`}>
      <h2 id=${`afspraak-${nummer}`}>Afspraak ${nummer}: ${afspraak.aanpak.naam}</h2>
      ${verouderd(afspraak.toetsenVoor, dag) && html`<p class="band oud"><${Icoon} naam="storing" /><strong>Verouderd: overleg eerst</strong></p>`}
      <div class=${`actie ${kleurVan(kleur)}`}>
        <${Icoon} naam=${icoon} />
        <h3>${tekst}</h3>
        ${afspraak.handelingskader?.kern && html`<p>${afspraak.handelingskader.kern}</p>`}
      </div>
      <p class="kern">${afspraak.bejegening?.kern ?? "Geen afspraken over bejegening bekend"}</p>
      <${Uitleg} afspraak=${afspraak} niveau="h3" />
      <${Zeker} afspraak=${afspraak} dag=${dag} />
    </section>
  `;
}

/** @param {{ persoon: Persoon, inzage: Omit<Inzage, "id"> }} props */
const Voetnoot = ({ persoon, inzage }) => html`
  <p class="voetnoot">
    ${persoon.voornamen && `Voornamen: ${persoon.voornamen}. `}${" "}
    ${persoon.aliassen.length > 0 && `Ook bekend als: ${persoon.aliassen.join(", ")}. `}
    ${inzage.gevondenOp.length > 0 && `Gevonden op ${inzage.gevondenOp.join(", ")}. `}
    Kaart gemaakt op ${kort(vandaag(new Date(inzage.straatkaart.gepubliceerdOp)))}.
  </p>
`;
