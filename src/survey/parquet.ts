import { ScreeError } from "../errors";
import { type Cell, columnOfCells } from "./cells";
import { type DraftColumn, type DraftSurvey } from "./draft";
import { distinctNames } from "./names";
import { checkPages } from "./parquet-pages";

export interface ParquetOptions {
  readonly name: string;
  readonly signal?: AbortSignal;
}

/** Nested columns have no place in a survey's table; what they hold is shown as JSON. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "object" && !(value instanceof Date))
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? inner.toString() : inner));
  return value as Cell;
}

/**
 * A Parquet file, column by column.
 *
 * @throws ScreeError `damaged-file`, `header-only`, `no-columns`
 */
export async function readParquet(bytes: Uint8Array, options: ParquetOptions): Promise<DraftSurvey> {
  const source = options.name;
  const { parquetMetadata, parquetRead, parquetSchema } = await import("hyparquet");
  const { compressors } = await import("hyparquet-compressors");
  const buffer = bytes.slice().buffer;
  try {
    const metadata = parquetMetadata(buffer);
    const rows = Number(metadata.num_rows);
    const headers = parquetSchema(metadata).children.map((child) => child.element.name);
    if (headers.length === 0) throw new ScreeError("no-columns", `${source} has no columns.`, { hint: "Export it again.", data: { file: source } });
    if (rows === 0)
      throw new ScreeError("header-only", `${source} has ${headers.length} columns but no rows of answers.`, {
        hint: "Export the survey again with its responses.",
        data: { file: source },
      });
    if (!(rows <= bytes.length * 4096)) throw new RangeError(`${rows} rows`);
    checkPages(bytes, metadata);
    const { names, warnings } = distinctNames(headers, source);
    const columns: DraftColumn[] = [];
    for (let c = 0; c < headers.length; c++) {
      options.signal?.throwIfAborted();
      let cells: Cell[] = [];
      const onComplete = (table: unknown[][]): void => void (cells = table.map(([value]) => cellOf(value))); // rows as lists: an object has no own __proto__
      await parquetRead({ file: buffer, metadata, columns: [headers[c]], compressors, rowFormat: "array", onComplete });
      if (cells.length !== rows) throw new RangeError(`${cells.length} rows of ${rows}`);
      columns.push(columnOfCells(names[c], cells));
    }
    return { source, rows, columns, warnings };
  } catch (error) {
    if (error instanceof ScreeError || options.signal?.aborted) throw error;
    throw new ScreeError("damaged-file", `${source} cannot be read as Parquet: ${reason(error)}.`, {
      hint: "The file is cut off or damaged: export or download it again.",
      data: { file: source },
      cause: error,
    });
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split("\n")[0].replace(/\.$/, "").slice(0, 160);
