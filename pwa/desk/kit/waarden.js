// Values of a form by path: "regels/0/tekst" is what the service calls "#/regels/0/tekst". Pure.

/** @param {string} pointer a JSON pointer, as a problem of the service has it */
export const uitPointer = (pointer) =>
  pointer.replace(/^#?\/?/, "").split("/").map((deel) => deel.replaceAll("~1", "/").replaceAll("~0", "~")).join("/");

/** @param {any} waarden @param {string} naam */
export const neem = (waarden, naam) => naam.split("/").reduce((plek, deel) => plek?.[deel], waarden);

/** A copy with one value changed; what did not change is the same object. @param {any} waarden @param {string} naam @param {any} waarde */
export function met(waarden, naam, waarde) {
  const [deel, ...rest] = naam.split("/");
  const kopie = Array.isArray(waarden) ? [...waarden] : { ...waarden };
  kopie[deel] = rest.length ? met(waarden?.[deel] ?? (/^\d+$/.test(rest[0]) ? [] : {}), rest.join("/"), waarde) : waarde;
  return kopie;
}

/**
 * Remarks by field. One on a part that has no field of its own goes to the nearest field above it, and else to the whole ("").
 * @param {{ pointer: string, detail: string }[]} fouten @param {string[]} velden @returns {Map<string, string[]>}
 */
export function perVeld(fouten, velden) {
  const bekend = new Set(velden);
  /** @type {Map<string, string[]>} */
  const uit = new Map();
  for (const { pointer, detail } of fouten) {
    let naam = uitPointer(pointer);
    while (naam && !bekend.has(naam)) naam = naam.split("/").slice(0, -1).join("/");
    uit.set(naam, [...(uit.get(naam) ?? []), detail]);
  }
  return uit;
}

/**
 * Remarks that still hold: one on a value that has been changed since is gone.
 * @param {{ pointer: string, detail: string }[]} fouten @param {any} voor @param {any} na
 */
export const dieGelden = (fouten, voor, na) => fouten.filter(({ pointer }) => neem(voor, uitPointer(pointer)) === neem(na, uitPointer(pointer)));

/** How many characters the service counts: those of the text, not of its encoding. @param {string} tekst */
export const lengte = (tekst) => [...tekst].length;

/** @param {unknown} een @param {unknown} ander */
export const gelijk = (een, ander) => JSON.stringify(een ?? null) === JSON.stringify(ander ?? null);
