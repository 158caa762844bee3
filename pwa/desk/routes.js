// THE table of the desk: which screen stands at which address, and who may go there.
// A screen is the default export of its module, and gets `{ delen, sessie, mag, titel }`.

/** @type {import("./kit/pad.js").Route[]} */
export const ROUTES = [
  { pad: "", titel: "Werklijst", menu: true, laad: () => import("./begin.js") },
];

/**
 * The tabs of the dossier of an abonnement (`/bureau/abonnementen/:id/:tab`): each a component that gets the dossier.
 * @type {{ tab: string, titel: string, recht?: string, laad: () => Promise<{ default: any }> }[]}
 */
export const DOSSIERTABS = [];
