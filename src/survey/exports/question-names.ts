/** A text of several words and this length, or ending in a question mark, is a question and no name; scripts without spaces need half of it. */
const longestName = 30;
const unspaced = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

export function isQuestion(header: string): boolean {
  if (/[?？]\s{0,9}$/.test(header)) return true;
  return unspaced.test(header) ? header.length > longestName / 2 : header.length > longestName && /\s/.test(header);
}

/** "Q1. I feel at home": a code and a text, however short. */
export const isCodedQuestion = (header: string): boolean => /\s\S/.test(header) && codeOf(header) !== undefined;

/**
 * Short stable names for columns that are headed by their question's text, which becomes the label.
 *
 * The name is the code or number that the text begins with ("SAT3: …", "[SAT3] …", "12. …", "5、…"), else Q and the question's place among the questions.
 * The rows of a grid ("How often do you … [at home]") share their question: Q4_1, Q4_2, …
 */
export function questionNames(
  headers: readonly string[],
  isPlain: (header: string, column: number) => boolean = (header) => !isQuestion(header),
): { names: string[]; labels: (string | undefined)[] } {
  const names: string[] = [];
  const labels: (string | undefined)[] = [];
  const stems = headers.map(stemOf);
  let question = 0;
  let row = 0;
  headers.forEach((header, c) => {
    if (isPlain(header, c)) {
      names.push(header);
      labels.push(undefined);
      return;
    }
    const sameAsBefore = c > 0 && stems[c] !== undefined && stems[c] === stems[c - 1];
    const sameAsNext = stems[c] !== undefined && stems[c] === stems[c + 1];
    if (!sameAsBefore) {
      question++;
      row = 0;
    }
    row++;
    const base = codeOf(header) ?? `Q${question}`;
    names.push(sameAsBefore || sameAsNext ? `${base}_${row}` : base);
    labels.push(header);
  });
  return { names, labels };
}

/** "SAT3: …", "[Q7] …", "Q12. …" → the code; "12. …", "5、…", "(3) …" → Q and the number. */
function codeOf(header: string): string | undefined {
  const code =
    /^\s{0,9}\[?([A-Za-z]{1,12}_?\d{1,4}(?:[_.]\d{1,3})?)\]?\s{0,3}[.:)）\]、：-]/.exec(header) ?? /^\s{0,9}\[([A-Za-z]{1,12}_?\d{1,4})\]/.exec(header);
  if (code) return code[1];
  const number = /^\s{0,9}[(（]?(\d{1,3})\s{0,3}(?:[.)）、：:．]|\s-\s)/.exec(header);
  return number ? `Q${number[1]}` : undefined;
}

/** The question of a grid's row: "question [row]" of Google Forms, "question—row" of 问卷星. */
function stemOf(header: string): string | undefined {
  const bracket = header.endsWith("]") ? header.lastIndexOf(" [") : -1;
  if (bracket > 0) return header.slice(0, bracket);
  const dash = header.search(/—|──| - | – /);
  return dash > 0 ? header.slice(0, dash) : undefined;
}
