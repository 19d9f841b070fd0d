import { type RangeResult } from "../../checks/result";

/** The words around a place of the manuscript: the sentence in which it stands, with the place itself apart. */
export interface Passage {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const longest = 150; // characters on either side

/** @param lines the manuscript's lines */
export function passage(lines: readonly string[], { start, end }: RangeResult): Passage {
  const line = lines[start.line - 1] ?? "";
  const last = start.line === end.line ? end.column - 1 : line.length;
  const before = line.slice(0, start.column - 1);
  const after = line.slice(last);
  const marked = line.slice(start.column - 1, last) + (start.line === end.line ? "" : " …");
  if (line.trimStart().startsWith("|")) return { before: tidy(cells(before, -1)), marked: tidy(marked), after: tidy(cells(after, 1)) };
  return { before: tidy(fromSentence(before)), marked: tidy(marked), after: tidy(toSentence(after)) };
}

/** Back to the end of the sentence before, or to a word within the limit. */
function fromSentence(text: string): string {
  const near = text.slice(-longest);
  const ends = [...near.matchAll(/[.!?]["”’)]?\s+(?=["“(]?[A-Z])/g)].at(-1);
  if (ends) return near.slice(ends.index + ends[0].length);
  return near.length < text.length ? `…${near.slice(Math.max(0, near.indexOf(" ")))}` : near;
}

function toSentence(text: string): string {
  const near = text.slice(0, longest);
  const end = /[.!?]["”’)]?(?=\s+["“(]?[A-Z]|\s*$)/.exec(near);
  if (end && end.index + end[0].length < text.length + 1 && (near.length === text.length || end.index + end[0].length < near.length)) return near.slice(0, end.index + end[0].length);
  return near.length < text.length ? `${near.slice(0, Math.max(0, near.lastIndexOf(" ")))} …` : near;
}

/** Of a table's row: the cells, without the pipes at both ends. */
const cells = (text: string, side: -1 | 1) => {
  const parts = text.split("|").map((part) => part.trim());
  const kept = side === -1 ? parts.slice(1) : parts.slice(0, -1);
  return kept.filter((part, i) => part !== "" || i === (side === -1 ? kept.length - 1 : 0)).join(" · ");
};

/** Without the marks of Markdown, which a quotation need not show. */
const tidy = (text: string) =>
  text
    .replace(/<!--.{0,400}?-->/g, "")
    .replace(/^\s{0,3}(?:#{1,6}\s|>\s?|[-*+]\s)/, "")
    .replace(/\*{1,3}|\\(?=[^\w\s])/g, "")
    .replace(/\s+/g, " ");
