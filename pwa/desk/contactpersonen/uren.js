// Hours as people fill them in, and as the service keeps them: "ma-vr 08:30-17:00; za 10:00-14:00", or "altijd". Pure.

export const DAGEN = ["ma", "di", "wo", "do", "vr", "za", "zo"];
/** @type {[string, string][]} */
export const DAGNAMEN = [["ma", "maandag"], ["di", "dinsdag"], ["wo", "woensdag"], ["do", "donderdag"], ["vr", "vrijdag"], ["za", "zaterdag"], ["zo", "zondag"]];
const DEEL = /^([a-z]{2})(?:-([a-z]{2}))? (\d\d:\d\d)-(\d\d:\d\d)$/;

/** @typedef {{ eerste: string, laatste: string, begin: string, eind: string }} Tijd  days and times, both inclusive; 00:00 is the end of the day */

export const KANTOOR = { eerste: "ma", laatste: "vr", begin: "08:30", eind: "17:00" };

/** What the form shows of hours. @param {string | null} tekst @returns {{ uren: string, tijden: Tijd[] }} */
export function naarTijden(tekst) {
  if (!tekst) return { uren: "onbekend", tijden: [] };
  if (tekst === "altijd") return { uren: "altijd", tijden: [] };
  const tijden = tekst.split("; ").map((deel) => {
    const [, eerste = "ma", laatste = eerste, begin = "", eind = ""] = DEEL.exec(deel) ?? [];
    return { eerste, laatste, begin, eind: eind === "24:00" ? "00:00" : eind };
  });
  return { uren: "tijden", tijden };
}

/** What the service keeps of what the form shows. @param {{ uren: string, tijden: Tijd[] }} waarden */
export function naarTekst({ uren, tijden }) {
  if (uren === "altijd") return "altijd";
  return uren === "tijden" && tijden.length ? tijden.flatMap(delen).join("; ") : null;
}

/** A night is written as an evening and a morning, for the service's hours stay within a day. @param {Tijd} tijd */
function delen({ eerste, laatste, begin, eind }) {
  const tot = eind === "00:00" ? "24:00" : eind;
  if (tot > begin) return [`${reeks(DAGEN.indexOf(eerste), DAGEN.indexOf(laatste))} ${begin}-${tot}`];
  const [van, tm] = [DAGEN.indexOf(eerste) + 1, DAGEN.indexOf(laatste) + 1];
  const ochtend = tm < 7 ? [reeks(van, tm)] : [...(van < 7 ? [reeks(van, 6)] : []), "ma"];
  return [`${reeks(van - 1, tm - 1)} ${begin}-24:00`, ...ochtend.map((dagen) => `${dagen} 00:00-${eind}`)];
}

/** @param {number} van @param {number} tot */
const reeks = (van, tot) => (van === tot ? DAGEN[van] : `${DAGEN[van]}-${DAGEN[tot]}`);

/** What is not right about these hours, before they are sent. @param {Tijd[]} tijden */
export const fouteTijden = (tijden) =>
  tijden.flatMap(({ eerste, laatste, begin, eind }, i) => {
    const fout = !begin || !eind ? "Vul het begin en het einde in." : begin === eind ? "Begin en einde zijn gelijk." : "";
    const dagen = DAGEN.indexOf(eerste) > DAGEN.indexOf(laatste) ? "De eerste dag komt na de laatste. De week begint op maandag." : "";
    return fout || dagen ? [{ pointer: `#/tijden/${i}/${fout ? "begin" : "eerste"}`, detail: fout || dagen }] : [];
  });

/**
 * An exception as the form shows it. Hours that the form has no fields for, out of a file, stay as they are.
 * @param {{ van: string, tot: string, bereikbaar: string | null }} een
 */
export function naarUitzondering({ van, tot, bereikbaar }) {
  const [, begin, eind] = /^ma-zo (\d\d:\d\d)-(\d\d:\d\d)$/.exec(bereikbaar ?? "") ?? [];
  const wat = bereikbaar === null ? "dicht" : bereikbaar === "altijd" ? "altijd" : begin ? "tijden" : bereikbaar;
  return { van, tot, wat, begin: begin ?? "09:00", eind: eind ?? "12:00" };
}

/** @param {{ van: string, tot: string | null, wat: string, begin: string, eind: string }} een */
export function alsUitzondering({ van, tot, wat, begin, eind }) {
  const anders = wat === "tijden" ? `ma-zo ${begin}-${eind === "00:00" ? "24:00" : eind}` : wat;
  return { van, tot: tot || van, bereikbaar: wat === "dicht" ? null : anders };
}

const E164 = /^\+[1-9]\d{6,14}$/;

/** A Dutch number in the ways in which people write it, as E.164; anything else stays as it is. @param {string} tekst */
export function internationaal(tekst) {
  const kaal = tekst.replace(/[\s().\-/‐-―]/g, "");
  if (/^00[1-9]\d{6,14}$/.test(kaal)) return `+${kaal.slice(2)}`;
  if (/^0[1-9]\d{8}$/.test(kaal)) return `+31${kaal.slice(1)}`;
  return E164.test(kaal) ? kaal : tekst;
}

/** Whether the service takes it once it is written as above. @param {string} tekst */
export const isNummer = (tekst) => E164.test(internationaal(tekst));
