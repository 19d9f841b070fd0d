import { type Integers } from "./draft";

const sentinelOf = { 1: -128, 2: -32768, 4: -2147483648 } as const;

/**
 * A numeric column that grows while a file is read: one byte a value until a value needs more, then two, four, eight.
 * Missing is the type's minimum, NaN among doubles.
 */
export class NumberColumn {
  values: Integers | Float64Array;
  sentinel = -128;

  constructor(private capacity: number) {
    this.values = new Int8Array(capacity);
  }

  /** One byte a value so far: the caller may store −127…127 into `values` itself. */
  get small(): Int8Array | undefined {
    return this.values instanceof Int8Array ? this.values : undefined;
  }

  set(row: number, value: number): void {
    if (!this.holds(value)) this.widen(row, value);
    this.values[row] = value;
  }

  setMissing(row: number): void {
    this.values[row] = this.sentinel;
  }

  reserve(capacity: number): void {
    if (capacity <= this.capacity) return;
    this.capacity = capacity;
    const larger = this.empty(this.values.BYTES_PER_ELEMENT);
    larger.set(this.values);
    this.values = larger;
  }

  finish(rows: number): { values: Integers | Float64Array; sentinel: number } {
    return { values: this.values.slice(0, rows), sentinel: this.sentinel };
  }

  private holds(value: number): boolean {
    if (this.values instanceof Float64Array) return true;
    return value === (value | 0) && value > this.sentinel && value < -this.sentinel;
  }

  private widen(rows: number, value: number): void {
    const size = value !== (value | 0) || Math.abs(value) > 2147483647 ? 8 : Math.abs(value) > 32767 ? 4 : 2;
    const wider = this.empty(Math.max(size, this.values.BYTES_PER_ELEMENT * 2));
    const sentinel = wider instanceof Float64Array ? NaN : sentinelOf[wider.BYTES_PER_ELEMENT as 2 | 4];
    for (let row = 0; row < rows; row++) {
      const old = this.values[row];
      wider[row] = old === this.sentinel ? sentinel : old;
    }
    this.values = wider;
    this.sentinel = sentinel;
  }

  private empty(size: number): Integers | Float64Array {
    if (size >= 8) return new Float64Array(this.capacity);
    if (size === 4) return new Int32Array(this.capacity);
    return size === 2 ? new Int16Array(this.capacity) : new Int8Array(this.capacity);
  }
}
