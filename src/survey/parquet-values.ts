/** No survey needs more. */
export const mostUnpacked = 2 ** 30;

/** What a page of a flat column holds, as its header and its column say ("Parquet encoding definitions", Apache Parquet). */
export interface PageKind {
  /** number of values, nulls among them */
  readonly count: number;
  readonly encoding: number;
  /** Parquet's name of the physical type */
  readonly type: string | undefined;
  readonly typeLength: number;
  /** how many values the column's dictionary has */
  readonly dictionary: number;
}

const plain = 0;
const runLengths = 3;
const dictionaries = [2, 8];
const deltaBinary = 5;
const deltaLengths = 6;
const deltaTexts = 7;
const streamSplit = 9;

const sizes: Readonly<Record<string, number>> = { INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8 };

/** Reads an unpacked page of values without keeping any of them, and never past its end. */
export class PageCheck {
  at = 0;
  private end: number;

  constructor(private readonly bytes: Uint8Array) {
    this.end = bytes.length;
  }

  /** The definition levels in front of the values: 0 null, 1 a value. `length`: absent, the page gives it. @returns how many values are there */
  levels(count: number, length?: number): number {
    const size = length ?? this.uint32();
    const until = this.at + size;
    if (until > this.bytes.length) throw new RangeError("levels that reach beyond their page");
    let present = 0;
    this.within(until, () =>
      this.runs(1, count, (value, times) => {
        if (value > 1) throw new RangeError(`a level of ${value} in a column without nesting`);
        present += value * times;
      }),
    );
    this.at = until;
    return present;
  }

  /** The values themselves. @throws RangeError what is wrong */
  values(kind: PageKind): void {
    const { count, encoding, type } = kind;
    if (count === 0) return;
    if (encoding === plain) this.plain(count, kind);
    else if (dictionaries.includes(encoding)) this.indices(count, kind.dictionary);
    else if (encoding === runLengths && type === "BOOLEAN") {
      const length = this.uint32();
      this.within(Math.min(this.at + length, this.bytes.length), () => this.runs(1, count));
    } else if (encoding === deltaBinary) this.deltas(count, 64);
    else if (encoding === deltaLengths) this.skip(sum(this.deltas(count, 32)));
    else if (encoding === deltaTexts) this.texts(count);
    else if (encoding === streamSplit) this.skip(count * this.width(kind));
    else throw new RangeError(`values in the encoding ${encoding}, which is not known`);
  }

  private plain(count: number, kind: PageKind): void {
    if (kind.type === "BOOLEAN") return this.skip(Math.ceil(count / 8));
    if (kind.type !== "BYTE_ARRAY") return this.skip(count * this.width(kind));
    for (let i = 0; i < count; i++) this.skip(this.uint32());
  }

  private width({ type, typeLength }: PageKind): number {
    const width = type === "FIXED_LEN_BYTE_ARRAY" ? typeLength : sizes[type ?? ""];
    if (!(width > 0)) throw new RangeError(`values of the type ${type} without a width`);
    return width;
  }

  private indices(count: number, size: number): void {
    const width = this.byte();
    if (width > 32) throw new RangeError(`numbers of ${width} bits in a dictionary's place`);
    if (size === 0) throw new RangeError("values of a dictionary that is not there");
    if (width === 0) return;
    this.runs(width, count, (value) => {
      if (value >= size) throw new RangeError(`value ${value} of a dictionary of ${size}`);
    });
  }

  /** The hybrid of run lengths and packed bits. The runs must come to `count` values, the last group of eight aside. */
  private runs(width: number, count: number, visit?: (value: number, times: number) => void): void {
    for (let seen = 0; seen < count;) {
      const header = this.varint(5);
      const times = header & 1 ? (header >>> 1) * 8 : header >>> 1;
      if (times > count - seen + (header & 1 ? 511 : 0)) throw new RangeError(`a run of ${times} values where ${count - seen} are left`);
      if (header & 1) this.packed(width, times, Math.min(times, count - seen), visit);
      else {
        const value = this.number(Math.ceil(width / 8));
        visit?.(value, times);
      }
      seen += times;
    }
  }

  private packed(width: number, times: number, wanted: number, visit?: (value: number, times: number) => void): void {
    const start = this.at;
    if (start + Math.ceil((wanted * width) / 8) > this.end) throw new RangeError("a run that reaches beyond its page");
    if (visit) for (let i = 0; i < wanted; i++) visit(this.bits(start, i * width, width), 1);
    this.at = Math.min(start + (times * width) / 8, this.end);
  }

  /** `width` bits, up to 32, the low ones first. */
  private bits(start: number, from: number, width: number): number {
    let value = 0;
    for (let got = 0; got < width;) {
      const bit = from + got;
      const take = Math.min(8 - (bit & 7), width - got);
      value += ((this.bytes[start + (bit >> 3)] >> (bit & 7)) & ((1 << take) - 1)) * 2 ** got;
      got += take;
    }
    return value;
  }

  /** Numbers as differences in blocks. Those of 32 bits come out, for the lengths of texts. */
  private deltas(count: number, most: 32 | 64): Float64Array {
    const block = this.varint(5);
    const parts = this.varint(5);
    const total = this.varint(5);
    const each = block / parts;
    if (!(block > 0 && block <= 1 << 20 && parts > 0 && Number.isInteger(each / 8)))
      throw new RangeError(`differences in blocks of ${block} and ${parts} parts`);
    if (total !== count) throw new RangeError(`${total} differences where ${count} values should be`);
    const values = new Float64Array(most === 32 ? count : 0);
    let value = this.zigzag();
    if (most === 32) values[0] = value;
    for (let seen = 1; seen < count;) {
      const least = this.zigzag();
      const widths = this.at;
      this.skip(parts);
      for (let part = 0; part < parts && seen < count; part++) {
        const width = this.bytes[widths + part];
        if (width > most) throw new RangeError(`differences of ${width} bits`);
        const wanted = Math.min(each, count - seen);
        const start = this.at;
        if (start + Math.ceil((wanted * width) / 8) > this.end) throw new RangeError("differences that reach beyond their page");
        if (most === 32) for (let i = 0; i < wanted; i++) values[seen + i] = value += least + this.bits(start, i * width, width);
        this.at = Math.min(start + (each * width) / 8, this.end);
        seen += wanted;
      }
    }
    return values;
  }

  /** Texts that begin as the one before does: lengths of the common part, lengths of the rest, the rests. */
  private texts(count: number): void {
    const prefixes = this.deltas(count, 32);
    const suffixes = this.deltas(count, 32);
    let total = 0;
    for (let i = 0, before = 0; i < count; i++) {
      if (!(prefixes[i] >= 0 && prefixes[i] <= before)) throw new RangeError(`a text that shares ${prefixes[i]} bytes with one of ${before}`);
      this.skip(suffixes[i]);
      before = prefixes[i] + suffixes[i];
      total += before;
    }
    if (total > mostUnpacked) throw new RangeError(`texts of ${total} bytes`);
  }

  private within(end: number, work: () => void): void {
    const whole = this.end;
    this.end = end;
    work();
    this.end = whole;
  }

  private skip(length: number): void {
    if (!(length >= 0 && this.at + length <= this.end)) throw new RangeError("values that reach beyond their page");
    this.at += length;
  }

  private byte(): number {
    if (this.at >= this.end) throw new RangeError("a page that breaks off");
    return this.bytes[this.at++];
  }

  private number(bytes: number): number {
    let value = 0;
    for (let i = 0; i < bytes; i++) value += this.byte() * 256 ** i;
    return value;
  }

  private uint32(): number {
    return this.number(4);
  }

  private varint(most: number): number {
    let value = 0;
    for (let i = 0; ; i++) {
      if (i === most) throw new RangeError(`a number of more than ${most} bytes`);
      const byte = this.byte();
      value += (byte & 127) * 128 ** i;
      if (byte < 128) break;
    }
    if (most === 5 && value >= 2 ** 31) throw new RangeError(`a run or block of ${value} values`);
    return value;
  }

  private zigzag(): number {
    const value = this.varint(10);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}

/** Of lengths, none of them negative. */
function sum(lengths: Float64Array): number {
  let total = 0;
  for (const length of lengths) {
    if (!(length >= 0)) throw new RangeError(`a text of ${length} bytes`);
    total += length;
  }
  return total;
}
