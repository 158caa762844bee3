// One worklist, a page at a time, with its filters in the address.
import { Blad, Filters, html, Laden, Leeg, lees, query } from "../kit/index.js";
import { Inhoud } from "./inhoud.js";
import { LIJSTEN } from "./woorden.js";

const DEELSTATUS = {
  naam: "status",
  label: "Stand van het deel",
  soort: "keuze",
  opties: [["open", "Nog in te vullen"], ["ingevuld", "Ingevuld, nog niet bevestigd"], ["teruggestuurd", "Teruggestuurd met een vraag"]],
};
const VAN_DELEN = ["eigen-deel", "onvolledig"];

/** @param {{ delen: { naam: string } }} props */
export default function Lijst({ delen: { naam } }) {
  const woorden = LIJSTEN[naam];
  if (!woorden) return html`<${Blad} titel="Werklijst" kruimels=${[["Werklijst", "/bureau"]]}><${Leeg}>Deze lijst bestaat niet.<//><//>`;
  return html`<${Blad} titel=${woorden.titel} onder=${woorden.doe} breed kruimels=${[["Werklijst", "/bureau"]]}>
    <${Laden} wat="keuzes" haal=${() => lees("naslag")}>
      ${(/** @type {any} */ { aanpakken }) => html`<${Filters} velden=${velden(naam, aanpakken)} />`}
    <//>
    <${Inhoud} key=${naam} naam=${naam} query=${Object.fromEntries(query())} bladeren />
  <//>`;
}

/** @param {string} naam @param {{ code: string, naam: string }[]} aanpakken @returns {any[]} */
const velden = (naam, aanpakken) => [
  { naam: "aanpak", label: "Aanpak", soort: "keuze", opties: aanpakken.map((een) => [een.code, een.naam]) },
  ...(VAN_DELEN.includes(naam) ? [DEELSTATUS] : []),
];
