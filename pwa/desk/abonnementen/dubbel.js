// Who is about to be added beside who may be the same person.
import { Component, Feiten, html, Knop, Laden, lees, naar, Uitleg } from "../kit/index.js";
import { feitenVan } from "./overzicht.js";
import { alsInvoer } from "./persoonvelden.js";
import { Abonnementen } from "./zoeken.js";

/** @extends {Component<{ waarden: any, ids: number[], ander: (ids: number[]) => Promise<void>, terug: () => void }>} */
export class Dubbel extends Component {
  /** @type {import("../../vendor/preact.js").RefObject<HTMLElement | null>} */
  kop = { current: null };

  componentDidMount() {
    this.kop.current?.focus();
    scrollTo(0, 0);
  }

  haal = async () => ({ inhoud: await Promise.all(this.props.ids.map(async (id) => (await lees(`personen/${id}`)).inhoud)), etag: null });

  /** @param {any} props */
  render({ waarden, ids, ander, terug }) {
    return html`
      <section aria-labelledby="dubbel">
        <h2 id="dubbel" tabindex="-1" ref=${this.kop}>Staat deze persoon al in het register?</h2>
        <${Uitleg} toon="let-op"><p>Kijk goed of het dezelfde is. Twee keer dezelfde persoon betekent twee kaarten, met op elk de helft van de afspraken.</p><//>
        <${Laden} wat="personen" haal=${this.haal}>
          ${(/** @type {any[]} */ personen) => html`
            ${personen.map((persoon) => html`<div class="kolommen" key=${persoon.id}>
              <div class="vlak"><h3>Jij vulde in</h3><${Feiten} feiten=${feitenVan(alsInvoer(waarden))} /></div>
              <div class="vlak"><h3>${persoon.naam}, in het register</h3><${Feiten} feiten=${feitenVan(persoon)} />
                <${Abonnementen} van=${persoon.abonnementen} />
                <div class="knoppen"><button type="button" class="knop hoofd" onClick=${() => naar(`/bureau/abonnementen/nieuw?persoon=${persoon.id}`)}>Dezelfde: open voor deze persoon</button></div>
              </div>
            </div>`)}
            <div class="knoppen">
              <button type="button" class="knop" onClick=${terug}>Terug naar wat ik invulde</button>
              <${Knop} doe=${() => ander(ids)}>${personen.length > 1 ? "Het is geen van hen" : "Het is een ander"}: open het abonnement<//>
            </div>`}
        <//>
      </section>`;
  }
}
