// One part of the form on a page of its own: filled in by its organisation, read and sent back by whoever keeps the agreement.
import { Blad, Component, datum, doe, Feiten, html, Laden, lees, meld, moment, naar, Samenvoegen, StandVan, Uitleg } from "../kit/index.js";
import { houdConcept, neemConcept, vergeetConcept } from "../kit/concepten.js";
import { gelijk } from "../kit/waarden.js";
import { Handelingen } from "./handelingen.js";
import { Invullen, Staat, velden } from "./invullen.js";
import { alsWaarden, hoeLang, watOntbreekt } from "./woorden.js";

const KRUIMELS = [["Werklijst", "/bureau"], ["Formulieren", "/bureau/formulierdelen"]];

/** @param {any} props */
export default function Deel({ delen }) {
  const pad = `formulierdelen/${delen.id}`;
  return html`<${Laden} wat="gegevens van dit deel" sleutel=${delen.id} haal=${() => lees(pad)}>
    ${(/** @type {any} */ deel, /** @type {any} */ hoe) => html`<${Blad} titel="Formulier" kop=${deel.persoon.naam} kruimels=${KRUIMELS}
        onder=${html`${deel.abonnement.aanpak}, deel van ${deel.organisatie.naam}`} naam="formulierdeel">
      <${Kop} deel=${deel} />
      <${Handelingen} deel=${deel} etag=${hoe.etag} klaar=${hoe.zet} />
      ${deel.eigen && deel.abonnement.status !== "beeindigd"
        ? html`<${Eigen} key=${deel.id} deel=${deel} etag=${hoe.etag} zet=${hoe.zet} />`
        : deel.inlichtingen && html`<section class="vlak"><${Staat} deel=${deel} /></section>`}
    <//>`}
  <//>`;
}

/** @param {{ deel: any }} props */
const Kop = ({ deel }) => html`
  <section class="vlak">
    <${Feiten} feiten=${[
      ["Geboren", deel.persoon.geboorte.datum ? `${datum(deel.persoon.geboorte.datum)}, ${deel.persoon.geboorte.plaats ?? "plaats niet bekend"}` : null],
      ["Waarvoor", deel.abonnement.doel || null],
      ["Eigenaar van de afspraken", deel.abonnement.eigenaar],
      ["Stand", html`<${StandVan} code=${deel.status} />`],
      ["Ontbreekt", deel.ontbreekt.length ? `${watOntbreekt(deel)} (${hoeLang(deel.dagen)})` : "niets"],
    ]} />
  </section>
  ${deel.vraag && deel.status === "teruggestuurd" && html`<${Uitleg} toon="fout" kop="Vraag van de eigenaar"><p>${deel.vraag}</p><//>`}
  ${deel.bezwaar && html`<${Uitleg} toon="fout" kop="Bezwaar"><p>${deel.bezwaar}</p><p>Wat deze organisatie liet weten, is van de straat. De contactpersonen staan er nog. Er kan niets worden gepubliceerd zolang het bezwaar er is.</p><//>`}
  ${deel.eigen && deel.status === "bevestigd" && html`<${Uitleg} toon="goed" kop="Dit deel is bevestigd"><p>Wijzig je iets, dan moet je het opnieuw bevestigen. Wat je weghaalt, is meteen van de straat. Wat je toevoegt, komt er pas als de eigenaar publiceert. Een andere contactpersoon geldt vanaf je bevestiging.</p><//>`}
`;

/**
 * The own part, with what was typed before and not saved. A draft that was begun on an older version is put beside what stands there now.
 * @extends {Component<{ deel: any, etag: string | null, zet: (inhoud: any, etag: string | null) => void }, { botsing: any, beurt: number, concept: any }>}
 */
class Eigen extends Component {
  state = this.begin();

  begin() {
    const { deel, etag } = this.props;
    const { concept, versie } = deel;
    const naam = `deel/${deel.id}`;
    if (!concept || neemConcept(naam)) return { botsing: null, beurt: 0, concept };
    const waarden = alsWaarden(concept.inhoud);
    if (concept.basis !== versie) return { botsing: waarden, beurt: 0, concept };
    houdConcept(naam, { waarden, begin: alsWaarden(deel), etag });
    return { botsing: null, beurt: 0, concept };
  }

  /** @param {any} waarden */
  neem = (waarden) => {
    const { deel, etag } = this.props;
    houdConcept(`deel/${deel.id}`, { waarden, begin: alsWaarden(deel), etag });
    this.setState({ botsing: null });
  };

  weg = async () => {
    const { deel } = this.props;
    await doe("DELETE", `formulierdelen/${deel.id}/concept`);
    vergeetConcept(`deel/${deel.id}`);
    meld("Weggegooid. Hieronder staat wat er is ingediend.");
    this.setState({ botsing: null, concept: null, beurt: this.state.beurt + 1 });
  };

  /** @param {any} inhoud @param {string | null} etag */
  bewaard = (inhoud, etag) => {
    this.setState({ concept: null });
    // Who does not take part is done here, and can see it no more.
    if (inhoud.neemtDeel === false && inhoud.status === "bevestigd") naar("/bureau/formulierdelen");
    else this.props.zet(inhoud, etag);
  };

  render() {
    const { deel, etag } = this.props;
    const { botsing, beurt, concept } = this.state;
    if (botsing) {
      return html`<${Samenvoegen} velden=${velden(deel.keuze)} begin=${undefined} mijn=${botsing} hun=${alsWaarden(deel)} kies=${this.neem}
        terug=${() => this.neem(botsing)} wie="Een collega" />`;
    }
    const anders = concept && !gelijk(alsWaarden(concept.inhoud), alsWaarden(deel));
    return html`
      ${anders && html`<${Uitleg} toon="nieuw" kop="Je was hier al bezig">
        <p>Wat je typte tot ${moment(concept.bewaardOp)}, staat hieronder als klad. Alleen jij ziet het. Het is nog niet ingediend.</p>
        <button type="button" class="knop klein" onClick=${this.weg}>Gooi weg wat ik typte</button><//>`}
      <${Invullen} key=${beurt} deel=${deel} etag=${etag} klad=${concept ? alsWaarden(concept.inhoud) : undefined} bewaard=${this.bewaard} />`;
  }
}
