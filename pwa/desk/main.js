// The desk: who is here, which screen belongs to the address, and what stays when a session ends.
import { GeenVerbinding, huidigeSessie, meldAan, meldAf, misschienAangemeld, Probleem } from "../lib/api.js";
import { Component, html, render } from "../lib/scherm.js";
import { Aanmelden } from "../street/aanmelden.js";
import { hier } from "./kit/blad.js";
import { ietsNietBewaard, nietVeilig, vergeetAlles } from "./kit/concepten.js";
import { Bevestig } from "./kit/dialoog.js";
import { haken, vergeetHandelingen } from "./kit/dienst.js";
import { alsVanOns, inEenZin, Misging } from "./kit/fouten.js";
import { Kader } from "./kit/kader.js";
import { bord, meld, veegUit } from "./kit/melden.js";
import { THUIS, vind } from "./kit/pad.js";
import { Hulp, Palet } from "./kit/palet.js";
import { begin, bijVerandering, poort } from "./kit/plek.js";
import { Getoond } from "./kit/scherm.js";
import { sneltoets } from "./kit/sneltoetsen.js";
import { ROUTES } from "./routes.js";

const SECONDE = 1000;
/** @import { Sessie } from "../types/api.js" */
/**
 * @typedef {{ stand: "laden" | "aanmelden" | "binnen" | "fout", sessie: Sessie | null, fouten: Record<string, string>, bericht: string, bezig: boolean,
 *   vrij: number, nu: number, fout: unknown, venster: "" | "palet" | "hulp" | "weg" | "verlaten" }} State
 */

/** @extends {Component<{}, State>} */
class App extends Component {
  /** @type {State} */
  state = { stand: "laden", sessie: null, fouten: {}, bericht: "", bezig: false, vrij: 0, nu: Date.now(), fout: null, venster: "" };
  wie = "";
  verder = () => {};

  componentDidMount() {
    haken.verlopen = () => this.state.stand === "binnen" && this.buiten("Je sessie is verlopen. Meld je opnieuw aan; wat je typte, is bewaard.");
    bord.anders = () => this.setState({});
    poort.dicht = (verder) => this.state.stand === "binnen" && nietVeilig() && this.vraagOfHetWeg(verder);
    bijVerandering(() => {
      veegUit();
      this.setState({ venster: "" });
    });
    sneltoets({ toets: "k", naam: "Ga naar een scherm, of doe iets", doe: () => this.open("palet") });
    sneltoets({ toets: "/", naam: "Toon de sneltoetsen", doe: () => this.open("hulp") });
    addEventListener("pageshow", (event) => event.persisted && location.reload());
    document.addEventListener("visibilitychange", () => document.hidden || this.controleer(true));
    setInterval(() => this.tik(), SECONDE);
    begin();
    this.start();
  }

  /** @param {State["venster"]} venster */
  open = (venster) => this.state.stand === "binnen" && !document.querySelector("dialog[open]") && this.setState({ venster });
  sluit = () => this.setState({ venster: "" });

  tik() {
    const { vrij, nu, sessie } = this.state;
    if (vrij > nu) this.setState({ nu: Date.now() });
    if (sessie && !document.hidden && Date.parse(sessie.verlooptOp) < Date.now()) this.controleer();
  }

  start = async () => {
    try {
      if (misschienAangemeld()) this.binnen(await huidigeSessie());
      else this.buiten("");
    } catch (fout) {
      if (fout instanceof Probleem && fout.status === 401) return this.buiten("");
      alsVanOns(fout);
      this.setState({ stand: "fout", fout });
    }
  };

  /** @param {Sessie} sessie */
  binnen(sessie) {
    if (sessie.rol === "agent") return location.replace("/");
    // What was typed is for the one who typed it.
    if (this.wie && this.wie !== sessie.gebruikersnaam) this.vergeet();
    this.wie = sessie.gebruikersnaam;
    this.setState({ stand: "binnen", sessie, fouten: {}, bericht: "", bezig: false, fout: null });
  }

  vergeet() {
    vergeetAlles();
    vergeetHandelingen();
    hier.recent = [];
    hier.acties = [];
  }

  /** Nothing of the screens stays in sight; what was typed is kept for who signs in again. @param {string} bericht */
  buiten(bericht) {
    document.title = "Aanmelden · Veldwijzer";
    veegUit({ altijd: true });
    this.setState({ stand: "aanmelden", sessie: null, bericht, venster: "", bezig: false });
  }

  /**
   * Is the session still there, and still the same one's? Asked when the token runs out, once a minute at most, and when one comes
   * back to this tab: in another one somebody may have signed out, or in as somebody else.
   */
  async controleer(terug = false) {
    const { sessie } = this.state;
    if (!sessie || (!terug && Date.parse(sessie.verlooptOp) > Date.now())) return;
    if (!terug) this.setState({ sessie: { ...sessie, verlooptOp: new Date(Date.now() + 60 * SECONDE).toISOString() } });
    try {
      const vers = await huidigeSessie();
      if (vers.gebruikersnaam !== this.wie) return this.ander();
      if (this.state.sessie) this.setState({ sessie: vers });
    } catch (fout) {
      if (fout instanceof Probleem && fout.status === 401) haken.verlopen();
    }
  }

  /** The browser is somebody else's now: nothing of the one before stays. */
  ander() {
    if (!this.state.sessie) return;
    this.vergeet();
    location.reload();
  }

  /** @param {string} naam @param {string} woord */
  meldAan = async (naam, woord) => {
    if (this.state.bezig) return;
    this.setState({ bezig: true, fouten: {}, bericht: "" });
    try {
      await meldAan(naam, woord);
      await this.start();
    } catch (fout) {
      this.misging(fout);
    }
    this.setState({ bezig: false });
  };

  /** @param {unknown} fout */
  misging(fout) {
    alsVanOns(fout);
    if (fout instanceof Probleem && fout.code === "aanmelden-mislukt") this.setState({ fouten: { wachtwoord: fout.message } });
    else if (fout instanceof Probleem && fout.status === 429) this.setState({ bericht: fout.message, vrij: Date.now() + fout.wachtSeconden * SECONDE, nu: Date.now() });
    else if (fout instanceof Probleem && fout.fouten.length) this.setState({ fouten: fout.velden });
    else this.setState({ fouten: { tekst: inEenZin(fout) } });
  }

  /** @param {() => void} verder */
  vraagOfHetWeg(verder) {
    this.verder = verder;
    this.setState({ venster: "verlaten" });
    return true;
  }

  meldAf = () => (ietsNietBewaard() ? this.setState({ venster: "weg" }) : this.ga());

  ga = async () => {
    this.sluit();
    try {
      await meldAf();
      this.vergeet();
      this.wie = "";
      this.buiten("Je bent afgemeld.");
    } catch (fout) {
      alsVanOns(fout);
      const tekst = fout instanceof GeenVerbinding ? "Je bent nog niet afgemeld: er is geen verbinding." : inEenZin(fout);
      meld(tekst, { soort: "fout" });
    }
  };

  /** @param {string} [recht] */
  mag = (recht) => !recht || (this.state.sessie?.rechten ?? []).includes(recht);

  render() {
    const { stand, fout, vrij, nu } = this.state;
    if (stand === "laden") return html`<p class="laden">Veldwijzer wordt geladen…</p>`;
    if (stand === "fout") return html`<main class="scherm"><${Misging} fout=${fout} opnieuw=${this.start} /></main>`;
    const wacht = Math.max(0, Math.ceil((vrij - nu) / SECONDE));
    if (stand === "aanmelden") return html`<${Aanmelden} ...${this.state} wacht=${wacht} meldAan=${this.meldAan} />`;
    return this.bureau();
  }

  bureau() {
    const { sessie, venster } = this.state;
    const eigen = ROUTES.filter((route) => route.menu && this.mag(route.recht));
    const menu = eigen.filter(({ pad }, i) => eigen.findIndex((een) => een.pad === pad) === i).map(({ pad, titel }) => ({ href: pad ? `${THUIS}/${pad}` : THUIS, naam: titel }));
    const snel = ROUTES.filter((route) => route.snel && this.mag(route.recht)).map(({ pad, titel }) => ({ href: `${THUIS}/${pad}`, naam: titel }));
    // Of two screens at one address each sees the one that is theirs.
    const vondst = vind(ROUTES.filter(({ recht }) => this.mag(recht)), location.pathname) ?? vind(ROUTES, location.pathname);
    return html`
      <${Kader} sessie=${sessie} menu=${menu} nu=${this.inMenu(vondst)} melding=${bord.nu} palet=${() => this.open("palet")} hulp=${() => this.open("hulp")} meldAf=${this.meldAf}>
        ${this.scherm(vondst)}
      <//>
      ${venster === "palet" && html`<${Palet} plaatsen=${[...menu, ...snel]} sluit=${this.sluit} />`}
      ${venster === "hulp" && html`<${Hulp} sluit=${this.sluit} />`}
      ${venster === "weg" && html`<${Bevestig} titel="Je hebt nog niet alles bewaard" ja="Meld me af" nee="Terug" sluit=${this.sluit} doe=${this.ga}>
        <p>Als je je afmeldt, is weg wat je typte en niet bewaarde.</p><//>`}
      ${venster === "verlaten" && html`<${Bevestig} titel="Dit is nog niet bewaard" ja="Ga toch weg" nee="Blijf hier" sluit=${this.sluit} doe=${() => this.verder()}>
        <p>De dienst kon je tekst nog niet bewaren. In dit venster blijft hij staan: kom terug, dan gaat hij alsnog. Sluit je het venster, dan is hij weg.</p><//>`}
    `;
  }

  /** The place in the menu under which a screen falls. @param {import("./kit/pad.js").Vondst | null} vondst */
  inMenu(vondst) {
    const eerste = vondst?.route.pad.split("/")[0] ?? "-";
    return eerste ? `${THUIS}/${eerste}` : THUIS;
  }

  /** @param {import("./kit/pad.js").Vondst | null} vondst */
  scherm(vondst) {
    const { sessie } = this.state;
    if (!vondst) return html`<${Misging} fout=${new Probleem(404, { detail: "Dit scherm bestaat niet." })} />`;
    if (!this.mag(vondst.route.recht)) return html`<${Misging} fout=${new Probleem(403, {})} />`;
    return html`<${Getoond} key=${vondst.sleutel} vondst=${vondst} rest=${{ sessie, mag: this.mag }} />`;
  }
}

const plek = /** @type {HTMLElement} */ (document.getElementById("app"));
plek.replaceChildren();
render(html`<${App} />`, plek);
