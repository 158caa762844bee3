// One report: what the officer saw and wrote, what counts now, and the answer.
import { Blad, datumKort, doe, Feiten, Formulier, html, Kiezen, Laden, Lang, lees, meld, moment, naar, Uitleg } from "../kit/index.js";
import { Melding, Urgentie } from "./inhoud.js";

const OPTIES = [
  ["afgehandeld", "Afgehandeld", "De agent leest je antwoord bij Mijn meldingen."],
  ["in_behandeling", "In behandeling", "De agent ziet dat ernaar gekeken wordt."],
];

/** @param {{ delen: { id: string } }} props */
export default function Een({ delen: { id } }) {
  const kruimels = [["Werklijst", "/bureau"], ["Meldingen van de straat", "/bureau/meldingen"]];
  return html`<${Blad} titel="Melding" kruimels=${kruimels}>
    <${Laden} wat="gegevens van de melding" sleutel=${id} haal=${() => lees(`meldingen/${id}`)}>
      ${(/** @type {any} */ melding, /** @type {any} */ { etag, opnieuw }) => html`
        <${Gemeld} melding=${melding} />
        ${melding.status === "afgehandeld" ? html`<${Antwoord} melding=${melding} />` : html`<${Behandelen} melding=${melding} etag=${etag} opnieuw=${opnieuw} />`}`}
    <//>
  <//>`;
}

/** @param {{ melding: any }} props */
const Gemeld = ({ melding }) => html`
  <section class="vlak" aria-labelledby="gemeld">
    <h2 id="gemeld">Wat er gemeld is</h2>
    <p class="groot">${melding.tekst}</p>
    <div class="knoppen"><${Urgentie} ...${melding} /><${Melding} ...${melding} /></div>
    <${Feiten} feiten=${[
      ["Over", html`<a href=${`/bureau/abonnementen/${melding.abonnement}/afspraken`}>${melding.persoon.naam}</a>, geboren ${datumKort(melding.persoon.geboortedatum)}, ${melding.aanpak.naam}`],
      ["Gemeld door", "een agent; alleen het logboek weet wie"],
      ["Gemeld op", moment(melding.gemeldOp)],
    ]} />
  </section>
  <section class="vlak" aria-labelledby="kaart">
    <h2 id="kaart">Wat er toen op de kaart stond</h2>
    ${melding.afspraak
      ? html`<${Feiten} feiten=${alsFeiten(melding.afspraak)} /><${Sindsdien} anders=${melding.anders} />`
      : html`<${Feiten} feiten=${[["Handelingskader", melding.handelingskader?.tekst], ["Bejegening", melding.bejegening?.tekst]]} />
        <${Uitleg}>De hele kaart van toen is niet meer bewaard. Dit zijn de kernzinnen.<//>`}
  </section>
`;

/** All that the card said of this agreement, for a report may be about any line of it. @param {any} afspraak @returns {[string, any][]} */
function alsFeiten({ handelingskader: kader, bejegening, inlichtingen, contactpersonen, toetsenVoor }) {
  return [
    ["Handelingskader", kader && onderElkaar([`${kader.actie.tekst}. ${kader.kern}`, ...kader.regels])],
    ["Bejegening", bejegening && onderElkaar([
      bejegening.kern, bejegening.ziet && `Je ziet: ${bejegening.ziet}`, bejegening.betekent && `Dat betekent: ${bejegening.betekent}`,
      ...bejegening.doen.map((/** @type {string} */ regel) => `Wel doen: ${regel}`), ...bejegening.nietDoen.map((/** @type {string} */ regel) => `Niet doen: ${regel}`),
      bejegening.risico && `Risico: ${bejegening.risico}`,
    ])],
    ["Wat anderen weten", onderElkaar((inlichtingen ?? []).map((/** @type {any} */ een) => `${een.organisatie}: ${een.tekst} (${een.aard}, bron: ${een.bron})`)) || "niets"],
    ["Wie te bellen", onderElkaar(contactpersonen.map((/** @type {any} */ wie) =>
      [wie.naam, wie.functie, wie.organisatie, wie.telefoon ?? "geen nummer", wie.bereikbaar ?? "tijden niet bekend", wie.vervangt && `vervangt ${wie.vervangt}`].filter(Boolean).join(", "))) || "niemand"],
    ["Geldt tot en met", toetsenVoor && datumKort(toetsenVoor)],
  ];
}

/** @param {(string | null | undefined | false)[]} regels */
const onderElkaar = (regels) => regels.filter(Boolean).join("\n");

/** @type {Record<string, string>} */
const ONDERDEEL = {
  handelingskader: "het handelingskader", bejegening: "de bejegening", inlichtingen: "wat anderen weten", contactpersonen: "wie te bellen", termijn: "de termijn",
};

/** @param {{ anders: string[] }} props */
function Sindsdien({ anders }) {
  if (!anders.length) return html`<${Uitleg}>Dit staat nu nog steeds op de kaart.<//>`;
  if (anders.includes("straat")) return html`<${Uitleg} toon="let-op" kop="Deze afspraak staat nu niet op straat">Kijk in het dossier waarom.<//>`;
  return html`<${Uitleg} toon="let-op" kop="De afspraak is sindsdien gewijzigd">Anders is nu: ${anders.map((deel) => ONDERDEEL[deel]).join(", ")}.
    Kijk in het dossier of de melding daarmee is opgelost.<//>`;
}

/** @param {{ melding: any }} props */
const Antwoord = ({ melding }) => html`
  <section class="vlak" aria-labelledby="antwoord">
    <h2 id="antwoord">Antwoord aan de agent</h2>
    <p>${melding.antwoord}</p>
    <${Feiten} feiten=${[["Afgehandeld op", moment(melding.behandeldOp)], ["Gelezen door de agent", moment(melding.gelezenOp)]]} />
  </section>
`;

/** @param {any} melding */
const alsWaarden = ({ antwoord }) => ({ status: "afgehandeld", antwoord: antwoord ?? "" });

/** @param {{ melding: any, etag: string | null, opnieuw: () => void }} props */
function Behandelen({ melding, etag, opnieuw }) {
  const pad = `meldingen/${melding.id}`;
  /** @param {any} waarden @param {{ etag?: string | null }} hoe */
  const verstuur = async ({ status, antwoord }, hoe) => {
    const uit = await doe("POST", `${pad}/behandelingen`, antwoord ? { status, antwoord } : { status }, hoe);
    meld(status === "afgehandeld" ? "Afgehandeld. De agent kan je antwoord lezen." : "In behandeling genomen.");
    if (status === "afgehandeld") naar("/bureau/meldingen");
    else opnieuw();
    return uit;
  };
  const vers = async () => {
    const nu = await lees(pad);
    return { waarden: alsWaarden(nu.inhoud), etag: nu.etag };
  };
  return html`<section class="vlak" aria-labelledby="behandelen">
    <h2 id="behandelen">Wat doe je ermee?</h2>
    <${Formulier} naam=${pad} begin=${alsWaarden(melding)} etag=${etag} knop="Verstuur" verstuur=${verstuur} vers=${vers}
        velden=${[{ naam: "antwoord", label: "Antwoord aan de agent" }]}>
      ${(/** @type {any} */ f) => html`
        <${Kiezen} f=${f} naam="status" label="Stand" opties=${OPTIES} vereist />
        <${Lang} f=${f} naam="antwoord" label="Antwoord aan de agent" max=${300} vereist=${f.waarde("status") === "afgehandeld"}
          hint="Kort, en zonder namen. Wat is er aangepast, of waarom niet?" />`}
    <//>
  </section>`;
}
