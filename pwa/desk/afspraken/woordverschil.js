// What changed between two texts, word by word: the longest row of words that both share stays, the rest went or came. Pure.

/** @typedef {{ soort: "gelijk" | "weg" | "erbij", tekst: string }} Stuk */

/** Words and what is between them, each a piece of its own. @param {string} tekst */
const woorden = (tekst) => tekst.split(/(\s+)/).filter(Boolean);

/** @param {string} oud @param {string} nieuw @returns {Stuk[]} */
export function woordverschil(oud, nieuw) {
  const [een, ander] = [woorden(oud), woorden(nieuw)];
  const langste = lengtes(een, ander);
  /** @type {Stuk[]} */
  const uit = [];
  let [i, j] = [0, 0];
  while (i < een.length || j < ander.length) {
    if (i < een.length && j < ander.length && een[i] === ander[j]) {
      voegToe(uit, "gelijk", een[i]);
      [i, j] = [i + 1, j + 1];
    } else if (j === ander.length || (i < een.length && langste[i + 1][j] >= langste[i][j + 1])) {
      voegToe(uit, "weg", een[i]);
      i += 1;
    } else {
      voegToe(uit, "erbij", ander[j]);
      j += 1;
    }
  }
  return leesbaar(uit);
}

/** Changes with nothing but blanks in between are one change: who reads them reads a phrase, not word after word. @param {Stuk[]} stukken */
function leesbaar(stukken) {
  /** @type {Stuk[]} */
  const uit = [];
  let [weg, erbij] = ["", ""];
  const klaar = () => {
    if (weg) uit.push({ soort: "weg", tekst: weg });
    if (erbij) uit.push({ soort: "erbij", tekst: erbij });
    [weg, erbij] = ["", ""];
  };
  stukken.forEach(({ soort, tekst }, i) => {
    const tussen = soort === "gelijk" && !tekst.trim() && i > 0 && i < stukken.length - 1;
    if (soort === "gelijk" && !tussen) {
      klaar();
      uit.push({ soort, tekst });
    } else {
      weg += soort === "erbij" ? "" : tekst;
      erbij += soort === "weg" ? "" : tekst;
    }
  });
  klaar();
  return uit;
}

/** How many pieces the ends share, from each pair of places on. @param {string[]} een @param {string[]} ander */
function lengtes(een, ander) {
  const tabel = Array.from({ length: een.length + 1 }, () => new Array(ander.length + 1).fill(0));
  for (let i = een.length - 1; i >= 0; i -= 1) {
    for (let j = ander.length - 1; j >= 0; j -= 1) {
      tabel[i][j] = een[i] === ander[j] ? tabel[i + 1][j + 1] + 1 : Math.max(tabel[i + 1][j], tabel[i][j + 1]);
    }
  }
  return tabel;
}

/** @param {Stuk[]} uit @param {Stuk["soort"]} soort @param {string} tekst */
function voegToe(uit, soort, tekst) {
  const laatste = uit.at(-1);
  if (laatste?.soort === soort) laatste.tekst += tekst;
  else uit.push({ soort, tekst });
}
