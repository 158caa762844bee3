// A button that does one act: not twice at once, and what goes wrong is said.
import { Component, html } from "../../lib/scherm.js";
import { alsVanOns, inEenZin } from "./fouten.js";
import { meld } from "./melden.js";

/**
 * `doe` may return a promise; `klaar` follows when it went well; `gelukt` is said then.
 * @typedef {{ doe: () => any, klaar?: () => void, gelukt?: string, hoofd?: boolean, klein?: boolean, uit?: boolean, naam?: string,
 *   children?: any }} Props
 * @extends {Component<Props, { bezig: boolean }>}
 */
export class Knop extends Component {
  state = { bezig: false };

  druk = async () => {
    if (this.state.bezig || this.props.uit) return;
    this.setState({ bezig: true });
    try {
      await this.props.doe();
      if (this.props.gelukt) meld(this.props.gelukt);
      this.props.klaar?.();
    } catch (fout) {
      alsVanOns(fout);
      meld(inEenZin(fout), { soort: "fout" });
    }
    this.setState({ bezig: false });
  };

  /** @param {Props} props @param {{ bezig: boolean }} state */
  render({ hoofd, klein, uit = false, naam, children }, { bezig }) {
    const soort = `knop ${hoofd ? "hoofd" : ""} ${klein ? "klein" : ""}`;
    return html`<button type="button" class=${soort} aria-label=${naam} aria-disabled=${bezig || uit} aria-busy=${bezig} onClick=${this.druk}>${children}</button>`;
  }
}
