// How the search box is read.
export interface Vraag {
  naam?: string;
  geboortedatum?: string;
  geboortejaarOngeveer?: number;
  /** Why a date cannot be right, in words. It is asked all the same: the service has the last word. */
  mis?: string;
}

/** From what a pattern caught to a part of the question; `dag` is today, `YYYY-MM-DD`. */
export type Lezing = (gevangen: string[], dag: string) => Vraag;

export interface Begrip {
  soort: "naam" | "geboren" | "mis";
  tekst: string;
}
