// What a form can say before it asks the service: what must be filled in, and what is too long.
import { lengte } from "./waarden.js";

/** @param {any} waarde */
const leeg = (waarde) => waarde === null || waarde === undefined || waarde === "" || (typeof waarde === "string" && !waarde.trim());

/**
 * @param {HTMLFormElement | null} form its fields say in their data what they ask @param {(naam: string) => any} waarde
 * @returns {{ pointer: string, detail: string }[]}
 */
export function kijkNa(form, waarde) {
  const velden = /** @type {HTMLElement[]} */ ([...(form?.querySelectorAll("[data-veld]") ?? [])]);
  return velden.flatMap(({ dataset }) => {
    const naam = dataset.veld ?? "", nu = waarde(naam), max = Number(dataset.max ?? 0);
    const pointer = `#/${naam}`;
    if (dataset.vereist && leeg(nu)) return [{ pointer, detail: "Vul dit in." }];
    if (max && typeof nu === "string" && lengte(nu) > max) return [{ pointer, detail: `Dit mag niet langer zijn dan ${max} tekens.` }];
    return [];
  });
}
