import { countBytes, mostCounted } from "../column-facts";
import { type Column, type NumericColumn, type TextColumn } from "../survey";

export interface Frequency {
  readonly text: string;
  /** of the value, where the file gives one */
  readonly label?: string;
  readonly times: number;
}

/** What a column holds, for the head of a grid. */
export interface ColumnSummary {
  readonly valid: number;
  readonly missing: number;
  /** the codes that are declared missing, with how often they occur; the other missing cells are empty */
  readonly codes: readonly Frequency[];
  /** at most `mostCounted` + 1, which stands for more */
  readonly distinct: number;
  /** of numbers; SD with n − 1, null for a single value */
  readonly numbers?: { readonly low: number; readonly high: number; readonly mean: number; readonly sd: number | null };
  /** the most frequent answers first, at most `mostListed` */
  readonly frequent: readonly Frequency[];
  /** bars from the lowest value up (of texts: from the most frequent down); absent where there is nothing to see */
  readonly histogram?: Histogram;
}

export interface Histogram {
  readonly bars: readonly number[];
  /** each bar is one value; otherwise an interval of equal width */
  readonly single: boolean;
}

export const mostListed = 5;
/** Whole numbers in a range this wide get a bar each. */
const mostSingleBars = 25;
const intervals = 16;
const mostTextBars = 12;

export function summaryOf(column: Column): ColumnSummary {
  return column.kind === "numeric" ? numericSummary(column) : textSummary(column);
}

function numericSummary(column: NumericColumn): ColumnSummary {
  const { values, missing, valueLabels, declaredMissing } = column;
  const valid = values.length - missing;
  const codes = (declaredMissing ?? []).map(({ code, label, rows }) => ({ text: String(code), ...(label ? { label } : {}), times: rows.length }));
  if (valid === 0) return { valid, missing, codes, distinct: 0, frequent: [] };
  const counts = countsOf(column);
  const numbers = momentsOf(column, valid);
  const named = (value: number, times: number): Frequency => {
    const label = valueLabels?.get(value);
    return { text: String(value), ...(label ? { label } : {}), times };
  };
  const frequent = counts ? mostFrequent(counts).map(([value, times]) => named(value, times)) : [];
  return { valid, missing, codes, distinct: counts?.size ?? mostCounted + 1, numbers, frequent, histogram: histogramOf(column, numbers, counts) };
}

/** How often each value occurs; undefined beyond `mostCounted` different ones. */
function countsOf({ values, sentinel }: NumericColumn): Map<number, number> | undefined {
  const counts = new Map<number, number>();
  if (values instanceof Int8Array) {
    countBytes(values).forEach((times, byte) => times > 0 && byte - 128 !== sentinel && counts.set(byte - 128, times));
    return counts;
  }
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === sentinel || value !== value) continue;
    const times = counts.get(value);
    if (times === undefined && counts.size === mostCounted) return undefined;
    counts.set(value, (times ?? 0) + 1);
  }
  return counts;
}

/** Mean and SD from sums about the first valid value, which keeps their digits (Chan, Golub & LeVeque, 1983, eq. 1.6). */
function momentsOf({ values, sentinel }: NumericColumn, valid: number): NonNullable<ColumnSummary["numbers"]> {
  let shift = NaN;
  let low = Infinity;
  let high = -Infinity;
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === sentinel || value !== value) continue;
    if (shift !== shift) shift = value;
    if (value < low) low = value;
    if (value > high) high = value;
    sum += value - shift;
    squares += (value - shift) ** 2;
  }
  const mean = shift + sum / valid;
  const variance = (squares - (sum * sum) / valid) / (valid - 1);
  const finite = Number.isFinite(mean) && Number.isFinite(variance);
  return { low, high, mean: Number.isFinite(mean) ? mean : low / 2 + high / 2, sd: finite && valid > 1 ? Math.sqrt(Math.max(0, variance)) : null };
}

function histogramOf(
  { values, sentinel }: NumericColumn,
  { low, high }: { low: number; high: number },
  counts?: ReadonlyMap<number, number>,
): Histogram | undefined {
  if (counts && counts.size < 2) return undefined;
  if (counts && high - low < mostSingleBars && [...counts.keys()].every(Number.isInteger)) {
    return { single: true, bars: Array.from({ length: high - low + 1 }, (_, i) => counts.get(low + i) ?? 0) };
  }
  const width = high - low;
  if (!(width > 0) || !Number.isFinite(width)) return undefined;
  const bars = new Array<number>(intervals).fill(0);
  const add = (value: number, times: number) => (bars[Math.min(intervals - 1, Math.floor(((value - low) / width) * intervals))] += times);
  if (counts) counts.forEach((times, value) => add(value, times));
  else for (let row = 0; row < values.length; row++) if (values[row] !== sentinel && values[row] === values[row]) add(values[row], 1);
  return { single: false, bars };
}

function textSummary({ values, missing }: TextColumn): ColumnSummary {
  const valid = values.length - missing;
  const counts = new Map<string, number>();
  let more = false;
  for (const value of values) {
    if (value === "") continue;
    const times = counts.get(value);
    if (times === undefined && counts.size === mostCounted) more = true;
    else counts.set(value, (times ?? 0) + 1);
  }
  const distinct = more ? mostCounted + 1 : counts.size;
  const repeated = !more && distinct < valid;
  const sorted = repeated ? [...counts.values()].sort((a, b) => b - a) : [];
  return {
    valid,
    missing,
    codes: [],
    distinct,
    frequent: repeated ? mostFrequent(counts).map(([text, times]) => ({ text: text.slice(0, 200), times })) : [],
    ...(repeated && distinct > 1 && distinct <= mostTextBars ? { histogram: { single: true, bars: sorted } } : {}),
  };
}

function mostFrequent<T extends number | string>(counts: ReadonlyMap<T, number>): [T, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, mostListed);
}
