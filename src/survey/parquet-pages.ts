import { type ColumnChunk, type Compressors, type FileMetaData } from "hyparquet";
import { CompactReader, type Fields } from "./parquet-header";
import { mostUnpacked, PageCheck } from "./parquet-values";

/** A column that is no list, no map and no part of another. */
export interface FlatColumn {
  readonly name: string;
  readonly nullable: boolean;
  readonly typeLength: number;
}

/**
 * Walks over every page of the columns that are to be read: its header, its levels, its run lengths, indices and lengths.
 *
 * The library trusts all of them: a negative size sends it backwards for ever, an absurd run fills the memory, an index beyond the dictionary becomes a missing answer.
 *
 * @throws RangeError what is wrong
 */
export function checkPages(bytes: Uint8Array, metadata: FileMetaData, columns: readonly FlatColumn[], compressors: Compressors): void {
  const budget = { unpacked: 0 };
  const wanted = new Map(columns.map((column) => [column.name, column]));
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    for (const chunk of group.columns) {
      const path = chunk.meta_data?.path_in_schema;
      const column = path?.length === 1 ? wanted.get(path[0]) : undefined;
      if (column) checkChunk(bytes, chunk, column, rows, compressors, budget);
    }
    const present = new Set(group.columns.map((chunk) => chunk.meta_data?.path_in_schema[0]));
    const absent = columns.find(({ name }) => !present.has(name));
    if (absent) throw new RangeError(`no values of ${absent.name} in a group of rows`);
  }
}

type Info = NonNullable<ColumnChunk["meta_data"]>;

function checkChunk(bytes: Uint8Array, chunk: ColumnChunk, column: FlatColumn, rows: number, compressors: Compressors, budget: { unpacked: number }): void {
  const info = chunk.meta_data!;
  const start = Number(info.dictionary_page_offset ?? info.data_page_offset);
  const first = Math.min(start, Number(info.data_page_offset)) || start;
  const end = first + Number(info.total_compressed_size);
  if (!(first >= 4 && end <= bytes.length && end > first)) throw new RangeError(`a column at bytes ${first} to ${end} of a file of ${bytes.length}`);
  if (Number(info.num_values) !== rows) throw new RangeError(`${info.num_values} values in ${rows} rows`);
  let values = 0;
  let dictionary = 0;
  const reader = new CompactReader(bytes, first, end);
  while (reader.at < end - 1) {
    const page = reader.struct();
    const [unpacked, packed] = [page.get(2), page.get(3)].map((size) => (typeof size === "number" ? size : -1));
    if (unpacked < 0 || packed < 0 || reader.at + packed > end) throw new RangeError(`a page of ${packed} bytes at byte ${reader.at}`);
    budget.unpacked += unpacked;
    if (budget.unpacked > mostUnpacked) throw new RangeError(`it would unpack to more than ${mostUnpacked} bytes`);
    const payload = bytes.subarray(reader.at, reader.at + packed);
    reader.at += packed;
    if (page.get(7) instanceof Map) {
      dictionary = countOf(page.get(7));
      checkDictionary(unpack(payload, unpacked, info, compressors), dictionary, info, column);
    } else values += checkData(page, payload, unpacked, { info, column, dictionary, compressors });
  }
  if (values !== rows) throw new RangeError(`${values} values in pages, ${rows} announced`);
}

interface Where {
  readonly info: Info;
  readonly column: FlatColumn;
  readonly dictionary: number;
  readonly compressors: Compressors;
}

/** @returns the number of values, nulls among them */
function checkData(page: Fields, payload: Uint8Array, unpacked: number, { info, column, dictionary, compressors }: Where): number {
  const second = page.get(8);
  const about = second ?? page.get(5);
  const count = countOf(about);
  const kind = { type: info.type, typeLength: column.typeLength, dictionary };
  if (!(second instanceof Map)) {
    const check = new PageCheck(unpack(payload, unpacked, info, compressors));
    const present = column.nullable ? check.levels(count) : count;
    check.values({ ...kind, count: present, encoding: numberAt(about, 2) });
    return count;
  }
  const [nulls, rows, encoding, definition, repetition] = [2, 3, 4, 5, 6].map((field) => numberAt(second, field));
  const levels = definition + repetition;
  if (nulls > count || rows !== count || levels > payload.length || levels > unpacked) throw new RangeError("a page whose levels do not fit into it");
  const present = column.nullable ? new PageCheck(payload.subarray(repetition, levels)).levels(count, definition) : count;
  if (present !== count - nulls) throw new RangeError(`${nulls} nulls announced, ${count - present} there`);
  const rest = payload.subarray(levels);
  const body = second.get(7) === 0 ? rest : unpack(rest, unpacked - levels, info, compressors);
  new PageCheck(body).values({ ...kind, count: present, encoding });
  return count;
}

function checkDictionary(page: Uint8Array, count: number, info: Info, { typeLength }: FlatColumn): void {
  if (count > page.length * 8) throw new RangeError(`a dictionary of ${count} values in ${page.length} bytes`);
  new PageCheck(page).values({ count, encoding: 0, type: info.type, typeLength, dictionary: 0 });
}

function unpack(payload: Uint8Array, length: number, { codec }: Info, compressors: Compressors): Uint8Array {
  const page = codec === "UNCOMPRESSED" ? payload : compressors[codec]?.(payload, length);
  if (!page) throw new RangeError(`pages packed with ${codec}, which is not known`);
  if (page.length !== length) throw new RangeError(`a page of ${page.length} bytes where ${length} are announced`);
  return page;
}

const countOf = (fields: number | Fields | undefined): number => numberAt(fields, 1);

function numberAt(fields: number | Fields | undefined, field: number): number {
  const value = fields instanceof Map ? fields.get(field) : undefined;
  if (typeof value === "number" && value >= 0) return value;
  throw new RangeError("a page whose header lacks a number");
}
