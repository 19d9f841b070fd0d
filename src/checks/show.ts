/** A computed number as a message prints it: enough digits to be told from what is printed, never in powers of ten without need. */
export function show(value: number, decimals: number): string {
  return value.toFixed(Math.min(Math.max(decimals, 0), 12)).replace(/^-(0(?:\.0+)?)$/, "$1");
}

/** A p value for a message: three decimals, more where they are zeros, "< 1e-10" far out. */
export function showP(p: number): string {
  if (p >= 0.001) return p.toFixed(p < 0.1 ? 4 : 3);
  if (p >= 1e-6) return p.toFixed(Math.min(9, 2 - Math.floor(Math.log10(p))));
  return p < 1e-300 ? "below 1e-300" : p.toExponential(1);
}
