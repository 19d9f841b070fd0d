import { random } from "../src/numerics/random";

/** Answers 1 to 6 of items that measure a factor for every five of them; the same on every machine. */
export function simulated(rows: number, items: number, seed = 3): { names: string[]; columns: Float64Array[] } {
  const stream = random(seed);
  const columns = Array.from({ length: items }, () => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    const factors = Array.from({ length: Math.ceil(items / 5) }, () => stream.normal());
    columns.forEach((values, i) => (values[row] = Math.max(1, Math.min(6, Math.round(3.5 + factors[Math.floor(i / 5)] + stream.normal())))));
  }
  return { names: columns.map((_, i) => `V${i + 1}`), columns };
}
