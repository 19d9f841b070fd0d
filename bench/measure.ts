/** One line of `npm run bench`: what was measured, against its bound, and their ratio. */
export interface Measured {
  readonly name: string;
  readonly milliseconds: number;
  /** the figure that it must stay under (a budget, or a peer's time divided by what is promised); absent: only reported */
  readonly bound?: number;
  readonly note?: string;
}

const measured: Measured[] = [];

/**
 * Runs `work` until it has run `runs` times after `warmUp` unmeasured ones, and keeps the median: a shared machine has outliers, all of them upwards.
 * Prints its line at once; a figure over its bound makes the process end with status 1.
 */
export async function measure(
  name: string,
  work: () => unknown,
  options: { bound?: number; note?: string; runs?: number; warmUp?: number } = {},
): Promise<Measured> {
  for (let i = 0; i < (options.warmUp ?? 2); i++) await work();
  const times: number[] = [];
  for (let i = 0; i < (options.runs ?? 7); i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return report({ name, milliseconds: times[times.length >> 1], bound: options.bound, note: options.note });
}

/** Prints a figure that was measured elsewhere. */
export function report(result: Measured): Measured {
  measured.push(result);
  const { name, milliseconds, bound, note } = result;
  const against =
    bound === undefined
      ? ""
      : `  bound ${bound.toFixed(bound < 10 ? 2 : 0)} ms  ${(bound / milliseconds).toFixed(1)}× under${milliseconds > bound ? "  OVER" : ""}`;
  console.log(`${name.padEnd(64)} ${milliseconds.toFixed(milliseconds < 10 ? 2 : 1).padStart(9)} ms${against}${note ? `  (${note})` : ""}`);
  if (bound !== undefined && milliseconds > bound) process.exitCode = 1;
  return result;
}
