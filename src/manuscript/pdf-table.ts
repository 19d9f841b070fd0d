import type { Line } from "./pdf-lines";
import { around, type Box, joined, type PlacedText } from "./places";
import { withWholeCells } from "./tables/whole-cells";

/** A stretch of a line within one column (or, of a spanner, over several). */
interface Cell {
  text: string;
  readonly from: number;
  to: number;
  readonly first: number;
  last: number;
  box: Box;
}

/** The text of a cell, all of whose lines stand in its box. */
interface Whole {
  readonly text: string;
  readonly box: Box;
}

/** Rows of a table with their cells in columns, each row a line with a tab between cells. `sure`: no cell had to be put together from lines broken within words or numbers. */
export function tableText(lines: readonly Line[]): { rows: PlacedText[]; sure: boolean } {
  const segments = lines.map((line) => segmentsOf(line, 0.5 * line.size));
  const columns = columnsOf(lines, segments);
  const cells = segments.map((line) => cellsOf(line, columns));
  const heads = cells.findIndex((line) => line.some((cell) => cell.first > 0 && figure.test(cell.text)));
  const widths = columns.map((_, c) =>
    Math.max(
      0,
      ...cells
        .flat()
        .filter((cell) => cell.first === c && cell.last === c)
        .map((cell) => cell.to - cell.from),
    ),
  );
  const groups = groupsOf(lines, cells, columns.length);
  let broken = false;
  const rows = groups.map((group) => {
    const row = columns.map((): Cell[] => []);
    for (const i of group) for (const cell of cells[i]) for (let c = cell.first; c <= (i < heads ? cell.last : cell.first); c++) row[c].push(cell);
    return row.map((parts, c) => {
      const whole = wholeText(parts, widths[c]);
      broken ||= whole.broken;
      return whole.text === "" ? [] : [{ text: whole.text, box: around(parts.map((part) => part.box)) }];
    });
  });
  const indents = groups.map((group) => Math.round(cells[group[0]][0]?.from ?? 0));
  const whole = withWholeCells(withNumberedLabels(rows), indents, ({ text }) => text);
  return {
    rows: whole.map((row) =>
      joined(
        row.map((cell) => joined(cell.map(placed), " ")),
        "\t",
      ),
    ),
    sure: !broken,
  };
}

const placed = ({ text, box }: Whole): PlacedText => ({ text, places: [{ start: 0, end: text.length, box }] });
const textOf = (cell: readonly Whole[] | undefined) => (cell ?? []).map(({ text }) => text).join("");

/** "1.", "2." before the labels stand in a column of their own only because lists are set so. */
function withNumberedLabels(rows: readonly Whole[][][]): Whole[][][] {
  const numbered = rows.filter((row) => row[0].length > 0);
  const apart = numbered.length > 1 && numbered.every((row) => /^\(?\d{1,2}[.)]$/.test(textOf(row[0])) && /\p{L}/u.test(textOf(row[1])));
  return apart ? rows.map(([first, second, ...others]) => [[...first, ...second], ...others]) : [...rows];
}

const figure = /^[-−–(<]{0,2}\.?\d[\d.,%()*]*$/;

/** Stretches along the line that (nearly) no line of the table covers part the columns. */
function columnsOf(lines: readonly Line[], segments: readonly (readonly Segment[])[]): Extent[] {
  const size = median(lines.map((line) => line.size));
  const all = segments.flat();
  const left = Math.floor(Math.min(...all.map((s) => s.from)));
  const right = Math.ceil(Math.max(...all.map((s) => s.to)));
  const cover = new Int32Array(Math.min(5000, 2 * (right - left) + 2)); // lines that cover each half point
  const at = (x: number) => Math.min(cover.length - 1, Math.max(0, Math.round(2 * (x - left))));
  for (const { from, to } of all) for (let k = at(from); k < at(to); k++) cover[k]++;
  const tolerated = Math.floor(lines.length / 8);
  const columns: Extent[] = [];
  let from = 0;
  for (let k = 0; k <= cover.length; k++) {
    if (k < cover.length && cover[k] > tolerated) continue;
    let end = k;
    while (end < cover.length && cover[end] <= tolerated) end++;
    if (end - k >= size || end >= cover.length) {
      if (k > from) columns.push({ from: left + from / 2, to: left + k / 2 });
      from = end;
    }
    k = end;
  }
  // a head over cells that are all empty here is a column too
  for (const { from: a, to: b } of [...all].sort((x, y) => x.to - x.from - (y.to - y.from)))
    if (!columns.some((column) => Math.min(b, column.to) > Math.max(a, column.from))) columns.push({ from: a, to: b });
  return columns.sort((a, b) => a.from - b.from);
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

interface Segment extends Extent {
  readonly text: string;
  readonly box: Box;
}

/** What of a line stands without a gap wider than `gap`. */
function segmentsOf(line: Line, gap: number): Segment[] {
  const out: { text: string; from: number; to: number; box: Box }[] = [];
  for (const g of line.glyphs) {
    const share = g.width / Math.max(1, g.text.length);
    const from = g.x + (g.text.length - g.text.trimStart().length) * share;
    const to = g.x + g.text.trimEnd().length * share;
    const last = out[out.length - 1];
    const distance = last ? from - last.to : Infinity;
    if (last && distance <= gap) {
      last.text += distance > 0.15 * line.size ? ` ${g.text.trim()}` : g.text.trim();
      last.to = Math.max(last.to, to);
      last.box = around([last.box, g.box]);
    } else out.push({ text: g.text.trim(), from, to, box: g.box });
  }
  return out;
}

/** A segment stands in the columns it covers, or in the nearest. */
function cellsOf(segments: readonly Segment[], columns: readonly Extent[]): Cell[] {
  const out: Cell[] = [];
  for (const { text, from, to, box } of segments) {
    const covered = columns.flatMap((column, c) =>
      Math.min(to, column.to) - Math.max(from, column.from) > 0.3 * Math.min(to - from, column.to - column.from) ? [c] : [],
    );
    const first = covered[0] ?? nearest((from + to) / 2, columns);
    const last = covered[covered.length - 1] ?? first;
    const before = out[out.length - 1];
    if (before && first <= before.last) {
      before.text += ` ${text}`;
      before.to = to;
      before.box = around([before.box, box]);
      before.last = Math.max(before.last, last);
    } else out.push({ text, from, to, first, last, box });
  }
  return out;
}

function nearest(x: number, columns: readonly Extent[]): number {
  const distance = (c: number) => Math.max(columns[c].from - x, x - columns[c].to, 0);
  let best = 0;
  for (let c = 1; c < columns.length; c++) if (distance(c) < distance(best)) best = c;
  return best;
}

/** The lines that make one row: where lines stand at two distances, those at the smaller one go on with their cells. Not where that would put two figures into one cell: then the wider gaps part groups of rows. */
function groupsOf(lines: readonly Line[], cells: readonly (readonly Cell[])[], columns: number): number[][] {
  const single = lines.map((_, i) => [i]);
  const gaps = lines.slice(1).map((line, i) => lines[i].y - line.y);
  const sorted = [...gaps].sort((a, b) => a - b);
  const [small, large] = [sorted[0], sorted[sorted.length - 1]];
  if (gaps.length < 2 || large < 1.07 * small) return single;
  const limit = small * 1.04;
  const groups: number[][] = [[0]];
  gaps.forEach((gap, i) => (gap <= limit ? groups[groups.length - 1].push(i + 1) : groups.push([i + 1])));
  return groups.some((group) => clashes(group.map((i) => cells[i]), columns)) ? single : groups; // prettier-ignore
}

function clashes(lines: readonly (readonly Cell[])[], columns: number): boolean {
  let clashing = 0;
  for (let c = 0; c < columns; c++) {
    const texts = lines.flatMap((line) => line.filter((cell) => cell.first === c).map((cell) => cell.text));
    const decimal = (text: string | undefined) => text !== undefined && /^[-−–<([]?\s?\d*[.,]\d+/.test(text);
    const twice = texts.some((text, i) => decimal(text) && decimal(texts[i + 1]) && !/[-–—,;[(]$/.test(text));
    const integers = texts.filter((text) => /^[-−–]?\d+%?$/.test(text)).length;
    if (twice) return true;
    if (c > 0 && integers > 1 && integers === texts.length && integers === lines.length) clashing++;
  }
  return clashing > 0 && lines.every((line) => line[0]?.first === 0 && !/^\p{Ll}/u.test(line[0].text));
}

/** The parts of a cell, line by line, as one text. A word or number that did not fit into the column is put together again: its part fills the line, so that one more letter had no room. */
function wholeText(parts: readonly Cell[], width: number): { text: string; broken: boolean } {
  let text = "";
  let broken = false;
  parts.forEach((part, i) => {
    const before = parts[i - 1];
    if (!before) return void (text = part.text);
    const letter = (before.to - before.from) / before.text.length / 2 + (part.to - part.from) / part.text.length / 2;
    const full = before.to - before.from + 0.9 * letter > width;
    const tail = /\S+$/.exec(before.text)?.[0] ?? "";
    const head = /^\S+/.exec(part.text)?.[0] ?? "";
    const oneNumber = /[\d.]$/.test(tail) && /^[-−([]*\d*\.?\d+[)\],]?\*{0,3}$/.test(tail + head) && before.to - before.from + letter > 0.8 * width;
    const oneWord = full && tail === before.text && ((/[\p{L}\d.]$/u.test(tail) && /^[\p{Ll}\d.)]/u.test(head)) || /^\p{Lu}{2,4}$/u.test(tail + head));
    const within = oneNumber || oneWord;
    broken ||= within;
    text += within || /\p{L}[-‐]$/u.test(before.text) ? part.text : ` ${part.text}`;
  });
  return { text, broken };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
