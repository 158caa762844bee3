// The tab of a dossier with whom to call: in the order of the card, and who comes first. The owner puts them in order.
import { bereikbaarheid } from "../../lib/bereikbaar.js";
import { Component, doe, html, Icoon, Knop, Laden, lees, meld, Stand } from "../kit/index.js";

/** @param {any} props */
export default function Contactpersonen({ dossier, mag, opnieuw: dossierOpnieuw }) {
  const pad = `abonnementen/${dossier.id}/contactpersonen`;
  const beheert = mag("formulier:beheren") && dossier.status !== "beeindigd";
  const haal = async () => {
    const [opstelling, eigen] = await Promise.all([lees(pad), lees("contactpersonen", { query: { bron: "eigen", actief: "ja", limiet: 200 } })]);
    return { inhoud: { items: opstelling.inhoud.items, eigen: eigen.inhoud.items, feestdagen: eigen.inhoud.feestdagen }, etag: opstelling.etag };
  };
  return html`<${Laden} wat="contactpersonen" sleutel=${`${pad} ${dossier.versie}`} haal=${haal}>
    ${(/** @type {any} */ alles, /** @type {any} */ { etag, opnieuw }) => html`<${Volgorde} key=${`${etag} ${alles.items.length}`} ...${alles} pad=${pad} etag=${etag}
      beheert=${beheert} klaar=${() => { opnieuw(); dossierOpnieuw?.(); }} />`}
  <//>`;
}

/**
 * @typedef {{ items: any[], eigen: any[], feestdagen: string[], pad: string, etag: string | null, beheert: boolean, klaar: () => void }} Props
 * @extends {Component<Props, { lijst: any[], eerste: number | null }>}
 */
class Volgorde extends Component {
  state = { lijst: this.props.items, eerste: this.props.items.find(({ eerste }) => eerste)?.id ?? null };

  /** @param {number} i */
  omhoog = (i) => {
    const lijst = [...this.state.lijst];
    [lijst[i - 1], lijst[i]] = [lijst[i], lijst[i - 1]];
    this.setState({ lijst });
  };

  /** @param {number} id */
  weg = (id) => this.setState({ lijst: this.state.lijst.filter((een) => een.id !== id), eerste: this.state.eerste === id ? null : this.state.eerste });

  /** @param {any} event */
  erbij = (event) => {
    const een = this.props.eigen.find(({ id }) => String(id) === event.target.value);
    if (een) this.setState({ lijst: [...this.state.lijst, een] });
    event.target.value = "";
  };

  bewaar = async () => {
    const { lijst, eerste } = this.state;
    const { inhoud } = await doe("PUT", this.props.pad, { contactpersonen: lijst.map(({ id }) => id), eerste }, { etag: this.props.etag });
    meld(inhoud.gewijzigdeKaarten ? "Bewaard. De kaart is bijgewerkt." : "Bewaard.");
    this.props.klaar();
  };

  render() {
    const { beheert, eigen, feestdagen } = this.props;
    const { lijst, eerste } = this.state;
    const vrij = eigen.filter(({ id }) => !lijst.some((een) => een.id === id));
    return html`<section class="vlak" aria-labelledby="wie-bellen"><h2 id="wie-bellen">Wie te bellen</h2>
      <p class="hint">De kaart toont ze in deze volgorde. Wie nu bereikbaar is, gaat voor; daarbinnen wie hier als eerste gebeld wordt.</p>
      ${!lijst.length && html`<p>Er staat nog niemand op. Op straat is er dan niemand om te bellen.</p>`}
      <ol class="belvolgorde">${lijst.map((een, i) => html`<li key=${een.id}>
        <${Een} een=${een} feestdagen=${feestdagen} eerste=${een.id === eerste} />
        ${beheert && html`<label class="vinkje"><input type="radio" name="eerste" checked=${een.id === eerste} onChange=${() => this.setState({ eerste: een.id })} /><span>Bel als eerste</span></label>
          <span class="rijknoppen">
            ${i > 0 && html`<button type="button" class="kruisje omhoog" aria-label=${`Zet ${een.naam} hoger`} onClick=${() => this.omhoog(i)}><${Icoon} naam="terug" /></button>`}
            ${een.magWijzigen && html`<button type="button" class="kruisje weg" aria-label=${`Haal ${een.naam} weg`} onClick=${() => this.weg(een.id)}><${Icoon} naam="nee" /></button>`}
          </span>`}
      </li>`)}</ol>
      ${beheert && html`
        ${vrij.length > 0 && html`<div class="veld"><label for="erbij">Voeg iemand van je eigen organisatie toe</label>
          <select class="vak" id="erbij" onChange=${this.erbij}><option value="">Kies…</option>${vrij.map(({ id, naam }) => html`<option value=${id}>${naam}</option>`)}</select></div>`}
        <div class="knoppen"><${Knop} doe=${this.bewaar} hoofd>Bewaar de volgorde<//></div>`}
    </section>`;
  }
}

/** @param {{ een: any, eerste: boolean, feestdagen: string[] }} props */
const Een = ({ een, eerste, feestdagen }) => html`<div class="wie">
  <strong>${een.magWijzigen ? html`<a href=${`/bureau/contactpersonen/${een.id}`}>${een.naam}</a>` : een.naam}</strong>
  ${eerste && html` <${Stand} toon="goed">Als eerste<//>`}
  <div>${[een.functie, een.organisatie.naam].filter(Boolean).join(", ")}</div>
  <div class="zacht">${een.telefoon ?? "geen telefoonnummer"}, ${bereikbaarheid(een, new Date(), feestdagen)}${een.vervanger && `, vervanger: ${een.vervanger.naam}`}</div>
</div>`;
