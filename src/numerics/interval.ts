/** Closed interval of the real values that something printed can stand for. Infinite limits are allowed. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The values that round to a decimal printed with `decimals` places: 0.961 stands for [0.9605, 0.9615]. Both ends belong to it, because ties are rounded either way;
 * the ends are moved out by a few units in the last binary place, so that 0.5 + rounding noise cannot make a finding.
 * Source: definition.
 */
export function rounding(value: number, decimals: number): Interval {
  const half = 0.5 * 10 ** -decimals;
  const noise = 4 * Number.EPSILON * (Math.abs(value) + half);
  return { low: value - half - noise, high: value + half + noise };
}

export const meets = (a: Interval, b: Interval): boolean => a.low <= b.high && b.low <= a.high;
export const contains = (a: Interval, value: number): boolean => a.low <= value && value <= a.high;
export const point = (value: number): Interval => ({ low: value, high: value });
export const hull = (a: Interval, b: Interval): Interval => ({ low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) });

export const add = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });
export const subtract = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low });
export const scale = (a: Interval, factor: number): Interval =>
  factor >= 0 ? { low: a.low * factor, high: a.high * factor } : { low: a.high * factor, high: a.low * factor };

/** Source: Moore (1966), Interval analysis. */
export function multiply(a: Interval, b: Interval): Interval {
  const products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...products), high: Math.max(...products) };
}

/** a / b; the whole line when b holds zero. Source: Moore (1966), Interval analysis. */
export function divide(a: Interval, b: Interval): Interval {
  if (b.low <= 0 && b.high >= 0) return { low: -Infinity, high: Infinity };
  return multiply(a, { low: 1 / b.high, high: 1 / b.low });
}

/** Source: Moore (1966), Interval analysis. */
export function square(a: Interval): Interval {
  const low = a.low ** 2;
  const high = a.high ** 2;
  return { low: a.low <= 0 && a.high >= 0 ? 0 : Math.min(low, high), high: Math.max(low, high) };
}

export const sum = (intervals: readonly Interval[]): Interval => intervals.reduce(add, point(0));
