// Asking the service, for all screens of the desk: what is read has a version, and an act is done once.
import { GeenVerbinding, Probleem, vraag } from "../../lib/api.js";
import { metQuery } from "./pad.js";

export { GeenVerbinding, Probleem };

/** @typedef {{ inhoud: any, etag: string | null }} Antwoord */

/** @type {Map<string, string>} acts of which it is not known how they ended, and the key that each was sent with */
const onbeslist = new Map();
/** Set by the frame: the session is over. @type {{ verlopen: () => void }} */
export const haken = { verlopen: () => {} };

/** @param {unknown} fout */
function meld(fout) {
  if (fout instanceof Probleem && fout.status === 401) haken.verlopen();
}

/**
 * @param {string} methode @param {string} pad @param {object} [inhoud] @param {import("../../lib/api.js").Meer} [meer]
 * @returns {Promise<Antwoord>}
 */
async function vraagMetVersie(methode, pad, inhoud, meer) {
  /** @type {string | null} */
  let etag = null;
  const antwoord = await vraag(methode, pad, inhoud, { ...meer, hoor: (kop) => (etag = kop.get("ETag")) });
  return { inhoud: antwoord, etag };
}

/**
 * Read `pad` (below /v1/).
 * @param {string} pad @param {{ query?: Record<string, any> }} [hoe] @returns {Promise<Antwoord>}
 */
export async function lees(pad, { query = {} } = {}) {
  const teksten = Object.entries(query).map(([naam, waarde]) => [naam, waarde === true ? "true" : waarde && String(waarde)]);
  try {
    return await vraagMetVersie("GET", metQuery(pad, new URLSearchParams(), Object.fromEntries(teksten)));
  } catch (fout) {
    meld(fout);
    throw fout;
  }
}

/**
 * Do something, on the version that was read (`etag`). When no answer comes, the same act once more bears the same key, so
 * that the service does it once. `blijf` lets the request outlive the page.
 * @param {string} methode @param {string} pad @param {object} [inhoud]
 * @param {{ etag?: string | null, sleutel?: string, blijf?: boolean }} [hoe] @returns {Promise<Antwoord>}
 */
export async function doe(methode, pad, inhoud, { etag, sleutel, blijf = false } = {}) {
  const handeling = JSON.stringify([methode, pad, inhoud ?? null, etag ?? null]);
  const zekere = sleutel ?? onbeslist.get(handeling) ?? crypto.randomUUID();
  onbeslist.set(handeling, zekere);
  /** @type {Record<string, string>} */
  const headers = { "Idempotency-Key": zekere };
  if (etag) headers["If-Match"] = etag;
  try {
    const antwoord = await vraagMetVersie(methode, pad, inhoud, { headers, keepalive: blijf });
    onbeslist.delete(handeling);
    return antwoord;
  } catch (fout) {
    // A refusal is an answer; a fault, or none, leaves open whether it was done.
    if (fout instanceof Probleem && fout.status < 500) onbeslist.delete(handeling);
    meld(fout);
    throw fout;
  }
}

/** Nothing is known any more of who was here. */
export const vergeetHandelingen = () => onbeslist.clear();
