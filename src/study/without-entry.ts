import { isMap, isPair, isScalar, type Node, type Pair, parseDocument, visit } from "yaml";

/**
 * A YAML text in which the innermost entry (key and value) at an offset is blank and everything else stands where it stood; undefined where there is none.
 * What is wrong behind the first mistake can then be found as well.
 */
export function withoutEntry(source: string, offset: number): string | undefined {
  let found: { start: number; end: number; flow: boolean } | undefined;
  visit(parseDocument(source, { uniqueKeys: false }), {
    Pair(_, pair, path) {
      const range = rangeOf(pair);
      const parent = path.at(-1);
      if (range && range.start <= offset && offset <= range.end) found = { ...range, flow: isMap(parent) && parent.flow === true };
    },
  });
  if (!found) return undefined;
  const { start, end } = found.flow ? withComma(source, found) : found;
  return source.slice(0, start) + source.slice(start, end).replace(/[^\r\n]/g, " ") + source.slice(end);
}

function rangeOf(pair: Pair): { start: number; end: number } | undefined {
  const [key, value] = [pair.key, pair.value] as (Node | null)[];
  const start = key?.range?.[0];
  if (!isPair(pair) || start === undefined) return undefined;
  // the "&name" of an anchor stands before the value's own range, and an empty value has none
  return { start, end: Math.max(value?.range?.[1] ?? 0, isScalar(key) ? endOfKey(key) : 0) };
}

/** The end of a key and its colon. */
const endOfKey = (key: Node): number => (key.range?.[1] ?? 0) + 1;

/** In "{ a: 1, b: 2 }" the comma goes with its entry. */
function withComma(source: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const after = /^[\s,]*/.exec(source.slice(end, end + 200))![0];
  if (after.includes(",")) return { start, end: end + after.indexOf(",") + 1 };
  const before = source.slice(Math.max(0, start - 200), start);
  const comma = before.trimEnd().endsWith(",") ? before.trimEnd().length - 1 : before.length;
  return { start: start - (before.length - comma), end };
}
