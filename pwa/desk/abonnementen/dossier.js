// The dossier of an abonnement: the frame around its tabs (`DOSSIERTABS` in ../routes.js), each at an address of its own.
import { Blad, Component, html, Laden, lees, StandVan, Tabs, Uitleg } from "../kit/index.js";
import { Getoond } from "../kit/scherm.js";
import { DOSSIERTABS } from "../routes.js";
import { Handeling, handelingen } from "./handelingen.js";
import { geboren } from "./woorden.js";

/** @type {typeof DOSSIERTABS} the first is what one comes for */
const TABS = [{ tab: "overzicht", titel: "Overzicht", laad: () => import("./overzicht.js") }];

/** @param {any} props */
export default function Dossier({ delen, sessie, mag }) {
  const pad = `abonnementen/${delen.id}`;
  return html`<${Laden} wat="gegevens van dit abonnement" sleutel=${pad} haal=${() => lees(pad)}>
    ${(/** @type {any} */ dossier, /** @type {any} */ hoe) => html`<${Frame} dossier=${dossier} ...${hoe} delen=${delen} sessie=${sessie} mag=${mag} />`}
  <//>`;
}

/** @extends {Component<any, { venster: string }>} */
class Frame extends Component {
  state = { venster: "" };
  sluit = () => this.setState({ venster: "" });

  /** @param {any} inhoud @param {string | null} etag */
  gedaan = (inhoud, etag) => {
    this.sluit();
    this.props.zet(inhoud, etag);
  };

  /** @param {any} props @param {{ venster: string }} state */
  render({ dossier, etag, opnieuw, zet, delen, sessie, mag }, { venster }) {
    const { persoon, aanpak, status } = dossier;
    const tabs = [...TABS, ...DOSSIERTABS].filter(({ recht }) => mag(recht));
    const gevraagd = tabs.find(({ tab }) => tab === (delen.tab ?? TABS[0].tab)), nu = gevraagd ?? tabs[0];
    const acties = handelingen(dossier, mag).map(({ soort, naam }) => ({
      naam, doe: () => this.setState({ venster: soort }), alleenPalet: nu.tab !== "overzicht",
    }));
    const onder = html`<${StandVan} code=${status} /> ${aanpak.naam} · ${geboren(persoon)}`;
    return html`<${Blad} titel=${`Abonnement ${dossier.id}`} kop=${persoon.naam} recent=${`${persoon.naam} (${aanpak.naam})`} onder=${onder} breed
        kruimels=${[["Abonnementen", "/bureau/abonnementen"]]} acties=${acties}>
      <${Tabs} label="Onderdelen van dit dossier" tabs=${tabs.map(({ tab, titel }) => ({ href: adres(dossier.id, tab), tekst: titel, nu: tab === nu.tab }))} />
      ${!gevraagd && html`<${Uitleg} toon="let-op" kop="Dit onderdeel is er niet voor jou"><p>Je ziet het overzicht. Wat je van dit dossier mag zien, staat hierboven.</p><//>`}
      <${Getoond} key=${nu.tab} vondst=${{ route: { pad: "", ...nu }, delen, sleutel: nu.tab }} rest=${{ dossier, etag, opnieuw, zet, sessie, mag }} />
      ${venster && html`<${Handeling} soort=${venster} dossier=${dossier} etag=${etag} klaar=${this.gedaan} sluit=${this.sluit} />`}
    <//>`;
  }
}

/** @param {number} id @param {string} tab */
const adres = (id, tab) => `/bureau/abonnementen/${id}${tab === "overzicht" ? "" : `/${tab}`}`;
