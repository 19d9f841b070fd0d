import { extent, type Glyphs, type Line, linesOf, piecesOf } from "./pdf-lines";
import { tableText } from "./pdf-table";
import { joined, type PlacedText, unplaced } from "./places";

export type { Glyphs } from "./pdf-lines";

/** A page's text in reading order: the columns of a two-column page one after the other, a blank line between paragraphs, a tab where a gap parts the cells of a table. */
export function pageText(glyphs: readonly Glyphs[]): PlacedText {
  const filled = glyphs.filter((g) => g.text.trim() !== "");
  if (filled.length === 0) return unplaced("");
  const gutter = gutterOf(filled);
  if (gutter === undefined) return linesText(linesOf(filled));
  // What crosses the gutter (title, wide tables) divides the page into bands; each band reads left, then right.
  const rows = linesOf(filled);
  const parts: PlacedText[] = [];
  let left: Glyphs[] = [];
  let right: Glyphs[] = [];
  const flush = () => {
    for (const side of [left, right]) if (side.length > 0) parts.push(linesText(linesOf(side)));
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.glyphs.some((g) => g.x < gutter - 2 && g.x + g.width > gutter + 2)) {
      flush();
      parts.push(linesText([row]));
    } else for (const g of row.glyphs) (g.x + g.width / 2 < gutter ? left : right).push(g);
  }
  flush();
  return joined(parts, "\n");
}

/** The x of a gap in the middle third that most rows leave free and that has text on both sides in many rows; undefined on a page of one column. */
function gutterOf(glyphs: readonly Glyphs[]): number | undefined {
  const left = Math.min(...glyphs.map((g) => g.x));
  const right = Math.max(...glyphs.map((g) => g.x + g.width));
  const rows = linesOf(glyphs);
  if (rows.length < 12) return undefined;
  let best: { x: number; crossing: number } | undefined;
  for (let x = left + (right - left) * 0.35; x <= left + (right - left) * 0.65; x += 3) {
    let crossing = 0;
    let both = 0;
    for (const row of rows) {
      if (row.glyphs.some((g) => g.x < x - 4 && g.x + g.width > x + 4)) crossing++;
      else if (row.glyphs.some((g) => g.x + g.width <= x + 4) && row.glyphs.some((g) => g.x >= x - 4)) both++;
    }
    if (both > 0.45 * rows.length && crossing < 0.25 * rows.length && (!best || crossing < best.crossing)) best = { x, crossing };
  }
  if (!best) return undefined;
  // A wide table has such gaps too: a gutter parts long lines, a table short cells.
  const widths = rows.map((row) => row.glyphs.filter((g) => g.x + g.width <= best.x + 4).reduce((sum, g) => sum + g.width, 0)).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] > 0.3 * (right - left) ? best.x : undefined;
}

function linesText(rows: readonly Line[]): PlacedText {
  const leading = leadingOf(rows);
  const out: PlacedText[] = [];
  for (let i = 0; i < rows.length;) {
    const wide = i > 0 ? rows[i - 1].y - rows[i].y : 0;
    if (i > 0 && wide > 1.35 * leading && wide > 1.25 * rows[i].size) out.push(unplaced(""));
    const end = tableEnd(rows, i);
    if (end - i >= 2) {
      const table = tableText(rows.slice(i, end));
      out.push(...(table.sure ? [] : [unplaced(unsureMark)]), ...table.rows);
    } else out.push(joined(piecesOf(rows[i], 1.4), "\t"));
    i = Math.max(end, i + 1);
  }
  return joined(out, "\n");
}

/** From line to line of a paragraph: about the smallest distance there is, since tables and paragraphs have wider ones. */
function leadingOf(rows: readonly Line[]): number {
  const gaps = rows.slice(1).flatMap((row, i) => (rows[i].y - row.y > 0.9 * row.size ? [rows[i].y - row.y] : []));
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 10)] ?? 0;
}

/** A line of this invisible sign stands before a table whose cells had to be put together from broken words or numbers. */
export const unsureMark = "\u2063";

/** The row after a run of rows of several cells. Narrow rows of one cell between or around them belong to it (the second line of a label, the first of a header), and rows that begin right of the first column. */
function tableEnd(rows: readonly Line[], at: number): number {
  const several = (i: number, gap = 1.4) => i < rows.length && piecesOf(rows[i], gap).length >= 2;
  const left = Math.min(...rows.map((row) => extent(row)[0]));
  const width = Math.max(...rows.map((row) => extent(row)[1])) - left;
  const narrow = (i: number) => i < rows.length && extent(rows[i])[1] - extent(rows[i])[0] < 0.35 * width;
  const indented = (i: number) => i < rows.length && extent(rows[i])[0] > left + (narrow(i) ? 0.03 : 0.12) * width;
  const near = (i: number, times = 1.5) => i < rows.length && rows[i - 1].y - rows[i].y < times * rows[i].size;
  const lower = (i: number) => i < rows.length && /^\p{Ll}/u.test(rows[i].glyphs[0].text);
  const isCut = (i: number) => narrow(i) && near(i, 1.75) && (several(i + 1) || lower(i) || (narrow(i + 1) && near(i + 1) && lower(i + 1) && several(i + 2)));
  const headOnly = piecesOf(rows[at], 1.4).length >= 3 && rows.length - at <= 4; // the page ends below the head of a table
  const last = (i: number) => headOnly && narrow(i) && near(i, 1.75) && !/^\d+$/.test(joined(piecesOf(rows[i], 1.4), "").text);
  if (!several(at) && !(narrow(at) && several(at + 1) && near(at + 1))) return at;
  let end = at + 1;
  while (several(end) || (near(end) && (several(end, 0.8) || indented(end))) || isCut(end) || last(end)) end++;
  return end;
}
