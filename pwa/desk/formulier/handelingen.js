// What can be done with a part besides filling it in: confirm, object, send back, remind, take off the form.
import { Bevestig, Component, Dialoog, doe, Formulier, html, Knop, Lang, meld, moment, Stand } from "../kit/index.js";
import { POST } from "./woorden.js";

/** @typedef {{ deel: any, etag: string | null, klaar: (inhoud: any, etag: string | null) => void, weg?: () => void }} Props */

/**
 * `klaar(inhoud, etag)` gets the part as it is then.
 * @extends {Component<Props, { open: string }>}
 */
export class Handelingen extends Component {
  state = { open: "" };

  sluit = () => this.setState({ open: "" });

  /** @param {string} methode @param {string} wat @param {object} [inhoud] */
  doe = async (methode, wat, inhoud) => {
    const { deel, etag, klaar } = this.props;
    const uit = await doe(methode, `formulierdelen/${deel.id}/${wat}`, inhoud, { etag: wat === "herinneringen" ? null : (etag ?? `"${deel.versie}"`) });
    this.sluit();
    klaar(uit.inhoud, uit.etag);
    return uit;
  };

  render() {
    const { deel, weg } = this.props;
    const { open } = this.state;
    const dicht = deel.abonnement?.status === "beeindigd";
    if (dicht || (!deel.eigen && !deel.beheert)) return null;
    return html`<div class="knoppen handelingen">
      ${deel.eigen && html`<${Eigen} deel=${deel} doe=${this.doe} open=${(/** @type {string} */ naam) => this.setState({ open: naam })} />`}
      ${deel.beheert && html`<${Beheer} deel=${deel} doe=${this.doe} weg=${weg} open=${(/** @type {string} */ naam) => this.setState({ open: naam })} />`}
      ${open === "terug" && html`<${Vraag} deel=${deel} doe=${this.doe} sluit=${this.sluit} />`}
      ${open === "bezwaar" && html`<${Bezwaar} deel=${deel} doe=${this.doe} sluit=${this.sluit} />`}
      ${open === "verwijder" && html`<${Verwijder} deel=${deel} sluit=${this.sluit} weg=${weg} />`}
    </div>`;
  }
}

/** @param {any} props */
const Eigen = ({ deel, doe, open }) => html`
  ${deel.bezwaar === null && deel.neemtDeel && html`<${Knop} doe=${() => open("bezwaar")}>Maak bezwaar<//>`}
  ${deel.bezwaar !== null && html`<${Knop} doe=${() => doe("DELETE", "bezwaren")} gelukt="Bezwaar ingetrokken. Op straat komt het terug als de eigenaar publiceert.">Trek het bezwaar in<//>`}
`;

/** @param {any} props */
const Beheer = ({ deel, doe, open, weg }) => html`
  ${["ingevuld", "bevestigd"].includes(deel.status) && !deel.eigen && html`<${Knop} doe=${() => open("terug")}>Stuur terug met een vraag<//>`}
  ${deel.status !== "bevestigd" && !deel.eigen && html`<${Herinner} deel=${deel} doe=${doe} />`}
  ${weg && html`<${Knop} doe=${() => open("verwijder")}>Haal van het formulier<//>`}
`;

/** @param {any} props */
const Herinner = ({ deel, doe }) =>
  deel.heeftEmail
    ? html`<${Knop} doe=${() => doe("POST", "herinneringen", {})} gelukt="De herinnering staat klaar.">Stuur een herinnering<//>`
    : html`<p class="zacht">Geen e-mailadres bekend, dus een herinnering kan niet. Bel, of vraag de beheerder om het adres.</p>`;

/** How the last mail about a part went, in words. @param {{ deel: any }} props */
export function Post({ deel }) {
  if (!deel.bericht) return html`<span class="zacht">nog niet herinnerd</span>`;
  const { status, fout, gemaaktOp, verzondenOp } = deel.bericht;
  const [toon, tekst] = POST[status] ?? ["rust", status];
  return html`<${Stand} toon=${toon}>${tekst}<//> <small class="zacht">${moment(verzondenOp ?? gemaaktOp)}${fout && `. ${fout}`}${status === "wacht" && fout && " We proberen het vanzelf opnieuw."}</small>`;
}

/** @param {any} props */
const Vraag = ({ deel, doe, sluit }) => html`<${Dialoog} titel="Terugsturen met een vraag" sluit=${sluit}>
  <${Formulier} naam=${`terug/${deel.id}`} begin=${{ vraag: "" }} knop="Stuur terug"
    verstuur=${async (/** @type {any} */ w) => { await doe("POST", "terugzendingen", w); meld("Teruggestuurd."); }}>
    ${(/** @type {any} */ f) => html`<${Lang} f=${f} naam="vraag" label=${`Wat wil je weten van ${deel.organisatie.naam}?`} max=${300} vereist
      hint=${deel.heeftEmail
        ? "De organisatie krijgt een e-mail met een link. Je vraag staat daar niet in."
        : "Van deze organisatie is geen e-mailadres bekend. Zij krijgt dus geen bericht, maar ziet je vraag bij haar formulieren."} />`}
  <//><//>`;

/** @param {any} props */
const Bezwaar = ({ deel, doe, sluit }) => html`<${Dialoog} titel="Bezwaar maken" sluit=${sluit}>
  <p>Alles wat je organisatie op straat laat weten, is dan meteen weg. Wie er gebeld kan worden, blijft op de kaart staan. Zolang het bezwaar er is, kan de eigenaar niets publiceren.</p>
  <${Formulier} naam=${`bezwaar/${deel.id}`} begin=${{ reden: "" }} knop="Maak bezwaar" voorgoed
    verstuur=${async (/** @type {any} */ w) => { await doe("POST", "bezwaren", w); meld("Bezwaar gemaakt. Het is van de straat."); }}>
    ${(/** @type {any} */ f) => html`<${Lang} f=${f} naam="reden" label="Waarom mag dit niet op straat?" max=${300} vereist />`}
  <//><//>`;

/** @param {any} props */
const Verwijder = ({ deel, sluit, weg }) => html`<${Bevestig} titel=${`${deel.organisatie.naam} van het formulier halen?`} ja="Haal van het formulier" sluit=${sluit}
  doe=${async () => { await doe("DELETE", `formulierdelen/${deel.id}`, undefined, { etag: `"${deel.versie}"` }); meld("Van het formulier gehaald."); weg?.(); }}>
  <p>Alles wat deze organisatie hier invulde, gaat weg. Wat ervan op straat stond, is meteen weg. Dit kun je niet terugdraaien.</p><//>`;
