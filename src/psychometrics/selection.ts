import { ScreeError } from "../errors";

/**
 * Item names from names and ranges: "Q1", "Q1-Q24" (every column from Q1 to Q24 in the order of the file). A name wins over a range, so a
 * column called "pre-test" can be named. Each item comes once, in the order first named.
 *
 * @param names all columns of the file, in order
 * @param isAnswer whether a column within a range can be an item; what cannot is passed over
 * @throws ScreeError `unknown-item`, with the nearest name
 * @internal
 */
export function expandItems(wanted: readonly string[], names: readonly string[], isAnswer: (name: string) => boolean = () => true): string[] {
  const position = new Map(names.map((name, at) => [name, at]));
  const chosen = new Set<string>();
  for (const entry of wanted.map((text) => text.trim()).filter(Boolean)) {
    if (position.has(entry)) {
      chosen.add(entry);
      continue;
    }
    const range = endsOfRange(entry, position);
    if (!range) throw unknown(entry, names);
    const [from, to] = range[0] <= range[1] ? range : [range[1], range[0]];
    for (const name of names.slice(from, to + 1)) if (isAnswer(name)) chosen.add(name);
  }
  return [...chosen];
}

/** Where a range begins and ends: at the first dash that has a column's name on either side. */
function endsOfRange(entry: string, position: ReadonlyMap<string, number>): [number, number] | undefined {
  for (let at = 1; at < entry.length - 1; at++) {
    if (!"-–—:".includes(entry[at])) continue;
    const from = position.get(entry.slice(0, at).trim());
    const to = position.get(entry.slice(at + 1).trim());
    if (from !== undefined && to !== undefined) return [from, to];
  }
  return undefined;
}

function unknown(entry: string, names: readonly string[]): ScreeError {
  const parts = entry.split(/[-–—]/).map((part) => part.trim());
  const missing = parts.length === 2 && parts.some((part) => names.includes(part)) ? parts.find((part) => !names.includes(part))! : entry;
  const near = nearestName(missing, names);
  const shown = names.slice(0, 12).join(", ") + (names.length > 12 ? ", …" : "");
  return new ScreeError("unknown-item", `There is no column ${missing}.`, {
    hint: near ? `Did you mean ${near}?` : `The columns are ${shown}.`,
    data: { item: missing, nearest: near },
  });
}

/** The name that differs least, if by at most a third of its length; case does not count. Source: Levenshtein (1966). */
export function nearestName(wanted: string, names: readonly string[]): string | undefined {
  const short = wanted.slice(0, 64);
  let best: string | undefined;
  let least = Math.max(1, short.length / 3) + 0.01;
  for (const name of names) {
    if (Math.abs(name.length - short.length) > least) continue;
    const distance = editDistance(short.toLowerCase(), name.toLowerCase()) + (short === name ? 0 : 0.001);
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

/** Insertions, deletions, substitutions and exchanges of neighbours between two words (Damerau, 1964; optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
