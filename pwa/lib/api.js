// The only door to the service: every request of the client leaves from here.

/** @import { Antwoord, Inzage, Reden, Sessie } from "../types/api.js" */

const GEDULD = 15_000;

/** No answer came at all. */
export class GeenVerbinding extends Error {}

/** The service answered, with a problem in words. */
export class Probleem extends Error {
  /**
   * @param {number} status
   * @param {Record<string, any>} inhoud
   */
  constructor(status, inhoud) {
    super(inhoud.detail ?? inhoud.title ?? "");
    this.status = status;
    this.code = String(inhoud.type ?? "").split(":").pop();
    this.titel = String(inhoud.title ?? "");
    this.inhoud = inhoud;
    /** @type {{ pointer: string, detail: string }[]} */
    this.fouten = inhoud.errors ?? [];
    /** @type {Record<string, string>} the first remark on each field, or the one on the whole */
    this.velden = this.fouten.length ? {} : { tekst: this.message };
    for (const { pointer, detail } of this.fouten) this.velden[pointer.split("/")[1] ?? "tekst"] ??= detail;
    this.wachtSeconden = Number(inhoud.wachtSeconden ?? 0);
  }
}

const csrf = () => /(?:^|; )veldwijzer_csrf=([^;]*)/.exec(document.cookie)?.[1] ?? "";

/** Without its cookie there is no session, and nothing to ask. */
export const misschienAangemeld = () => csrf() !== "";

/**
 * @typedef {{ headers?: Record<string, string>, keepalive?: boolean, hoor?: (kop: Headers) => void }} Meer  `hoor` gets the answer's headers
 * @param {string} methode
 * @param {string} pad
 * @param {object} [inhoud]
 * @param {Meer} [meer]
 * @returns {Promise<any>}
 */
async function stuur(methode, pad, inhoud, meer) {
  /** @type {Record<string, string>} */
  const headers = { ...meer?.headers, Accept: "application/json, application/problem+json" };
  if (methode !== "GET") headers["X-CSRF-TOKEN"] = decodeURIComponent(csrf());
  if (inhoud) headers["Content-Type"] = "application/json";
  try {
    const antwoord = await fetch(`/v1/${pad}`, {
      ...meer,
      method: methode,
      headers,
      body: inhoud && JSON.stringify(inhoud),
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(GEDULD),
    });
    const tekst = await antwoord.text();
    if (!antwoord.ok) throw new Probleem(antwoord.status, lees(tekst));
    meer?.hoor?.(antwoord.headers);
    return tekst && JSON.parse(tekst);
  } catch (fout) {
    if (fout instanceof Probleem) throw fout;
    throw new GeenVerbinding();
  }
}

/**
 * A proxy on the way may answer with a page of its own.
 * @param {string} tekst
 */
function lees(tekst) {
  try {
    return JSON.parse(tekst);
  } catch {
    return {};
  }
}

/**
 * Tabs share one session, and a refresh counts once: whoever comes second finds that it has been done.
 * @param {string} oud  the csrf value that went with the refused request
 * @returns {Promise<boolean>} whether there is a session again
 */
async function ververs(oud) {
  const doe = async () => {
    if (csrf() === oud) await stuur("POST", "sessies/huidige/verversingen");
  };
  try {
    await (navigator.locks ? navigator.locks.request("verversen", doe) : doe());
    return csrf() !== "";
  } catch (fout) {
    if (fout instanceof Probleem && [401, 403].includes(fout.status)) return false;
    throw fout;
  }
}

/**
 * As `stuur`, and once more when the session could be refreshed silently.
 * @param {string} methode
 * @param {string} pad
 * @param {object} [inhoud]
 * @param {Meer} [meer]
 */
export async function vraag(methode, pad, inhoud, meer) {
  const oud = csrf();
  try {
    return await stuur(methode, pad, inhoud, meer);
  } catch (fout) {
    const verlopen = fout instanceof Probleem && fout.status === 401;
    if (!verlopen || !oud || !(await ververs(oud))) throw fout;
    return stuur(methode, pad, inhoud, meer);
  }
}

/** @type {(gebruikersnaam: string, wachtwoord: string) => Promise<Sessie>} */
export const meldAan = (gebruikersnaam, wachtwoord) => stuur("POST", "sessies", { gebruikersnaam, wachtwoord });

/** @type {() => Promise<Sessie>} */
export const huidigeSessie = () => vraag("GET", "sessies/huidige");

/** A session that is not there any more has been signed out of. */
export const meldAf = () =>
  vraag("DELETE", "sessies/huidige").catch((fout) => {
    if (!(fout instanceof Probleem) || fout.status !== 401) throw fout;
  });

/** @type {() => Promise<{ redenen: Reden[] }>} */
export const redenen = () => vraag("GET", "redenen");

/** @type {(zoekvraag: object) => Promise<Antwoord>} */
export const zoek = (zoekvraag) => vraag("POST", "zoekvragen", zoekvraag);

/** @type {(id: string, kandidaat: string) => Promise<Inzage>} */
export const openKandidaat = (id, kandidaat) =>
  vraag("POST", `zoekvragen/${encodeURIComponent(id)}/inzages`, { kandidaat });
