/** A run of text as a PDF places it: origin at the page's lower left corner, units of a point. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Row {
  readonly y: number;
  readonly size: number;
  readonly glyphs: Glyphs[];
}

/** A page's text in reading order: the columns of a two-column page one after the other, a blank line between paragraphs, a tab where a gap parts the cells of a table. */
export function pageText(glyphs: readonly Glyphs[]): string {
  const filled = glyphs.filter((g) => g.text.trim() !== "");
  if (filled.length === 0) return "";
  const gutter = gutterOf(filled);
  if (gutter === undefined) return linesText(rowsOf(filled));
  // What crosses the gutter (title, wide tables) divides the page into bands; each band reads left, then right.
  const rows = rowsOf(filled);
  const parts: string[] = [];
  let left: Glyphs[] = [];
  let right: Glyphs[] = [];
  const flush = () => {
    for (const side of [left, right]) if (side.length > 0) parts.push(linesText(rowsOf(side)));
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
  return parts.join("\n");
}

/** Glyph runs on one baseline, top to bottom, left to right within. Superscripts belong to the row they touch. */
function rowsOf(glyphs: readonly Glyphs[]): Row[] {
  const rows: Row[] = [];
  for (const g of [...glyphs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const last = rows[rows.length - 1];
    if (last && last.y - g.y < 0.5 * Math.max(last.size, g.height)) last.glyphs.push(g);
    else rows.push({ y: g.y, size: g.height, glyphs: [g] });
  }
  for (const row of rows) row.glyphs.sort((a, b) => a.x - b.x);
  return rows;
}

/** The x of a gap in the middle third that most rows leave free and that has text on both sides in many rows; undefined on a page of one column. */
function gutterOf(glyphs: readonly Glyphs[]): number | undefined {
  const left = Math.min(...glyphs.map((g) => g.x));
  const right = Math.max(...glyphs.map((g) => g.x + g.width));
  const rows = rowsOf(glyphs);
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

function linesText(rows: readonly Row[]): string {
  const gaps = rows
    .slice(1)
    .map((row, i) => rows[i].y - row.y)
    .sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 0;
  const out: string[] = [];
  for (let i = 0; i < rows.length;) {
    const wide = i > 0 ? rows[i - 1].y - rows[i].y : 0;
    if (i > 0 && wide > 1.35 * usual && wide > 1.4 * rows[i].size) out.push("");
    const end = tableEnd(rows, i);
    if (end - i >= 2) out.push(...tableText(rows.slice(i, end)));
    else out.push(rowText(rows[i]));
    i = Math.max(end, i + 1);
  }
  return out.join("\n");
}

/** The row after a run of rows of several cells. Narrow rows of one cell between or around them belong to it: the second line of a label, the first of a header. */
function tableEnd(rows: readonly Row[], at: number): number {
  const several = (i: number) => i < rows.length && cellsOf(rows[i], 1.4).length >= 2;
  const width = Math.max(...rows.map((row) => extent(row)[1])) - Math.min(...rows.map((row) => extent(row)[0]));
  const narrow = (i: number) => i < rows.length && extent(rows[i])[1] - extent(rows[i])[0] < 0.35 * width;
  const near = (i: number) => rows[i - 1].y - rows[i].y < 1.5 * rows[i].size;
  let end = at;
  if (!several(at) && !(narrow(at) && several(at + 1) && near(at + 1))) return at;
  while (several(end) || (end > at && narrow(end) && near(end) && (several(end + 1) || isContinuation(rows[end]))) || (end === at && narrow(end))) end++;
  return end;
}

const extent = (row: Row): [number, number] => [row.glyphs[0].x, Math.max(...row.glyphs.map((g) => g.x + g.width))];
const isContinuation = (row: Row) => /^\p{Ll}/u.test(row.glyphs[0].text);

/** Rows of a table with their cells in columns: what overlaps along the line is one column, and a column that a row leaves free stays empty. */
function tableText(rows: readonly Row[]): string[] {
  const cells = rows.map((row) => cellsOf(row, 0.9));
  const columns: { from: number; to: number }[] = [];
  const touching = (c: CellBox) => columns.filter((column) => c.from < column.to && c.to > column.from);
  for (const cell of cells.flat().sort((a, b) => a.to - a.from - (b.to - b.from))) {
    const [first, ...others] = touching(cell);
    if (others.length > 0) continue; // a spanner
    if (!first) columns.push({ from: cell.from, to: cell.to });
    else {
      first.from = Math.min(first.from, cell.from);
      first.to = Math.max(first.to, cell.to);
    }
  }
  columns.sort((a, b) => a.from - b.from);
  const lines = cells.map((row) => {
    const line = columns.map(() => "");
    for (const cell of row) {
      const at = Math.max(0, columns.findIndex((column) => cell.from < column.to && cell.to > column.from)); // prettier-ignore
      line[at] = line[at] ? `${line[at]} ${cell.text}` : cell.text;
    }
    return line;
  });
  return withoutContinuations(lines).map((line) => line.join("\t"));
}

/** A row that has only a label in lower case goes on with the label above it. */
function withoutContinuations(lines: readonly string[][]): string[][] {
  const out: string[][] = [];
  for (const line of lines) {
    const last = out[out.length - 1];
    if (last && /^\p{Ll}/u.test(line[0]) && line.slice(1).every((c) => c === "") && last.slice(1).some((c) => c !== "")) last[0] += ` ${line[0]}`;
    else out.push(line);
  }
  return out;
}

interface CellBox {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Cuts a row where a gap is wider than so many times the size of the type. */
function cellsOf(row: Row, gap: number): CellBox[] {
  const out: { text: string; from: number; to: number }[] = [];
  for (const g of row.glyphs) {
    const last = out[out.length - 1];
    if (last && g.x - last.to <= gap * row.size) {
      last.text += g.x - last.to > 0.15 * row.size && !last.text.endsWith(" ") && !g.text.startsWith(" ") ? ` ${g.text}` : g.text;
      last.to = Math.max(last.to, g.x + g.width);
    } else out.push({ text: g.text, from: g.x, to: g.x + g.width });
  }
  return out.map((c) => ({ ...c, text: c.text.trim() }));
}

function rowText(row: Row): string {
  return cellsOf(row, 1.4)
    .map((c) => c.text)
    .join("\t");
}
