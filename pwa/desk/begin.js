// The first screen of who has no worklist: where one can go from here.
import { Blad, html, Leeg } from "./kit/index.js";
import { ROUTES } from "./routes.js";

/** @param {{ mag: (recht?: string) => boolean }} props */
export default function Begin({ mag }) {
  const plaatsen = ROUTES.filter(({ pad, menu, recht }) => pad && menu && mag(recht));
  return html`<${Blad} titel="Begin">
    ${plaatsen.length > 0
      ? html`<ul class="opsomming">${plaatsen.map(({ pad, titel }) => html`<li key=${pad}><a href=${`/bureau/${pad}`}>${titel}</a></li>`)}</ul>`
      : html`<${Leeg}>Voor jouw rol zijn hier nog geen schermen.<//>`}
  <//>`;
}
