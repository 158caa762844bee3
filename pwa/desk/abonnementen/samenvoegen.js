// Two persons who are one: side by side, which of them stays, and what will happen.
import { Blad, Component, datum, doe, Feiten, Formulier, html, Kiezen, Laden, lees, meld, naar, query, Tekst, Uitleg } from "../kit/index.js";
import { feitenVan } from "./overzicht.js";
import { Abonnementen, Kandidaten, Persoonvraag } from "./zoeken.js";

/** `/bureau/personen/17/samenvoegen?met=21`: 17 stays unless they are turned around. @param {any} props */
export default function Samenvoegen({ delen }) {
  const met = query().get("met");
  const kruimels = [["Persoon", `/bureau/personen/${delen.id}`]];
  return html`<${Blad} titel="Personen samenvoegen" kruimels=${kruimels} breed>
    ${met ? html`<${Tweetal} key=${met} een=${delen.id} ander=${met} />` : html`<${Zoek} id=${delen.id} />`}
  <//>`;
}

/** @extends {Component<any, { antwoord: any }>} */
class Zoek extends Component {
  /** @type {{ antwoord: any }} */
  state = { antwoord: null };

  /** @param {any} props @param {any} state */
  render({ id }, { antwoord }) {
    const anderen = antwoord && { ...antwoord, kandidaten: antwoord.kandidaten.filter((/** @type {any} */ persoon) => persoon.id !== Number(id)) };
    return html`
      <p>Zoek de andere persoon die dezelfde is.</p>
      <${Persoonvraag} naam=${`samenvoegen/${id}`} gevonden=${(/** @type {any} */ gevonden) => this.setState({ antwoord: gevonden })} />
      ${anderen && html`<section aria-labelledby="gevonden"><h2 id="gevonden">Gevonden</h2>
        <${Kandidaten} antwoord=${anderen} niemand="Er is niemand anders die hierop lijkt."
          kies=${(/** @type {any} */ persoon) => html`<a class="knop" href=${`/bureau/personen/${id}/samenvoegen?met=${persoon.id}`}>Zet naast elkaar</a>`} /></section>`}`;
  }
}

/** @extends {Component<{ een: string, ander: string }, { om: boolean }>} */
class Tweetal extends Component {
  state = { om: false };

  haal = async () => {
    const beide = await Promise.all([this.props.een, this.props.ander].map((id) => lees(`personen/${encodeURIComponent(id)}`)));
    return { inhoud: beide.map(({ inhoud }) => inhoud), etag: null };
  };

  /** @param {any} _props @param {{ om: boolean }} state */
  render(_props, { om }) {
    return html`<${Laden} wat="personen" haal=${this.haal}>
      ${(/** @type {any[]} */ beide) => {
        const [naarWie, van] = om ? [beide[1], beide[0]] : beide;
        return html`
          <div class="kolommen">
            <${Kant} kop="Deze blijft" persoon=${naarWie} />
            <${Kant} kop="Deze gaat erin op" persoon=${van} />
          </div>
          <div class="knoppen"><button type="button" class="knop" onClick=${() => this.setState({ om: !om })}>Draai om</button></div>
          <${Gevolg} van=${van} naarWie=${naarWie} />`;
      }}
    <//>`;
  }
}

/** @param {{ kop: string, persoon: any }} props */
const Kant = ({ kop, persoon }) => html`<section class="vlak" aria-label=${kop}>
  <h2>${kop}: ${persoon.naam}</h2>
  <${Feiten} feiten=${feitenVan(persoon)} />
  <${Abonnementen} van=${persoon.abonnementen} />
</section>`;

/** Whether both birth dates are known and cannot be one. @param {any} een @param {any} ander */
function andersGeboren(een, ander) {
  const [korte, lange] = [een.geboorte.datum ?? "", ander.geboorte.datum ?? ""].sort((a, b) => a.length - b.length);
  return !lange.startsWith(korte);
}

/** @param {{ van: any, naarWie: any }} props */
function Gevolg({ van, naarWie }) {
  /** @param {any} waarden @param {any} hoe */
  const verstuur = async (waarden, hoe) => {
    const uit = await doe("POST", "samenvoegingen", { van: van.id, naar: naarWie.id, ...waarden }, hoe);
    meld("Samengevoegd. Je kunt dit ongedaan maken bij de samenvoeging.");
    naar(`/bureau/samenvoegingen/${uit.inhoud.id}`);
    return uit;
  };
  const aantal = van.abonnementen.length;
  return html`<section class="vlak" aria-labelledby="gevolg">
    <h2 id="gevolg">Wat er gebeurt</h2>
    <ul class="opsomming">
      <li>${aantal === 1 ? "Het abonnement" : `De ${aantal} abonnementen`} van ${van.naam} (persoon ${van.id}) ${aantal === 1 ? "gaat" : "gaan"} naar ${naarWie.naam} (persoon ${naarWie.id}), met formulieren, afspraken en meldingen.</li>
      <li>De namen van ${van.naam} worden andere namen van ${naarWie.naam}. Wie op straat op die naam zoekt, vindt de ene kaart.</li>
      <li>Wat van ${naarWie.naam} niet bekend is en van de ander wel, wordt ingevuld.</li>
      <li>Er raakt niets weg: je kunt de samenvoeging ongedaan maken.</li>
    </ul>
    ${van.samengevoegdMet || naarWie.samengevoegdMet ? html`<${Uitleg} toon="fout" kop="Dit kan niet"><p>Een van deze personen is al samengevoegd met een ander.</p><//>`
      : html`<${Formulier} naam=${`samenvoegen/${van.id}/${naarWie.id}`} begin=${andersGeboren(van, naarWie) ? { reden: "", geboortedatum: null } : { reden: "" }} verstuur=${verstuur} knop="Voeg samen" voorgoed>
        ${(/** @type {any} */ f) => html`${andersGeboren(van, naarWie) && html`<${Kiezen} f=${f} naam="geboortedatum" label="Welke geboortedatum klopt?" vereist
          hint="Wie op straat op de andere datum zoekt, vindt deze persoon niet meer." opties=${[["naar", datum(naarWie.geboorte.datum), `Van ${naarWie.naam}, die blijft`], ["van", datum(van.geboorte.datum), `Van ${van.naam}, die erin opgaat`]]} />`}
          <${Tekst} f=${f} naam="reden" label="Waaruit blijkt dat dit één persoon is" hint="Bijvoorbeeld: zelfde geboortedatum en ouders, bevestigd door de gemeente." max=${300} vereist />`}
      <//>`}
  </section>`;
}
