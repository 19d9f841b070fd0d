import { isNote } from "../captions";
import type { ManuscriptTable, TableRow } from "../manuscript";
import type { RawRow, RawTable } from "../raw";
import { isNumeric, withSecondHead, withSpanners, withStubs } from "./header";

/** Takes the rows at the foot of a table that are its notes ("Note. N = 308." across all columns) out of the body. */
export function withoutNoteRows(raw: RawTable): RawTable {
  let end = raw.rows.length;
  while (end > 1 && isNoteRow(raw.rows[end - 1])) end--;
  if (end === raw.rows.length) return raw;
  return { ...raw, rows: raw.rows.slice(0, end), notes: [...raw.rows.slice(end).map((row) => row.cells[0].mapped), ...(raw.notes ?? [])] };
}

/** One cell across the whole row, which would name rows below it, were there any; or a lone first cell that begins as notes do. */
function isNoteRow({ cells }: RawRow): boolean {
  const text = cells[0]?.mapped.text ?? "";
  if (cells.length < 2 || !/\p{L}/u.test(text)) return false;
  if (cells.every((c) => c === cells[0])) return true;
  return cells.slice(1).every((c) => c.mapped.text === "") && isNote(text);
}

/** Gives a raw table its roles: header rows, heading rows that name the rows below them, equal width. */
export function shapeTable(raw: RawTable, given: Pick<ManuscriptTable, "index" | "section" | "number" | "id" | "caption" | "notes">): ManuscriptTable {
  const width = Math.max(1, ...raw.rows.map((r) => r.cells.length));
  const headerRows = withSecondHead(raw.rows, Math.min(raw.headerRows ?? guessHeaderRows(raw.rows), raw.rows.length));
  const { rows: whole, stubs } = withStubs(withSpanners(raw.rows, headerRows), headerRows);
  const rows: TableRow[] = [];
  let group: string | undefined;
  whole.forEach((row, r) => {
    const cells = Array.from({ length: width }, (_, column) => {
      const cell = row.cells[column];
      const mapped = cell?.mapped ?? { text: "", starts: [], ends: [] };
      return { text: mapped.text, mapped, column, row: r - headerRows, range: cell?.range ?? { start: row.range.end, end: row.range.end } };
    });
    const body = r >= headerRows;
    const heading = body && width > 1 && isHeading(cells.map((c) => c.text));
    if (heading) group = cells[0].text || cells.find((c) => c.text)?.text;
    const of = stubs === 2 && /\p{L}/u.test(cells[0].text) ? cells[0].text : group;
    rows.push({ cells, label: cells[stubs - 1].text || cells[0].text, heading, ...(body && !heading && of ? { group: of } : {}), range: row.range });
  });
  return {
    ...given,
    header: rows.slice(0, headerRows),
    rows: rows.slice(headerRows),
    width,
    stubs,
    ...(raw.unsure ? { unsure: true } : {}),
    range: raw.range,
  };
}

/** Only the first cell filled, or one text repeated across the row (a spanning cell). */
function isHeading(cells: readonly string[]): boolean {
  if (!/\p{L}/u.test(cells[0])) return false;
  return cells.slice(1).every((c) => c === "") || (cells.length > 2 && cells.every((c) => c === cells[0]));
}

/** Leading rows without a number outside the first column; a first row of bare ordinals ("1 2 3 4" over a correlation matrix) is a header too. */
function guessHeaderRows(rows: readonly RawRow[]): number {
  let n = 0;
  while (n < rows.length - 1 && n < 4) {
    const cells = rows[n].cells.map((c) => c.mapped.text);
    const rest = cells.slice(1).filter((c) => c !== "");
    const numerals = rest.filter((c) => isNumeric(c)); // "M SD 1 2 3 4" heads a correlation matrix
    const ordinals = n === 0 && numerals.length > 1 && numerals.every((c, i) => c.replace(/[().]/g, "") === String(i + 1));
    if (!ordinals && rest.some((c) => isNumeric(c))) break;
    if (ordinals) return 1; // what follows is the matrix, whose first row may hold a dash only
    if (n > 0 && rest.length === 0) break; // a heading row of the body
    if (n > 0 && cells[0] !== "" && rows[n - 1].cells[0]?.mapped.text !== "" && rest.length > 0 && !rest.some((c) => /^(?:M|SD|n|N|%|B|SE|β|t|p|F|α)$/.test(c)))
      break; // a body of words
    n++;
  }
  return n;
}
