import { normalise } from "../characters";
import { join, type Mapped, shifted } from "../mapped";
import type { Line, RawCell, RawRow, RawTable } from "../raw";
import { inColumns, type Placed } from "./columns";
import { withWholeCells } from "./whole-cells";

/** A run of characters without a gap of two spaces: from, to in columns of the line. */
interface Piece extends Placed {
  readonly mapped: Mapped;
}

const figures = /^[-−–<>=≤≥(*[.\d]{0,4}[.\d][\d.,%()\s*–−:-]{0,20}[a-z*†‡%)]{0,4}$|^[-−–—]{1,2}$|^n\.?\s?s\.?$/;

/**
 * Where tables stand whose columns are parted by spaces alone, as `pdftotext -layout` and statistics programs print them: first line → the line after the last.
 * At least three rows of two cells or more, and most cells outside the first column figures, so that neither justified prose nor two columns of text are taken for one.
 */
export function spacedTables(lines: readonly Line[], isFurniture: (line: number) => boolean): Map<number, number> {
  const out = new Map<number, number>();
  const gapped = lines.map((line) => /\S {2,}\S/.test(line.text.slice(0, 400)) && line.text.length < 400 && !line.text.includes("\t"));
  for (let at = 0; at < lines.length; at++) {
    if (!gapped[at] || isFurniture(at)) continue;
    const end = runEnd(lines, gapped, at, isFurniture);
    if (isTable(lines.slice(at, end))) out.set(at, end);
    at = end - 1;
  }
  return out;
}

/** A run of rows: gapped lines, short lines right below one (what did not fit into a cell), and single blank lines before another gapped line. */
function runEnd(lines: readonly Line[], gapped: readonly boolean[], at: number, isFurniture: (line: number) => boolean): number {
  let end = at + 1;
  while (end < lines.length && end - at < 400 && !isFurniture(end)) {
    const text = lines[end].text;
    const blank = text.trim() === "";
    if (gapped[end] || (blank && gapped[end + 1] && cut(lines[end + 1]).some((piece, i) => i > 0 && figures.test(piece.mapped.text)))) end++;
    else if (!blank && text.trim().length <= 40 && !/[.:;?!]$/.test(text.trim()) && (/^ /.test(text) || gapped[end + 1])) end++;
    else break;
  }
  return end;
}

function isTable(lines: readonly Line[]): boolean {
  const rows = lines.map(cut).filter((row) => row.length >= 2);
  if (rows.length < 3 || rows.some((row) => row.length > 40)) return false;
  const others = rows.flatMap((row) => row.slice(1));
  const numeric = others.filter((piece) => figures.test(piece.mapped.text)).length;
  return (
    numeric >= 0.5 * others.length &&
    others.every((piece) => piece.mapped.text.length <= 60) &&
    rows.filter((row) => row.some((p) => figures.test(p.mapped.text))).length >= 2
  );
}

function cut(line: Line): Piece[] {
  return [...line.text.slice(0, 400).matchAll(/\S+(?: \S+)*/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    mapped: shifted(match[0], line.start + match.index),
  }));
}

/** The table that `spacedTables` found in these lines. */
export function spacedTable(lines: readonly Line[]): RawTable {
  const rows = lines.map(cut).filter((row) => row.length > 0);
  const cells = withWholeCells(
    inColumns(rows),
    rows.map((row) => row[0].from),
    (piece) => piece.mapped.text,
  );
  const [first, last] = [lines[0], lines[lines.length - 1]];
  return { kind: "table", rows: cells.map((row) => rowOf(row, first.start)), range: { start: first.start, end: last.end } };
}

function rowOf(cells: readonly (readonly Piece[])[], start: number): RawRow {
  const read = cells.map((pieces): RawCell => {
    const mapped = normalise(join(pieces.map((piece) => piece.mapped)));
    const at = pieces.length > 0 ? pieces[0].mapped.starts[0] : start;
    return { mapped, range: { start: at, end: mapped.text ? mapped.ends[mapped.text.length - 1] : at } };
  });
  const filled = read.filter((cell) => cell.mapped.text !== "");
  return { cells: read, range: { start: filled[0]?.range.start ?? start, end: filled[filled.length - 1]?.range.end ?? start } };
}
