/**
 * Remembers what a pure function gave for a text, so that a keystroke costs one paragraph and not the manuscript. Bounded: when `limit` texts have come in,
 * those not asked for since the last time are let go.
 */
export function memoised<T>(limit: number, compute: (text: string) => T): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const value = old.get(text) ?? compute(text);
    if (young.size >= limit) {
      old = young;
      young = new Map();
    }
    young.set(text, value);
    return value;
  };
}
