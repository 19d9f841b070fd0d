import { type CarelessReport, type FlaggedRow } from "../psychometrics/careless/report";
import { flaggedBy, lookedAt, notLookedFor } from "./careless-words";
import { column, label, ofCount, ofProportion, ofQuantity, stub } from "./cells";
import type { TableKind } from "./kind";
import { decimalsOf } from "./options";
import type { Cell, TableColumn } from "./table";

interface FlagColumn {
  readonly column: TableColumn;
  readonly cell: (row: FlaggedRow) => Cell;
}

/** Row by row what makes it look careless: every index that these data have, and why it is here. */
const careless: TableKind = {
  id: "careless",
  summary: "rows that look carelessly answered, with every index and the reason",
  options: ["decimals"],

  unavailable: (analysis) => (analysis.careless === undefined ? notLookedFor : undefined),

  make(analysis, options) {
    const report = analysis.careless!;
    const columns = columnsOf(report, decimalsOf(options));
    return {
      id: "careless",
      title: "Rows that may have been answered carelessly",
      columns: [stub("Row"), ...columns.map((one) => one.column), { key: "why", header: ["Why"], align: "left" }],
      rows: report.flagged.map((row) => ({
        key: String(row.row),
        cells: [label(String(row.row)), ...columns.map((one) => one.cell(row)), label(row.why.join("; "))],
      })),
      notes: [
        [
          `${lookedAt(report)}${report.flagged.length === 0 ? " No row is flagged." : flaggedBy(report)}`,
          " Rows are numbered as in the file. Each index flags attentive people too: one reason is one to look, not to leave out.",
        ],
      ],
    };
  },
};

/** The identifier where there is one, and the indices that any row has. */
function columnsOf({ sample, flagged }: CarelessReport, decimals: number): readonly FlagColumn[] {
  const has = (key: keyof FlaggedRow) => flagged.some((row) => row[key] !== null);
  return [
    ...(sample.identifier === null
      ? []
      : [{ column: { key: "identifier", header: [sample.identifier], align: "left" as const }, cell: (row: FlaggedRow) => label(row.identifier ?? "") }]),
    { column: column("longstring", "Longstring"), cell: (row) => ofCount(row.longstring) },
    { column: column("variability", "IRV"), cell: (row) => ofQuantity(row.variability, decimals) },
    ...(has("evenOdd") ? [{ column: column("evenOdd", "Even–odd"), cell: (row: FlaggedRow) => ofProportion(row.evenOdd, decimals) }] : []),
    ...(has("mahalanobis")
      ? [{ column: column("mahalanobis", { italic: "D" }, { superscript: "2" }), cell: (row: FlaggedRow) => ofQuantity(row.mahalanobis?.squared, decimals) }]
      : []),
    ...(has("secondsPerItem") ? [{ column: column("secondsPerItem", "s per item"), cell: (row: FlaggedRow) => ofQuantity(row.secondsPerItem, 1) }] : []),
  ];
}

export default careless;
