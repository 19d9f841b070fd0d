import { ScreeError, type Warning } from "../errors";
import { type SchemaTree } from "hyparquet";
import { type Cell, columnOfCells } from "./cells";
import { reasonOf } from "./damage";
import { type DraftColumn, type DraftSurvey } from "./draft";
import { distinctNames, list } from "./names";
import { checkPages, type FlatColumn } from "./parquet-pages";
import { boundedCompressors } from "./parquet-unpack";

export interface ParquetOptions {
  readonly name: string;
  readonly signal?: AbortSignal;
  /** only so many, for a first look: the others are neither read nor checked */
  readonly firstRows?: number;
}

/** A table of answers has no more; each row takes memory while its column is read. */
const mostRows = 50_000_000;

/**
 * A Parquet file, column by column. Columns of lists, maps and structs have no place in a table of answers; they are left out with a warning.
 *
 * @throws ScreeError `damaged-file`, `header-only`, `no-columns`, `nested-columns`
 */
export async function readParquet(bytes: Uint8Array, options: ParquetOptions): Promise<DraftSurvey> {
  const source = options.name;
  refuseUnended(bytes, source);
  const { parquetMetadata, parquetRead, parquetSchema } = await import("hyparquet");
  const compressors = await boundedCompressors();
  const buffer = bytes.slice().buffer;
  try {
    const metadata = parquetMetadata(buffer);
    const rows = Number(metadata.num_rows);
    const schema = parquetSchema(metadata).children;
    if (schema.length === 0) throw new ScreeError("no-columns", `${source} has no columns.`, { hint: "Export it again.", data: { file: source } });
    if (rows === 0)
      throw new ScreeError("header-only", `${source} has ${schema.length} columns but no rows of answers.`, {
        hint: "Export the survey again with its responses.",
        data: { file: source },
      });
    if (!(rows > 0 && rows <= Math.min(mostRows, bytes.length * 4096))) throw new RangeError(`${rows} rows`);
    const inGroups = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
    if (inGroups !== rows) throw new RangeError(`${inGroups} rows in groups, ${rows} announced`);
    const { flat, warnings } = withoutNested(schema, source);
    checkPages(bytes, metadata, flat, compressors);
    const naming = distinctNames(
      flat.map(({ name }) => name),
      source,
    );
    const columns: DraftColumn[] = [];
    const wanted = Math.min(rows, options.firstRows ?? rows);
    for (const [c, { name }] of flat.entries()) {
      options.signal?.throwIfAborted();
      let cells: Cell[] = [];
      const onComplete = (table: unknown[][]): void => void (cells = table.map(([value]) => cellOf(value))); // rows as lists: an object has no own __proto__
      await parquetRead({ file: buffer, metadata, columns: [name], compressors, rowFormat: "array", onComplete, rowEnd: wanted });
      if (cells.length !== wanted) throw new RangeError(`${cells.length} rows of ${wanted}`);
      columns.push(columnOfCells(naming.names[c], cells));
    }
    return { source, rows: wanted, columns, warnings: [...warnings, ...naming.warnings] };
  } catch (error) {
    if (error instanceof ScreeError || options.signal?.aborted) throw error;
    throw new ScreeError("damaged-file", `${source} cannot be read as Parquet: ${reasonOf(error, "its description is damaged")}.`, {
      hint: "The file is cut off or damaged: export or download it again.",
      data: { file: source },
      cause: error,
    });
  }
}

/** What describes the columns stands at the end of the file, before a second mark. */
function refuseUnended(bytes: Uint8Array, source: string): void {
  if (bytes.length >= 12 && String.fromCharCode(...bytes.subarray(-4)) === "PAR1") return;
  throw new ScreeError(
    "truncated-file",
    `${source} breaks off: a Parquet file ends with its description and PAR1, this one ends at byte ${bytes.length} without.`,
    {
      hint: "The file is cut off or damaged: export or download it again.",
      data: { file: source, byte: bytes.length },
    },
  );
}

/** Bytes that are no text, and other things without a place in a table, are shown as JSON. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "object" && !(value instanceof Date))
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? inner.toString() : inner));
  return value as Cell;
}

/** @throws ScreeError `nested-columns` where there are no others, RangeError where a name occurs twice */
function withoutNested(schema: readonly SchemaTree[], source: string): { flat: FlatColumn[]; warnings: Warning[] } {
  const isFlat = ({ children, element }: SchemaTree): boolean => children.length === 0 && element.repetition_type !== "REPEATED";
  const nested = schema.filter((column) => !isFlat(column)).map(({ element }) => element.name);
  const flat = schema
    .filter(isFlat)
    .map(({ element }) => ({ name: element.name, nullable: element.repetition_type === "OPTIONAL", typeLength: element.type_length ?? 0 }));
  if (new Set(flat.map(({ name }) => name)).size < flat.length) throw new RangeError("two columns have the same name");
  if (nested.length === 0) return { flat, warnings: [] };
  const hint = "Write each element into a column of its own.";
  const what = `lists, maps or structs, which have no place in a table of answers`;
  if (flat.length === 0)
    throw new ScreeError("nested-columns", `${source} cannot be read: all its columns (${list(nested, 6)}) hold ${what}.`, {
      hint,
      data: { file: source, columns: nested },
    });
  const message = `${source}: ${list(nested, 6)} ${nested.length === 1 ? "holds" : "hold"} ${what}, and ${nested.length === 1 ? "is" : "are"} left out. ${hint}`;
  return { flat, warnings: [{ code: "nested-columns", message, data: { columns: nested } }] };
}
