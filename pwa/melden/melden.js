// "Klopt niet?": an officer says that a card is not right, and sees what was done about it. Fetched after signing in and no
// part of the shell, for it needs a network anyway.
import { Probleem, vraag } from "../lib/api.js";
import { inAmsterdam, kort } from "../lib/datum.js";
import { Balkknop, Component, Fout, html, Icoon, metFout, naarFout, Scherm } from "../lib/scherm.js";

/** @import { Inzage, Melding } from "../types/api.js" */

const nieuweSleutel = () => globalThis.crypto.randomUUID();
const LANGST = 300;
const ZONDER_NET = "Geen verbinding. Je melding is nog niet verstuurd; je tekst is er nog. Probeer het zo opnieuw.";
const STAND = { nieuw: "Verstuurd, nog niet bekeken", in_behandeling: "In behandeling", afgehandeld: "Afgehandeld" };
const URGENTIES = [
  ["gewoon", "Gewoon"],
  ["dringend", "Dringend: gevaar als dit zo blijft"],
];

/** @returns {Promise<Melding[]>} the own ones, the newest first */
const eigen = async () => (await vraag("GET", "meldingen?limiet=50")).items;

/** How many have an answer that was not seen yet. */
export const nieuws = async () => (await eigen()).filter((een) => een.nieuws).length;

/** @param {unknown} fout @returns {Record<string, string>} */
function remarks(fout) {
  if (!(fout instanceof Probleem)) return { tekst: ZONDER_NET };
  return fout.velden.tekst || fout.velden.urgentie || fout.velden.afspraak ? fout.velden : { tekst: fout.message };
}

/**
 * @typedef {{ inzage: Inzage | null }} Props
 * @typedef {{ urgentie: string, tekst: string, afspraak: number, fouten: Record<string, string>, bezig: boolean, klaar: boolean }} Staat
 * @extends {Component<Props, Staat>}
 */
class Melden extends Component {
  /** @type {Staat} */
  state = { urgentie: "gewoon", tekst: "", afspraak: 1, fouten: {}, bezig: false, klaar: false };
  // The same report once more, after no answer came, is done once.
  sleutel = nieuweSleutel();

  /** @param {Props} _ @param {Staat} voor */
  componentDidUpdate(_, voor) {
    naarFout(voor.fouten, this.state.fouten);
  }

  /** @param {SubmitEvent} event */
  stuur = async (event) => {
    event.preventDefault();
    const { urgentie, tekst, afspraak, bezig } = this.state;
    if (bezig || !this.props.inzage) return;
    const regel = tekst.replace(/\s+/g, " ").trim();
    if (!regel) return this.setState({ fouten: { tekst: "Schrijf kort wat er niet klopt." } });
    this.setState({ bezig: true, fouten: {} });
    const pad = `raadplegingen/${encodeURIComponent(this.props.inzage.id)}/meldingen`;
    try {
      await vraag("POST", pad, { urgentie, tekst: regel, afspraak }, { headers: { "Idempotency-Key": this.sleutel } });
      this.setState({ klaar: true, bezig: false });
    } catch (fout) {
      // What the service refused was not done, and what is sent next is another request.
      if (fout instanceof Probleem) this.sleutel = nieuweSleutel();
      this.setState({ fouten: remarks(fout), bezig: false });
    }
  };

  /** @param {Props} props @param {Staat} staat */
  render({ inzage }, { tekst, klaar, ...rest }) {
    const balk = html`<${Balkknop} icoon="terug" tekst="Terug naar de kaart" doe=${() => globalThis.history.back()} />`;
    if (klaar) return html`<${Verstuurd} key="klaar" balk=${balk} />`;
    return html`
      <${Scherm} key="melden" naam="melden" titel="Klopt niet" balk=${balk}>
        <form onSubmit=${this.stuur} aria-label="Melden">
          <h1>Wat klopt er niet?</h1>
          <p class="onder">Dit gaat naar wie de afspraak beheert, niet naar de meldkamer. Je naam staat er niet bij.</p>
          <${Afspraken} inzage=${inzage} gekozen=${rest.afspraak} kies=${(/** @type {number} */ afspraak) => this.setState({ afspraak })} />
          <label for="wat">In het kort</label>
          <textarea id="wat" class="vak" rows="3" maxlength=${LANGST} data-eerst value=${tekst} aria-describedby="teller"
            onInput=${(/** @type {any} */ e) => this.setState({ tekst: e.target.value, fouten: {} })} ...${metFout("tekst", rest.fouten)} />
          <p class="onder" id="teller">nog ${LANGST - tekst.length} van ${LANGST} tekens</p>
          <${Fout} veld="tekst" fouten=${rest.fouten} />
          <${Keuzes} kop="Hoe dringend?" naam="urgentie" opties=${URGENTIES} gekozen=${rest.urgentie}
            kies=${(/** @type {string} */ urgentie) => this.setState({ urgentie })} />
          <button class="knop hoofd" aria-disabled=${rest.bezig}>${rest.bezig ? "Versturen…" : "Verstuur"}</button>
        </form>
      <//>
    `;
  }
}

/** @param {{ balk: any }} props */
const Verstuurd = ({ balk }) => html`
  <${Scherm} naam="melden" titel="Verstuurd" balk=${balk}>
    <div class="gezicht onbekend">
      <${Icoon} naam="ja" />
      <h1 data-eerst tabindex="-1">Verstuurd</h1>
      <p class="groot">Dank je. Wie de afspraak beheert, kijkt ernaar.</p>
      <p>Onder Mijn meldingen, bij het zoeken, zie je wat ermee gedaan is.</p>
    </div>
  <//>
`;

/** Which of several agreements it is about. @param {{ inzage: Inzage | null, gekozen: number, kies: (nummer: number) => void }} props */
function Afspraken({ inzage, gekozen, kies }) {
  const afspraken = inzage?.straatkaart.afspraken ?? [];
  if (afspraken.length < 2) return null;
  const opties = afspraken.map((een, i) => [i + 1, `${een.aanpak.naam}, ${een.eigenaar}`]);
  return html`<${Keuzes} kop="Welke afspraak?" naam="afspraak" opties=${opties} gekozen=${gekozen} kies=${kies} />`;
}

/** @param {{ kop: string, naam: string, opties: any[][], gekozen: any, kies: (waarde: any) => void }} props */
const Keuzes = ({ kop, naam, opties, gekozen, kies }) => html`
  <fieldset class="redenen">
    <legend>${kop}</legend>
    ${opties.map(
      ([waarde, tekst]) => html`<label key=${waarde} class="chip">
        <input type="radio" name=${naam} value=${waarde} checked=${waarde === gekozen} onChange=${() => kies(waarde)} />
        <span>${tekst}</span>
      </label>`,
    )}
  </fieldset>
`;

/** @param {string} stamp */
function wanneer(stamp) {
  const { datum, minuut } = inAmsterdam(new Date(stamp));
  const klok = [Math.floor(minuut / 60), minuut % 60].map((deel) => String(deel).padStart(2, "0")).join(":");
  return `${kort(datum)} om ${klok}`;
}

/**
 * The own reports. No names: who wants to see a person asks for them, and says why.
 * @typedef {{ terug: () => void, haalNieuws: () => void }} LijstProps
 * @extends {Component<LijstProps, { items: Melding[] | null, fout: string }>}
 */
class Meldingen extends Component {
  /** @type {{ items: Melding[] | null, fout: string }} */
  state = { items: null, fout: "" };

  componentDidMount() {
    this.haal();
  }

  haal = async () => {
    this.setState({ fout: "" });
    try {
      const items = await eigen();
      this.setState({ items });
      const nieuwe = items.filter((een) => een.nieuws);
      await Promise.all(nieuwe.map(({ id }) => vraag("POST", `meldingen/${id}/lezingen`)));
      this.props.haalNieuws();
    } catch (fout) {
      if (!this.state.items) this.setState({ fout: fout instanceof Probleem ? fout.message : "Geen verbinding." });
    }
  };

  /** @param {LijstProps} props @param {{ items: Melding[] | null, fout: string }} staat */
  render({ terug }, { items, fout }) {
    return html`
      <${Scherm} naam="meldingen" titel="Mijn meldingen" balk=${html`<${Balkknop} icoon="terug" tekst="Terug" doe=${terug} />`}>
        <h1 data-eerst tabindex="-1">Mijn meldingen</h1>
        ${fout && html`<div class="bericht let-op" role="alert"><${Icoon} naam="storing" /><p>${fout}</p></div>`}
        ${fout && html`<button type="button" class="knop" onClick=${this.haal}>Probeer opnieuw</button>`}
        ${items?.length === 0 && html`<p>Je hebt nog niets gemeld. Klopt een kaart niet? Onder aan de kaart kun je dat zeggen.</p>`}
        <ul class="lijst">
          ${(items ?? []).map((een) => html`<li key=${een.id}><${Gemeld} melding=${een} /></li>`)}
        </ul>
      <//>
    `;
  }
}

/** @param {{ melding: Melding }} props */
const Gemeld = ({ melding: { tekst, status, urgentie, gemeldOp, antwoord, nieuws: vers, aanpak, eigenaar } }) => html`
  <article class="kandidaat">
    <p class="onder">${wanneer(gemeldOp)}${urgentie === "dringend" && ", dringend"}</p>
    <p>${tekst}</p>
    <p><strong>${vers && "Nieuw: "}${STAND[status]}</strong></p>
    ${antwoord && html`<p>${eigenaar ?? "Antwoord"}: ${antwoord}</p>`}
    <p class="waarom">${aanpak.naam}</p>
  </article>
`;

/**
 * What stands in the bar: on a card the way to say that it is not right, elsewhere the way to the own reports.
 * @param {{ state: import("../types/toestand.js").Toestand, toon: (scherm: "melden" | "meldingen", erbij?: object) => void }} app
 */
export function knop(app) {
  const { inzage, nieuws: nieuwe } = app.state;
  if (inzage) return html`<${Balkknop} icoon="corrigeren" tekst="Klopt niet?" doe=${() => app.toon("melden", { inzage })} />`;
  const tekst = `Mijn meldingen${nieuwe ? ` (${nieuwe} nieuw)` : ""}`;
  return html`<${Balkknop} icoon="corrigeren" tekst=${tekst} doe=${() => app.toon("meldingen")} />`;
}

/** By the names that the street app has for them. @type {Record<string, any>} */
export const SCHERMEN = { melden: Melden, meldingen: Meldingen };
