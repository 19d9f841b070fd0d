import { column, itemRows, ofCount, ofQuantity, stub } from "./cells";
import type { TableKind } from "./kind";
import { decimalsOf } from "./options";
import { reversedSentence, sampleSize } from "./words";

/** Item by item: n, M, SD, skewness and kurtosis. */
const descriptives: TableKind = {
  id: "descriptives",
  summary: "n, mean, standard deviation, range, skewness and kurtosis of the items",
  options: ["decimals", "labels"],

  unavailable: ({ items }) => (items.some((item) => item.mean !== null) ? undefined : "a correlation matrix has no means"),

  make(analysis, options) {
    const decimals = decimalsOf(options);
    const row = itemRows(analysis, options);
    return {
      id: "descriptives",
      title: "Descriptive statistics of the items",
      columns: [
        stub("Item"),
        column("n", { italic: "n" }),
        column("mean", { italic: "M" }),
        column("sd", { italic: "SD" }),
        column("min", "Minimum"),
        column("max", "Maximum"),
        column("skewness", "Skewness"),
        column("kurtosis", "Kurtosis"),
      ],
      rows: analysis.items.map((item) =>
        row(item.name, [
          ofCount(item.n),
          ofQuantity(item.mean, decimals),
          ofQuantity(item.sd, decimals),
          ofQuantity(item.min, wholeOr(item.min, decimals)),
          ofQuantity(item.max, wholeOr(item.max, decimals)),
          ofQuantity(item.skewness, decimals),
          ofQuantity(item.kurtosis, decimals),
        ]),
      ),
      notes: [[...sampleSize(analysis), " Kurtosis is excess kurtosis: 0 for a normal distribution.", ...reversedSentence(analysis.sample.reversed)]],
    };
  },
};

const wholeOr = (value: number | null, decimals: number): number => (value !== null && Number.isInteger(value) ? 0 : decimals);

export default descriptives;
