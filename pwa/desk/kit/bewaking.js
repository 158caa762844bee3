// What watches over a form on the screen: its shortcut, the network that comes back, and whoever leaves too early.
import { wachtOp } from "./concepten.js";
import { GeenVerbinding, Probleem } from "./dienst.js";
import { gezicht } from "./fouten.js";
import { sneltoets } from "./sneltoetsen.js";

/** @typedef {import("./formulier.js").Formulier} Formulier */

/** After how many milliseconds a draft that got no answer is sent once more. */
const WEER = 5000;

/** It may well succeed in a while, without anything being done about it. @param {unknown} fout */
const gaatOver = (fout) => fout instanceof GeenVerbinding || (fout instanceof Probleem && fout.status >= 500);

/** A draft that could not be kept: that is said, and tried again for as long as the form is there. @param {Formulier} f @param {unknown} fout */
export function straksWeer(f, fout) {
  f.setState({ conceptFout: `Nog niet bewaard. ${gezicht(fout).tekst}` });
  if (f.er && gaatOver(fout)) f.wekker = setTimeout(() => f.bewaar({}), WEER);
}

/** An act that cannot be undone is done by its own button only: the keys lead there. @param {Formulier} f */
const naarKnop = (f) => f.knop?.focus();

/** In a field of one line Enter presses the button, in every browser. @param {Formulier} f @param {KeyboardEvent} event */
export function bijEnter(f, event) {
  if (!f.props.voorgoed || event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  naarKnop(f);
}

/** From here on `f` is watched; returns how to stop. @param {Formulier} f */
export function bewaak(f) {
  const { concept, apart, knop = "Bewaar", voorgoed } = f.props;
  const naam = concept ? `Bewaar het ${apart ? "klad" : "concept"}` : knop;
  const doe = () => void (f.props.concept ? f.bewaarNu() : f.stuur());
  const stil = [
    voorgoed ? sneltoets({ toets: "s", naam: `Naar de knop ${knop}`, doe: () => naarKnop(f) }) : sneltoets({ toets: "s", naam, doe }),
    wachtOp(() => f.vuil && !f.onderweg && f.state.conceptFout !== ""),
  ];
  const probeer = () => void (f.state.conceptFout && f.bewaar({}));
  addEventListener("pagehide", f.weg);
  addEventListener("online", probeer);
  // What could not be kept when one left this screen before.
  void f.bewaar({});
  return () => {
    stil.forEach((stop) => stop());
    removeEventListener("pagehide", f.weg);
    removeEventListener("online", probeer);
  };
}
