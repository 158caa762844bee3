// The first screen of who has no worklist.
import { Blad, html, Leeg } from "./kit/index.js";

export default function Begin() {
  return html`<${Blad} titel="Werklijst"><${Leeg}>Er staat nog niets voor je klaar.<//><//>`;
}
