/** A run of text as a PDF places it: origin at the page's lower left corner, units of a point. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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
export function piecesOf(line: Line, gap: number): string[] {
  const out: string[] = [];
  let end = -Infinity;
  for (const g of line.glyphs) {
    const distance = g.x - end;
    const last = out[out.length - 1];
    if (last !== undefined && distance <= gap * line.size)
      out[out.length - 1] = last + (distance > 0.15 * line.size && !last.endsWith(" ") && !g.text.startsWith(" ") ? ` ${g.text}` : g.text);
    else out.push(g.text);
    end = Math.max(end, g.x + g.width);
  }
  return out.map((text) => text.trim());
}
