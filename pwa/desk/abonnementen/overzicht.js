// The first tab of a dossier: who, why, until when, and who takes part.
import { datum, Feiten, html, moment, Stand, Uitleg } from "../kit/index.js";
import { geboren, toetsing } from "./woorden.js";

/** @param {any} props */
export default function Overzicht({ dossier, mag }) {
  const { persoon, organisaties, status } = dossier;
  const [toon, tekst] = toetsing(dossier);
  return html`
    <${NietOpStraat} status=${status} reden=${dossier.reden} />
    <div class="kolommen">
      <section class="vlak" aria-labelledby="over-abonnement">
        <h2 id="over-abonnement">Abonnement</h2>
        <${Feiten} feiten=${[
          ["Aanpak", dossier.aanpak.naam],
          ["Doel", dossier.doel || null],
          ["Eigenaar", dossier.eigenaar?.naam],
          ["Zorg- en veiligheidshuis", dossier.veiligheidshuis?.naam],
          ["Gemeente", dossier.gemeente?.naam],
          ["Regime", dossier.regimeNaam],
          ["Eerste dag", datum(dossier.start)],
          ["Toetsing", status === "beeindigd" ? datum(dossier.toetsenVoor) : html`<${Stand} toon=${toon}>${tekst}<//>`],
          ["Laatste dag", datum(dossier.einde)],
          ["Geopend", dossier.geopendOp ? moment(dossier.geopendOp) : "ingelezen uit een bestand"],
        ]} />
      </section>
      <section class="vlak" aria-labelledby="over-persoon">
        <h2 id="over-persoon">Persoon</h2>
        <${Feiten} feiten=${feitenVan(persoon)} />
        <p class="knoppen"><a class="knop klein" href=${`/bureau/personen/${persoon.id}`}>${mag("persoon:wijzigen") ? "Bekijk of wijzig deze persoon" : "Bekijk deze persoon"}</a></p>
      </section>
    </div>
    ${organisaties && html`<section class="vlak" aria-labelledby="over-organisaties">
      <h2 id="over-organisaties">Organisaties op het formulier</h2>
      ${organisaties.length > 0
        ? html`<ul class="opsomming">${organisaties.map((/** @type {any} */ { id, naam }) => html`<li key=${id}>${naam}</li>`)}</ul>`
        : html`<p class="zacht">Nog geen organisatie is gevraagd om een deel in te vullen.</p>`}
    </section>`}
  `;
}

/** @type {Record<string, [import("../kit/stand.js").Toon, string]>} */
const NIET = {
  concept: ["rust", "Nog niet op straat"],
  opgeschort: ["let-op", "Opgeschort: niet op straat"],
  beeindigd: ["rust", "Beëindigd: niet meer op straat"],
};

/** @param {{ status: string, reden: string | null }} props */
function NietOpStraat({ status, reden }) {
  if (!NIET[status]) return null;
  const [toon, kop] = NIET[status];
  const tekst = status === "concept" ? "De kaart komt op straat als de afspraken zijn vastgesteld." : `Reden: ${reden ?? "niet bekend"}.`;
  return html`<${Uitleg} toon=${toon} kop=${kop}><p>${tekst.replace(/\.\.$/, ".")}</p><//>`;
}

/** @param {any} persoon @returns {[string, any][]} */
export const feitenVan = (persoon) => [
  ["Voornamen", persoon.voornamen || null],
  ["Roepnaam", persoon.roepnaam || null],
  ["Achternaam", [persoon.voorvoegsel, persoon.geslachtsnaam].filter(Boolean).join(" ")],
  ["Andere namen", persoon.aliassen.length ? persoon.aliassen.join("\n") : "geen"],
  ["Geboren", persoon.geboorte.datum ? geboren(persoon).replace("geboren ", "") : null],
  ["Geslacht", persoon.geslacht],
];
