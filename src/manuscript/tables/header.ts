import type { RawCell, RawRow } from "../raw";

/** "M SD 1 2 3 4" heads a correlation matrix: its numbers are those of the columns. */
export function isOrdinal(texts: readonly string[]): boolean {
  const numerals = texts.filter((text) => /\d/.test(text));
  return numerals.length > 1 && numerals.every((text, i) => text.replace(/[().]/g, "") === String(i + 1));
}

export const isNumeric = (text: string): boolean => /^[\s(<>=≤≥*[-]*\.?\d[\d.,%\s)\]*^a-z\u202f–-]{0,30}$/.test(text) && !/confidence|interval/i.test(text);

/**
 * How many rows are header where the format allows one only (a pipe table): the second too, if it has words or ordinals under a first that names several columns at once
 * ("Initial Eigenvalues", then "Total", "% of Variance", "Cumulative %") and figures follow.
 */
export function withSecondHead(rows: readonly RawRow[], headerRows: number): number {
  if (headerRows !== 1 || rows.length < 3) return headerRows;
  const [first, second, ...body] = rows.slice(0, 5).map((row) => row.cells.map((cell) => cell.mapped.text));
  const named = second.slice(1).filter((text) => text !== "");
  const underSpanner = second.some((text, c) => c > 0 && text !== "" && (first[c] === "" || first[c] === first[c - 1]));
  const continues = second[0] === "" || second[0] === first[0];
  if (!continues || !underSpanner || named.length < 2 || first.slice(1).every((text) => text === "")) return headerRows;
  if (named.some(isNumeric) && !isOrdinal(named)) return headerRows;
  return body.some((texts) => texts.slice(1).some(isNumeric)) ? 2 : headerRows;
}

/** Head cells that a spanner to their left covers, which formats without spans leave empty, take its text: it names all columns up to the next. */
export function withSpanners(rows: readonly RawRow[], headerRows: number): readonly RawRow[] {
  if (headerRows < 2) return rows;
  return rows.map((row, r) => {
    if (r >= headerRows - 1) return row;
    const below = rows[r + 1].cells;
    const cells: RawCell[] = [];
    row.cells.forEach((cell, c) => {
      const covered =
        c > 1 && cell.mapped.text === "" && (below[c]?.mapped.text ?? "") !== "" && cells[c - 1].mapped.text !== "" && (below[c - 1]?.mapped.text ?? "") !== "";
      cells.push(covered ? cells[c - 1] : cell);
    });
    return { ...row, cells };
  });
}

/**
 * The first column of rows that belong together is filled in their first row only, and a second column tells them apart ("Gender | Male", "| Female"; "Trust | Pearson Correlation",
 * "| Sig. (2-tailed)"): the rows below take the first one's cell. Gives whether the table has two such columns.
 */
export function withStubs(rows: readonly RawRow[], headerRows: number): { rows: readonly RawRow[]; stubs: 1 | 2 } {
  const body = rows.slice(headerRows);
  const text = (row: RawRow, c: number) => row.cells[c]?.mapped.text ?? "";
  const words = body.filter((row) => /\p{L}/u.test(text(row, 1)) && !isNumeric(text(row, 1)));
  const under = body.filter((row, r) => r > 0 && (text(row, 0) === "" || row.cells[0] === body[r - 1].cells[0]) && text(row, 1) !== "");
  if (body.length < 2 || under.length === 0 || text(body[0], 0) === "" || words.length < 0.9 * body.length || body.every((row) => row.cells.length < 3))
    return { rows, stubs: 1 };
  if (!body.some((row) => row.cells.slice(2).some((cell) => isNumeric(cell.mapped.text)))) return { rows, stubs: 1 };
  let above: RawCell | undefined;
  const filled = body.map((row) => {
    const first = row.cells[0];
    if (first.mapped.text !== "") above = first;
    return above && first.mapped.text === "" && text(row, 1) !== "" ? { ...row, cells: [above, ...row.cells.slice(1)] } : row;
  });
  return { rows: [...rows.slice(0, headerRows), ...filled], stubs: 2 };
}
