// Sign in.
import { Component, Fout, html, Icoon, metFout, naarFout, Scherm, Wachten } from "../lib/scherm.js";

/** @typedef {import("../types/toestand.js").Toestand & { wacht: number, meldAan: (naam: string, woord: string) => void }} Props */

/** @extends {Component<Props>} */
export class Aanmelden extends Component {
  /** @param {Props} voor */
  componentDidUpdate(voor) {
    naarFout(voor.fouten, this.props.fouten);
  }

  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  stuur = (event) => {
    event.preventDefault();
    const veld = new FormData(event.currentTarget);
    if (!this.props.wacht) this.props.meldAan(String(veld.get("gebruikersnaam")).trim(), String(veld.get("wachtwoord")));
  };

  /** @param {Props} props */
  render({ fouten, bericht, bezig, wacht }) {
    return html`
      <${Scherm} naam="aanmelden" titel="Aanmelden">
        <h1 class="merk"><${Merk} /> Veldwijzer</h1>
        ${bericht && !wacht && html`<div class="bericht" role="status"><${Icoon} naam="info" /><p>${bericht}</p></div>`}
        <form onSubmit=${this.stuur} aria-label="Aanmelden">
          <label for="gebruikersnaam">Gebruikersnaam</label>
          <input id="gebruikersnaam" name="gebruikersnaam" class="vak" required data-eerst autocomplete="username"
            autocapitalize="none" spellcheck=${false} ...${metFout("gebruikersnaam", fouten)} />
          <${Fout} veld="gebruikersnaam" fouten=${fouten} />
          <label for="wachtwoord">Wachtwoord</label>
          <input id="wachtwoord" name="wachtwoord" type="password" class="vak" required autocomplete="current-password"
            ...${metFout("wachtwoord", fouten)} />
          <${Fout} veld="wachtwoord" fouten=${fouten} />
          <${Fout} veld="tekst" fouten=${fouten} />
          <${Wachten} wacht=${wacht} bericht=${bericht} />
          <button class="knop hoofd" aria-disabled=${wacht > 0 || bezig}>${bezig ? "Aanmelden…" : "Aanmelden"}</button>
        </form>
      <//>
    `;
  }
}

const Merk = () =>
  html`<svg class="merkteken" viewBox="3 1.5 18 20" aria-hidden="true" focusable="false">
    <path d="M12 2 19 20.5l-7-4-7 4z" /><path d="M12 2v14.5" />
  </svg>`;
