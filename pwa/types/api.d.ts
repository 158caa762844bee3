// The answers of the service, as the client reads them. Types only: nothing of this folder is sent to a phone.

export interface Sessie {
  rol: string;
  gebruikersnaam: string;
  verlooptOp: string;
  /** What this account may do; not told at signing in. */
  rechten?: string[];
}

export interface Reden {
  code: string;
  naam: string;
  toelichtingVereist: boolean;
}

export interface Contactpersoon {
  organisatie: string;
  naam: string | null;
  functie: string | null;
  telefoon: string | null;
  bereikbaar: string | null;
  opFeestdagen: boolean;
  uitzonderingen: Uitzondering[];
  /** The name of whom this one replaces: to be called only when that one cannot be reached. */
  vervangt: string | null;
  eerste: boolean;
}

/** Days with other hours, both inclusive; null: not to be reached. */
export interface Uitzondering {
  van: string;
  tot: string;
  bereikbaar: string | null;
}

export interface Handelingskader {
  actie: { code: string; tekst: string; icoon: string; kleur: string };
  kern: string | null;
  regels: string[];
  casusoverleg: string | null;
  vastgesteldDoor: string | null;
  versie: number;
}

export interface Bejegening {
  kern: string | null;
  ziet: string | null;
  betekent: string | null;
  doen: string[];
  nietDoen: string[];
  risico: "verbaal" | "fysiek" | "wapen" | "geen" | null;
  versie: number;
}

export interface Afspraak {
  aanpak: { code: string; naam: string };
  eigenaar: string;
  handelingskader: Handelingskader | null;
  bejegening: Bejegening | null;
  contactpersonen: Contactpersoon[];
  inlichtingen: { organisatie: string; tekst: string; aard: "feit" | "oordeel"; bron: string }[];
  start: string | null;
  toetsenVoor: string | null;
  einde: string | null;
}

export interface Persoon {
  naam: string;
  voornamen: string | null;
  roepnaam: string | null;
  aliassen: string[];
  geboorte: { datum: string | null; plaats: string | null };
  geslacht: string;
}

export interface Straatkaart {
  persoon: Persoon;
  afspraken: Afspraak[];
  gepubliceerdOp: string;
}

export interface Kandidaat {
  id: string;
  naam: string;
  geboortejaar: number | null;
  aanpak: string;
  gevondenOp: string[];
}

export interface Inzage {
  id: string;
  gevondenOp: string[];
  /** The holidays of the coming days, on which offices are closed. */
  feestdagen: string[];
  straatkaart: Straatkaart;
}

/** What the service took the question for. */
export interface Begrepen {
  naam: string | null;
  geboortedatum: string | null;
  geboortejaarOngeveer: number | null;
}

export type Antwoord = { begrepen: Begrepen } & (
  | (Inzage & { uitkomst: "kaart" })
  | { id: string; uitkomst: "kandidaten"; kandidaten: Kandidaat[] }
  | { id: string; uitkomst: "onbekend" }
  | { id: string; uitkomst: "verfijn"; verfijn: { vraag: string; tekst: string } }
);

/** What an officer reported of a card, as the officer sees it: without the person. */
export interface Melding {
  id: number;
  status: "nieuw" | "in_behandeling" | "afgehandeld";
  urgentie: "gewoon" | "dringend";
  tekst: string;
  gemeldOp: string;
  antwoord: string | null;
  nieuws: boolean;
  aanpak: { code: string; naam: string };
  eigenaar: string | null;
}
