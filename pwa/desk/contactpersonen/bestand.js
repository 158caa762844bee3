// The contactpersonen of one's organisation out to a spreadsheet and in again: first on trial, then all of it or nothing.
import { Blad, Component, doe, Feiten, html, inEenZin, Knop, lees, meld, naar, Stand, Tabel, Uitleg } from "../kit/index.js";

const KRUIMELS = [["Werklijst", "/bureau"], ["Contactpersonen", "/bureau/contactpersonen"]];
const PAD = "contactpersonen-bestand";
/** @type {Record<string, [string, string]>} */
const WAT = { nieuw: ["nieuw", "Nieuw"], wijzigt: ["let-op", "Wijzigt"], ongewijzigd: ["rust", "Blijft gelijk"], fout: ["fout", "Klopt niet"] };
/** @type {Record<string, string>} */
const VELD = {
  naam: "naam", functie: "functie", telefoon: "telefoon", email: "e-mail", bereikbaar: "tijden", op_feestdagen: "feestdagen",
  uitzonderingen: "uitzonderingen", vervanger_id: "vervanger",
};
const KOLOMMEN = [
  { naam: "regel", kop: "Regel", toon: (/** @type {any} */ een) => een.regel },
  { naam: "naam", kop: "Naam", toon: (/** @type {any} */ een) => een.naam || html`<span class="zacht">leeg</span>` },
  { naam: "wat", kop: "Wat er gebeurt", toon: (/** @type {any} */ een) => html`<${Stand} toon=${WAT[een.wat][0]}>${WAT[een.wat][1]}<//>` },
  {
    naam: "meer", kop: "Hoe",
    toon: (/** @type {any} */ een) =>
      een.fouten.length
        ? html`<ul>${een.fouten.map((/** @type {any} */ fout) => html`<li>${fout.kolom}: ${fout.reden}</li>`)}</ul>`
        : een.verschillen.length > 0 && html`<ul>${een.verschillen.map((/** @type {any} */ verschil) => html`<${Verschil} ...${verschil} />`)}</ul>`,
  },
];

/** What stands there now beside what would come: a file may be older than a colleague's change. @param {{ veld: string, was: string, wordt: string }} props */
const Verschil = ({ veld, was, wordt }) => html`<li>${VELD[veld] ?? veld}: nu ${was || "leeg"}, wordt <strong>${wordt || "leeg"}</strong></li>`;

/** A file that an older spreadsheet wrote is not UTF-8. @param {File} bestand */
async function tekstVan(bestand) {
  const bytes = await bestand.arrayBuffer();
  const tekst = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return tekst.includes("\uFFFD") ? new TextDecoder("windows-1252").decode(bytes) : tekst;
}

/** The link itself cannot sign in anew; asking first who one is does. */
async function haalOp() {
  await lees("sessies/huidige");
  const link = document.createElement("a");
  link.href = `/v1/${PAD}`;
  link.download = "contactpersonen.csv";
  link.click();
}

/** @extends {Component<any, { naam: string, bestand: string, proef: any, fout: string }>} */
export default class Bestand extends Component {
  state = { naam: "", bestand: "", proef: /** @type {any} */ (null), fout: "" };

  /** @param {any} event */
  kies = async (event) => {
    const [gekozen] = event.target.files ?? [];
    if (!gekozen) return;
    this.setState({ naam: gekozen.name });
    try {
      const bestand = await tekstVan(gekozen);
      const { inhoud } = await doe("POST", `${PAD}/inlezingen`, { bestand });
      this.setState({ bestand, proef: inhoud, fout: "" });
    } catch (fout) {
      this.setState({ bestand: "", proef: null, fout: inEenZin(fout) });
    }
    // Else choosing the same file again, once it is mended, would go unnoticed.
    event.target.value = "";
  };

  leesIn = async () => {
    const { bestand, proef } = this.state;
    const { inhoud } = await doe("POST", `${PAD}/inlezingen`, { bestand, stand: proef.stand });
    meld(`Ingelezen: ${inhoud.nieuw} nieuw, ${inhoud.gewijzigd} gewijzigd, ${inhoud.gewijzigdeKaarten} kaarten bijgewerkt.`);
    naar("/bureau/contactpersonen?bron=eigen");
  };

  render() {
    const { naam, proef, fout } = this.state;
    return html`<${Blad} titel="Contactpersonen uit een bestand" kruimels=${KRUIMELS}>
      <section class="vlak"><h2>Naar een bestand</h2>
        <p>Een CSV-bestand dat Excel opent, met alle contactpersonen van je organisatie.</p>
        <p class="hint">Voor een telefoonnummer staat een apostrof ('+31…), zodat een rekenblad het niet verandert. Bij het inlezen gaat die er weer af.</p>
        <div class="knoppen"><${Knop} doe=${haalOp}>Haal het bestand op<//></div></section>
      <section class="vlak"><h2>Uit een bestand</h2>
        <p>Kies een CSV-bestand met dezelfde kolommen. Je ziet eerst per regel wat er zou gebeuren. Kijk bij elke wijziging of de nieuwe waarde klopt: een ouder bestand zet oude gegevens terug. Wie niet in het bestand staat, blijft zoals die is.</p>
        <div class="veld"><label for="csv">Bestand</label><input class="vak" id="csv" type="file" accept=".csv,text/csv" onChange=${this.kies} />
          ${naam && html`<p class="hint">Gekozen: ${naam}</p>`}</div>
        ${fout && html`<${Uitleg} toon="fout" kop="Dit bestand kan niet worden gelezen"><p role="alert">${fout}</p><//>`}
        ${proef && html`<${Proef} proef=${proef} leesIn=${this.leesIn} />`}</section>
    <//>`;
  }
}

/** @param {{ proef: any, leesIn: () => Promise<void> }} props */
const Proef = ({ proef, leesIn }) => html`
  <h3>Wat er zou gebeuren</h3>
  <${Feiten} feiten=${[["Nieuw", String(proef.nieuw)], ["Wijzigt", String(proef.gewijzigd)], ["Blijft gelijk", String(proef.ongewijzigd)], ["Klopt niet", String(proef.fout)]]} />
  <${Tabel} bijschrift="Regels van het bestand" rijen=${proef.regels} sleutel=${(/** @type {any} */ een) => een.regel} kolommen=${KOLOMMEN} leeg="Er staan geen regels in het bestand." />
  ${proef.fout > 0
    ? html`<${Uitleg} toon="fout" kop="Er is nog niets ingelezen"><p>Verbeter de regels die niet kloppen en kies het bestand opnieuw.</p><//>`
    : proef.nieuw + proef.gewijzigd > 0 && html`<div class="knoppen"><${Knop} doe=${leesIn} hoofd>Lees alles in<//></div>`}
`;
