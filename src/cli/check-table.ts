import type { FileResult } from "../checks/result";
import type { Table } from "../tables/table";

const columns = ["errors", "warnings", "information", "right", "not checkable"] as const;

/** What was found in several manuscripts, one a row, the worst first. */
export function manuscriptsTable(results: readonly FileResult[]): Table {
  const rows = results
    .map((result) => ({ path: result.path, counts: countsOf(result) }))
    .sort((a, b) => worse(a.counts, b.counts) || (a.path < b.path ? -1 : 1));
  const total = columns.map((_, i) => rows.reduce((sum, { counts }) => sum + counts[i], 0));
  return {
    id: "manuscripts",
    title: `${results.length} manuscripts`,
    columns: [
      { key: "manuscript", header: ["Manuscript"], align: "left" },
      ...columns.map((key) => ({ key, header: [key[0].toUpperCase() + key.slice(1)], align: "right" as const })),
    ],
    rows: [
      ...rows.map(({ path, counts }) => ({ key: path, cells: [{ text: path }, ...counts.map((value) => ({ text: String(value), value }))] })),
      { key: "total", cells: [{ text: "Total", strong: true }, ...total.map((value) => ({ text: String(value), value, strong: true }))] },
    ],
    notes: [],
  };
}

function countsOf({ findings, statistics }: FileResult): readonly number[] {
  const found = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const looked = (verdict: string) => statistics.filter((one) => one.verdict === verdict).length;
  return [found("error"), found("warning"), found("information"), looked("consistent"), looked("unchecked")];
}

/** More errors first, then more warnings, then more information. */
const worse = (a: readonly number[], b: readonly number[]): number => b[0] - a[0] || b[1] - a[1] || b[2] - a[2];
