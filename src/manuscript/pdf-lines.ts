import { type Box, type PlacedText, type Stretch, trimmed } from "./places";

/** A run of text as a PDF places it: origin at the page's lower left corner, units of a point. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** where the page shows it */
  readonly box: Box;
}

/** Runs on one baseline, left to right. */
export interface Line {
  readonly y: number;
  readonly size: number;
  readonly glyphs: Glyphs[];
}

/** The lines of a page or column, top to bottom. Superscripts belong to the line they touch. */
export function linesOf(glyphs: readonly Glyphs[]): Line[] {
  const lines: Line[] = [];
  for (const g of [...glyphs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const last = lines[lines.length - 1];
    if (last && last.y - g.y < 0.5 * Math.max(last.size, g.height)) last.glyphs.push(g);
    else lines.push({ y: g.y, size: g.height, glyphs: [g] });
  }
  for (const line of lines) line.glyphs.sort((a, b) => a.x - b.x);
  return lines;
}

/** From where to where a line reaches. */
export const extent = (line: Line): [number, number] => [line.glyphs[0].x, Math.max(...line.glyphs.map((g) => g.x + g.width))];

/** The texts of a line, cut where a gap is wider than so many times the size of the type. */
export function piecesOf(line: Line, gap: number): PlacedText[] {
  const out: { text: string; places: Stretch[] }[] = [];
  let end = -Infinity;
  for (const g of line.glyphs) {
    const distance = g.x - end;
    const last = out[out.length - 1];
    if (last !== undefined && distance <= gap * line.size) {
      if (distance > 0.15 * line.size && !last.text.endsWith(" ") && !g.text.startsWith(" ")) last.text += " ";
      last.places.push({ start: last.text.length, end: last.text.length + g.text.length, box: g.box });
      last.text += g.text;
    } else out.push({ text: g.text, places: [{ start: 0, end: g.text.length, box: g.box }] });
    end = Math.max(end, g.x + g.width);
  }
  return out.map(trimmed);
}
