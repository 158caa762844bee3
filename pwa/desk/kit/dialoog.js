// A window over the screen: the browser's own dialog keeps the focus in and Escape closes it; the focus goes back to where it was.
import { Component, createRef, html, Icoon } from "../../lib/scherm.js";
import { Knop } from "./knop.js";

/**
 * Shown for as long as it is rendered; `sluit` is called when one wants to leave it.
 * @typedef {{ titel: string, sluit: () => void, breed?: boolean, naam?: string, children?: any }} Props
 * @extends {Component<Props>}
 */
export class Dialoog extends Component {
  /** @type {import("../../vendor/preact.js").RefObject<HTMLDialogElement | null>} */
  venster = createRef();
  /** @type {Element | null} */
  terug = null;
  id = `dialoog-${crypto.randomUUID()}`;

  componentDidMount() {
    this.terug = document.activeElement;
    this.venster.current?.showModal();
  }

  componentWillUnmount() {
    this.venster.current?.close();
    if (this.terug instanceof HTMLElement && this.terug.isConnected) this.terug.focus();
  }

  /** @param {Event} event Escape: the screen decides, and the dialog goes with it */
  weg = (event) => {
    event.preventDefault();
    this.props.sluit();
  };

  /** @param {Props} props */
  render({ titel, sluit, breed, naam = "", children }) {
    return html`<dialog class=${`dialoog ${breed ? "breed" : ""} ${naam}`} ref=${this.venster} aria-labelledby=${this.id} onCancel=${this.weg}>
      <header>
        <h2 id=${this.id}>${titel}</h2>
        <button type="button" class="kruisje" aria-label="Sluit" onClick=${sluit}><${Icoon} naam="nee" /></button>
      </header>
      ${children}
    </dialog>`;
  }
}

/**
 * "Are you sure?" The safe way out comes first.
 * @param {{ titel: string, ja: string, nee?: string, doe: () => any, sluit: () => void, children?: any }} props
 */
export const Bevestig = ({ titel, ja, nee = "Terug", doe, sluit, children }) => html`
  <${Dialoog} titel=${titel} sluit=${sluit}>
    <div class="inhoud">${children}</div>
    <div class="knoppen">
      <button type="button" class="knop" onClick=${sluit}>${nee}</button>
      <${Knop} hoofd doe=${doe} klaar=${sluit}>${ja}<//>
    </div>
  <//>
`;
