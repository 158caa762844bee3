// Reading something and showing it: the wait, the answer, and every kind of failure.
import { Component, html } from "../../lib/scherm.js";
import { Probleem } from "./dienst.js";
import { alsVanOns, Misging } from "./fouten.js";

/** Who only reads has filled in nothing: what the service refuses then stands in the address. @param {unknown} fout */
const opVraag = (fout) =>
  fout instanceof Probleem && fout.status === 400 ? new Probleem(400, { detail: "In het adres staat een filter of een waarde die niet bestaat." }) : fout;

/**
 * `haal` is called at the start and whenever `sleutel` changes. The child is a function of the answer:
 * `(inhoud, { etag, opnieuw, zet }) => html`. `opnieuw()` reads again, `zet(inhoud, etag)` puts in place what an act answered.
 * @typedef {{ haal: () => Promise<{ inhoud: any, etag: string | null }>, sleutel?: string, wat?: string, children?: any }} Props
 * @extends {Component<Props, { antwoord: { inhoud: any, etag: string | null } | null, fout: unknown, bezig: boolean }>}
 */
export class Laden extends Component {
  /** @type {{ antwoord: { inhoud: any, etag: string | null } | null, fout: unknown, bezig: boolean }} */
  state = { antwoord: null, fout: null, bezig: true };
  beurt = 0;

  componentDidMount() {
    this.haal();
  }

  /** @param {Props} voor */
  componentDidUpdate(voor) {
    if (voor.sleutel !== this.props.sleutel) this.haal();
  }

  componentWillUnmount() {
    this.beurt += 1;
  }

  haal = async () => {
    const beurt = (this.beurt += 1);
    this.setState({ bezig: true, fout: null });
    try {
      const antwoord = await this.props.haal();
      if (beurt === this.beurt) this.setState({ antwoord, bezig: false });
    } catch (fout) {
      alsVanOns(fout);
      if (beurt === this.beurt) this.setState({ fout, bezig: false });
    }
  };

  /** @param {any} inhoud @param {string | null} etag */
  zet = (inhoud, etag) => this.setState({ antwoord: { inhoud, etag }, bezig: false, fout: null });

  /** @param {Props} props @param {any} state */
  render({ children, wat = "gegevens" }, { antwoord, fout, bezig }) {
    const toon = Array.isArray(children) ? children.find((een) => typeof een === "function") : children;
    if (fout) return html`<${Misging} fout=${opVraag(fout)} opnieuw=${this.haal} />`;
    if (!antwoord) return html`<p class="bezig-laden" role="status">${`Even geduld: de ${wat} worden opgehaald…`}</p>`;
    return html`<div class="geladen" aria-busy=${bezig}>${toon(antwoord.inhoud, { etag: antwoord.etag, opnieuw: this.haal, zet: this.zet })}</div>`;
  }
}
