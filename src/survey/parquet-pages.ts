import { type FileMetaData } from "hyparquet";

/** No survey needs more. */
const mostUnpacked = 2 ** 30;

/**
 * Walks over the page headers of every column chunk before anything is unpacked. The library trusts the sizes in them:
 * a negative one sends it backwards for ever, an absurd one fills the memory.
 *
 * @throws RangeError what is wrong
 */
export function checkPages(bytes: Uint8Array, metadata: FileMetaData): void {
  let unpacked = 0;
  for (const group of metadata.row_groups) {
    for (const chunk of group.columns) {
      const info = chunk.meta_data;
      if (!info) throw new RangeError("a column without its description");
      const start = Number(info.dictionary_page_offset ?? info.data_page_offset);
      const first = Math.min(start, Number(info.data_page_offset)) || start;
      const end = first + Number(info.total_compressed_size);
      if (!(first >= 4 && end <= bytes.length && end > first)) throw new RangeError(`a column at bytes ${first} to ${end} of a file of ${bytes.length}`);
      if (Number(info.num_values) > 0 && Number(info.num_values) > Number(group.num_rows) * 65536)
        throw new RangeError(`${info.num_values} values in ${group.num_rows} rows`);
      let values = 0;
      const reader = new CompactReader(bytes, first, end);
      while (reader.at < end - 1) {
        const page = reader.struct();
        const sizes = [page.get(2), page.get(3)].map((size) => (typeof size === "number" ? size : -1));
        const about = [5, 7, 8].map((field) => page.get(field)).find((field): field is Fields => field instanceof Map);
        const count = about?.get(1);
        if (sizes.some((size) => size < 0) || reader.at + sizes[1] > end) throw new RangeError(`a page of ${sizes[1]} bytes at byte ${reader.at}`);
        if (typeof count !== "number" || count < 0) throw new RangeError(`a page without a number of values at byte ${reader.at}`);
        checkLevels(page, count, sizes);
        if (!(page.get(7) instanceof Map)) values += count;
        else if (count > sizes[0] * 8) throw new RangeError(`a dictionary of ${count} values in ${sizes[0]} bytes`);
        unpacked += sizes[0];
        reader.at += sizes[1];
      }
      if (values !== Number(info.num_values)) throw new RangeError(`${values} values in pages, ${info.num_values} announced`);
    }
  }
  if (unpacked > mostUnpacked) throw new RangeError(`it would unpack to ${unpacked} bytes`);
}

/** Version 2 pages: rows, nulls and the lengths of the levels. */
function checkLevels(page: Fields, count: number, sizes: readonly number[]): void {
  const second = page.get(8);
  if (!(second instanceof Map)) return;
  const [nulls, rows, definition, repetition] = [2, 3, 5, 6].map((field) => second.get(field));
  const fits = (value: unknown, most: number): boolean => typeof value === "number" && value >= 0 && value <= most;
  if (!fits(nulls, count) || !fits(rows, count) || !fits(definition, sizes[1]) || !fits(repetition, sizes[1]))
    throw new RangeError("a page whose levels do not fit into it");
}

type Fields = Map<number, number | Fields | undefined>;

/** Thrift's compact protocol, as far as page headers use it; other fields are passed over. */
class CompactReader {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
    private readonly end: number,
  ) {}

  struct(depth = 0): Fields {
    if (depth > 8) throw new RangeError("a page header nested too deep");
    const fields: Fields = new Map();
    for (let id = 0; ;) {
      const byte = this.byte();
      const type = byte & 15;
      if (type === 0) return fields;
      id = byte >> 4 ? id + (byte >> 4) : this.zigzag();
      fields.set(id, this.value(type, depth));
    }
  }

  private value(type: number, depth: number): number | Fields | undefined {
    if (type === 1 || type === 2) return 2 - type;
    if (type === 3) return this.byte();
    if (type >= 4 && type <= 6) return this.zigzag();
    if (type === 7) return this.skip(8);
    if (type === 8) return this.skip(this.varint());
    if (type === 12) return this.struct(depth + 1);
    throw new RangeError(`a page header with a field of type ${type} at byte ${this.at}`);
  }

  private byte(): number {
    if (this.at >= this.end) throw new RangeError("a page header that breaks off");
    return this.bytes[this.at++];
  }

  private skip(length: number): undefined {
    if (!(length >= 0 && this.at + length <= this.end)) throw new RangeError("a page header that breaks off");
    this.at += length;
  }

  private varint(): number {
    let value = 0;
    for (let factor = 1, byte = 128; byte & 128; factor *= 128) {
      if (factor > 2 ** 63) throw new RangeError(`a number of too many digits at byte ${this.at}`);
      byte = this.byte();
      value += (byte & 127) * factor;
    }
    return value;
  }

  private zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}
