// The street app: which screen there is, what is remembered (nothing but in memory), and what happens on a tap.
import { GeenVerbinding, Probleem, huidigeSessie, meldAan, meldAf, misschienAangemeld, openKandidaat, redenen, zoek } from "../lib/api.js";
import { Component, html, render } from "../lib/scherm.js";
import { stelOp } from "../lib/vraag.js";
import { Aanmelden } from "./aanmelden.js";
import { Kandidaten, Melding } from "./anders.js";
import { Straatkaart } from "./straatkaart.js";
import { Zoeken } from "./zoeken.js";

const REDEN = "veldwijzer.reden";
const SECONDE = 1000;
const NOG_NIET = "Je bent nog niet afgemeld. Wat op het scherm stond, is wel gewist.";

/** @import { Antwoord, Reden, Sessie } from "../types/api.js" */
/** @import { Formulier, Scherm, Toestand } from "../types/toestand.js" */

/** @type {Record<string, any>} */
const SCHERMEN = { aanmelden: Aanmelden, zoeken: Zoeken, kandidaten: Kandidaten, kaart: Straatkaart };
const leeg = () => /** @type {Formulier} */ ({ tekst: "", begrepen: null, reden: localStorage.getItem(REDEN) ?? "", toelichting: "", meldingsnummer: "" });
/** @type {Pick<Toestand, "lijst" | "inzage" | "opnieuw">} */
const NIETS = { lijst: null, inzage: null, opnieuw: null };

/** @extends {Component<{}, Toestand>} */
class App extends Component {
  /** @type {Toestand} */
  state = {
    ...NIETS, scherm: "laden", sessie: null, redenen: [], formulier: leeg(), fouten: {}, bericht: "",
    bezig: false, vrij: 0, nu: new Date(), deel: null, nieuws: 0,
  };
  laag = 0;
  wie = "";
  bezig = false;
  beurt = 0;

  componentDidMount() {
    history.replaceState({ laag: 0 }, "");
    addEventListener("popstate", (event) => this.ga(event.state?.laag ?? 0));
    addEventListener("online", () => this.state.scherm === "verbinding" && !this.state.sessie && this.start());
    document.addEventListener("visibilitychange", () => document.hidden || this.controleer());
    // A page that is kept for the back button must not keep a card.
    addEventListener("pagehide", () => this.setState({ ...NIETS, scherm: "laden" }));
    addEventListener("pageshow", (event) => event.persisted && location.reload());
    setInterval(() => this.tik(), SECONDE);
    this.start();
  }

  /** Only what depends on the clock is drawn anew. */
  tik() {
    const { scherm, sessie, vrij, nu } = this.state;
    const over = Date.now() - nu.getTime();
    if (vrij > nu.getTime() || (scherm === "kaart" && over > 20 * SECONDE)) this.setState({ nu: new Date() });
    if (sessie && !document.hidden && Date.parse(sessie.verlooptOp) < Date.now()) this.controleer();
  }

  /**
   * Ask the service, and go on with its answer, unless one has left the screen in the meantime.
   * @template T @param {() => Promise<T>} haal @param {(antwoord: T) => void} dan @param {string} [anders] said instead of the usual
   */
  async doe(haal, dan, anders = "") {
    if (this.bezig) return;
    this.bezig = true;
    const beurt = (this.beurt += 1);
    this.setState({ bezig: true, fouten: {}, bericht: "" });
    /** @type {() => void} */
    let verder;
    try {
      const antwoord = await haal();
      verder = () => dan(antwoord);
    } catch (fout) {
      verder = () => this.misging(fout, () => this.doe(haal, dan, anders), anders);
    }
    if (beurt !== this.beurt) return;
    this.laatLos();
    verder();
  }

  /** Whatever is under way no longer counts. */
  laatLos() {
    this.beurt += 1;
    this.bezig = false;
    this.setState({ bezig: false, nu: new Date() });
  }

  start = () =>
    this.doe(
      async () => (misschienAangemeld() ? Promise.all([huidigeSessie(), redenen()]) : null),
      (uit) => (uit ? this.binnen(uit[0], uit[1].redenen) : this.buiten("")),
      "Je kunt nu nog niet zoeken.",
    );

  /** @param {Sessie} sessie @param {Reden[]} lijst */
  binnen(sessie, lijst) {
    // Everybody else works at the desk.
    if (sessie.rol !== "agent") return location.replace("/bureau");
    // A question that was kept is for the one who asked it.
    const formulier = this.wie && this.wie !== sessie.gebruikersnaam ? leeg() : this.state.formulier;
    this.wie = sessie.gebruikersnaam;
    this.setState({ ...NIETS, sessie, redenen: lijst, formulier, scherm: "zoeken" });
    this.haalNieuws();
  }

  /** To say something back comes after the shell: without a network there is nothing to say. */
  haalNieuws = () =>
    import("../melden/melden.js").then(async (deel) => this.setState({ deel, nieuws: await deel.nieuws() })).catch(() => {});

  /** Is the session still there? Asked when the token runs out and when the phone comes out of the pocket. */
  async controleer() {
    const { sessie } = this.state;
    if (!sessie || this.bezig || Date.parse(sessie.verlooptOp) > Date.now()) return;
    // Asked once per minute at most, also when there is no answer.
    this.setState({ sessie: { ...sessie, verlooptOp: new Date(Date.now() + 60 * SECONDE).toISOString() } });
    try {
      const vers = await huidigeSessie();
      if (this.state.sessie) this.setState({ sessie: vers });
      this.haalNieuws();
    } catch (fout) {
      if (fout instanceof Probleem && fout.status === 401) this.misging(fout, null, "");
    }
  }

  /** Every kind of failure, and the face that it gets. @param {unknown} fout @param {(() => void) | null} opnieuw @param {string} bericht */
  misging(fout, opnieuw, bericht) {
    if (fout instanceof GeenVerbinding) return this.toon("verbinding", { opnieuw, bericht });
    if (!(fout instanceof Probleem)) throw fout;
    if (fout.code === "aanmelden-mislukt") return this.setState({ fouten: { wachtwoord: fout.message } });
    if (fout.status === 401) return this.buiten(this.wie && "Je sessie is verlopen. Meld je opnieuw aan; je vraag is bewaard.");
    if (fout.status === 403) return this.toon("toegang", { bericht: fout.message });
    if (fout.status === 429) return this.setState({ bericht: fout.message, vrij: Date.now() + fout.wachtSeconden * SECONDE });
    if (fout.status === 404) return this.ga(0, "Deze lijst is niet meer geldig. Zoek opnieuw.");
    if (fout.status >= 500) return this.toon("storing", { opnieuw, bericht: bericht || fout.message });
    return this.setState({ fouten: fout.velden });
  }

  /** @param {string} bericht */
  buiten(bericht) {
    this.laatLos();
    this.setState({ ...NIETS, sessie: null, scherm: "aanmelden", bericht, fouten: {} });
    this.terug();
  }

  /** A screen with a place in the history, so that the back button leaves it. @param {Scherm} scherm @param {Partial<Toestand>} [erbij] */
  toon(scherm, erbij = {}) {
    const diep = scherm === "melden" ? this.laag + 1 : scherm === "kaart" && this.state.lijst ? 2 : 1;
    const laag = this.state.sessie ? diep : 0;
    if (laag > this.laag) history.pushState({ laag }, "");
    this.laag = Math.max(laag, this.laag);
    this.setState({ inzage: null, opnieuw: null, ...erbij, scherm });
  }

  /** Where the back button leads. What was left is not shown again: it is gone. @param {number} laag @param {string} [bericht] */
  ga(laag, bericht = "") {
    this.laag = laag;
    this.laatLos();
    const { sessie, lijst, scherm } = this.state;
    if (!sessie) return;
    if (scherm === "melden") return this.setState({ scherm: "kaart" });
    if (laag === 1 && lijst) return this.setState({ inzage: null, scherm: "kandidaten" });
    this.setState({ ...NIETS, scherm: "zoeken", fouten: {}, bericht });
  }

  terug = () => this.laag > 0 && history.go(-this.laag);

  naarZoeken = () => {
    this.terug();
    this.ga(0);
  };

  nieuw = () => {
    this.setState({ formulier: leeg() });
    this.naarZoeken();
  };

  /** @param {string} gebruikersnaam @param {string} wachtwoord */
  meldAan = (gebruikersnaam, wachtwoord) => this.doe(() => meldAan(gebruikersnaam, wachtwoord), () => this.start());

  meldAf = () => {
    // First what is on the screen and in memory; then the rest, which takes a network.
    this.laatLos();
    this.setState({ ...NIETS, formulier: leeg(), scherm: "laden" });
    return this.doe(meldAf, () => this.afgemeld(), NOG_NIET);
  };

  afgemeld() {
    this.wie = "";
    this.buiten("Je bent afgemeld.");
  }

  /** @param {Partial<Formulier>} wijziging */
  wijzig = (wijziging) => {
    if (wijziging.reden) localStorage.setItem(REDEN, wijziging.reden);
    const begrepen = "tekst" in wijziging ? null : this.state.formulier.begrepen;
    this.setState({ formulier: { ...this.state.formulier, begrepen, ...wijziging }, fouten: {} });
  };

  zoek = () => {
    const { zoekvraag, fouten } = stelOp(this.state.formulier, this.state.redenen);
    if (Object.keys(fouten).length) return this.setState({ fouten, bericht: "" });
    return this.doe(() => zoek(zoekvraag), (antwoord) => this.verwerk(antwoord));
  };

  /** @param {Antwoord} antwoord */
  verwerk(antwoord) {
    this.setState({ formulier: { ...this.state.formulier, begrepen: antwoord.begrepen } });
    if (antwoord.uitkomst === "kaart") return this.toon("kaart", { inzage: antwoord, nu: new Date() });
    if (antwoord.uitkomst === "kandidaten") return this.toon("kandidaten", { lijst: antwoord });
    if (antwoord.uitkomst === "verfijn") return this.ga(0, antwoord.verfijn.tekst);
    return this.toon("onbekend");
  }

  /** @param {string} kandidaat */
  open = (kandidaat) => {
    const { lijst } = this.state;
    if (!lijst) return;
    this.doe(() => openKandidaat(lijst.id, kandidaat), (inzage) => this.toon("kaart", { inzage, nu: new Date() }));
  };

  render() {
    const { state } = this;
    const wacht = Math.max(0, Math.ceil((state.vrij - state.nu.getTime()) / SECONDE));
    return html`
      <p class="alleen-horen" role="status">${state.bezig ? "Even geduld" : ""}</p>
      ${this.scherm(state, wacht)}
    `;
  }

  /** Every screen gets all of it, and takes what it needs. @param {Toestand} state @param {number} wacht */
  scherm(state, wacht) {
    if (state.scherm === "laden") return html`<p class="laden">Veldwijzer wordt geladen…</p>`;
    const Scherm = SCHERMEN[state.scherm] ?? state.deel?.SCHERMEN[state.scherm] ?? Melding;
    return html`<${Scherm} ...${this} ...${state} wacht=${wacht} terug=${this.naarZoeken} terugmelden=${state.deel?.knop(this)} />`;
  }
}

/** The one URL that may become a script. */
async function installeer() {
  const url = "/sw.js";
  const beleid = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("veldwijzer-sw", { createScriptURL: () => url });
  const registratie = await navigator.serviceWorker.register(beleid?.createScriptURL(url) ?? url);
  document.addEventListener("visibilitychange", () => document.hidden || registratie.update().catch(() => {}));
}

const plek = /** @type {HTMLElement} */ (document.getElementById("app"));
plek.replaceChildren();
render(html`<${App} />`, plek);
installeer().catch(() => {});
