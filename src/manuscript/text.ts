import { normalise } from "./characters";
import { captionOf, figureCaptionOf, isNote } from "./captions";
import { MappedBuilder } from "./mapped";
import { unsureMark } from "./pdf-layout";
import { type Line, linesOf, type RawBlock, type RawProse } from "./raw";
import { runsOn } from "./running-list";
import { roleOfTitle } from "./sections";
import { continued } from "./tables/continued";
import { withoutStrayEmphasis } from "./stray-emphasis";
import { spacedTable, spacedTables } from "./tables/spaced";
import { startsTabbed, tabbedTable } from "./tables/tabbed";

/** Plain text as converters of PDFs leave it: broken lines, page furniture between them, tables as rows of tabs, headings as bare lines. */
export function textBlocks(source: string): RawBlock[] {
  const lines = linesOf(source);
  const furniture = pageFurniture(lines);
  const spaced = spacedTables(lines, (i) => furniture.has(i));
  const out: RawBlock[] = [];
  let at = 0;
  let broken = false; // a page's end stood between this block and the last
  let unsure = false;
  let references = false;
  while (at < lines.length) {
    const line = lines[at].text.trim();
    if (line === "" || line === unsureMark || furniture.has(at)) {
      broken ||= furniture.has(at) || lines[at].text.includes("\f");
      unsure ||= line === unsureMark;
      at++;
      continue;
    }
    if (startsTabbed(lines, at)) {
      const { table, end } = tabbedTable(lines, at);
      const read = unsure ? { ...table, unsure } : table;
      const whole = broken && continued(out[out.length - 1], read);
      if (whole) out[out.length - 1] = whole;
      else out.push(read);
      at = end;
    } else if (spaced.has(at)) {
      out.push(spacedTable(lines.slice(at, spaced.get(at))));
      at = spaced.get(at)!;
    } else {
      const isOther = (i: number) => furniture.has(i) || spaced.has(i) || lines[i].text === unsureMark || (references && startsEntry(lines, i));
      const end = paragraphEnd(lines, at, isOther);
      for (const block of prose(source, lines.slice(at, end), isAlone(lines, at, end, furniture))) {
        if (block.kind === "heading") references = roleOfTitle(block.text.text) === "references";
        push(out, block, broken);
      }
      at = end;
    }
    broken = unsure = false;
  }
  return out;
}

/** "Abel, K. (2015)": an entry of a list of references begins here, the one above it is ended. */
function startsEntry(lines: readonly Line[], at: number): boolean {
  return /[.)/\d]$/.test(lines[at - 1].text.trim()) && /^(?:(?:[vV]an|[vV]on|[dD]e|[dD]er|[dD]i|[dD]a|[lL]a|[lL]e) ){0,2}\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?, (?:\p{Lu}\.[ -]?){1,4}(?:,|&|\(|and|et|…|$)/u.test(lines[at].text.trimStart().slice(0, 90)); // prettier-ignore
}

/** Lines that a page layout repeats: page numbers, running heads, ISSN lines. */
function pageFurniture(lines: readonly Line[]): Set<number> {
  const out = new Set<number>();
  const seen = new Map<string, number[]>();
  lines.forEach((line, i) => {
    const text = line.text.trim();
    if (text === "" || text.length > 120 || text.includes("\t")) return;
    if (
      /^(?:ISSN\b|\d{1,4}$|(?:page|seite|p\.)\s?\d{1,4}(?:\s?(?:of|von|\/)\s?\d{1,4})?$|-\s?\d{1,4}\s?-$)/i.test(text) ||
      /\b(?:Vol\.?|Volume) ?\d+,? ?(?:No|Issue|Nr)\.? ?\d+ ?\(\d{4}\)$/.test(text) ||
      /^\p{Lu}[\p{L} &]{3,60} \d{1,3}\(\d{1,3}\), (?:19|20)\d\d$/u.test(text)
    )
      return void out.add(i);
    const alone = (lines[i - 1]?.text.trim() ?? "") === "" || (lines[i + 1]?.text.trim() ?? "") === "";
    const key = text.replace(/\d+/g, "#");
    if (alone && !roleOfTitle(text) && !captionOf(text) && /\p{L}{3}/u.test(text) && !seen.get(key)?.push(i)) seen.set(key, [i]);
  });
  for (const [key, places] of seen)
    if (places.length >= 3 || (places.length === 2 && /\b(?:journal|proceedings|review|issn|doi)\b/i.test(key) && !/[.?!]$/.test(key)))
      places.forEach((i) => out.add(i));
  return out;
}

function paragraphEnd(lines: readonly Line[], at: number, isOther: (line: number) => boolean): number {
  let end = at + 1;
  while (end < lines.length && lines[end].text.trim() !== "" && !isOther(end) && !startsTabbed(lines, end)) {
    const text = lines[end].text.trim();
    if ((/^(?:[-•*]\s|\(?\d{1,2}[.)]\s|\[\d{1,3}\]\s)/.test(text) && !runsOn(lines, at, end)) || isNote(text) || captionOf(text)) break;
    if (isBareHeading(lines[at].text.trim())) break;
    end++;
  }
  return end;
}

function isAlone(lines: readonly Line[], at: number, end: number, furniture: Set<number>): boolean {
  const blank = (i: number) => i < 0 || i >= lines.length || lines[i].text.trim() === "" || furniture.has(i);
  return blank(at - 1) && (blank(end) || end === at + 1);
}

/** "Abstract", "2. Method", "4.2 Population and Sample": short, no sentence, known by its title or its number. */
function isBareHeading(text: string): boolean {
  if (text.length > 90 || text.length < 3 || /[.;:,!?]$/.test(text.replace(/\b(?:vs|etc)\.$/, "")) || figureCaptionOf(text) || captionOf(text)) return false;
  const numbered = /^(?:(?:\d{1,2}\.){0,3}\d{1,2}\.?|[IVX]{1,5}\.)\s*(?=\p{Lu})/u.exec(text);
  const title = numbered ? text.slice(numbered[0].length) : text;
  if (title.split(/\s+/).length > 12) return false;
  return numbered ? !/[.,;]\s/.test(title) && !/\b\d{4}\b/.test(title) : roleOfTitle(text) !== undefined && title.split(/\s+/).length <= 5;
}

function prose(source: string, lines: readonly Line[], alone: boolean): RawProse[] {
  const first = lines[0].text.trim();
  const range = { start: lines[0].start, end: lines[lines.length - 1].end };
  if (alone && lines.length === 1 && isBareHeading(first)) {
    const number = /^((?:\d{1,2}\.)*\d{1,2})/.exec(first)?.[1];
    return [{ kind: "heading", level: number ? 1 + number.split(".").length : 2, text: unbroken(source, lines, 0), range }];
  }
  const marker = /^\s*(?:[-•*]\s+)?(\(?\d{1,2}[.)]|\(?[a-z]\)|\[\d{1,3}\])\s*(?=\S)|^\s*([-•*])\s+/.exec(lines[0].text);
  if (marker)
    return [
      {
        kind: "list-item",
        marker: marker[1] ?? marker[2],
        depth: 0,
        text: unbroken(source, lines, marker[1]?.startsWith("[") ? lines[0].text.indexOf("[") : marker[0].length),
        range,
      },
    ];
  return [{ kind: "paragraph", text: unbroken(source, lines, 0), range }];
}

/** The lines as one text: a word divided at a line's end is put together again. */
function unbroken(source: string, lines: readonly Line[], skip: number): RawProse["text"] {
  const raw = new MappedBuilder();
  lines.forEach((line, i) => {
    const from = i === 0 ? line.start + skip : line.start + (line.text.length - line.text.trimStart().length);
    const text = source.slice(from, line.end).trimEnd();
    const next = lines[i + 1]?.text.trimStart() ?? "";
    const divided =
      /\p{Ll}-$/u.test(text) &&
      /^\p{Ll}/u.test(next) &&
      !/\b(?:self|non|semi|multi|cross|well|two|three|four|five|six|seven|item|inter|pre|post|co|e)-$/i.test(text);
    raw.copy(divided ? text.slice(0, -1) : text, from);
    if (i < lines.length - 1 && !divided) raw.push(/-$/.test(text) && /^\p{Ll}/u.test(next) ? "" : " ", line.end, line.end);
  });
  return normalise(withoutStrayEmphasis(raw.done()));
}

/** A paragraph that a page break or a stray blank line cut in two is one: the first half ends without a full stop, the second begins in lower case. */
function push(out: RawBlock[], block: RawProse, broken: boolean): void {
  const last = out[out.length - 1];
  const open =
    last &&
    (last.kind === "paragraph" || last.kind === "list-item") &&
    block.kind === "paragraph" &&
    last.text.text.length < 10_000 && // each joining copies the text
    /[\p{L},;]$/u.test(last.text.text) &&
    /^(?:\p{Ll}|\([\p{L} ]{1,30}\) \p{Ll})/u.test(block.text.text);
  if (open && (broken || last.text.text.length > 200)) {
    const text = new MappedBuilder();
    text.append(last.text);
    text.push(" ", last.range.end, last.range.end);
    text.append(block.text);
    out[out.length - 1] = { ...last, text: text.done(), range: { start: last.range.start, end: block.range.end } };
  } else out.push(block);
}
