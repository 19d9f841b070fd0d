import { indexNames } from "../psychometrics/careless/thresholds";
import { flaggedBy, lookedAt, notLookedFor } from "./careless-words";
import { column, label, ofCount, ofPercent, stub } from "./cells";
import type { TableKind } from "./kind";
import { minus } from "./number";
import type { Inline } from "./table";
import { capitalized } from "./words";

/** Index by index: its cut-off, who says so, and how many rows are beyond it. */
const carelessIndices: TableKind = {
  id: "careless-indices",
  summary: "indices of careless responding with their cut-offs, sources and numbers of rows",
  options: ["decimals"],

  unavailable: (analysis) => (analysis.careless === undefined ? notLookedFor : undefined),

  make(analysis, options) {
    const report = analysis.careless!;
    const { indices, sample, flagged } = report;
    const decimals = options.decimals ?? 1;
    const rows = (key: string, name: string, cutoff: string, source: string, count: number | null) => ({
      key,
      cells: [
        label(name),
        label(cutoff.replace("-", minus)),
        label(source),
        ofCount(count),
        ofPercent(count === null ? null : (100 * count) / sample.rows, decimals),
      ],
    });
    return {
      id: "careless-indices",
      title: "Indices of careless responding",
      columns: [
        stub("Index"),
        { key: "cutoff", header: ["Cut-off"], align: "left" },
        { key: "source", header: ["Source"], align: "left" },
        column("rows", "Rows"),
        column("percent", "%"),
      ],
      rows: [
        ...indices.map(({ index, cutoff, source, rows: count }) => rows(index, capitalized(indexNames[index]), cutoff, source, count)),
        rows("flagged", "Rows flagged", report.leastReasons > 1 ? `${report.leastReasons} indices or more` : "any index", "", flagged.length),
      ],
      notes: [[`${lookedAt(report)}${flaggedBy(report)}`, ...missing(report.indices)]],
    };
  },
};

const missing = (indices: readonly { index: keyof typeof indexNames; missing?: string }[]): Inline[] => {
  const lacking = indices.filter((one) => one.missing !== undefined);
  return lacking.length === 0 ? [] : [` Not judged: ${lacking.map(({ index, missing }) => `${indexNames[index]} (${missing})`).join("; ")}.`];
};

export default carelessIndices;
