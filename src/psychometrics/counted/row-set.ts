import { type ColumnTally } from "../../survey/stream/tally";
import { type AnalysisSettings } from "../analysis";
import { type Contingency } from "../contingency";
import { PairTables } from "./pair-tables";
import { type PatternCounts } from "./pattern-counts";

/** An item of a file that is counted. */
export interface CountedItem {
  readonly name: string;
  /** its place among the columns that are looked at */
  readonly at: number;
  /** codes that it can have, 0 for missing among them */
  readonly size: number;
  /** values of the file that are no answers: missing codes, refusals */
  readonly missing: ReadonlySet<number | string>;
}

/** Items that are analysed over the same rows, and what is counted of those. */
export class RowSet {
  /** rows complete in all items (listwise), or with an answer to any (pairwise) */
  n = 0;
  private readonly tables: PairTables;
  private readonly own: Uint8Array[] = [];

  constructor(
    readonly items: readonly CountedItem[],
    private readonly missing: AnalysisSettings["missing"],
    /** of the rows analysed, where they are asked for */
    readonly patterns?: PatternCounts,
  ) {
    this.tables = new PairTables(items.map(({ size }) => size));
  }

  /** @param codes of all columns looked at @param tallies of all columns of the file, by the columns' places in it */
  add(codes: readonly Uint8Array[], rows: number, tallyOf: (at: number) => ColumnTally): void {
    const answers = this.items.map((item, i) => this.answered(codes[item.at], rows, item, i, tallyOf(item.at)));
    this.patterns?.add(answers, rows);
    const seen = new Uint8Array(rows);
    const isListwise = this.missing === "listwise";
    for (const codes of answers) {
      if (isListwise) for (let row = 0; row < rows; row++) seen[row] |= codes[row] === 0 ? 1 : 0;
      else for (let row = 0; row < rows; row++) seen[row] |= codes[row];
    }
    if (!isListwise) {
      for (let row = 0; row < rows; row++) if (seen[row] > 0) this.n++;
      this.tables.add(answers, rows);
      return;
    }
    const keep = new Int32Array(rows);
    let kept = 0;
    for (let row = 0; row < rows; row++) if (seen[row] === 0) keep[kept++] = row;
    this.n += kept;
    this.tables.add(answers, rows, kept === rows ? undefined : keep.subarray(0, kept));
  }

  /** The codes with those that stand for no answer made 0. */
  private answered(codes: Uint8Array, rows: number, { missing }: CountedItem, i: number, { values }: ColumnTally): Uint8Array {
    if (missing.size === 0 || !values.some((value) => missing.has(value))) return codes;
    const kept = Uint8Array.from({ length: 256 }, (_, code) => (code > 0 && missing.has(values[code - 1]) ? 0 : code));
    if (!this.own[i] || this.own[i].length < rows) this.own[i] = new Uint8Array(Math.ceil(rows * 1.1));
    const own = this.own[i];
    for (let row = 0; row < rows; row++) own[row] = kept[codes[row]];
    return own;
  }

  /**
   * Cross-table of two items by their answers.
   *
   * @param a values of the row item by code, NaN where a code is no answer; several codes can have one value
   * @param b of the column item
   */
  contingency(i: number, j: number, a: ArrayLike<number>, b: ArrayLike<number>): Contingency & { readonly x: Float64Array; readonly y: Float64Array } {
    const raw = this.tables.table(i, j);
    const [x, y] = [this.categories(i, a), this.categories(j, b)];
    const [placeX, placeY] = [placesOf(x), placesOf(y)];
    const width = this.items[j].size;
    const counts = new Float64Array(x.length * y.length);
    let n = 0;
    raw.forEach((count, cell) => {
      const row = placeX.get(a[Math.floor(cell / width)]);
      const column = placeY.get(b[cell % width]);
      if (count === 0 || row === undefined || column === undefined) return;
      counts[row * y.length + column] += count;
      n += count;
    });
    return { rows: x.length, columns: y.length, counts, n, x, y };
  }

  /** The different answers among the rows, ascending. */
  categories(i: number, values: ArrayLike<number>): Float64Array {
    return Float64Array.from([...this.counts(i, values).keys()].sort((a, b) => a - b));
  }

  /** How often each answer was given among the rows. */
  counts(i: number, values: ArrayLike<number>): Map<number, number> {
    const raw = this.tables.table(i, i);
    const out = new Map<number, number>();
    for (let code = 1; code < this.items[i].size; code++) {
      const count = raw[code * this.items[i].size + code];
      const value = values[code];
      if (count > 0 && !Number.isNaN(value)) out.set(value, (out.get(value) ?? 0) + count);
    }
    return out;
  }
}

const placesOf = (values: Float64Array): Map<number, number> => new Map(Array.from(values, (value, at) => [value, at]));
