// What the street app remembers. All of it is in memory, and gone when the page goes.
import type { Begrepen, Inzage, Kandidaat, Reden, Sessie } from "./api.js";

export interface Formulier {
  tekst: string;
  /** What the service took this very text for, once it was asked. */
  begrepen: Begrepen | null;
  reden: string;
  toelichting: string;
  meldingsnummer: string;
}

export type Scherm =
  | "laden" | "aanmelden" | "zoeken" | "kandidaten" | "kaart" // the way of a question
  | "melden" | "meldingen" // what an officer says back
  | "onbekend" | "verbinding" | "toegang" | "storing"; // no answer, each with its own face

export interface Toestand {
  scherm: Scherm;
  sessie: Sessie | null;
  redenen: Reden[];
  formulier: Formulier;
  /** Remarks by field. */
  fouten: Record<string, string>;
  /** Why one is on this screen, in words. */
  bericht: string;
  lijst: { id: string; kandidaten: Kandidaat[] } | null;
  inzage: Inzage | null;
  bezig: boolean;
  /** The screens to report with, once they are there, and how many answers were not seen yet. */
  deel: typeof import("../melden/melden.js") | null;
  nieuws: number;
  /** The moment at which one may try again. */
  vrij: number;
  nu: Date;
  /** What failed, to be done again. */
  opnieuw: (() => void) | null;
}

/** Seconds to wait before one may try again. */
export type Wacht = { wacht: number };
