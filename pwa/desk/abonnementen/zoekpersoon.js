// Find somebody by name, among those whose abonnementen one may see. What was asked stays on the screen only, never in the address.
import { Blad, Component, html } from "../kit/index.js";
import { Kandidaten, Persoonvraag } from "./zoeken.js";

/** @extends {Component<any, { antwoord: any }>} */
export default class ZoekPersoon extends Component {
  /** @type {{ antwoord: any }} */
  state = { antwoord: null };

  /** @param {any} props @param {{ antwoord: any }} state */
  render({ sessie }, { antwoord }) {
    const bereik = sessie.rol === "politiebeheer" ? "Iedereen in het register, ook wie niet op straat staat." : "Je vindt alleen personen van wie je een abonnement mag zien.";
    return html`<${Blad} titel="Zoek persoon" breed>
      <p>${bereik} Elke zoekvraag wordt vastgelegd.</p>
      <${Persoonvraag} naam="persoon/zoek" gevonden=${(/** @type {any} */ gevonden) => this.setState({ antwoord: gevonden })} />
      ${antwoord && html`<section aria-labelledby="gevonden"><h2 id="gevonden">Gevonden</h2>
        <${Kandidaten} antwoord=${antwoord} kies=${naarDossier} niemand="Niemand die je mag zien, lijkt op wie je zoekt." /></section>`}
    <//>`;
  }
}

/** Straight to the dossier that one most likely wants: what runs, else the newest. @param {any} persoon */
function naarDossier({ id, abonnementen }) {
  const eerste = abonnementen.find((/** @type {any} */ { status }) => status !== "beeindigd") ?? abonnementen[0];
  return eerste
    ? html`<a class="knop" href=${`/bureau/abonnementen/${eerste.id}`}>Open het dossier</a>`
    : html`<a class="knop" href=${`/bureau/personen/${id}`}>Bekijk deze persoon</a>`;
}
