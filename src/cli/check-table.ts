import { overviewColumns as columns, overviewCounts, worstFirst } from "../checks/overview";
import type { FileResult } from "../checks/result";
import type { Table } from "../tables/table";

/** What was found in several manuscripts, one a row, the worst first. */
export function manuscriptsTable(results: readonly FileResult[]): Table {
  const rows = results.map((result) => ({ path: result.path, counts: overviewCounts(result) })).sort(worstFirst);
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
