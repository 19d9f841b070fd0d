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
  const gaps = rows.slice(1).map((row, i) => rows[i].y - row.y).sort((a, b) => a - b); // prettier-ignore
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 0;
  const out: string[] = [];
  rows.forEach((row, i) => {
    if (i > 0 && rows[i - 1].y - row.y > 1.35 * usual && rows[i - 1].y - row.y > 1.4 * row.size) out.push("");
    out.push(rowText(row));
  });
  return out.join("\n");
}

function rowText(row: Row): string {
  let text = "";
  let end = -Infinity;
  for (const g of row.glyphs) {
    const gap = g.x - end;
    if (text !== "") text += gap > 1.4 * row.size ? "\t" : gap > 0.15 * row.size && !text.endsWith(" ") && !g.text.startsWith(" ") ? " " : "";
    text += g.text;
    end = Math.max(end, g.x + g.width);
  }
  return text.trim();
}
