/**
 * Puts together what lines of type have cut: a row that only goes on with the cells above it ("which is / long", "Quality of / goods") is made one with its row. Works on rows of columns,
 * each with its pieces.
 */
export function withWholeCells<T>(rows: readonly (readonly T[])[][], indents: readonly number[], textOf: (piece: T) => string): T[][][] {
  const text = (cell: readonly T[]) => cell.map(textOf).join(" ");
  const out: T[][][] = [];
  rows.forEach((row, i) => {
    const last = out[out.length - 1];
    const texts = row.map(text);
    const upper = last?.map(text);
    if (last && upper && goesOn(texts, upper)) row.forEach((cell, c) => last[c].push(...cell));
    else if (last && upper && isBegun(upper, texts, indents, i)) row.forEach((cell, c) => (c === 0 ? last[0].push(...cell) : last[c].push(...cell)));
    else out.push(row.map((cell) => [...cell]));
  });
  return out;
}

const figure = /\d|^[-−–—]$/;
const filled = (texts: readonly string[]) => texts.flatMap((t, c) => (t === "" ? [] : [c]));

/** Words only, in columns that the row above fills with words too or (of the first column, where it has figures) in lower case. */
function goesOn(texts: readonly string[], above: readonly string[]): boolean {
  const at = filled(texts);
  if (at.some((c) => figure.test(texts[c])) || !above.slice(1).some((t) => /\d/.test(t))) return false;
  if (at.length === 1 && at[0] === 0) return /^\p{Ll}/u.test(texts[0]);
  return at[0] > 0 && at.every((c) => /\p{L}{3}/u.test(above[c]));
}

/** A label whose figures stand beside its second line: "Quality of", then "goods 7 4.10". A heading of several rows is none: its rows are indented alike. */
function isBegun(above: readonly string[], texts: readonly string[], indents: readonly number[], row: number): boolean {
  const alone = filled(above);
  if (alone.length !== 1 || alone[0] !== 0 || !/\p{L}/u.test(above[0]) || texts.slice(1).every((t) => !figure.test(t))) return false;
  if (/(?:\b(?:of|and|or|the|to|for|with|in|on|by|from|a|an|my|that|which|is)|[,–-])$/i.test(above[0])) return true;
  return /^\p{Ll}/u.test(texts[0]) && indents[row] !== indents[row + 1];
}
