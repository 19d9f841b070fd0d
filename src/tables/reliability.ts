import { column, label, ofCount, ofProportion, ofQuantity, stub } from "./cells";
import type { TableKind } from "./kind";
import { interval, proportion } from "./number";
import { decimalsOf } from "./options";
import type { Cell, TableColumn } from "./table";
import { reversedSentence, sampleSize } from "./words";
import type { Reliability } from "../psychometrics/analysis";

/** Scale by scale: α with its interval, standardized α, ω where it was computed, mean inter-item r, M and SD of the scale. */
const reliability: TableKind = {
  id: "reliability",
  summary: "Cronbach's alpha and its relatives, scale by scale",
  options: ["decimals"],

  unavailable: ({ reliability }) => (reliability.length > 0 ? undefined : "no scale has at least two items"),

  make(analysis, options) {
    const decimals = decimalsOf(options);
    const scales = analysis.reliability;
    const columns = columnsFor(decimals).filter((one) => one.always || scales.some((scale) => one.cell(scale).value !== null));
    const ns = new Set(scales.map((scale) => scale.n));
    return {
      id: "reliability",
      title: scales.length === 1 ? "Reliability of the scale" : "Reliability of the scales",
      columns: [stub("Scale"), ...columns.map((one) => one.column)],
      rows: scales.map((scale) => ({
        key: scale.scale,
        cells: [label(scale.scale === "all" ? "All items" : scale.scale), ...columns.map((one) => one.cell(scale))],
      })),
      notes: [
        [
          ...(ns.size === 1 ? sampleSize(analysis) : ["Each scale uses the rows that answered all of its items."]),
          " CI = confidence interval (Feldt).",
          ...reversedSentence(reversedIn(scales)),
        ],
      ],
    };
  },
};

interface ReliabilityColumn {
  readonly column: TableColumn;
  readonly cell: (scale: Reliability) => Cell;
  readonly always?: boolean;
}

function columnsFor(decimals: number): readonly ReliabilityColumn[] {
  return [
    { always: true, column: column("items", "Items"), cell: (scale) => ofCount(scale.items.length) },
    { always: true, column: column("alpha", "α"), cell: (scale) => ofProportion(scale.alpha, decimals) },
    {
      column: column("alphaCi", "95% CI"),
      cell: ({ alphaCi }) => ({ text: interval(alphaCi, (limit) => proportion(limit, decimals)), value: alphaCi?.[0] ?? null }),
    },
    { column: column("standardizedAlpha", "Standardized α"), cell: (scale) => ofProportion(scale.standardizedAlpha, decimals) },
    { column: column("omegaTotal", "ω"), cell: (scale) => ofProportion(scale.omegaTotal, decimals) },
    { column: column("averageInterItem", "Mean inter-item ", { italic: "r" }), cell: (scale) => ofProportion(scale.averageInterItem, decimals) },
    { column: column("mean", { italic: "M" }), cell: (scale) => ofQuantity(scale.mean, decimals) },
    { column: column("sd", { italic: "SD" }), cell: (scale) => ofQuantity(scale.sd, decimals) },
  ];
}

/** The items that are reflected in any of the scales, each once. */
export function reversedIn(scales: readonly Reliability[]): readonly string[] {
  return [...new Set(scales.flatMap((scale) => scale.perItem.filter((item) => item.reversed).map((item) => item.item)))];
}

export default reliability;
