// The card as the phone shows it, at the phone's size: the phone's own component and style sheets, in a window of its own,
// so that neither the desk's style nor its width reaches it.
import { Component, createRef, html, render } from "../../lib/scherm.js";
import { Kaart } from "../../street/straatkaart.js";

const STIJL = /\/styles\/(basis|street)\.css$/;

/**
 * `nu` is the moment at which one would look: it decides whom to call, and whether the card is out of date.
 * @typedef {{ straatkaart: import("../../types/api.js").Straatkaart, feestdagen?: string[], nu?: Date, titel?: string }} Props
 * @extends {Component<Props>}
 */
export class Telefoon extends Component {
  /** @type {import("../../vendor/preact.js").RefObject<HTMLIFrameElement | null>} */
  venster = createRef();

  componentDidMount() {
    this.teken();
  }

  componentDidUpdate() {
    this.teken();
  }

  componentWillUnmount() {
    const plek = this.venster.current?.contentDocument?.querySelector("main");
    if (plek) render(null, plek);
  }

  teken = () => {
    const pagina = this.venster.current?.contentDocument;
    if (!pagina) return;
    const plek = pagina.querySelector("main") ?? richtIn(pagina);
    const { straatkaart, feestdagen = [], nu = new Date() } = this.props;
    const inzage = { straatkaart, feestdagen, gevondenOp: [] };
    render(html`<${Kaart} inzage=${inzage} nu=${nu} begrepen=${null} />`, plek);
  };

  /** @param {Props} props some browsers put a fresh page in the frame once it has loaded */
  render({ titel = "De straatkaart op een telefoon" }) {
    return html`<iframe class="telefoon" ref=${this.venster} title=${titel} onLoad=${this.teken}></iframe>`;
  }
}

/** @param {Document} pagina an empty one */
function richtIn(pagina) {
  pagina.documentElement.lang = "nl";
  pagina.title = "Straatkaart";
  for (const link of document.querySelectorAll("link[rel=stylesheet], meta[name=color-scheme]")) {
    if (link.tagName === "META" || STIJL.test(/** @type {HTMLLinkElement} */ (link).href)) pagina.head.append(pagina.importNode(link, true));
  }
  const app = pagina.createElement("div");
  app.id = "app";
  const plek = pagina.createElement("main");
  plek.className = "scherm kaart";
  app.append(plek);
  pagina.body.append(app);
  // It is looked at here; nobody calls from the desk by a touch on a picture.
  pagina.addEventListener("click", (event) => event.preventDefault());
  return plek;
}
