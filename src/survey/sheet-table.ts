import { ScreeError } from "../errors";
import { type Cell, columnOfCells } from "./cells";
import { type DraftSurvey } from "./draft";
import { readHeader, titleRows, titleWarning } from "./header";
import { distinctNames } from "./names";

const sampleRows = 50;

/**
 * A table of cells, its header among them, as workbooks and lists of lists have it.
 *
 * @throws ScreeError `empty-file`, `header-only`
 */
export function draftOfRows(rows: readonly (readonly Cell[])[], source: string): DraftSurvey {
  const withTitle = rows.filter((row) => row.some((cell) => cell !== null && cell !== undefined && cell !== ""));
  if (withTitle.length === 0) throw new ScreeError("empty-file", `${source} is empty.`, { hint: "Export or download it again.", data: { file: source } });
  const titles = titleRows(withTitle.slice(0, sampleRows).map((row) => row.map(text)));
  const filled = withTitle.slice(titles);
  const width = filled.reduce((most, row) => Math.max(most, row.length), 0);
  const sample = filled.slice(0, sampleRows).map((row) => Array.from({ length: width }, (_, c) => text(row[c])));
  const header = readHeader(sample, source);
  const body = filled.slice(header.rows);
  if (body.length === 0) {
    throw new ScreeError("header-only", `${source} has a header with ${width} ${width === 1 ? "column" : "columns"} but no rows of answers.`, {
      hint: "Export the survey again with its responses.",
      data: { file: source },
    });
  }
  const kept = header.names.map((_, c) => c).filter((c) => header.names[c] !== "" || body.some((row) => text(row[c]) !== ""));
  const { names, warnings } = distinctNames(
    kept.map((c) => header.names[c]),
    source,
  );
  const columns = kept.map((c, k) => {
    const column = columnOfCells(
      names[k],
      body.map((row) => row[c]),
      header.labels[c],
    );
    return header.declared[c] ? { ...column, declared: header.declared[c] } : column;
  });
  return { source, rows: body.length, columns, warnings: [...titleWarning(titles, source), ...header.warnings, ...warnings], headerRows: titles + header.rows };
}

const text = (cell: Cell): string => {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString() : String(cell).trim();
};
