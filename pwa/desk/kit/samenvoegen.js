// Somebody else was first (412): both versions side by side, field by field, and the choice is made by who saves.
import { Component, createRef, html } from "../../lib/scherm.js";
import { inTekst, vanzelf, verschillen, voegSamen } from "./verschil.js";

/**
 * `velden`: [{ naam, label, toon? }]; `begin` is what I started from, `mijn` what I typed, `hun` what stands there now.
 * `kies(samen)` gets the merged values. `wie` says who it was, when that is known.
 * @typedef {{ velden: import("./verschil.js").Veld[], begin: any, mijn: any, hun: any, kies: (samen: any) => any, terug: () => void,
 *   wie?: string, bezig?: boolean }} Props
 * @typedef {Record<string, import("./verschil.js").Keus>} Keuzes
 * @extends {Component<Props, { keuzes: Keuzes, gemist: boolean }>}
 */
export class Samenvoegen extends Component {
  /** @type {import("../../vendor/preact.js").RefObject<HTMLHeadingElement | null>} */
  kop = createRef();
  state = { keuzes: vanzelf(this.lijst(this.props)), gemist: false };

  componentDidMount() {
    this.kop.current?.focus();
    this.kop.current?.scrollIntoView({ block: "start" });
  }

  /** @param {Props} voor a newer version came in while choosing */
  componentDidUpdate(voor) {
    if (voor.hun !== this.props.hun) this.setState({ keuzes: { ...this.state.keuzes, ...vanzelf(this.lijst(this.props)) } });
  }

  /** @param {Props} props */
  lijst({ velden, begin, mijn, hun }) {
    return verschillen(velden, begin, mijn, hun);
  }

  /** @param {SubmitEvent} event */
  stuur = (event) => {
    event.preventDefault();
    event.stopPropagation();
    const lijst = this.lijst(this.props);
    const open = lijst.find(({ naam }) => !this.state.keuzes[naam]);
    if (open) {
      this.setState({ gemist: true });
      document.getElementById(`samen-${open.naam}-mijn`)?.focus();
      return;
    }
    this.props.kies(voegSamen(lijst, this.state.keuzes, this.props.hun));
  };

  /** @param {Props} props @param {{ keuzes: Keuzes, gemist: boolean }} state */
  render(props, { keuzes, gemist }) {
    const lijst = this.lijst(props);
    const { wie = "Iemand anders", terug, bezig } = props;
    return html`<form class="samenvoegen" onSubmit=${this.stuur} aria-labelledby="samen-kop">
      <h2 id="samen-kop" tabindex="-1" ref=${this.kop}>Intussen gewijzigd</h2>
      <p>${wie} heeft dit bewaard terwijl jij eraan werkte. Er is niets verloren: kies per onderdeel wat het wordt.</p>
      ${!lijst.length && html`<p><strong>Jullie hebben hetzelfde ingevuld.</strong></p>`}
      ${lijst.map((een) => html`<${Keus} key=${een.naam} een=${een} keus=${keuzes[een.naam]} gemist=${gemist}
        kies=${(/** @type {import("./verschil.js").Keus} */ keus) => this.setState({ keuzes: { ...keuzes, [een.naam]: keus } })} />`)}
      <div class="knoppen">
        <button class="knop hoofd" aria-disabled=${bezig}>${bezig ? "Bewaren…" : "Bewaar de keuze"}</button>
        <button type="button" class="knop" onClick=${terug}>Terug naar wat ik typte</button>
      </div>
    </form>`;
  }
}

const WIE = { mijn: "Alleen jij wijzigde dit.", hun: "Alleen de ander wijzigde dit.", beide: "Jullie wijzigden dit allebei." };

/** @param {any} props */
function Keus({ een, keus, gemist, kies }) {
  const toon = een.toon ?? inTekst;
  /** @param {"mijn" | "hun"} kant @param {string} kop */
  const kant = (kant, kop) => html`<label class="kant">
    <span class="kantkop"><input type="radio" id=${`samen-${een.naam}-${kant}`} name=${`samen-${een.naam}`} checked=${keus === kant} onChange=${() => kies(kant)} />
    ${kop}</span>
    <span class="kanttekst">${toon(een[kant])}</span>
  </label>`;
  return html`<fieldset class="keus" aria-describedby=${`samen-${een.naam}-wie`}>
    <legend>${een.label}</legend>
    <p class="hint" id=${`samen-${een.naam}-wie`}>${WIE[/** @type {keyof typeof WIE} */ (een.soort)]}</p>
    ${gemist && !keus && html`<p class="fout">Kies wat het wordt.</p>`}
    <div class="kanten">${kant("mijn", "Wat jij invulde")}${kant("hun", "Wat er nu staat")}</div>
  </fieldset>`;
}
