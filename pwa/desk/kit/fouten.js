// What went wrong, in words, and what to do: each kind has its own.
import { Component, createRef, html, Icoon } from "../../lib/scherm.js";
import { GeenVerbinding, Probleem } from "./dienst.js";

/** @typedef {{ icoon: string, kop: string, tekst: string, doe: string }} Gezicht */

/** @type {Record<number, Gezicht>} */
const PER_STATUS = {
  400: { icoon: "storing", kop: "Dit klopt niet", tekst: "De dienst kan hier niets mee.", doe: "Kijk na wat je hebt ingevuld of gekozen." },
  401: { icoon: "slot", kop: "Je sessie is verlopen", tekst: "Meld je opnieuw aan.", doe: "Wat je typte, is in dit venster bewaard." },
  403: {
    icoon: "slot", kop: "Geen toegang", tekst: "Met jouw account kun je dit niet zien of doen.",
    doe: "Heb je dit nodig voor je werk? Vraag het aan je beheerder.",
  },
  404: {
    icoon: "onbekend", kop: "Niet gevonden", tekst: "Dit bestaat niet, of het is niet van jouw organisatie.",
    doe: "Klopt het adres? Begin anders bij je werklijst.",
  },
  409: { icoon: "info", kop: "Dit kan nu niet", tekst: "De stand van zaken laat dit niet toe.", doe: "Haal het scherm opnieuw op." },
  412: {
    icoon: "storing", kop: "Intussen gewijzigd", tekst: "Een ander heeft dit gewijzigd terwijl jij het open had.",
    doe: "Haal het scherm opnieuw op en kijk wat er anders is.",
  },
  428: { icoon: "storing", kop: "Dit scherm is niet actueel", tekst: "Onbekend welke versie je wijzigt.", doe: "Haal het scherm opnieuw op." },
  429: { icoon: "klok", kop: "Even wachten", tekst: "Je hebt dit te vaak gedaan.", doe: "Probeer het over een minuut opnieuw." },
  503: {
    icoon: "storing", kop: "Storing", tekst: "De dienst kan dit nu niet doen.",
    doe: "Probeer het zo opnieuw. Wat al gelukt is, gebeurt niet nog een keer.",
  },
};
/** @type {Gezicht} */
const VERBINDING = {
  icoon: "verbinding", kop: "Geen verbinding", tekst: "Er kwam geen antwoord van de dienst.",
  doe: "Kijk of je verbinding hebt en probeer het opnieuw. Wat al gelukt is, gebeurt niet nog een keer.",
};
/** @type {Gezicht} */
const ONZE = {
  icoon: "storing", kop: "Er ging iets mis in dit scherm", tekst: "Dat is een fout van ons.",
  doe: "Herlaad de pagina. Blijft het misgaan? Meld het bij je beheerder.",
};

/** The face of a failure; the service's own words where it gave them. @param {unknown} fout @returns {Gezicht} */
export function gezicht(fout) {
  if (fout instanceof GeenVerbinding) return VERBINDING;
  if (!(fout instanceof Probleem)) return ONZE;
  const vorm = PER_STATUS[fout.status] ?? (fout.status >= 500 ? PER_STATUS[503] : PER_STATUS[400]);
  return { ...vorm, tekst: fout.message || vorm.tekst };
}

/** @param {unknown} fout */
export const inEenZin = (fout) => `${gezicht(fout).tekst} ${gezicht(fout).doe}`;

/** A fault of ours is not hidden: it goes on to the console, and tests fail on it. @param {unknown} fout */
export function alsVanOns(fout) {
  if (!(fout instanceof Probleem) && !(fout instanceof GeenVerbinding)) reportError(fout);
}

/** Trying again would not help. @param {unknown} fout */
const voorgoed = (fout) => fout instanceof Probleem && [403, 404].includes(fout.status);

/**
 * In the place of what could not be shown. Where that is the whole screen, it is its heading and takes the focus.
 * @typedef {{ fout: unknown, opnieuw?: () => void }} Props
 * @extends {Component<Props>}
 */
export class Misging extends Component {
  /** @type {import("../../vendor/preact.js").RefObject<HTMLHeadingElement | null>} */
  kop = createRef();
  eerste = !document.querySelector("h1");

  componentDidMount() {
    if (!this.eerste) return;
    document.title = `${gezicht(this.props.fout).kop} · Veldwijzer`;
    this.kop.current?.focus();
  }

  /** @param {Props} props */
  render({ fout, opnieuw }) {
    const { icoon, kop, tekst, doe } = gezicht(fout);
    return html`<section class="misging" role="alert">
      <${Icoon} naam=${icoon} />
      <div>
        <${this.eerste ? "h1" : "h2"} tabindex="-1" ref=${this.kop}>${kop}<//>
        <p>${tekst}</p>
        <p>${doe}</p>
        ${opnieuw && !voorgoed(fout) && html`<button type="button" class="knop" onClick=${opnieuw}>Probeer opnieuw</button>`}
      </div>
    </section>`;
  }
}
