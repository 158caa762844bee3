// The tab of a dossier on which afspraken are written, submitted and approved.
import { Bevestig, Component, doe, html, Knop, Laden, lees, meld, moment, Stand } from "../kit/index.js";
import { Bewerken } from "./bewerken.js";
import { Keuren } from "./keuren.js";

/**
 * `laatst` is the concept as an autosave left it, which is newer than what was read; `beurt` counts how often one began anew.
 * @typedef {{ dossier: any, opnieuw?: () => void, mag: (recht: string) => boolean, sessie: any }} Props
 * @typedef {{ bewerkt: boolean, weg: boolean, laatst: any, beurt: number }} State
 * @extends {Component<Props, State>}
 */
export default class Afspraken extends Component {
  /** @type {State} */
  state = { bewerkt: false, weg: false, laatst: null, beurt: 0 };

  haal = async () => {
    const { id } = this.props.dossier;
    const [concept, acties] = await Promise.all([lees(`abonnementen/${id}/concept`), lees("acties")]);
    this.setState({ laatst: null });
    return { inhoud: { concept: concept.inhoud, acties: acties.inhoud.items }, etag: concept.etag };
  };

  /** @param {any} laatst */
  bewaard = (laatst) => this.setState({ laatst });

  /** @param {Props} props @param {State} state */
  render({ dossier, opnieuw: dossierOpnieuw, mag, sessie }, { bewerkt, weg, laatst, beurt }) {
    const { id } = dossier;
    return html`<${Laden} wat="afspraken" sleutel=${String(id)} haal=${this.haal}>
      ${(/** @type {any} */ { concept, acties }, /** @type {any} */ { etag, opnieuw }) => {
        const klaar = () => {
          this.setState({ bewerkt: false, weg: false });
          opnieuw();
          dossierOpnieuw?.();
        };
        const samen = { id, concept, etag, acties, klaar, mag };
        const nu = laatst?.abonnement === id ? laatst : concept;
        const toonKeuren = concept.status === "ingediend" && !bewerkt;
        return html`<div class="afspraken">
          <${Balk} concept=${nu} gooiWeg=${mag("afspraak:schrijven") && (() => this.setState({ weg: true }))} />
          ${toonKeuren
            ? html`<${Keuren} ...${samen} bewerk=${() => this.setState({ bewerkt: true })} />`
            : html`<${Bewerken} key=${`${id}-${concept.status === "nieuw"}-${beurt}`} ...${samen} bewaard=${this.bewaard} ik=${sessie.gebruikersnaam} />`}
          ${weg && html`<${Bevestig} titel="Gooi het voorstel weg" ja="Gooi weg" sluit=${() => this.setState({ weg: false })} doe=${async () => {
            const vers = await lees(`abonnementen/${id}/concept`);
            if (vers.inhoud.status !== "nieuw") await doe("DELETE", `abonnementen/${id}/concept`, undefined, { etag: vers.etag });
            meld("Het voorstel is weggegooid.");
            // What was typed goes from the screen with it, also where it was begun on this very screen.
            this.setState({ beurt: beurt + 1 });
            klaar();
          }}><p>Wat nu op straat staat, blijft zoals het is.</p><//>`}
        </div>`;
      }}
    <//>`;
  }
}

/** Where it stands, in words. @param {{ concept: any, gooiWeg: false | (() => void) }} props */
function Balk({ concept, gooiWeg }) {
  const er = concept.status !== "nieuw";
  return html`<div class="knoppen afsprakenbalk">
    ${concept.status === "ingediend" ? html`<${Stand} toon="let-op">Wacht op goedkeuring<//>` : html`<${Stand} toon="rust">${er ? "Concept" : "Nog geen nieuw voorstel"}<//>`}
    ${er && html`<span class="zacht">Laatst gewijzigd door ${concept.gewijzigdDoor}, ${moment(concept.gewijzigdOp)}.</span>`}
    ${er && gooiWeg && html`<${Knop} klein doe=${gooiWeg}>Gooi het voorstel weg<//>`}
  </div>`;
}
