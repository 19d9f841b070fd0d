import { afterArguments, closing, undressLatex } from "./latex-inline";
import type { LatexSource } from "./latex-source";
import { type Mapped, stretchOf } from "./mapped";
import type { RawCell, RawRow, RawTable } from "./raw";

const tabular = /\\begin\{(tabular[xy]?\*?|tabulary|longtable|tblr|longtblr|talltblr|tabu|longtabu|xltabular|supertabular|array|NiceTabular\*?|NiceArray)\}/g;

/** Whether an environment holds the rows of a table itself. */
export const isTabular = (name: string): boolean => new RegExp(tabular.source).test(`\\begin{${name}}`) && name !== "array";

/**
 * The tables of an environment [at, end) of the text: every tabular in it, the first with the caption and the last with the notes below. `number`: what the environment's caption counts as.
 */
export function latexTables(text: string, at: number, end: number, source: LatexSource, number: string | undefined): RawTable[] {
  const body = text.slice(at, end);
  const caption = captionIn(body, at, text, source);
  const out: RawTable[] = [];
  let from = 0;
  for (let match = next(body, from); match; match = next(body, from)) {
    const start = at + match.index;
    const close = text.indexOf(`\\end{${match[1]}}`, start);
    const stop = close < 0 || close > end ? end : close + `\\end{${match[1]}}`.length;
    const { rows, headerRows } = tabularRows(text, start, stop, source);
    const first = out.length === 0;
    if (rows.length > 0)
      out.push({ kind: "table", rows, headerRows, caption: first ? caption : undefined, number: first && caption ? number : undefined, range: { start, end: stop } }); // prettier-ignore
    from = stop - at;
  }
  const last = out[out.length - 1];
  if (last) out[out.length - 1] = { ...last, notes: notesBelow(text, last.range.end, end, source) };
  return out;
}

function next(body: string, from: number): RegExpExecArray | null {
  const pattern = new RegExp(tabular.source, "g");
  pattern.lastIndex = from;
  return pattern.exec(body);
}

function captionIn(body: string, at: number, text: string, source: LatexSource): Mapped | undefined {
  const command = /\\caption(?:of\{\w{1,20}\})?\*?(?:\[[^\]]{0,500}\])?\{/.exec(body) ?? /\bcaption\s?=\s?\{/.exec(body.slice(0, 2000));
  if (!command) return undefined;
  const open = command.index + command[0].length - 1;
  const close = closing(body, open);
  return close > 0 ? undressLatex(stretchOf(text, at + open + 1, at + close), source) : undefined;
}

/** The notes under a tabular: threeparttable's items one by one, or the text from "Note." on. */
function notesBelow(text: string, from: number, to: number, source: LatexSource): Mapped[] {
  const below = text.slice(from, to);
  const notes = /\\begin\{(tablenotes|TableNotes)\}(?:\[[^\]]{0,100}\])?/.exec(below);
  if (notes) {
    const start = notes.index + notes[0].length;
    const close = below.indexOf(`\\end{${notes[1]}}`, start);
    const items = [...below.slice(start, close < 0 ? undefined : close).matchAll(/\\item\b/g)].map((m) => start + m.index);
    const edges = [...items, close < 0 ? below.length : close];
    return items.map((item, i) => undressLatex(stretchOf(text, from + item, from + edges[i + 1]), source)).filter((note) => note.text !== ""); // prettier-ignore
  }
  const note = undressLatex(stretchOf(text, from, to), source);
  const at = note.text.search(/\b(?:Notes?|Anmerkung|Nota)\b ?[.:]|\*{1,3} ?p ?</);
  if (at < 0) return [];
  const cut = (places: ArrayLike<number>) => Array.prototype.slice.call(places, at) as number[];
  return [{ text: note.text.slice(at), starts: cut(note.starts), ends: cut(note.ends) }];
}

const rules = /^(?:\s|\\(?:hline|toprule|midrule|bottomrule|addlinespace|morecmidrules|specialrule|endhead|endfirsthead|endfoot|endlastfoot|noalign|rowcolor|centering|small|footnotesize|itshape|bfseries|arrayrulecolor)(?:\[[^\]]{0,40}\])?(?:\{[^{}]{0,40}\}){0,3}(?![a-zA-Z])|\\(?:cline|cmidrule|cmidrulewidth)(?:\([^)]{0,20}\))?\{[^{}]{0,20}\}|\\cmidrule(?:\[[^\]]{0,20}\])?(?:\([^)]{0,20}\))?\{[^{}]{0,20}\})*/; // prettier-ignore

/** Rows end with \\, cells are parted by &; rules, column definitions and longtable's repeated heads and feet are no cells. */
function tabularRows(text: string, from: number, to: number, source: LatexSource): { rows: RawRow[]; headerRows?: number } {
  const start = afterArguments(text, from + /^\\begin\{[a-zA-Z*]+\}/.exec(text.slice(from, from + 40))![0].length);
  const end = text.lastIndexOf("\\end{", to) > start ? text.lastIndexOf("\\end{", to) : to;
  const body = text.slice(start, end);
  const parts = longtableParts(body);
  let rows: RawRow[] = [];
  let headerRows: number | undefined;
  let cells: RawCell[] = [];
  let down = new Map<number, { cell: RawCell; left: number }>(); // column → a \multirow that reaches down
  let cellFrom = start;
  const closeCell = (at: number) => {
    const lead = rules.exec(text.slice(cellFrom, at))![0].length;
    const head = text.slice(cellFrom + lead, cellFrom + lead + 200);
    const columns = Math.min(100, Number(/^\\multicolumn\{\s?(\d{1,3})\s?\}/.exec(head)?.[1] ?? 1));
    const raw = stretchOf(text, cellFrom + lead, at);
    const range = raw.text ? { start: raw.starts[0], end: raw.ends[raw.text.length - 1] } : { start: at, end: at };
    const reaching = raw.text ? undefined : down.get(cells.length);
    const cell = reaching && reaching.left > 0 ? reaching.cell : { mapped: undressLatex(raw, source), range };
    if (reaching) reaching.left--;
    const span = Number(/^(?:\\multicolumn\{[^{}]{0,9}\}\{[^{}]{0,20}\}\{\s?)?\\multirow(?:\[\w\])?\{\s?(\d{1,3})\s?\}/.exec(head)?.[1] ?? 1);
    for (let k = 0; k < columns; k++) {
      if (span > 1) down.set(cells.length, { cell, left: Math.min(span, 200) - 1 });
      cells.push(cell);
    }
  };
  const closeRow = (at: number) => {
    closeCell(at);
    const captioned = /\\caption\b/.test(text.slice(cells[0].range.start, Math.min(at, cells[0].range.start + 2000)));
    if (!captioned && cells.some((c) => c.mapped.text !== "")) rows.push({ cells, range: { start: cells[0].range.start, end: at } });
    cells = [];
  };
  const balanced = isBalanced(body);
  let depth = 0;
  for (let i = start; i < end; i++) {
    const part = parts.get(i - start);
    if (part) {
      // what stood since the last mark is the first head (kept), a later head or a foot (repeated on each page, so left out)
      if (part.keep) headerRows = rows.length;
      else rows = rows.slice(0, headerRows ?? 0);
      down = new Map();
      cellFrom = i + part.length;
      i += part.length - 1;
    } else if (text[i] === "\\" && text[i + 1] === "\\") {
      if (balanced && depth > 0) {
        i++; // a line's end within a cell: \makecell{two\\lines}
        continue;
      }
      closeRow(i);
      i++;
      i += /^\*?(?:\[[^\]]{0,40}\])?/.exec(text.slice(i + 1, i + 45))![0].length;
      cellFrom = i + 1;
    } else if (text[i] === "\\") i++;
    else if (text[i] === "{") depth++;
    else if (text[i] === "}") depth--;
    else if (text[i] === "&" && !(balanced && depth > 0)) {
      closeCell(i);
      cellFrom = i + 1;
    }
  }
  if (text.slice(cellFrom, end).replace(/^\s+|\s+$/g, "")) closeRow(end);
  return { rows, headerRows };
}

function isBalanced(body: string): boolean {
  let depth = 0;
  for (let i = 0; i < body.length && depth >= 0; i++) {
    if (body[i] === "\\") i++;
    else if (body[i] === "{") depth++;
    else if (body[i] === "}") depth--;
  }
  return depth === 0;
}

/** The marks \endfirsthead, \endhead, \endfoot and \endlastfoot of a longtable; the rows before the first head are kept as the header. */
function longtableParts(body: string): Map<number, { keep: boolean; length: number }> {
  const out = new Map<number, { keep: boolean; length: number }>();
  const first = body.includes("\\endfirsthead") ? "endfirsthead" : "endhead";
  for (const match of body.matchAll(/\\(endfirsthead|endhead|endfoot|endlastfoot)\b/g))
    out.set(match.index, { keep: match[1] === first, length: match[0].length });
  return out;
}
