import { random } from "../../numerics/random";
import { type MissingPatterns, patternsOf } from "../missing-patterns";

/** More different patterns than this are not told apart. */
const mostPatterns = 500_000;

/**
 * Patterns of missing answers of rows that go by. A pattern is known by a hash of 52 bits: each item has random bits of its own, and those of the items
 * without an answer are combined by exclusive or (Zobrist, 1970).
 */
export class PatternCounts {
  rows = 0;
  private readonly found = new Map<number, { rows: number; readonly missing: readonly number[] }>();
  private readonly high: Uint32Array;
  private readonly low: Uint32Array;
  private complete: { rows: number; readonly missing: readonly number[] } | undefined;
  private overflow = false;
  private hashes: [Uint32Array, Uint32Array] = [new Uint32Array(0), new Uint32Array(0)];

  constructor(private readonly items: readonly string[]) {
    const stream = random(20_260_101);
    const bits = () => Math.floor(stream.uniform() * 2 ** 26);
    this.high = Uint32Array.from(items, bits);
    this.low = Uint32Array.from(items, bits);
  }

  /** @param codes of each item, 0 where the answer is missing */
  add(codes: readonly Uint8Array[], rows: number): void {
    if (this.hashes[0].length < rows) this.hashes = [new Uint32Array(Math.ceil(rows * 1.1)), new Uint32Array(Math.ceil(rows * 1.1))];
    const [high, low] = this.hashes;
    high.fill(0, 0, rows);
    low.fill(0, 0, rows);
    codes.forEach((item, i) => {
      const [a, b] = [this.high[i], this.low[i]];
      for (let row = 0; row < rows; row++) {
        if (item[row] !== 0) continue;
        high[row] ^= a;
        low[row] ^= b;
      }
    });
    for (let row = 0; row < rows; row++) {
      const key = high[row] * 2 ** 26 + low[row];
      const known = key === 0 ? this.complete : this.found.get(key);
      if (known) known.rows++;
      else if (this.found.size < mostPatterns) {
        const pattern = { rows: 1, missing: codes.flatMap((item, i) => (item[row] === 0 ? [i] : [])) };
        this.found.set(key, pattern);
        if (key === 0) this.complete = pattern;
      } else this.overflow = true;
    }
    this.rows += rows;
  }

  /** undefined where there were too many to tell apart */
  patterns(): MissingPatterns | undefined {
    return this.overflow ? undefined : patternsOf([...this.found.values()], this.items, this.rows);
  }
}
