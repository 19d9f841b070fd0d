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

/** A run of rows: gapped lines, short lines right below one (what did not fit into a cell), and blank lines before rows of figures, also under a heading of their own. */
function runEnd(lines: readonly Line[], gapped: readonly boolean[], at: number, isFurniture: (line: number) => boolean): number {
  const hasFigures = (i: number) => gapped[i] && cut(lines[i]).some((piece, k) => k > 0 && figures.test(piece.mapped.text));
  const blank = (i: number) => i < lines.length && lines[i].text.trim() === "";
  const short = (i: number) => i < lines.length && !blank(i) && lines[i].text.trim().length <= 40 && !/[.:;?!]$/.test(lines[i].text.trim());
  const indent = (i: number) => lines[i].text.length - lines[i].text.trimStart().length; // a head far to the right is that of another table
  let end = at + 1;
  while (end < lines.length && end - at < 400 && !isFurniture(end)) {
    const next = blank(end + 1) ? end + 2 : end + 1;
    if (gapped[end] || (short(end) && (/^ /.test(lines[end].text) || gapped[end + 1]))) end++;
    else if (blank(end) && (hasFigures(next) || (short(next) && indent(next) < 8 && hasFigures(next + 1)))) end = next;
    else break;
  }
  return end;
}

function isTable(lines: readonly Line[]): boolean {
  const rows = lines.map(cut).filter((row) => row.length >= 2);
  if (rows.some((row) => row.length > 40)) return false;
  const others = rows.flatMap((row) => row.slice(1));
  const numeric = others.filter((piece) => figures.test(piece.mapped.text)).length;
  const withFigures = rows.filter((row) => row.some((p) => figures.test(p.mapped.text)));
  const headAndRow = rows.length === 2 && !withFigures.includes(rows[0]) && rows[1].filter((p) => figures.test(p.mapped.text)).length >= 4;
  return (
    headAndRow || (rows.length >= 3 && withFigures.length >= 2 && numeric >= 0.5 * others.length && others.every((piece) => piece.mapped.text.length <= 60))
  );
}

/** The pieces of a line; figures stand apart also where a single space parts them, as statistics programs print them. */
function cut(line: Line): Piece[] {
  return [...line.text.slice(0, 400).matchAll(/\S+(?: \S+)*/g)].flatMap((match) => {
    const words = [...match[0].matchAll(/\S+/g)];
    const out: { from: number; to: number }[] = [];
    words.forEach((word, i) => {
      const [from, to] = [match.index + word.index, match.index + word.index + word[0].length];
      const apart = i === 0 || (plainFigure.test(word[0]) && plainFigure.test(words[i - 1][0]));
      if (apart) out.push({ from, to });
      else out[out.length - 1].to = to;
    });
    return out.map(({ from, to }) => ({ from, to, mapped: shifted(line.text.slice(from, to), line.start + from) }));
  });
}

const plainFigure = /^[-−]?\.?\d[\d.,]*[%*]{0,3}$/;

/** A head of several words over as many columns is a head for each: "h2 u2 com". */
function headsApart(rows: readonly Piece[][]): Piece[][] {
  const body = rows.filter((row) => row.some((piece, i) => i > 0 && plainFigure.test(piece.mapped.text)));
  const first = rows.indexOf(body[0]);
  const placed = inColumns(body);
  const columns = placed[0]?.map((_, c) => extent(placed.flatMap((row) => row[c]))) ?? [];
  return rows.map((row, r) =>
    r >= first
      ? row
      : row.flatMap((piece) => {
          const over = columns.filter((column) => Math.min(piece.to, column.to) > Math.max(piece.from, column.from)).length;
          const words = [...piece.mapped.text.matchAll(/\S+/g)];
          if (words.length < 2 || words.length !== over) return [piece];
          return words.map((word) => ({
            from: piece.from + word.index,
            to: piece.from + word.index + word[0].length,
            mapped: shifted(word[0], piece.mapped.starts[word.index]),
          }));
        }),
  );
}

const extent = (pieces: readonly Placed[]): Placed => ({ from: Math.min(...pieces.map((p) => p.from)), to: Math.max(...pieces.map((p) => p.to)) });

/** Words that stand left of the figures in few rows ("F1  BY") belong to the label. */
function withWholeLabels(rows: readonly Piece[][][]): Piece[][][] {
  const share = (c: number, test: (cell: readonly Piece[]) => boolean) => rows.filter((row) => test(row[c])).length / rows.length;
  const width = rows[0]?.length ?? 0;
  const isFigures = (cell: readonly Piece[]) => cell.length > 0 && plainFigure.test(cell[0].mapped.text);
  let figuresFrom = 1;
  while (figuresFrom < width && share(figuresFrom, isFigures) < 0.34) figuresFrom++;
  if (figuresFrom >= width) return [...rows];
  const sparse = Array.from({ length: width }, (_, c) => c > 0 && c < figuresFrom && share(c, (cell) => cell.length > 0) < 0.5);
  if (!sparse.some(Boolean)) return [...rows];
  return rows.map((row) => {
    const label = [...new Set([row[0], ...row.filter((_, c) => sparse[c])].flat())];
    return [label, ...row.slice(1).filter((_, c) => !sparse[c + 1])];
  });
}

/** The table that `spacedTables` found in these lines. */
export function spacedTable(lines: readonly Line[]): RawTable {
  const rows = headsApart(lines.filter((line) => /[\p{L}\d]/u.test(line.text)).map(cut));
  const cells = withWholeCells(
    withWholeLabels(inColumns(rows)),
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
