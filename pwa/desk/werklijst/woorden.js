// What each worklist is called, what to do with it, and how long something waits.
import { dagenTot } from "../kit/index.js";

/** @typedef {{ titel: string, doe: string, leeg: string }} Woorden */

/** @type {Record<string, Woorden>} */
export const LIJSTEN = {
  meldingen: {
    titel: "Meldingen van de straat",
    doe: "Een agent zegt dat een kaart niet klopt. Zoek het uit en geef antwoord.",
    leeg: "Er zijn geen meldingen die op antwoord wachten.",
  },
  "te-keuren": {
    titel: "Te keuren",
    doe: "Een collega heeft dit ingediend. Keur het goed, dan staat het op de kaart, of stuur het terug.",
    leeg: "Er ligt niets om te keuren.",
  },
  teruggestuurd: {
    titel: "Teruggestuurd",
    doe: "Bij het keuren is dit teruggestuurd, met een opmerking. Pas het aan en dien het opnieuw in.",
    leeg: "Er is niets teruggestuurd.",
  },
  verouderd: {
    titel: "Verouderd",
    doe: "De toetsdatum is voorbij. Op de kaart staat nu: verouderd, overleg eerst.",
    leeg: "Niets is verouderd.",
  },
  "te-toetsen": {
    titel: "Te toetsen binnen 30 dagen",
    doe: "Kijk na of dit nog juist is. Is er iets veranderd? Open het dossier en stel het opnieuw vast.",
    leeg: "De komende 30 dagen hoeft niets nagekeken te worden.",
  },
  "eigen-deel": {
    titel: "Eigen formulierdelen",
    doe: "Vul het deel van je eigen organisatie in, en bevestig het.",
    leeg: "Alle delen van je organisatie zijn bevestigd.",
  },
  onvolledig: {
    titel: "Formulieren die niet compleet zijn",
    doe: "Hier ontbreekt nog iets van een organisatie. Vanuit het dossier kun je een herinnering sturen.",
    leeg: "Alle formulieren zijn compleet.",
  },
};

/** @param {string} naam */
export const adres = (naam) => (naam === "meldingen" ? "/bureau/meldingen" : `/bureau/werklijst/${naam}`);

/** "12 dagen te laat", "nog 3 dagen", "vandaag". @param {string} dag */
export function termijn(dag) {
  const dagen = dagenTot(dag);
  if (dagen === 0) return "vandaag";
  const aantal = Math.abs(dagen) === 1 ? "1 dag" : `${Math.abs(dagen)} dagen`;
  return dagen < 0 ? `${aantal} te laat` : `nog ${aantal}`;
}

/** "vandaag", "sinds 1 dag", "sinds 12 dagen". @param {string} stempel */
export function sinds(stempel) {
  const dagen = -dagenTot(stempel.slice(0, 10));
  if (dagen < 1) return "vandaag";
  return dagen === 1 ? "sinds 1 dag" : `sinds ${dagen} dagen`;
}

/** How long the first of a list waits, whichever way it is told. @param {string | null} oudste */
export function wacht(oudste) {
  if (!oudste) return "–";
  return oudste.length === 10 ? termijn(oudste) : sinds(oudste);
}
