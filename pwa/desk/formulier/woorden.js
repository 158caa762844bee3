// The form in words: what each choice means, and how a part looks as the values of a form and as what the service takes. Pure.

/** @type {[string, string, string][]} how far an entry may go */
export const DELEN = [
  ["straat", "Op straat", "Elke agent die deze persoon opzoekt, kan dit lezen op de telefoon. Het komt daar pas als de eigenaar publiceert."],
  ["zsm", "Bij ZSM", "Bedoeld voor de officier van justitie, die beslist na een aanhouding. Niet voor agenten op straat."],
  ["alleen_overleg", "Alleen in het overleg", "Alleen je eigen organisatie en de eigenaar van de afspraken lezen dit."],
];
/** @type {[string, string, string][]} */
export const AARD = [
  ["feit", "Een feit", "Het is gezien, gemeten of vastgelegd."],
  ["oordeel", "Een oordeel", "Zo schat jij of een collega het in. Een ander kan er anders over denken."],
];
export const NEEMT_DEEL = [["ja", "Ja, wij doen mee"], ["nee", "Nee, wij doen niet mee", "Dan hoef je verder niets in te vullen."]];
export const MEESTE = 10;
export const MEESTE_CONTACTEN = 5;
export const LEEG = { tekst: "", delen: null, aard: null, bron: "" };

/** @param {[string, string, string?][]} lijst @param {string | null} code */
export const woord = (lijst, code) => lijst.find(([een]) => een === code)?.[1] ?? "nog niet gekozen";

/** @param {boolean | null} ja */
const alsKeuze = (ja) => (ja === null ? null : ja ? "ja" : "nee");

/** What the service has, as values of the form. @param {any} deel */
export const alsWaarden = (deel) => ({
  neemtDeel: alsKeuze(deel.neemtDeel),
  contactpersonen: deel.contactpersonen.map((/** @type {any} */ een) => (een === null ? null : String(een.id ?? een))),
  inlichtingen: deel.inlichtingen,
});

/** The values of the form, as the service takes them; who does not take part says nothing else. @param {any} waarden */
export function alsInvoer({ neemtDeel, contactpersonen, inlichtingen }) {
  const nee = neemtDeel === "nee";
  return {
    neemtDeel: neemtDeel === null ? null : !nee,
    contactpersonen: nee ? [] : contactpersonen.map((/** @type {string | null} */ een) => (een ? Number(een) : null)),
    inlichtingen: nee ? [] : inlichtingen,
  };
}

/** A draft holds all that was typed, also below a "no". @param {any} waarden */
export const alsConcept = (waarden) => ({ ...alsInvoer({ ...waarden, neemtDeel: null }), neemtDeel: alsInvoer(waarden).neemtDeel });

/** What a part must have before it can be confirmed. @param {any} waarden */
export function voorBevestigen({ neemtDeel, contactpersonen }) {
  if (!neemtDeel) return [{ pointer: "#/neemtDeel", detail: "Zeg eerst of je organisatie meedoet." }];
  if (neemtDeel === "ja" && !contactpersonen.length) {
    return [{ pointer: "#/contactpersonen", detail: "Kies eerst wie er gebeld kan worden." }];
  }
  return [];
}

/** What of it others read as it stands, to be read for its words. @param {any} waarden */
export const teksten = ({ inlichtingen }) =>
  inlichtingen
    .map((/** @type {any} */ { tekst, delen }, /** @type {number} */ i) => ({ veld: `inlichtingen/${i}/tekst`, tekst, voor: delen }))
    .filter((/** @type {any} */ { tekst, voor }) => (voor === "straat" || voor === "zsm") && tekst.trim());

/** How long something has been missing. @param {number | null} dagen */
export const hoeLang = (dagen) => (dagen === null ? "" : dagen === 0 ? "sinds vandaag" : dagen === 1 ? "1 dag" : `${dagen} dagen`);

/** @param {any} deel */
export const watOntbreekt = (deel) => deel.ontbreekt.map((/** @type {any} */ een) => een.tekst).join(", ");

/** @type {Record<string, [import("../kit/stand.js").Toon, string]>} */
export const POST = {
  wacht: ["let-op", "e-mail staat klaar"],
  verzonden: ["goed", "e-mail verzonden"],
  geweigerd: ["fout", "e-mail geweigerd"],
  vervallen: ["rust", "e-mail was niet meer nodig"],
};
