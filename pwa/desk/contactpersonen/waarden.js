// A contactpersoon as the service has it, and as the form has it.
import { alsUitzondering, fouteTijden, internationaal, isNummer, naarTekst, naarTijden, naarUitzondering } from "./uren.js";

const GEEN_NUMMER = "Dit is geen telefoonnummer. Typ het als 030 123 45 67. Is het van buiten Nederland, begin dan met het landnummer: +32 2 123 45 67.";

export const LEEG = {
  id: 0, naam: "", functie: null, telefoon: null, email: null, bereikbaar: null, opFeestdagen: false, uitzonderingen: [], vervanger: null, actief: true,
  kaarten: 0, abonnementen: 0, vervangt: [], magWijzigen: true,
};

/** @param {any} een */
export const alsWaarden = (een) => ({
  naam: een.naam,
  functie: een.functie ?? "",
  telefoon: een.telefoon ?? "",
  email: een.email ?? "",
  ...naarTijden(een.bereikbaar),
  opFeestdagen: een.opFeestdagen,
  uitzonderingen: een.uitzonderingen.map(naarUitzondering),
  vervangerId: een.vervanger ? String(een.vervanger.id) : null,
});

/** @param {any} w */
export const alsInvoer = (w) => ({
  naam: w.naam,
  functie: w.functie || null,
  telefoon: w.telefoon ? internationaal(w.telefoon) : null,
  email: w.email || null,
  bereikbaar: naarTekst(w),
  opFeestdagen: w.opFeestdagen,
  uitzonderingen: w.uitzonderingen.map(alsUitzondering),
  vervangerId: w.vervangerId ? Number(w.vervangerId) : null,
});

/** What the phone will go by. @param {any} w */
export const alsUren = (w) => {
  const { bereikbaar, opFeestdagen, uitzonderingen } = alsInvoer(w);
  return { bereikbaar, opFeestdagen, uitzonderingen: uitzonderingen.filter((/** @type {any} */ een) => een.van) };
};

/** What can be seen to be wrong before it is sent. @param {any} w */
export function controleer(w) {
  const fouten = w.uren === "tijden" ? fouteTijden(w.tijden) : [];
  if (w.telefoon && !isNummer(w.telefoon)) fouten.push({ pointer: "#/telefoon", detail: GEEN_NUMMER });
  if (w.uren === "tijden" && !w.tijden.length) fouten.push({ pointer: "#/tijden", detail: "Vul de tijden in, of kies iets anders." });
  for (const [i, { wat, begin, eind }] of w.uitzonderingen.entries()) {
    if (wat === "tijden" && !(begin && eind && (eind === "00:00" || eind > begin))) {
      fouten.push({ pointer: `#/uitzonderingen/${i}/begin`, detail: "Het einde moet na het begin liggen." });
    }
  }
  return fouten;
}
