// One box, one tap for the reason, one button. While one types, the phone shows how it reads the box; the answer says what the
// service made of it.
import { vandaag } from "../lib/datum.js";
import { Balkknop, Component, createRef, Fout, html, Icoon, metFout, naarFout, Scherm, Wachten } from "../lib/scherm.js";
import { begrepen, ontleed } from "../lib/vraag.js";

/**
 * @typedef {import("../types/toestand.js").Toestand & { wacht: number, wijzig: (w: object) => void, zoek: () => void,
 *   meldAf: () => void, terugmelden: any }} Props
 */

const KOPPEN = { naam: "naam: ", geboren: "geboren: ", mis: "" };
const SOORTEN = { naam: "zoek", geboren: "ja", mis: "storing" };
// The service names the field of its own question; to the officer it is all one box.
const DOOS = ["tekst", "naam", "geboortedatum", "geboortejaarOngeveer"];

/** @param {Record<string, string>} fouten */
function perVak(fouten) {
  const doos = DOOS.map((veld) => fouten[veld]).filter(Boolean).join(" ");
  return doos ? { ...fouten, tekst: doos } : fouten;
}

/** @extends {Component<Props>} */
export class Zoeken extends Component {
  /** @type {import("../vendor/preact.js").RefObject<HTMLInputElement | null>} */
  doos = createRef();

  /** @param {Props} voor */
  componentDidUpdate(voor) {
    const { bericht, fouten } = this.props;
    naarFout(voor.fouten, fouten);
    // "Add this": back to the box, behind what is there already.
    if (bericht && bericht !== voor.bericht) {
      const doos = this.doos.current;
      doos?.focus();
      doos?.setSelectionRange(doos.value.length, doos.value.length);
    }
  }

  /** @param {SubmitEvent} event */
  stuur = (event) => {
    event.preventDefault();
    if (!this.props.wacht) this.props.zoek();
  };

  /** @param {Props} props */
  render({ formulier, redenen, bericht, bezig, wacht, wijzig, meldAf, terugmelden, ...rest }) {
    const fouten = perVak(rest.fouten);
    const gekozen = redenen.find(({ code }) => code === formulier.reden);
    return html`
      <${Scherm} naam="zoeken" titel="Zoeken" balk=${html`${terugmelden}<${Balkknop} icoon="uit" tekst="Afmelden" doe=${meldAf} />`}>
        <form onSubmit=${this.stuur} role="search">
          <h1><label for="vraag">Wie zoek je?</label></h1>
          ${bericht && !wacht && html`<div class="bericht let-op" id="bericht"><${Icoon} naam="info" /><p>${bericht}</p></div>`}
          <input id="vraag" class="vak doos" type="text" ref=${this.doos} data-eerst value=${formulier.tekst} maxlength="200"
            placeholder="naam en geboortedatum" inputmode="text" enterkeyhint="search" autocapitalize="none"
            autocomplete="off" autoCorrect="off" spellcheck=${false} aria-describedby="bericht uitleg"
            onInput=${(/** @type {any} */ e) => wijzig({ tekst: e.target.value })} ...${metFout("tekst", fouten)} />
          <${Fout} veld="tekst" fouten=${fouten} />
          <${Begrepen} formulier=${formulier} fout=${fouten.tekst} />
          <fieldset class="redenen" ...${metFout("reden", fouten)} tabindex=${fouten.reden ? -1 : undefined}>
            <legend>Waarom zoek je?</legend>
            ${redenen.map((reden) => html`<${Redenchip} key=${reden.code} reden=${reden} gekozen=${gekozen} wijzig=${wijzig} />`)}
          </fieldset>
          <${Fout} veld="reden" fouten=${fouten} />
          ${gekozen?.toelichtingVereist && html`<${Tekstvak} veld="toelichting" naam="Waarom, in het kort" ...${{ formulier, fouten, wijzig }} />`}
          <${Meldingsnummer} ...${{ formulier, fouten, wijzig }} />
          <${Wachten} wacht=${wacht} bericht=${bericht} />
          <button class="knop hoofd" aria-disabled=${wacht > 0 || bezig}>
            <${Icoon} naam="zoek" /><span>${bezig ? "Zoeken…" : "Zoek"}</span>
          </button>
        </form>
      <//>
    `;
  }
}

/** @param {{ formulier: import("../types/toestand.js").Formulier, fout?: string }} props */
function Begrepen({ formulier, fout }) {
  const dag = vandaag(new Date());
  // What the service says takes the place of what was thought here.
  const delen = begrepen(formulier.begrepen ?? ontleed(formulier.tekst, dag), dag).filter(({ soort }) => !fout || soort !== "mis");
  const datum = delen.find(({ soort }) => soort !== "naam");
  return html`
    <ul class="begrepen" id="uitleg">
      ${delen.length
        ? delen.map(({ soort, tekst }) => html`<li class=${soort}><${Icoon} naam=${SOORTEN[soort]} /><span>${KOPPEN[soort]}${tekst}</span></li>`)
        : html`<li class="hint">Bijvoorbeeld: jansen 7-3-94 of mo rond 30</li>`}
    </ul>
    <p class="alleen-horen" role="status">${datum && KOPPEN[datum.soort] + datum.tekst}</p>
  `;
}

/** @param {{ reden: any, gekozen: any, wijzig: (w: object) => void }} props */
const Redenchip = ({ reden, gekozen, wijzig }) =>
  html`<label class="chip">
    <input type="radio" name="reden" value=${reden.code} checked=${reden === gekozen} onChange=${() => wijzig({ reden: reden.code })} />
    <span>${reden.naam}</span>
  </label>`;

/** @param {{ veld: "toelichting" | "meldingsnummer", naam: string, formulier: any, fouten: any, wijzig: (w: object) => void }} props */
const Tekstvak = ({ veld, naam, formulier, fouten, wijzig }) =>
  html`<div class="tekstvak">
    <label for=${veld}>${naam}</label>
    <input id=${veld} class="vak" value=${formulier[veld]} maxlength="200" autocomplete="off" spellcheck=${false}
      onInput=${(/** @type {any} */ e) => wijzig({ [veld]: e.target.value })} ...${metFout(veld, fouten)} />
    <${Fout} veld=${veld} fouten=${fouten} />
  </div>`;

/** @param {any} props */
const Meldingsnummer = (props) =>
  html`<details class="extra" open=${Boolean(props.formulier.meldingsnummer || props.fouten.meldingsnummer)}>
    <summary>Meldingsnummer toevoegen</summary>
    <${Tekstvak} veld="meldingsnummer" naam="Meldingsnummer" ...${props} />
  </details>`;
