// The screen of an address, fetched when it is first opened: one that cannot be shown does not take the others with it.
import { Component, html } from "../../lib/scherm.js";
import { Blad } from "./blad.js";
import { GeenVerbinding } from "./dienst.js";
import { alsVanOns, Misging } from "./fouten.js";

/**
 * @typedef {{ vondst: import("./pad.js").Vondst, rest: object }} Props
 * @extends {Component<Props, { Beeld: any, fout: unknown }>}
 */
export class Getoond extends Component {
  /** @type {{ Beeld: any, fout: unknown }} */
  state = { Beeld: null, fout: null };
  er = true;

  componentDidMount() {
    this.haal();
  }

  componentWillUnmount() {
    this.er = false;
  }

  /** @param {unknown} fout a screen that cannot be drawn */
  componentDidCatch(fout) {
    alsVanOns(fout);
    this.setState({ fout });
  }

  haal = async () => {
    this.setState({ fout: null });
    try {
      const { default: Beeld } = await this.props.vondst.route.laad();
      if (this.er) this.setState({ Beeld });
    } catch (anders) {
      // Without a network a screen that was never opened cannot be fetched; to load the page anew would lose what was typed.
      const fout = navigator.onLine ? anders : new GeenVerbinding();
      alsVanOns(fout);
      if (this.er) this.setState({ fout });
    }
  };

  /** @param {Props} props @param {{ Beeld: any, fout: unknown }} state */
  render({ vondst, rest }, { Beeld, fout }) {
    const { titel } = vondst.route;
    if (fout) return html`<${Blad} titel=${titel}><${Misging} fout=${fout} opnieuw=${this.haal} /><//>`;
    if (!Beeld) return html`<p class="bezig-laden" role="status">Even geduld…</p>`;
    return html`<${Beeld} ...${rest} delen=${vondst.delen} titel=${titel} />`;
  }
}
