// A form: its values, remarks of the service at the right field, Ctrl+S, drafts that are not lost, and two people at once.
import { Component, createRef, html, Icoon } from "../../lib/scherm.js";
import { houdConcept, neemConcept, vergeetConcept } from "./concepten.js";
import { Probleem } from "./dienst.js";
import { alsVanOns, gezicht } from "./fouten.js";
import { kijkNa } from "./nakijken.js";
import { Samenvoegen } from "./samenvoegen.js";
import { sneltoets } from "./sneltoetsen.js";
import { tijdNu } from "./tijd.js";
import { gelijk, met, neem, perVeld } from "./waarden.js";

/**
 * `verstuur(waarden, { etag })` is the act; `concept(waarden, { etag, blijf })`, where there is one, keeps a draft at the service
 * while one types. Both may answer with a new etag. `vers()` fetches what stands there now, for when another was first (412).
 * @typedef {{ etag: string | null, blijf?: boolean }} Hoe
 * @typedef {{ naam: string, begin: any, etag?: string | null, verstuur: (waarden: any, hoe: Hoe) => Promise<any>,
 *   concept?: (waarden: any, hoe: Hoe) => Promise<any>, vers?: () => Promise<{ waarden: any, etag: string | null }>,
 *   velden?: import("./verschil.js").Veld[], controleer?: (waarden: any) => { pointer: string, detail: string }[],
 *   knop?: string, extra?: any, uit?: boolean, bij?: (waarden: any) => void, label?: string, children?: any }} Props
 * @typedef {{ pointer: string, detail: string }[]} Fouten
 * @typedef {{ waarden: any, begin: any, etag: string | null, fouten: Fouten, algemeen: string, bezig: boolean, hervonden: boolean,
 *   bewaardOm: string, conceptFout: string, botsing: { waarden: any, etag: string | null } | null }} State
 * @extends {Component<Props, State>}
 */
export class Formulier extends Component {
  /** @type {import("../../vendor/preact.js").RefObject<HTMLFormElement | null>} */
  form = createRef();
  id = `f${crypto.randomUUID().slice(0, 8)}`;
  /** @type {State} */
  state = this.opnieuw();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  wekker;
  /** @type {Promise<void>} drafts leave one after the other, each on the version that the one before gave */
  rij = Promise.resolve();
  /** @type {() => void} */
  stop = () => {};
  /** The act itself is under way: what is on the screen needs no draft. */
  onderweg = false;

  /** @returns {State} */
  opnieuw() {
    const { naam, begin, etag = null } = this.props;
    const oud = neemConcept(naam);
    const rust = { fouten: [], algemeen: "", bezig: false, bewaardOm: "", conceptFout: "", botsing: null };
    return { waarden: begin, begin, etag, ...oud, ...rust, hervonden: oud !== undefined };
  }

  componentDidMount() {
    const naam = this.props.concept ? "Bewaar het concept" : (this.props.knop ?? "Bewaar");
    this.stop = sneltoets({ toets: "s", naam, doe: () => void (this.props.concept ? this.bewaarNu() : this.stuur()) });
    addEventListener("pagehide", this.weg);
  }

  componentWillUnmount() {
    this.stop();
    removeEventListener("pagehide", this.weg);
    this.weg();
  }

  /** @param {string} naam */
  waarde = (naam) => neem(this.state.waarden, naam);
  /** @param {string} naam */
  idVan = (naam) => `${this.id}-${naam.replaceAll("/", "-")}`;

  /** The names of the fields that are on the screen. */
  namen = () => [...(this.form.current?.querySelectorAll("[data-veld]") ?? [])].map((veld) => /** @type {HTMLElement} */ (veld).dataset.veld ?? "");

  /** @param {string} naam */
  foutenVan = (naam) => (this.state.fouten.length ? (perVeld(this.state.fouten, this.namen()).get(naam) ?? []) : []);

  get vuil() {
    return !gelijk(this.state.waarden, this.state.begin);
  }

  /** @param {string} naam @param {any} waarde */
  zet = (naam, waarde) => this.wordt(met(this.state.waarden, naam, waarde));

  /** @param {any} waarden all of them */
  wordt = (waarden) => {
    const { begin, etag } = this.state;
    // At once, and not at the next drawing: two fields may change in one tick.
    this.state = { ...this.state, waarden };
    this.setState({ waarden });
    if (gelijk(waarden, begin)) vergeetConcept(this.props.naam);
    else houdConcept(this.props.naam, { waarden, begin, etag });
    this.props.bij?.(waarden);
    if (this.props.concept) {
      clearTimeout(this.wekker);
      this.wekker = setTimeout(() => this.bewaar({}), 1200);
    }
  };

  /** Keep the draft at the service, if there is anything new. @param {{ blijf?: boolean }} hoe */
  bewaar(hoe) {
    clearTimeout(this.wekker);
    return (this.rij = this.rij.then(async () => {
      const { waarden, etag, botsing } = this.state;
      if (!this.props.concept || !this.vuil || botsing) return;
      try {
        const uit = await this.props.concept(waarden, { etag, ...hoe });
        this.bewaard(waarden, uit?.etag ?? etag);
        this.setState({ bewaardOm: tijdNu(), conceptFout: "" });
      } catch (fout) {
        alsVanOns(fout);
        if (!(await this.botst(fout))) this.setState({ conceptFout: `Nog niet bewaard. ${gezicht(fout).tekst}` });
      }
    }));
  }

  bewaarNu = async () => {
    await this.bewaar({});
    if (!this.state.conceptFout && !this.state.botsing) this.setState({ bewaardOm: tijdNu() });
  };

  /** The page goes, or the screen: what was not sent yet leaves now. */
  weg = () => {
    if (this.props.concept && this.vuil && !this.onderweg) this.bewaar({ blijf: true });
  };

  /** @param {any} waarden what is safe now @param {string | null} etag */
  bewaard(waarden, etag) {
    this.state = { ...this.state, begin: waarden, etag };
    this.setState({ begin: waarden, etag, hervonden: false });
    if (this.vuil) houdConcept(this.props.naam, { waarden: this.state.waarden, begin: waarden, etag });
    else vergeetConcept(this.props.naam);
  }

  /** @param {Event} [event] */
  stuur = async (event) => {
    event?.preventDefault();
    if (this.onderweg || this.props.uit) return;
    const fouten = [...kijkNa(this.form.current, this.waarde), ...(this.props.controleer?.(this.state.waarden) ?? [])];
    if (fouten.length) return this.toonFouten(fouten, "");
    this.setState({ bezig: true, fouten: [], algemeen: "" });
    clearTimeout(this.wekker);
    this.onderweg = true;
    await this.rij;
    if (!this.state.botsing) await this.verstuur();
    this.onderweg = false;
    this.setState({ bezig: false });
  };

  async verstuur() {
    const { waarden, etag } = this.state;
    try {
      const uit = await this.props.verstuur(waarden, { etag });
      this.bewaard(waarden, uit?.etag ?? etag);
    } catch (fout) {
      alsVanOns(fout);
      if (fout instanceof Probleem && fout.fouten.length) this.toonFouten(fout.fouten, fout.message);
      else if (!(await this.botst(fout))) this.toonFouten([], `${gezicht(fout).tekst} ${gezicht(fout).doe}`);
    }
  }

  /** Whether somebody else was first; then both versions are shown. @param {unknown} fout */
  async botst(fout) {
    if (!(fout instanceof Probleem && fout.status === 412 && this.props.vers)) return false;
    try {
      const botsing = await this.props.vers();
      this.state = { ...this.state, botsing };
      this.setState({ botsing });
      return true;
    } catch {
      return false;
    }
  }

  /** @param {any} samen chosen out of both versions, and saved on top of the newer one */
  kies = async (samen) => {
    const { botsing } = this.state;
    if (!botsing) return;
    this.state = { ...this.state, begin: botsing.waarden, etag: botsing.etag, botsing: null, waarden: samen };
    this.setState({ begin: botsing.waarden, etag: botsing.etag, botsing: null });
    this.wordt(samen);
    await (this.props.concept ? this.bewaarNu() : this.stuur());
  };

  /** @param {Fouten} fouten @param {string} algemeen */
  toonFouten(fouten, algemeen) {
    this.setState({ fouten, algemeen: fouten.length ? "" : algemeen, bezig: false }, () => {
      /** @type {HTMLElement | null | undefined} */ (this.form.current?.querySelector(".samenvatting"))?.focus();
    });
  }

  begin = () => {
    vergeetConcept(this.props.naam);
    this.setState({ waarden: this.state.begin, hervonden: false, fouten: [], algemeen: "" });
    this.props.bij?.(this.state.begin);
  };

  /** @param {Props} props @param {State} state */
  render({ children, knop = "Bewaar", extra, uit, concept, velden, label }, state) {
    const { botsing, bezig, hervonden } = state;
    if (botsing) {
      return html`<${Samenvoegen} velden=${velden ?? eigenVelden(state.begin)} begin=${state.begin} mijn=${state.waarden} hun=${botsing.waarden}
        bezig=${bezig} kies=${this.kies} terug=${() => this.setState({ botsing: null })} />`;
    }
    const toon = Array.isArray(children) ? children.find((een) => typeof een === "function") : children;
    return html`<form class="formulier" ref=${this.form} onSubmit=${this.stuur} noValidate aria-label=${label} aria-busy=${bezig}>
      ${hervonden && html`<div class="uitleg nieuw"><${Icoon} naam="info" /><div>
        <p>Dit had je al getypt en nog niet bewaard.</p>
        <button type="button" class="knop klein" onClick=${this.begin}>Begin opnieuw</button></div></div>`}
      <${Samenvatting} f=${this} fouten=${state.fouten} algemeen=${state.algemeen} />
      ${toon(this)}
      ${!uit && html`<div class="knoppen onderaan">
        <button class="knop hoofd" aria-disabled=${bezig}>${bezig ? "Even geduld…" : knop}</button>${extra}
        <${Bewaard} ...${state} vuil=${this.vuil} concept=${concept} />
      </div>`}
    </form>`;
  }
}

/** @param {any} begin */
const eigenVelden = (begin) => Object.keys(begin ?? {}).map((naam) => ({ naam, label: naam }));

/** What went wrong, with a way to each field. @param {{ f: Formulier, fouten: Fouten, algemeen: string }} props */
function Samenvatting({ f, fouten, algemeen }) {
  if (!fouten.length && !algemeen) return null;
  const namen = f.namen();
  const lijst = [...perVeld(fouten, namen)];
  return html`<div class="samenvatting" role="alert" tabindex="-1">
    <h2><${Icoon} naam="storing" />${fouten.length ? "Nog niet bewaard: kijk dit na" : "Niet gelukt"}</h2>
    ${algemeen && html`<p>${algemeen}</p>`}
    <ul>${lijst.map(([naam, woorden]) => html`<li key=${naam}><${Wijzer} f=${f} naam=${naam} tekst=${woorden.join(" ")} /></li>`)}</ul>
  </div>`;
}

/** @param {{ f: Formulier, naam: string, tekst: string }} props */
function Wijzer({ f, naam, tekst }) {
  if (!naam) return tekst;
  const veld = () => document.getElementById(f.idVan(naam));
  /** @param {Event} event */
  const ga = (event) => {
    event.preventDefault();
    veld()?.focus();
  };
  return html`<a href=${`#${f.idVan(naam)}`} onClick=${ga}>${veld()?.dataset.label ?? naam}: ${tekst}</a>`;
}

/** Whether what one sees is safe. @param {any} props */
const Bewaard = ({ vuil, concept, bewaardOm, conceptFout }) => html`<p class=${`bewaard ${conceptFout ? "over" : ""}`} role="status">
  ${conceptFout || (vuil ? (concept ? "Wordt bewaard…" : "Nog niet bewaard") : bewaardOm && `Bewaard om ${bewaardOm}`)}
</p>`;
