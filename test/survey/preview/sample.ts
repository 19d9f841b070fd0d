import { type Column, type NumericColumn, type Survey, type TextColumn } from "../../../src/survey/survey";

/** Numbers with NaN for missing, in bytes or doubles, as the readers keep them. */
export function numbers(name: string, values: readonly number[], more: Partial<NumericColumn> = {}): NumericColumn {
  const bytes = values.every((value) => Number.isNaN(value) || (Number.isInteger(value) && Math.abs(value) < 128));
  const sentinel = bytes ? -128 : NaN;
  const kept = values.map((value) => (Number.isNaN(value) ? sentinel : value));
  return {
    kind: "numeric",
    name,
    role: "item",
    roleReason: "",
    missing: values.filter(Number.isNaN).length,
    values: bytes ? Int8Array.from(kept) : Float64Array.from(kept),
    sentinel,
    ...more,
  };
}

export const texts = (name: string, values: readonly string[]): TextColumn => ({
  kind: "text",
  name,
  role: "text",
  roleReason: "",
  missing: values.filter((value) => value === "").length,
  values,
});

export const survey = (...columns: Column[]): Survey => ({ source: "s.sav", rows: columns[0].values.length, columns, warnings: [] });
