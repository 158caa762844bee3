// One screen of the desk: its title, the way back, and what one can do here (on buttons and in the command palette).
import { Component, createRef, html } from "../../lib/scherm.js";
import { Knop } from "./knop.js";
import { naar } from "./plek.js";

/**
 * An action has `href` (a screen) or `doe`. `hoofd` is the one that one came for; `alleenPalet` has no button.
 * @typedef {{ naam: string, href?: string, doe?: () => any, hoofd?: boolean, alleenPalet?: boolean, uit?: boolean }} Actie
 * @typedef {{ naam: string, href: string }} Plaats
 */

/** What the command palette knows of this screen and of those before it. In memory, for names may be in it. */
export const hier = {
  /** @type {Actie[]} */ acties: [],
  /** @type {Plaats[]} */ recent: [],
};
const MEESTE_RECENT = 8;

/** @param {Plaats} plaats */
function onthoud(plaats) {
  hier.recent = [plaats, ...hier.recent.filter(({ href }) => href !== plaats.href)].slice(0, MEESTE_RECENT);
}

/** @param {Actie} actie */
export const voerUit = ({ href, doe }) => (href ? naar(href) : doe?.());

/**
 * `titel` is for the window and the history and so never names a person; `kop` may, and stands on the screen.
 * `kruimels` lead here: [["Werklijst", "/bureau"]]. `breed` uses the whole width.
 * @typedef {{ titel: string, kop?: any, onder?: any, kruimels?: [string, string][], acties?: Actie[], recent?: string, breed?: boolean,
 *   naam?: string, children?: any }} Props
 * @extends {Component<Props>}
 */
export class Blad extends Component {
  /** @type {import("../../vendor/preact.js").RefObject<HTMLHeadingElement | null>} */
  kop = createRef();

  componentDidMount() {
    scrollTo(0, 0);
    this.kop.current?.focus({ preventScroll: true });
    this.componentDidUpdate();
  }

  componentDidUpdate() {
    const { titel, acties = [], recent, kop } = this.props;
    document.title = `${titel} · Veldwijzer`;
    hier.acties = acties;
    onthoud({ naam: recent ?? (typeof kop === "string" ? kop : titel), href: location.pathname + location.search });
  }

  componentWillUnmount() {
    hier.acties = [];
  }

  /** @param {Props} props */
  render({ titel, kop, onder, kruimels = [], acties = [], breed, naam = "", children }) {
    const zichtbaar = acties.filter(({ alleenPalet }) => !alleenPalet);
    return html`<div class=${`blad ${breed ? "breed" : ""} ${naam}`}>
      ${kruimels.length > 0 && html`<nav class="kruimels" aria-label="Kruimelpad"><ol>
        ${kruimels.map(([tekst, href]) => html`<li key=${href}><a href=${href}>${tekst}</a></li>`)}
      </ol></nav>`}
      <header class="bladkop">
        <div><h1 tabindex="-1" ref=${this.kop}>${kop ?? titel}</h1>${onder && html`<div class="onder">${onder}</div>`}</div>
        ${zichtbaar.length > 0 && html`<div class="knoppen">${zichtbaar.map((actie) => html`<${Doen} key=${actie.naam} ...${actie} />`)}</div>`}
      </header>
      ${children}
    </div>`;
  }
}

/** @param {Actie} actie */
const Doen = ({ naam, href, doe, hoofd, uit }) =>
  href
    ? html`<a class=${`knop ${hoofd ? "hoofd" : ""}`} href=${href}>${naam}</a>`
    : html`<${Knop} doe=${doe} hoofd=${hoofd} uit=${uit}>${naam}<//>`;
