import type { NumericColumn, Survey } from "../../src/survey/survey";

/** A survey of numeric items in memory; NaN is missing. */
export function surveyOf(columns: Readonly<Record<string, ArrayLike<number>>>, roles: Readonly<Record<string, NumericColumn["role"]>> = {}): Survey {
  const names = Object.keys(columns);
  return {
    source: "survey.csv",
    rows: columns[names[0]]?.length ?? 0,
    warnings: [],
    columns: names.map((name) => {
      const values = Float64Array.from(columns[name]);
      return {
        name,
        kind: "numeric",
        role: roles[name] ?? "item",
        roleReason: "as the test says",
        missing: values.filter(Number.isNaN).length,
        values,
        sentinel: NaN,
      };
    }),
  };
}

/** Six items of two factors, 60 rows: enough for every part of an analysis. Deterministic. */
export function twoFactorData(rows = 60): Record<string, number[]> {
  let state = 12345;
  const uniform = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  const data: Record<string, number[]> = { A1: [], A2: [], A3: [], B1: [], B2: [], B3: [] };
  for (let row = 0; row < rows; row++) {
    const factor = { A: uniform() + uniform() + uniform(), B: uniform() + uniform() + uniform() };
    for (const name of Object.keys(data)) {
      const value = factor[name[0] as "A" | "B"] + 0.5 * (uniform() + uniform() + uniform() - 1.5);
      data[name].push(Math.min(5, Math.max(1, Math.round(1 + (4 * value) / 3))));
    }
  }
  return data;
}
