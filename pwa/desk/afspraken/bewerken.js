// Writing a concept: the fields, and beside them the card as it would be, live.
import { Component, Datum, doe, Formulier, html, inEenZin, lees, meld, Probleem, Uitleg } from "../kit/index.js";
import { metWoorden, RUST } from "./advies.js";
import { omTeSturen, teksten, velden } from "./inhoud.js";
import { Telefoon } from "./telefoon.js";
import { Bejegening, Handelingskader, ZsmAdvies } from "./velden.js";

/** @param {unknown} fout a text is no card yet */
const isTeLang = (fout) => fout instanceof Probleem && fout.status === 400;

/**
 * `concept` is what the service had at first, `bewaard` gets what it has since; `klaar` reads it again; `ik` is one's own name.
 * @typedef {{ id: number, concept: any, etag: string, acties: any[], klaar: () => void, bewaard: (concept: any) => void, ik: string }} Props
 * @typedef {{ beeld: any, adviezen: any[], criteria: any[], melding: string }} State
 * @extends {Component<Props, State>}
 */
export class Bewerken extends Component {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  wekker;
  beurt = 0;
  /** The version that was written last: an act that follows a save goes on top of it. */
  etag = this.props.etag;
  /** @type {State} */
  state = { beeld: null, adviezen: [], criteria: this.props.concept.criteria, melding: "" };

  componentDidMount() {
    this.kijk(this.props.concept.inhoud);
  }

  componentWillUnmount() {
    clearTimeout(this.wekker);
    this.beurt += 1;
  }

  /** @param {any} waarden */
  straks = (waarden) => {
    clearTimeout(this.wekker);
    this.wekker = setTimeout(() => this.kijk(waarden), RUST);
  };

  /** The card as it would be, and advice on the words. What is too long to be a card leaves the former one. @param {any} waarden */
  async kijk(waarden) {
    const beurt = (this.beurt += 1);
    const lijst = teksten(waarden);
    const vragen = [doe("POST", `abonnementen/${this.props.id}/voorbeelden`, omTeSturen(waarden)), doe("POST", "taaladviezen", { teksten: lijst })];
    const [beeld, advies] = await Promise.allSettled(vragen);
    if (beurt !== this.beurt) return;
    if (beeld.status === "fulfilled") this.setState({ beeld: beeld.value.inhoud, melding: "" });
    else this.setState({ melding: `Het voorbeeld loopt even niet mee. ${isTeLang(beeld.reason) ? "Kijk of een tekst te lang is." : inEenZin(beeld.reason)}` });
    if (advies.status === "fulfilled") this.setState({ adviezen: metWoorden(advies.value.inhoud.adviezen, lijst) });
  }

  get pad() {
    return `abonnementen/${this.props.id}/concept`;
  }

  /** @param {any} waarden @param {{ etag: string | null, blijf?: boolean }} hoe */
  bewaar = async (waarden, hoe) => {
    const uit = await doe("PUT", this.pad, omTeSturen(waarden), { ...hoe, etag: hoe.etag ?? this.etag });
    this.etag = uit.etag ?? this.etag;
    this.setState({ criteria: uit.inhoud.criteria });
    this.props.bewaard(uit.inhoud);
    return uit;
  };

  /** Save what is on the screen, and submit that. @param {any} waarden @param {{ etag: string | null }} hoe */
  dienIn = async (waarden, hoe) => {
    const { etag } = await this.bewaar(waarden, { etag: this.etag ?? hoe.etag });
    const uit = await doe("POST", `${this.pad}/indieningen`, undefined, { etag });
    meld("Ingediend. Een collega kan het nu goedkeuren.");
    this.props.klaar();
    return uit;
  };

  vers = async () => {
    const { inhoud, etag } = await lees(this.pad);
    this.etag = etag ?? this.etag;
    this.props.bewaard(inhoud);
    const wie = inhoud.gewijzigdDoor === this.props.ik ? "Iemand met jouw account" : (inhoud.gewijzigdDoor ?? undefined);
    return { waarden: inhoud.inhoud, etag, wie };
  };

  /** @param {Props} props @param {State} state */
  render({ id, concept, etag, acties }, { beeld, adviezen, criteria, melding }) {
    const perCode = Object.fromEntries(acties.map((actie) => [actie.code, actie]));
    return html`<div class="schrijven">
      <div>
        <p class="alleen-smal"><button type="button" id="naar-kaart" class="knop" onClick=${() => ganaar("voorbeeld-kop")}>Bekijk de kaart</button></p>
        ${concept.opmerking && html`<${Uitleg} toon="let-op" kop="Teruggestuurd">${concept.opmerking}<//>`}
        ${concept.belemmeringen.map((/** @type {string} */ een) => html`<${Uitleg} key=${een} toon="let-op" kop="Nu niet te publiceren">${een}<//>`)}
        <${Formulier} naam=${`concept/${id}`} begin=${concept.inhoud} etag=${etag} label="Afspraken" knop="Dien in" velden=${velden(perCode)}
            bij=${this.straks} concept=${this.bewaar} verstuur=${this.dienIn} vers=${this.vers}>
          ${(/** @type {any} */ f) => html`
            <${Handelingskader} f=${f} acties=${acties} adviezen=${adviezen} />
            <${Bejegening} f=${f} adviezen=${adviezen} />
            <${ZsmAdvies} f=${f} adviezen=${adviezen} criteria=${criteria} />
            <section class="vlak"><h2>Toetsen</h2>
              <${Datum} f=${f} naam="toetsenVoor" label="Toetsen voor" hint="Na deze dag zegt de kaart dat de afspraak verouderd is." vereist />
            </section>`}
        <//>
      </div>
      <${Voorbeeld} beeld=${beeld} melding=${melding} terug />
    </div>`;
  }
}

/** The preview stands below the form where there is no room beside it. @param {string} id */
function ganaar(id) {
  const doel = document.getElementById(id);
  doel?.scrollIntoView({ block: "start" });
  doel?.focus({ preventScroll: true });
}

/** @param {{ beeld: any, melding?: string, terug?: boolean }} props */
export const Voorbeeld = ({ beeld, melding, terug = false }) => html`<aside class="voorbeeld" aria-labelledby="voorbeeld-kop">
  <h2 id="voorbeeld-kop" tabindex="-1">Zo ziet de agent het</h2>
  ${terug && html`<p class="alleen-smal"><button type="button" class="knop" onClick=${() => ganaar("naar-kaart")}>Terug naar het schrijven</button></p>`}
  ${melding && html`<p class="fout" role="status">${melding}</p>`}
  ${beeld && !beeld.kaart && html`<p>Het abonnement is voorbij: er komt niets op straat.</p>`}
  ${beeld?.kaart && html`<${Telefoon} straatkaart=${beeld.kaart.straatkaart} feestdagen=${beeld.feestdagen} titel="Voorbeeld van de straatkaart" />`}
</aside>`;
