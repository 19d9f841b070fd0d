import type { Check } from "./check";

/**
 * The rules that hold a manuscript against its data. They need a study, so their findings are made in `study/`; their ids are known here,
 * so that comments can silence them and catalogues list them.
 */
export const boundRules: readonly Pick<Check, "id" | "severity" | "summary">[] = [
  { id: "stale-table", severity: "warning", summary: "A live table no longer equals what the data give." },
  { id: "stale-value", severity: "warning", summary: "A bound number in the prose differs from the data's." },
  { id: "unsupported-value", severity: "error", summary: "A reported α, KMO, χ², eigenvalue, loading or percentage is not one that the bound data give." },
  { id: "live-table", severity: "warning", summary: "A marker of a live table or bound number cannot be read or has no partner." },
];
