// THE table of the desk: which screen stands at which address, and who may go there.
// `menu`: in the menu; `snel`: a few letters away in the command palette, wherever one is.
// A screen is the default export of its module, and gets `{ delen, sessie, mag, titel }`.

/** @type {import("./kit/pad.js").Route[]} */
export const ROUTES = [
  { pad: "", titel: "Werklijst", recht: "werklijst:lezen", menu: true, laad: () => import("./werklijst/begin.js") },
  { pad: "", titel: "Begin", menu: true, laad: () => import("./begin.js") },
  { pad: "werklijst/:naam", titel: "Werklijst", recht: "werklijst:lezen", laad: () => import("./werklijst/lijst.js") },
  { pad: "meldingen", titel: "Meldingen", recht: "melding:behandelen", menu: true, laad: () => import("./werklijst/meldingen.js") },
  { pad: "meldingen/:id", titel: "Melding", recht: "melding:behandelen", laad: () => import("./werklijst/melding.js") },
  { pad: "abonnementen", titel: "Abonnementen", recht: "abonnement:lezen", menu: true, laad: () => import("./abonnementen/lijst.js") },
  { pad: "abonnementen/nieuw", titel: "Nieuw abonnement", recht: "abonnement:openen", snel: true, laad: () => import("./abonnementen/nieuw.js") },
  { pad: "abonnementen/:id/:tab?", titel: "Dossier", recht: "abonnement:lezen", behoud: ["tab"], laad: () => import("./abonnementen/dossier.js") },
  { pad: "formulierdelen", titel: "Formulieren", recht: "formulier:eigen-deel", menu: true, laad: () => import("./formulier/lijst.js") },
  { pad: "formulierdelen/:id", titel: "Formulier", recht: "formulier:eigen-deel", laad: () => import("./formulier/deel.js") },
  { pad: "contactpersonen", titel: "Contactpersonen", recht: "contactpersoon:beheren", menu: true, laad: () => import("./contactpersonen/lijst.js") },
  { pad: "contactpersonen/nieuw", titel: "Nieuwe contactpersoon", recht: "contactpersoon:beheren", snel: true, laad: () => import("./contactpersonen/persoon.js") },
  { pad: "contactpersonen/bestand", titel: "Contactpersonen uit een bestand", recht: "contactpersoon:beheren", snel: true, laad: () => import("./contactpersonen/bestand.js") },
  { pad: "contactpersonen/:id", titel: "Contactpersoon", recht: "contactpersoon:beheren", laad: () => import("./contactpersonen/persoon.js") },
  { pad: "organisaties", titel: "Organisaties", recht: "naslag:beheren", menu: true, laad: () => import("./organisaties/lijst.js") },
  { pad: "personen", titel: "Zoek persoon", recht: "persoon:zoeken", menu: true, laad: () => import("./abonnementen/zoekpersoon.js") },
  { pad: "personen/:id", titel: "Persoon", recht: "abonnement:lezen", laad: () => import("./abonnementen/persoon.js") },
  { pad: "personen/:id/samenvoegen", titel: "Personen samenvoegen", recht: "persoon:samenvoegen", laad: () => import("./abonnementen/samenvoegen.js") },
  { pad: "samenvoegingen", titel: "Samenvoegingen", recht: "persoon:samenvoegen", snel: true, laad: () => import("./abonnementen/samenvoegingen.js") },
  { pad: "samenvoegingen/:id", titel: "Samenvoeging", recht: "persoon:samenvoegen", laad: () => import("./abonnementen/samenvoeging.js") },
  { pad: "acties", titel: "Acties", recht: "naslag:beheren", menu: true, laad: () => import("./afspraken/acties.js") },
];

/**
 * The tabs of the dossier of an abonnement (`/bureau/abonnementen/:id/:tab`): each a component that gets the dossier.
 * @type {{ tab: string, titel: string, recht?: string, laad: () => Promise<{ default: any }> }[]}
 */
export const DOSSIERTABS = [
  { tab: "formulier", titel: "Formulier", recht: "abonnement:lezen", laad: () => import("./formulier/tab.js") },
  { tab: "contactpersonen", titel: "Contactpersonen", recht: "abonnement:lezen", laad: () => import("./contactpersonen/tab.js") },
  { tab: "afspraken", titel: "Afspraken", recht: "afspraak:lezen", laad: () => import("./afspraken/tab.js") },
  { tab: "geschiedenis", titel: "Geschiedenis", recht: "afspraak:lezen", laad: () => import("./afspraken/geschiedenis.js") },
];
