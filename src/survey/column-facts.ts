import { type DraftColumn, type DraftNumeric } from "./draft";

/** What a column's values are like: what its role is decided by. */
export interface ColumnFacts {
  /** rows with a value */
  readonly valid: number;
  readonly rows: number;
  /** counted up to `mostCounted` */
  readonly distinct: number;
  /** of the numbers; NaN where there are none */
  readonly low: number;
  readonly high: number;
  readonly integers: boolean;
  /** every value is larger than the one before it */
  readonly increasing: boolean;
}

/** Beyond this many, "more than 10,000 distinct values" is all that one wants to know. */
export const mostCounted = 10_000;

export function factsOf(column: DraftColumn, rows: number): ColumnFacts {
  return column.kind === "numeric" ? numericFacts(column, rows) : textFacts(column.values, rows);
}

function numericFacts(column: DraftNumeric, rows: number): ColumnFacts {
  return column.values instanceof Int8Array ? byteFacts(column.values, column.sentinel, rows) : wideFacts(column, rows);
}

/** One byte an answer: counting the values tells everything but their order. */
function byteFacts(values: Int8Array, sentinel: number, rows: number): ColumnFacts {
  const counts = countBytes(values);
  counts[sentinel + 128] = 0;
  const present: number[] = [];
  counts.forEach((times, byte) => times > 0 && present.push(byte - 128));
  const valid = counts.reduce((sum, times) => sum + times, 0);
  let increasing = true;
  for (let row = 0, last = -Infinity; row < rows && increasing; row++) {
    if (values[row] === sentinel) continue;
    increasing = values[row] > last;
    last = values[row];
  }
  return { valid, rows, distinct: present.length, low: present[0] ?? NaN, high: present[present.length - 1] ?? NaN, integers: true, increasing };
}

/** How often each byte occurs, −128 first. */
export function countBytes(values: Int8Array): Uint32Array {
  const counts = new Uint32Array(256);
  for (let row = 0; row < values.length; row++) counts[values[row] + 128]++;
  return counts;
}

function wideFacts({ values, sentinel }: DraftNumeric, rows: number): ColumnFacts {
  const distinct = new Set<number>();
  let valid = 0;
  let low = Infinity;
  let high = -Infinity;
  let integers = true;
  let increasing = true;
  let last = -Infinity;
  for (let row = 0; row < rows; row++) {
    const value = values[row];
    if (value === sentinel || value !== value) continue;
    valid++;
    if (distinct.size <= mostCounted) distinct.add(value);
    if (integers && !Number.isInteger(value)) integers = false;
    if (value < low) low = value;
    if (value > high) high = value;
    if (value <= last) increasing = false;
    last = value;
  }
  return { valid, rows, distinct: distinct.size, low: valid ? low : NaN, high: valid ? high : NaN, integers, increasing };
}

function textFacts(values: readonly string[], rows: number): ColumnFacts {
  const distinct = new Set<string>();
  let valid = 0;
  for (const value of values) {
    if (value === "") continue;
    valid++;
    if (distinct.size <= mostCounted) distinct.add(value);
  }
  return { valid, rows, distinct: distinct.size, low: NaN, high: NaN, integers: false, increasing: false };
}

export const distinctValues = (facts: ColumnFacts): string => {
  if (facts.distinct > mostCounted) return `more than ${mostCounted.toLocaleString("en-US")} distinct values`;
  return `${facts.distinct} distinct ${facts.distinct === 1 ? "value" : "values"}`;
};
