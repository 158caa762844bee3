// The own part of the form, to fill in. What one types is kept at the service as it goes, for oneself only.
import { Component, doe, Formulier, html, inEenZin, Keuze, Kiezen, Lang, lees, meld, Rijen, Tekst, Uitleg } from "../kit/index.js";
import { Advies, Meelezen } from "../afspraken/advies.js";
import { AARD, alsConcept, alsInvoer, alsWaarden, DELEN, LEEG, MEESTE, MEESTE_CONTACTEN, NEEMT_DEEL, teksten, voorBevestigen, woord } from "./woorden.js";

/** @param {any} keuze @param {string | null} id */
const naamVan = (keuze, id) => keuze.find((/** @type {any} */ een) => String(een.id) === id)?.naam ?? "onbekend";

/** What is compared when two people changed the same part. @param {any[]} keuze */
export const velden = (keuze) => [
  { naam: "neemtDeel", label: "Doet je organisatie mee?", toon: (/** @type {string | null} */ een) => woord(/** @type {any} */ (NEEMT_DEEL), een) },
  {
    naam: "contactpersonen", label: "Contactpersonen",
    toon: (/** @type {string[]} */ ids) => ids.map((id) => naamVan(keuze, id)).join("\n") || "niemand",
  },
  {
    naam: "inlichtingen", label: "Wat anderen moeten weten",
    toon: (/** @type {any[]} */ lijst) =>
      lijst.map((een) => `• ${een.tekst} (${woord(DELEN, een.delen)}; ${woord(AARD, een.aard)}; bron: ${een.bron})`).join("\n") || "niets",
  },
];

/**
 * `bewaard(inhoud, etag)` gets the part as it is then; `klad` is what the service has of what was typed before.
 * @extends {Component<{ deel: any, etag: string | null, klad: any, bewaard: (inhoud: any, etag: string | null) => void }>}
 */
export class Invullen extends Component {
  /** The button that was pressed last confirms too. */
  gekozen = false;
  bevestigt = false;

  /** What is asked at the moment of sending. @param {any} waarden */
  controleer = (waarden) => {
    this.bevestigt = this.gekozen;
    this.gekozen = false;
    return this.bevestigt ? voorBevestigen(waarden) : [];
  };

  /** @param {any} waarden @param {any} hoe */
  verstuur = async (waarden, hoe) => {
    const pad = `formulierdelen/${this.props.deel.id}`;
    let uit = await doe("PUT", pad, alsInvoer(waarden), hoe);
    if (this.bevestigt) uit = await this.bevestig(pad, uit);
    else meld("Ingediend, nog niet bevestigd. Bevestig het als het klopt.");
    this.props.bewaard(uit.inhoud, uit.etag);
    return uit;
  };

  /** What was saved stays saved, whatever comes of this. @param {string} pad @param {any} uit */
  async bevestig(pad, uit) {
    try {
      const klaar = await doe("POST", `${pad}/bevestigingen`, {}, { etag: uit.etag });
      meld("Ingediend en bevestigd. Dank je wel.");
      return klaar;
    } catch (fout) {
      meld(`Ingediend, maar nog niet bevestigd. ${inEenZin(fout)}`, { soort: "fout" });
      return uit;
    }
  }

  vers = async () => {
    const { inhoud, etag } = await lees(`formulierdelen/${this.props.deel.id}`);
    return { waarden: alsWaarden(inhoud), etag };
  };

  /** @param {any} waarden @param {any} hoe */
  concept = (waarden, hoe) => doe("PUT", `formulierdelen/${this.props.deel.id}/concept`, alsConcept(waarden), hoe);

  render() {
    const { deel, etag, klad } = this.props;
    return html`<${Formulier} naam=${`deel/${deel.id}`} label="Jouw deel" begin=${alsWaarden(deel)} etag=${etag} apart klad=${klad} velden=${velden(deel.keuze)}
        verstuur=${this.verstuur} concept=${this.concept} vers=${this.vers} controleer=${this.controleer}
        knop="Dien in, bevestig later" rustig
        extra=${html`<button class="knop hoofd" onClick=${() => { this.gekozen = true; }}>Dien in en bevestig</button>`}>
      ${(/** @type {any} */ f) => html`
        <${Kiezen} f=${f} naam="neemtDeel" label="Doet je organisatie mee in deze aanpak?" opties=${NEEMT_DEEL} vereist />
        ${f.waarde("neemtDeel") === "nee" ? html`<${Uitleg} toon="let-op">Als je dit indient, gaat alles weg wat je organisatie hier had staan. Ook van de straat, meteen.<//>` : html`<${Meelezen} teksten=${teksten(f.state.waarden)}
          toon=${(/** @type {any[]} */ adviezen) => html`<${Rest} f=${f} deel=${deel.id} keuze=${deel.keuze} adviezen=${adviezen} />`} />`}
      `}
    <//>`;
  }
}

/** @param {{ f: any, deel: number, keuze: any[], adviezen: any[] }} props */
function Rest({ f, deel, keuze, adviezen }) {
  const opties = keuze.map((een) => [String(een.id), [een.naam, een.functie, een.telefoon ?? "geen telefoonnummer"].filter(Boolean).join(", ")]);
  return html`
    ${!keuze.length && html`<${Uitleg} toon="let-op" kop="Er is nog niemand om te kiezen">
      <p>Je organisatie heeft nog geen contactpersonen. <a href=${`/bureau/contactpersonen/nieuw?deel=${deel}`}>Voeg er eerst een toe</a>. Wat je hier typt, blijft bewaard in je klad.</p><//>`}
    <${Rijen} f=${f} naam="contactpersonen" label="Wie kan er gebeld worden?" wat="contactpersoon" nieuw=${null} meeste=${MEESTE_CONTACTEN}
      hint=${html`De bovenste komt als eerste. Staat iemand er niet bij? <a href=${`/bureau/contactpersonen/nieuw?deel=${deel}`}>Voeg die eerst toe</a>; daarna kom je hier terug.`}>
      ${(/** @type {string} */ naam, /** @type {number} */ i) => html`<${Keuze} f=${f} naam=${naam} label=${`Contactpersoon ${i + 1}`} opties=${opties} vereist />`}
    <//>
    <${Rijen} f=${f} naam="inlichtingen" label="Wat moeten anderen weten?" wat="regel" nieuw=${LEEG} meeste=${MEESTE}
      hint="Schrijf kort en zonder afkortingen. Zeg bij elke regel wie het mag lezen.">
      ${(/** @type {string} */ naam, /** @type {number} */ i) => html`<${Regel} f=${f} naam=${naam} nummer=${i + 1} adviezen=${adviezen} />`}
    <//>`;
}

/** @param {{ f: any, naam: string, nummer: number, adviezen: any[] }} props */
const Regel = ({ f, naam, nummer, adviezen }) => html`
  <${Lang} f=${f} naam=${`${naam}/tekst`} label=${`Regel ${nummer}: wat moeten ze weten?`} max=${300} rijen=${2} vereist
    advies=${html`<${Advies} veld=${`${naam}/tekst`} adviezen=${adviezen} />`} />
  <${Kiezen} f=${f} naam=${`${naam}/delen`} label="Wie mag dit lezen?" opties=${DELEN} vereist />
  <${Kiezen} f=${f} naam=${`${naam}/aard`} label="Feit of oordeel?" opties=${AARD} vereist />
  <${Tekst} f=${f} naam=${`${naam}/bron`} label="Waar weet je dat van?" hint="Bijvoorbeeld: behandelaar, eigen waarneming, brief van de huisarts." max=${120} vereist />`;

/** What stands there, for who may read it and not change it. @param {{ deel: any }} props */
export const Staat = ({ deel }) => html`
  <h3>Contactpersonen</h3>
  ${deel.contactpersonen.length ? html`<ul>${deel.contactpersonen.map((/** @type {any} */ een) => html`<li key=${een.id}>${[een.naam, een.functie, een.telefoon].filter(Boolean).join(", ")}</li>`)}</ul>` : html`<p class="zacht">Nog niemand.</p>`}
  <h3>Wat anderen moeten weten</h3>
  ${deel.inlichtingen.length
    ? html`<ul class="inlichtingen">${deel.inlichtingen.map((/** @type {any} */ een, /** @type {number} */ i) => html`<li key=${i}>
        <p>${een.tekst}</p>
        <p class="zacht">${woord(AARD, een.aard)}. Bron: ${een.bron}. Wie mag dit lezen: ${woord(DELEN, een.delen).toLowerCase()}.</p></li>`)}</ul>`
    : html`<p class="zacht">Nog niets.</p>`}`;
