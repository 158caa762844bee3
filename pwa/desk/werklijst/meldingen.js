// The inbox of what the street says: the urgent ones first, then what waits longest.
import { Blad, Filters, html, query } from "../kit/index.js";
import { Inhoud } from "./inhoud.js";
import { LIJSTEN } from "./woorden.js";

const VELDEN = [
  {
    naam: "status",
    label: "Stand",
    soort: "keuze",
    alles: "Wat nog antwoord vraagt",
    opties: [["nieuw", "Nieuw"], ["in_behandeling", "In behandeling"], ["afgehandeld", "Afgehandeld"]],
  },
  { naam: "urgentie", label: "Urgentie", soort: "keuze", opties: [["dringend", "Dringend"], ["gewoon", "Gewoon"]] },
];

export default function Meldingen() {
  return html`<${Blad} titel=${LIJSTEN.meldingen.titel} onder=${LIJSTEN.meldingen.doe} breed kruimels=${[["Werklijst", "/bureau"]]}>
    <${Filters} velden=${VELDEN} />
    <${Inhoud} naam="meldingen" query=${Object.fromEntries(query())} bladeren />
  <//>`;
}
