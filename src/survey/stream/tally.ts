import { type ColumnFacts, countBytes, mostCounted } from "../column-facts";
import { type NumberColumn } from "../number-column";

/** No item has more different answers that are counted in pairs: a slider from 0 to 100 has 101. */
export const mostCodes = 127;

/** As many rows of a value are remembered: a slip is in few. */
const mostRows = 20;

/** As many cells of a text column decide what it is. */
const mostHead = 200;

/**
 * What is kept of a column whose rows are not: how often each value occurs, up to 10,000 different ones, and what its role is decided by.
 * Values are numbered from 1 in the order in which they come; 0 is missing.
 */
export class ColumnTally {
  /** by number − 1 */
  readonly values: (number | string)[] = [];
  readonly counts: number[] = [];
  /** the first rows, from 0, in which they came: all of them, where they are few */
  readonly firstRows: number[][] = [];
  /** the first cells of a text column that are not empty */
  readonly head: string[] = [];
  valid = 0;
  private readonly codes = new Map<number | string, number>();
  private readonly byByte = new Uint16Array(256);
  private others = 0;
  private low = Infinity;
  private high = -Infinity;
  private integers = true;
  private increasing = true;
  private last = -Infinity;

  constructor(readonly kind: "numeric" | "text") {}

  get distinct(): number {
    return Math.min(this.values.length + this.others, mostCounted + 1);
  }

  facts(rows: number): ColumnFacts {
    const { valid, distinct, kind } = this;
    if (kind === "text") return { valid, rows, distinct, low: NaN, high: NaN, integers: false, increasing: false };
    return { valid, rows, distinct, low: valid ? this.low : NaN, high: valid ? this.high : NaN, integers: this.integers, increasing: this.increasing };
  }

  /** Counts a block's numbers, and writes their codes where they are wanted. */
  addNumbers({ values, sentinel }: Pick<NumberColumn, "values" | "sentinel">, rows: number, before: number, codes?: Uint8Array): void {
    if (values instanceof Int8Array) this.addBytes(values.subarray(0, rows), sentinel, before, codes);
    else this.addWide(values, sentinel, rows, before, codes);
  }

  private addBytes(values: Int8Array, sentinel: number, before: number, codes?: Uint8Array): void {
    const counts = countBytes(values);
    counts[sentinel + 128] = 0;
    for (let byte = 0; byte < 256; byte++) {
      if (counts[byte] === 0) continue;
      this.byByte[byte] ||= this.codeOf(byte - 128);
      if (this.byByte[byte] > 0) this.countBytes(values, byte - 128, this.byByte[byte], counts[byte], before);
      this.valid += counts[byte];
      this.extend(byte - 128);
    }
    if (this.increasing) for (let row = 0; row < values.length && this.increasing; row++) if (values[row] !== sentinel) this.follow(values[row]);
    if (!codes) return;
    const lookup = Uint8Array.from(this.byByte);
    for (let row = 0; row < values.length; row++) codes[row] = lookup[values[row] + 128];
  }

  /** Only a rare value is looked for. */
  private countBytes(values: Int8Array, value: number, code: number, times: number, before: number): void {
    this.counts[code - 1] += times;
    const rows = this.firstRows[code - 1];
    for (let at = values.indexOf(value); at >= 0 && rows.length < mostRows; at = values.indexOf(value, at + 1)) rows.push(before + at);
  }

  private countRow(code: number, row: number): void {
    if (code === 0) return;
    this.counts[code - 1]++;
    if (this.firstRows[code - 1].length < mostRows) this.firstRows[code - 1].push(row);
  }

  private addWide(values: NumberColumn["values"], sentinel: number, rows: number, before: number, codes?: Uint8Array): void {
    for (let row = 0; row < rows; row++) {
      const value = values[row];
      const isMissing = value === sentinel || value !== value;
      const code = isMissing ? 0 : this.codeOf(value);
      if (codes) codes[row] = code;
      if (isMissing) continue;
      this.countRow(code, before + row);
      this.valid++;
      this.extend(value);
      if (this.increasing) this.follow(value);
    }
  }

  addTexts(values: readonly string[], rows: number, before: number, codes?: Uint8Array): void {
    for (let row = 0; row < rows; row++) {
      const value = values[row];
      const code = value === "" ? 0 : this.codeOf(value);
      if (codes) codes[row] = code;
      if (value === "") continue;
      this.countRow(code, before + row);
      this.valid++;
      if (this.head.length < mostHead) this.head.push(value);
    }
  }

  /** 0 for a value beyond those that are told apart. */
  private codeOf(value: number | string): number {
    const known = this.codes.get(value);
    if (known !== undefined) return known;
    if (this.values.length > mostCounted) {
      this.others = 1;
      return 0;
    }
    this.values.push(value);
    this.counts.push(0);
    this.firstRows.push([]);
    this.codes.set(value, this.values.length);
    return this.values.length;
  }

  private extend(value: number): void {
    if (this.integers && !Number.isInteger(value)) this.integers = false;
    if (value < this.low) this.low = value;
    if (value > this.high) this.high = value;
  }

  private follow(value: number): void {
    if (value <= this.last) this.increasing = false;
    this.last = value;
  }
}
