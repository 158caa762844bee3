// What was asked, as the fields of a new person begin: a guess at which word is what, for who fills them in to look at. Pure.
import { MAANDEN } from "../../lib/datum.js";
import { alsGetypt } from "./woorden.js";

const VOORVOEGSELS = new Set("van von de der den het 't ter ten te op aan in uit bij onder over vd v.d. v/d d' di da dos du del la le el al ben bin ibn".split(" "));
const OOK_VOORNAAM = new Set(["al", "ben", "el", "le"]);
const GEEN_NAAM = new Set([...MAANDEN, "geb", "geb.", "geboren", "op", "rond", "ongeveer", "circa", "ca", "jaar"]);
const HELE_DATUM = /\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/;

/** @param {string} tekst up to where a date or an age begins */
function namenUit(tekst) {
  const woorden = tekst.split(/\s+/).filter(Boolean);
  const cijfer = woorden.findIndex((woord) => /\d/.test(woord));
  const namen = cijfer > 0 ? woorden.slice(0, cijfer) : woorden.filter((woord) => !/\d/.test(woord));
  while (cijfer >= 0 && namen.length > 1 && GEEN_NAAM.has(namen[namen.length - 1].toLowerCase())) namen.pop();
  return namen;
}

/** Typed in a hurry: "el-amrani" and "DAAM" get their capitals; whoever used both knows better. @param {string} tekst */
const metHoofdletters = (tekst) =>
  tekst === tekst.toLowerCase() || (tekst === tekst.toUpperCase() && tekst.length > 2)
    ? tekst.toLowerCase().replace(/(^|[\s'.-])(\p{L})/gu, (_, voor, letter) => voor + letter.toUpperCase())
    : tekst;

/** "jan van der berg": given names, then a prefix, then the surname; one word is a surname. @param {string[]} woorden */
function volgorde(woorden) {
  const begin = woorden.findIndex((woord, i) => VOORVOEGSELS.has(woord.toLowerCase()) && (i > 0 || !OOK_VOORNAAM.has(woord.toLowerCase())));
  const eerste = begin >= 0 ? begin : Math.min(1, woorden.length - 1);
  let achter = eerste;
  while (achter < woorden.length - 1 && VOORVOEGSELS.has(woorden[achter].toLowerCase())) achter += 1;
  return [woorden.slice(0, eerste), woorden.slice(eerste, achter), woorden.slice(achter)];
}

/** "Daam, Maikel" and "Berg, Jan van der" say themselves what the surname is. @param {string[]} achter @param {string[]} rest */
function metKomma(achter, rest) {
  const voor = rest.filter((woord) => !VOORVOEGSELS.has(woord.toLowerCase()));
  const [, tussen, geslachtsnaam] = volgorde(["", ...achter]);
  return [voor, [...rest.filter((woord) => !voor.includes(woord)), ...tussen], geslachtsnaam];
}

/** @param {{ naam?: string, geboortedatum?: string }} vraag as it was typed */
export function uitVraag({ naam = "", geboortedatum = "" }) {
  const [voorKomma, ...naKomma] = naam.split(",");
  const rest = namenUit(naKomma.join(" "));
  const delen = rest.length ? metKomma(namenUit(voorKomma), rest) : volgorde(namenUit(voorKomma));
  const [voornamen, voorvoegsel, geslachtsnaam] = delen.map((woorden) => woorden.join(" "));
  const datum = geboortedatum.trim() || (HELE_DATUM.exec(naam)?.[0] ?? "");
  return { voornamen: metHoofdletters(voornamen), voorvoegsel: voorvoegsel.toLowerCase(), geslachtsnaam: metHoofdletters(geslachtsnaam), datum: alsGetypt(datum) };
}
