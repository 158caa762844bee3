// The act of opening an abonnement: from the form, and from the screen that asked whether it is somebody who is known.
import { doe, meld, naar, Probleem } from "../kit/index.js";
import { alsInvoer } from "./persoonvelden.js";

/** Without what is empty, and with numbers where the service wants them. @param {any} waarden */
const gevuld = (waarden) =>
  Object.fromEntries(Object.entries(waarden).filter(([, waarde]) => waarde).map(([naam, waarde]) => [naam, naam.endsWith("Id") ? Number(waarde) : waarde]));

/**
 * Goes to the dossier when it is done. `persoon` is who is known; without one the new person of `waarden` is made, who is none of `bekeken`.
 * @param {any} waarden @param {{ persoon?: any, bekeken?: number[] }} wie @param {any} [hoe]
 */
export async function openAbonnement({ persoon: nieuw, ...rest }, { persoon, bekeken = [] }, hoe) {
  const uit = await doe("POST", "abonnementen", {
    ...gevuld(rest), organisaties: rest.organisaties.filter(Boolean).map(Number),
    ...(persoon ? { persoonId: persoon.id } : { persoon: alsInvoer(nieuw), bekekenDubbelen: bekeken }),
  }, hoe);
  meld("Het abonnement is geopend, als concept.");
  naar(`/bureau/abonnementen/${uit.inhoud.id}`);
  return uit;
}

/** Who may be the same person, if that is why it was refused. @param {unknown} fout @returns {number[] | null} */
export const mogelijkDubbel = (fout) => (fout instanceof Probleem && fout.code === "mogelijk-dubbel" ? fout.inhoud.mogelijkDubbel : null);
