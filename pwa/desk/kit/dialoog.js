// A window over the screen: the browser's own dialog keeps the focus in and Escape closes it; the focus goes back to where it was.
import { Component, createRef, html, Icoon } from "../../lib/scherm.js";
import { Knop } from "./knop.js";

const VELD = ":is(input, select, textarea):not(:disabled)";

/**
 * Shown for as long as it is rendered; `sluit` is called when one wants to leave it. Who typed something is asked first;
 * in a window that is `vluchtig` nothing that is typed is kept.
 * @typedef {{ titel: string, sluit: () => void, breed?: boolean, naam?: string, vluchtig?: boolean, children?: any }} Props
 * @extends {Component<Props, { vraagt: boolean }>}
 */
export class Dialoog extends Component {
  state = { vraagt: false };
  /** @type {import("../../vendor/preact.js").RefObject<HTMLDialogElement | null>} */
  venster = createRef();
  /** @type {import("../../vendor/preact.js").RefObject<HTMLButtonElement | null>} */
  blijf = createRef();
  /** @type {Element | null} */
  terug = null;
  /** @type {HTMLElement | null} where one was when one wanted to leave */
  bezigMet = null;
  getypt = false;
  id = `dialoog-${crypto.randomUUID()}`;

  componentDidMount() {
    this.terug = document.activeElement;
    this.venster.current?.showModal();
    // The browser would begin at the cross, which the first space then presses.
    for (const waar of ["[autofocus]", VELD, ".knoppen button"]) {
      const doel = /** @type {HTMLElement | null | undefined} */ (this.venster.current?.querySelector(waar));
      if (doel) return doel.focus();
    }
  }

  componentWillUnmount() {
    this.venster.current?.close();
    if (this.terug instanceof HTMLElement && this.terug.isConnected) this.terug.focus();
  }

  typt = () => {
    this.getypt = !this.props.vluchtig;
  };

  weg = () => {
    if (!this.getypt) return this.props.sluit();
    this.bezigMet = /** @type {HTMLElement | null} */ (document.activeElement);
    this.setState({ vraagt: true }, () => this.blijf.current?.focus());
  };

  verder = () => this.setState({ vraagt: false }, () => this.bezigMet?.focus());

  /** What was typed is not wanted any more: a form hears that it begins again. */
  gooiWeg = () => {
    this.venster.current?.querySelectorAll("form").forEach((form) => form.reset());
    this.props.sluit();
  };

  /** @param {Event} event the browser wants to close it: the screen decides, and the dialog goes with it */
  bijSluiten = (event) => {
    event.preventDefault();
    this.weg();
  };

  /** @param {KeyboardEvent} event a second Escape in a row would close it without a word */
  toets = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (this.state.vraagt) this.verder();
    else this.weg();
  };

  /** @param {Props} props @param {{ vraagt: boolean }} state */
  render({ titel, breed, naam = "", children }, { vraagt }) {
    return html`<dialog class=${`dialoog ${breed ? "breed" : ""} ${naam}`} ref=${this.venster} aria-labelledby=${this.id}
        onCancel=${this.bijSluiten} onKeyDown=${this.toets} onInput=${this.typt}>
      <header>
        <h2 id=${this.id}>${titel}</h2>
        <button type="button" class="kruisje" aria-label="Sluit" onClick=${this.weg}><${Icoon} naam="nee" /></button>
      </header>
      ${vraagt && html`<div class="uitleg let-op" role="alert"><${Icoon} naam="storing" /><div>
        <p>Er is nog niets gedaan. Wat je typte, is weg als je sluit.</p>
        <div class="knoppen"><button type="button" class="knop" ref=${this.blijf} onClick=${this.verder}>Ga verder</button>
          <button type="button" class="knop" onClick=${this.gooiWeg}>Sluit en gooi weg</button></div></div></div>`}
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
