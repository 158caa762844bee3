// What one can do with an abonnement from its dossier: change it, suspend it, resume it, end it. Each in a window over the dossier.
import { Datum, Dialoog, doe, Formulier, html, lees, meld, Tekst, Uitleg } from "../kit/index.js";

/** @typedef {{ soort: string, naam: string, standen: string[] }} Soort */
/** @type {Soort[]} */
const SOORTEN = [
  { soort: "wijzigen", naam: "Wijzig doel en datums", standen: ["concept", "actief", "opgeschort"] },
  { soort: "opschortingen", naam: "Schort op", standen: ["actief"] },
  { soort: "hervattingen", naam: "Hervat", standen: ["opgeschort"] },
  { soort: "beeindigingen", naam: "Beëindig", standen: ["concept", "actief", "opgeschort"] },
];

/** What fits now, for who may. @param {any} dossier @param {(recht: string) => boolean} mag */
export const handelingen = ({ status }, mag) =>
  mag("abonnement:wijzigen") ? SOORTEN.filter(({ standen }) => standen.includes(status)) : [];

/** @type {Record<string, { titel: string, toon: "let-op" | "rust", gevolg: string, hint: string, knop: string, gedaan: string }>} */
const MET_REDEN = {
  opschortingen: {
    titel: "Abonnement opschorten", toon: "let-op", knop: "Schort op", gedaan: "Opgeschort. De kaart is van straat.",
    gevolg: "De kaart is meteen van straat. Je kunt het abonnement later hervatten.", hint: "Bijvoorbeeld: opgenomen tot 1 maart.",
  },
  hervattingen: {
    titel: "Abonnement hervatten", toon: "rust", knop: "Hervat", gedaan: "Hervat. De kaart staat weer op straat.",
    gevolg: "De kaart staat meteen weer op straat, met de afspraken van toen.", hint: "Bijvoorbeeld: weer thuis, afspraken nagekeken.",
  },
  beeindigingen: {
    titel: "Abonnement beëindigen", toon: "let-op", knop: "Beëindig voorgoed", gedaan: "Beëindigd. De kaart is van straat.",
    gevolg: "De kaart is meteen van straat. Dit kun je niet terugdraaien; voor een nieuwe periode open je een nieuw abonnement.",
    hint: "Bijvoorbeeld: verhuisd naar een andere regio.",
  },
};

/** @param {any} props */
export const Handeling = (props) => (props.soort === "wijzigen" ? html`<${Wijzigen} ...${props} />` : html`<${MetReden} ...${props} />`);

/** @param {any} props */
function MetReden({ soort, dossier, etag, klaar, sluit }) {
  const { titel, toon, gevolg, hint, knop, gedaan } = MET_REDEN[soort];
  const pad = `abonnementen/${dossier.id}/${soort}`;
  /** @param {any} waarden @param {any} hoe */
  const verstuur = async (waarden, hoe) => {
    const uit = await doe("POST", pad, waarden, hoe);
    meld(gedaan);
    klaar(uit.inhoud, uit.etag);
    return uit;
  };
  return html`<${Dialoog} titel=${titel} sluit=${sluit}>
    <${Uitleg} toon=${toon}><p>${gevolg}</p><//>
    <${Formulier} naam=${pad} begin=${{ reden: "" }} etag=${etag} knop=${knop} voorgoed=${soort === "beeindigingen"} verstuur=${verstuur}>
      ${(/** @type {any} */ f) => html`<${Tekst} f=${f} naam="reden" label="Waarom" hint=${hint} max=${300} vereist />`}
    <//>
  <//>`;
}

/** @param {any} dossier */
const alsWaarden = ({ doel, start, toetsenVoor, einde }) => ({ doel, start, toetsenVoor, einde });
const VELDEN = [
  { naam: "doel", label: "Doel" }, { naam: "start", label: "Eerste dag" },
  { naam: "toetsenVoor", label: "Toetsen voor" }, { naam: "einde", label: "Laatste dag" },
];

/** @param {any} props */
function Wijzigen({ dossier, etag, klaar, sluit }) {
  const pad = `abonnementen/${dossier.id}`;
  const begin = alsWaarden(dossier);
  /** @param {any} waarden @param {any} hoe */
  const verstuur = async (waarden, hoe) => {
    // Only what differs is sent: a date that a file left out stays out until somebody knows it.
    const anders = Object.entries(waarden).filter(([naam, waarde]) => waarde !== /** @type {any} */ (begin)[naam]);
    const uit = await doe("PATCH", pad, Object.fromEntries(anders), hoe);
    meld("Bewaard.");
    klaar(uit.inhoud, uit.etag);
    return uit;
  };
  const vers = async () => {
    const { inhoud, etag: nieuw } = await lees(pad);
    return { waarden: alsWaarden(inhoud), etag: nieuw };
  };
  return html`<${Dialoog} titel="Doel en datums wijzigen" sluit=${sluit} breed>
    <${Formulier} naam=${`${pad}/wijzigen`} begin=${begin} etag=${etag} verstuur=${verstuur} vers=${vers} velden=${VELDEN}>
      ${(/** @type {any} */ f) => html`
        <${Tekst} f=${f} naam="doel" label="Doel" hint="Waarvoor de gegevens worden gedeeld." max=${300} vereist />
        <${Datum} f=${f} naam="start" label="Eerste dag" vereist=${begin.start !== null} />
        <${Datum} f=${f} naam="toetsenVoor" label="Toetsen voor" hint="Na deze dag staat op de kaart: verouderd, overleg eerst." vereist=${begin.toetsenVoor !== null} />
        <${Datum} f=${f} naam="einde" label="Laatste dag" hint="Na deze dag is de kaart van straat." vereist=${begin.einde !== null} />`}
    <//>
  <//>`;
}
