// One merge: what went along, and the way back.
import { Blad, Component, Dialoog, doe, Feiten, Formulier, html, Laden, lees, meld, moment, Tekst, Uitleg } from "../kit/index.js";
import { geboren } from "./woorden.js";

/** @param {any} props */
export default function Samenvoeging({ delen }) {
  const pad = `samenvoegingen/${delen.id}`;
  return html`<${Laden} wat="samenvoeging" sleutel=${pad} haal=${() => lees(pad)}>
    ${(/** @type {any} */ samenvoeging, /** @type {any} */ { zet }) => html`<${Beeld} samenvoeging=${samenvoeging} zet=${zet} />`}
  <//>`;
}

/** @extends {Component<any, { terug: boolean }>} */
class Beeld extends Component {
  state = { terug: false };
  sluit = () => this.setState({ terug: false });

  /** @param {any} waarden @param {any} hoe */
  verstuur = async (waarden, hoe) => {
    const uit = await doe("POST", `samenvoegingen/${this.props.samenvoeging.id}/ongedaanmakingen`, waarden, hoe);
    meld("Ongedaan gemaakt. Wat meeging, staat weer bij de eerste persoon.");
    this.sluit();
    this.props.zet(uit.inhoud, uit.etag);
    return uit;
  };

  /** @param {any} props @param {{ terug: boolean }} state */
  render({ samenvoeging }, { terug }) {
    const { id, van, naar, ongedaanOp } = samenvoeging;
    const acties = ongedaanOp ? [] : [{ naam: "Maak ongedaan", doe: () => this.setState({ terug: true }) }];
    return html`<${Blad} titel=${`Samenvoeging ${id}`} kop=${`${van.naam} en ${naar.naam}`} kruimels=${[["Samenvoegingen", "/bureau/samenvoegingen"]]} acties=${acties}>
      ${ongedaanOp && html`<${Uitleg} kop="Ongedaan gemaakt"><p>Door ${samenvoeging.ongedaanDoor}, ${moment(ongedaanOp)}.</p><//>`}
      <section class="vlak" aria-label="De samenvoeging"><${Feiten} feiten=${feiten(samenvoeging)} /></section>
      ${terug && html`<${Dialoog} titel="Samenvoeging ongedaan maken" sluit=${this.sluit}>
        <${Uitleg} toon="let-op"><p>De abonnementen die meegingen, gaan terug naar persoon ${van.id}. Namen en gegevens die erbij kwamen, gaan er weer af. Wat daarna is gedaan bij persoon ${naar.id}, blijft daar.</p><//>
        <${Formulier} naam=${`samenvoeging/${id}`} begin=${{ reden: "" }} verstuur=${this.verstuur} knop="Maak ongedaan" voorgoed>
          ${(/** @type {any} */ f) => html`<${Tekst} f=${f} naam="reden" label="Waarom" hint="Bijvoorbeeld: het zijn toch twee broers." max=${300} vereist />`}
        <//>
      <//>`}
    <//>`;
  }
}

/** @param {any} samenvoeging @returns {[string, any][]} */
const feiten = ({ van, naar, reden, abonnementen, aliassen, gedaanOp, gedaanDoor }) => [
  ["Opgegaan", html`<a href=${`/bureau/personen/${van.id}`}>${van.naam}</a>, ${geboren(van)}`],
  ["Gebleven", html`<a href=${`/bureau/personen/${naar.id}`}>${naar.naam}</a>, ${geboren(naar)}`],
  ["Waarom", reden],
  ["Abonnementen die meegingen", abonnementen.length ? abonnementen.map((/** @type {number} */ id) => html`<a key=${id} href=${`/bureau/abonnementen/${id}`}>Abonnement ${id}</a> `) : "geen"],
  ["Namen die erbij kwamen", aliassen.length ? aliassen.join("\n") : "geen"],
  ["Gedaan", `door ${gedaanDoor}, ${moment(gedaanOp)}`],
];
