// A form: its values, remarks of the service at the right field, Ctrl+S, drafts that are not lost, and two people at once.
import { Component, createRef, html } from "../../lib/scherm.js";
import { bewaak, bijEnter, straksWeer } from "./bewaking.js";
import { houdConcept, neemConcept, vergeetConcept } from "./concepten.js";
import { Probleem } from "./dienst.js";
import { alsVanOns, gezicht } from "./fouten.js";
import { kijkNa } from "./nakijken.js";
import { Bewaard, Hervonden, Samenvatting } from "./samenvatting.js";
import { Samenvoegen } from "./samenvoegen.js";
import { tijdNu } from "./tijd.js";
import { vanzelf, verschillen, voegSamen } from "./verschil.js";
import { dieGelden, gelijk, met, neem, perVeld } from "./waarden.js";

/**
 * `verstuur(waarden, { etag })` is the act; `concept(waarden, { etag, blijf })`, where there is one, keeps a draft at the service while one
 * types; `apart`: it is one's own, beside what everybody sees, and `klad` is what the service has of it. Both may answer with a new etag.
 * `vers()` fetches what stands there now, for when another was first (412). `rustig`: the button that matters most is one of `extra`.
 * `voorgoed`: it cannot be undone, so that no key but its own button does it.
 * @typedef {{ etag: string | null, blijf?: boolean }} Hoe
 * @typedef {{ naam: string, begin: any, etag?: string | null, verstuur: (waarden: any, hoe: Hoe) => Promise<any>,
 *   concept?: (waarden: any, hoe: Hoe) => Promise<any>, vers?: () => Promise<{ waarden: any, etag: string | null, wie?: string }>,
 *   velden?: import("./verschil.js").Veld[], controleer?: (waarden: any) => { pointer: string, detail: string }[],
 *   knop?: string, extra?: any, rustig?: boolean, apart?: boolean, klad?: any, voorgoed?: boolean, uit?: boolean, bij?: (waarden: any) => void, label?: string, children?: any }} Props
 * @typedef {{ pointer: string, detail: string }[]} Fouten
 * @typedef {{ waarden: any, begin: any, etag: string | null, fouten: Fouten, algemeen: string, bezig: boolean, hervonden: boolean,
 *   bewaardOm: string, conceptFout: string, botsing: { waarden: any, etag: string | null, wie?: string } | null }} State
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
  stop = () => {};
  /** How often it goes on top of somebody else's version without asking: not for ever. */
  pogingen = 3;
  /** The act itself is under way: what is on the screen needs no draft. */
  onderweg = false;
  er = true;
  /** What the service holds of a draft. Beside one apart the begin stays: by that is known who changed what. @type {any} */
  veilig = this.props.klad;

  /** @returns {State} */
  opnieuw() {
    const { naam, begin, etag = null } = this.props;
    const oud = neemConcept(naam);
    const rust = { fouten: [], algemeen: "", bezig: false, bewaardOm: "", conceptFout: "", botsing: null };
    return { waarden: begin, begin, etag, ...oud, ...rust, hervonden: oud !== undefined };
  }

  componentDidMount = () => void (this.stop = bewaak(this));

  /** @param {Props} voor the screen read it again: who typed nothing yet goes on with what stands there now */
  componentDidUpdate(voor) {
    const { begin, etag = null } = this.props;
    if ((voor.etag ?? null) === etag && gelijk(voor.begin, begin)) return;
    if (!this.vuil && !this.onderweg) this.setState({ waarden: begin, begin, etag });
  }

  componentWillUnmount() {
    this.stop();
    this.er = false;
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

  get vuil() { return !gelijk(this.state.waarden, this.state.begin); }
  get knop() { return /** @type {HTMLElement | null | undefined} */ (this.form.current?.querySelector(".onderaan > button:not([type])")); }

  /** @param {string} naam @param {any} waarde */
  zet = (naam, waarde) => this.wordt(met(this.state.waarden, naam, waarde));

  /** @param {any} waarden all of them */
  wordt = (waarden) => {
    // At once, and not at the next drawing: two fields may change in one tick.
    this.state = { ...this.state, waarden, fouten: dieGelden(this.state.fouten, this.state.waarden, waarden) };
    this.setState({ waarden, fouten: this.state.fouten });
    this.onthoud();
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
      if (!this.props.concept || !this.vuil || botsing || gelijk(waarden, this.veilig)) return;
      try {
        const uit = await this.props.concept(waarden, { etag, ...hoe });
        this.veilig = waarden;
        if (!this.props.apart) this.bewaard(waarden, uit?.etag ?? etag);
        else if (gelijk(this.state.waarden, waarden)) vergeetConcept(this.props.naam);
        this.setState({ bewaardOm: tijdNu(), conceptFout: "" });
      } catch (fout) {
        alsVanOns(fout);
        if (!(await this.botst(fout, () => void this.bewaar({})))) straksWeer(this, fout);
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
    this.onthoud();
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
      else if (!(await this.botst(fout, () => this.verstuur()))) this.toonFouten([], `${gezicht(fout).tekst} ${gezicht(fout).doe}`);
    }
  }

  /**
   * Whether somebody else was first. What they changed may be none of mine: then mine goes on top of theirs. Else both are shown.
   * @param {unknown} fout @param {() => any} opnieuw
   */
  async botst(fout, opnieuw) {
    if (!(fout instanceof Probleem && fout.status === 412 && this.props.vers)) return false;
    try {
      const hun = await this.props.vers();
      const { begin, waarden } = this.state;
      const lijst = verschillen(this.velden, begin, waarden, hun.waarden);
      if (this.pogingen-- > 0 && lijst.every(({ soort }) => soort === "mijn")) {
        this.bovenop(hun, voegSamen(lijst, vanzelf(lijst), hun.waarden));
        await opnieuw();
      } else this.wacht(hun);
      return true;
    } catch (anders) {
      alsVanOns(anders);
      return false;
    }
  }

  get velden() {
    return this.props.velden ?? Object.keys(this.state.begin ?? {}).map((naam) => ({ naam, label: naam }));
  }

  /** @param {State["botsing"]} botsing */
  wacht(botsing) {
    this.state = { ...this.state, botsing };
    this.setState({ botsing });
  }

  /** @param {{ waarden: any, etag: string | null }} hun @param {any} waarden mine, from here on a change of theirs */
  bovenop({ waarden: begin, etag }, waarden) {
    this.state = { ...this.state, begin, etag, waarden, botsing: null };
    this.setState({ begin, etag, waarden, botsing: null });
    this.onthoud();
  }

  /** In memory, for as long as it is not safe. */
  onthoud() {
    const { waarden, begin, etag } = this.state;
    if (this.vuil) houdConcept(this.props.naam, { waarden, begin, etag });
    else vergeetConcept(this.props.naam);
  }

  /** @param {any} samen chosen out of both versions, and saved on top of the newer one */
  kies = async (samen) => {
    if (this.state.botsing) this.bovenop(this.state.botsing, samen);
    this.props.bij?.(samen);
    await (this.props.concept ? this.bewaarNu() : this.stuur());
  };

  /** @param {Fouten} fouten @param {string} algemeen */
  toonFouten(fouten, algemeen) {
    this.setState({ fouten, algemeen: fouten.length ? "" : algemeen, bezig: false }, () =>
      /** @type {HTMLElement | null | undefined} */ (this.form.current?.querySelector(".samenvatting"))?.focus());
  }

  begin = () => {
    vergeetConcept(this.props.naam);
    this.setState({ waarden: this.state.begin, hervonden: false, fouten: [], algemeen: "" });
    this.props.bij?.(this.state.begin);
  };

  /** @param {Props} props @param {State} state */
  render({ children, knop = "Bewaar", extra, uit, concept, label, apart, rustig }, state) {
    const { botsing, bezig, hervonden } = state;
    if (botsing) {
      return html`<${Samenvoegen} velden=${this.velden} begin=${state.begin} mijn=${state.waarden} hun=${botsing.waarden} wie=${botsing.wie}
        bezig=${bezig} kies=${this.kies} terug=${() => this.setState({ botsing: null })} />`;
    }
    const toon = Array.isArray(children) ? children.find((een) => typeof een === "function") : children;
    return html`<form class=${concept ? "formulier met-concept" : "formulier"} ref=${this.form} onSubmit=${this.stuur} onReset=${this.begin}
        onKeyDown=${(/** @type {KeyboardEvent} */ event) => bijEnter(this, event)} noValidate aria-label=${label} aria-busy=${bezig}>
      ${hervonden && !apart && html`<${Hervonden} begin=${this.begin} />`}
      <${Samenvatting} f=${this} fouten=${state.fouten} algemeen=${state.algemeen} />
      ${toon(this)}
      ${!uit && html`<div class="knoppen onderaan">
        <button class=${rustig ? "knop" : "knop hoofd"} aria-disabled=${bezig}>${bezig ? "Even geduld…" : knop}</button>${extra}
        <${Bewaard} ...${state} klad=${apart && this.vuil} vuil=${this.vuil && !gelijk(state.waarden, this.veilig)} concept=${concept} />
      </div>`}
    </form>`;
  }
}
