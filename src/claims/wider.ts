import type { Interval } from "../numerics/interval";

/** Where a claim stands, and what it was read from, is not copied; the ends of a response scale and a number of rows are whole numbers. */
const kept = new Set([
  "scale",
  "ends",
  "passing",
  "place",
  "range",
  "valueRange",
  "table",
  "cell",
  "row",
  "section",
  "sentence",
  "component",
  "values",
  "text",
  "mapped",
]);
const numbers = new WeakMap<object, object>();

/**
 * A value of a claim with the intervals of its decimals widened to what cutting off digits allows as well as rounding: 2.04 then stands for [2.035, 2.05].
 * What holds no decimals is returned as it is.
 *
 * @param copies of what was met before, so that one object has one copy
 */
export function widened(value: unknown, copies: Map<object, unknown>, depth: number): unknown {
  if (typeof value !== "object" || value === null || depth > 5) return value;
  const known = copies.get(value) ?? numbers.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list = value.map((x: unknown) => widened(x, copies, depth + 1));
    return remember(copies, value, list.some((x, i) => x !== value[i]) ? list : value);
  }
  if (value instanceof Map) return remember(copies, value, new Map([...value].map(([key, x]) => [key, widened(x, copies, depth + 1)])));
  if (isNumber(value)) return widerNumber(value);
  if (isInterval(value)) return remember(copies, value, cut(value));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([key, x]) => [key, kept.has(key) ? x : widened(x, copies, depth + 1)] as const);
  const same = entries.every(([key, x]) => x === (value as Record<string, unknown>)[key]);
  return remember(copies, value, same ? value : Object.fromEntries(entries));
}

function remember<T>(copies: Map<object, unknown>, value: object, copy: T): T {
  copies.set(value, copy);
  return copy;
}

interface PrintedNumber {
  readonly interval: Interval;
  readonly decimals: number;
  readonly percent?: boolean;
}
const isNumber = (value: object): value is PrintedNumber => "interval" in value && "decimals" in value && isInterval(value.interval as object);
const isInterval = (value: object): value is Interval =>
  value !== undefined && typeof (value as Interval).low === "number" && typeof (value as Interval).high === "number" && Object.keys(value).length === 2;

/** Counts are not cut off. */
function widerNumber(n: PrintedNumber): PrintedNumber {
  const wider = n.decimals > 0 || n.percent ? { ...n, interval: cut(n.interval) } : n;
  numbers.set(n, wider);
  return wider;
}

/** Digits are cut off towards zero, so what was meant lies up to half a unit farther out. */
function cut({ low, high }: Interval): Interval {
  const half = (high - low) / 2;
  if (!Number.isFinite(half) || half === 0) return { low, high };
  return { low: low < 0 ? low - half : low, high: high > 0 ? high + half : high };
}
