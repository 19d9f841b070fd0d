import { column, label, ofCount, ofProportion, ofQuantity, stub } from "./cells";
import type { TableKind } from "./kind";
import { decimalsOf } from "./options";
import { reversedIn } from "./reliability";
import { reversedSentence, sampleSize } from "./words";

/** Correlations between the items of each scale, summed up. */
const interItem: TableKind = {
  id: "inter-item",
  summary: "mean, range and variance of the correlations between items, scale by scale",
  options: ["decimals"],
  onRequest: true,

  unavailable: ({ reliability }) => (reliability.some(({ interItem }) => interItem && interItem.mean !== null) ? undefined : "no scale has at least two items"),

  make(analysis, options) {
    const decimals = decimalsOf(options);
    const scales = analysis.reliability.filter(({ interItem }) => interItem);
    return {
      id: "inter-item",
      title: "Inter-item correlations",
      columns: [
        stub("Scale"),
        column("items", "Items"),
        column("mean", { italic: "M" }),
        column("min", "Smallest"),
        column("max", "Largest"),
        column("variance", "Variance"),
      ],
      rows: scales.map(({ scale, items, interItem }) => ({
        key: scale,
        cells: [
          label(scale === "all" ? "All items" : scale),
          ofCount(items.length),
          ...[interItem!.mean, interItem!.min, interItem!.max].map((value) => ofProportion(value, decimals)),
          ofQuantity(interItem!.variance, Math.max(decimals, 3)),
        ],
      })),
      notes: [[...sampleSize(analysis), ...reversedSentence(reversedIn(scales))]],
    };
  },
};

export default interItem;
