import type { FileResult } from "./result";

/** What is counted of each manuscript where several are looked at. */
export const overviewColumns = ["errors", "warnings", "information", "right", "not checkable"] as const;

/** In the order of `overviewColumns`. */
export function overviewCounts({ findings, statistics }: FileResult): readonly number[] {
  const found = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const looked = (verdict: string) => statistics.filter((one) => one.verdict === verdict).length;
  return [found("error"), found("warning"), found("information"), looked("consistent"), looked("unchecked")];
}

/** More errors first, then more warnings, then more information; then by name. */
export const worstFirst = (a: Overviewed, b: Overviewed): number =>
  b.counts[0] - a.counts[0] || b.counts[1] - a.counts[1] || b.counts[2] - a.counts[2] || (a.path < b.path ? -1 : 1);

export interface Overviewed {
  readonly path: string;
  readonly counts: readonly number[];
}
