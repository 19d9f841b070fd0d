import { entityAt } from "../manuscript/entities";
import { type RangeResult } from "./result";

/** The words around a place of the manuscript: the sentence in which it stands, with the place itself apart. */
export interface Passage {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const longest = 150; // characters on either side

/** @param lines the manuscript's lines; of a .docx, those of the HTML it was converted to */
export function passage(lines: readonly string[], range: RangeResult): Passage {
  const { start, end } = range;
  const printed = range.page === undefined ? undefined : unwrapped(lines, range);
  if (printed) return { before: tidy(fromSentence(printed.before)), marked: tidy(printed.marked), after: tidy(toSentence(printed.after)) };
  const line = lines[start.line - 1] ?? "";
  const last = start.line === end.line ? end.column - 1 : line.length;
  const row = htmlRow(lines, range);
  const before = untagged(row?.before ?? line.slice(0, start.column - 1));
  const after = untagged(row?.after ?? line.slice(last));
  const marked = untagged(line.slice(start.column - 1, last)) + (start.line === end.line ? "" : " …");
  if (row || line.trimStart().startsWith("|"))
    return { before: tidy(cells(before, -1)).trimStart(), marked: tidy(marked), after: tidy(cells(after, 1)).trimEnd() };
  return { before: tidy(fromSentence(before)), marked: tidy(marked), after: tidy(toSentence(after)) };
}

const mostPrinted = 4; // lines to either side: more than is quoted

/** Of a PDF: a sentence goes on over its printed lines; rows of tables (which hold tabs), blank lines and page breaks end it. */
function unwrapped(lines: readonly string[], { start, end }: RangeResult): Passage | undefined {
  const isProse = (i: number) => /\S/.test(lines[i] ?? "") && !/[\t\f]/.test(lines[i]);
  const [first, last] = [start.line - 1, end.line - 1];
  if (last - first > mostPrinted) return undefined;
  for (let i = first; i <= last; i++) if (!isProse(i)) return undefined;
  let [from, to] = [first, last];
  while (first - from < mostPrinted && isProse(from - 1)) from--;
  while (to - last < mostPrinted && isProse(to + 1)) to++;
  const [head, tail] = [lines[first].slice(0, start.column - 1), lines[last].slice(end.column - 1)];
  const marked =
    first === last
      ? lines[first].slice(start.column - 1, end.column - 1)
      : [lines[first].slice(start.column - 1), ...lines.slice(first + 1, last), lines[last].slice(0, end.column - 1)].join(" ");
  return { before: [...lines.slice(from, first), head].join(" "), marked, after: [tail, ...lines.slice(last + 1, to + 1)].join(" ") };
}

const longestRow = 120; // lines; converters put every cell on a line of its own

/** Of a row of an HTML table: what stands before and after the place, cells parted by pipes. */
function htmlRow(lines: readonly string[], { start, end }: RangeResult): { before: string; after: string } | undefined {
  if (start.line !== end.line || !/<(?:t[dhr]|p)\b|<\/(?:t[dh]|p)>/i.test(lines[start.line - 1] ?? "")) return undefined;
  let before = lines[start.line - 1].slice(0, start.column - 1);
  for (let i = start.line - 2; i >= Math.max(0, start.line - longestRow) && !/<\/?tr\b/i.test(before); i--) before = `${lines[i]} ${before}`;
  let after = lines[start.line - 1].slice(end.column - 1);
  for (let i = start.line; i < Math.min(lines.length, start.line + longestRow) && !/<\/?tr\b/i.test(after); i++) after = `${after} ${lines[i]}`;
  const open = before.toLowerCase().lastIndexOf("<tr");
  if (open < 0 || /<\/tr\b/i.test(before.slice(open))) return undefined;
  const piped = (text: string) => text.replace(/<\/t[dh]>/gi, " | ");
  return { before: `|${piped(before.slice(open))}`, after: piped(after.split(/<\/?tr\b/i)[0]) };
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
  if (end && end.index + end[0].length < text.length + 1 && (near.length === text.length || end.index + end[0].length < near.length))
    return near.slice(0, end.index + end[0].length);
  return near.length < text.length ? `${near.slice(0, Math.max(0, near.lastIndexOf(" ")))} …` : near;
}

/** Of a table's row: the cells, without the pipes at both ends. */
const cells = (text: string, side: -1 | 1) => {
  const parts = text.split("|").map((part, i, all) => (i === (side === -1 ? all.length - 1 : 0) ? part.replace(/\s+/g, " ") : part.trim()));
  const kept = side === -1 ? parts.slice(1) : parts.slice(0, -1);
  return kept.filter((part, i) => part.trim() !== "" || i === (side === -1 ? kept.length - 1 : 0)).join(" · ");
};

/** Without the marks of Markdown, which a quotation need not show. */
const tidy = (text: string) =>
  text
    .replace(/<!--.{0,400}?-->/g, "")
    .replace(/^\s{0,3}(?:#{1,6}\s|>\s?|[-*+]\s)/, "")
    .replace(/\*{1,3}|\\(?=[^\w\s])/g, "")
    .replace(/\s+/g, " ");

const tag =
  /<\/?(?:p|t[dhr]|table|thead|tbody|tfoot|caption|em|strong|small|cite|[abius]|sup|sub|br|span|div|section|li|[uo]l|h[1-6]|img|figure|figcaption)(?:\s[^<>]{0,600})?\/?>/gi;

/** Without the tags of HTML, and with the signs that its entities stand for. */
const untagged = (text: string) => text.replace(tag, "").replace(/&#?\w{2,8};/g, (entity) => entityAt(entity, 0)?.char ?? entity);
