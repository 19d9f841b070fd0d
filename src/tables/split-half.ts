import type { Halves, Reliability } from "../psychometrics/analysis";
import { column, label, ofCount, ofProportion, stub } from "./cells";
import type { TableKind } from "./kind";
import { decimalsOf } from "./options";
import type { TableRow } from "./table";
import { reversedSentence, sampleSize } from "./words";
import { reversedIn } from "./reliability";

/** Split-half reliability, scale by scale: two divisions with their coefficients, and the range over all divisions. */
const splitHalf: TableKind = {
  id: "split-half",
  summary: "split-half reliability: first and second half, odd and even items, and all divisions",
  options: ["decimals"],
  onRequest: true,

  unavailable: ({ reliability }) => (reliability.some(({ halves }) => halves) ? undefined : "no scale has at least two items"),

  make(analysis, options) {
    const decimals = decimalsOf(options);
    const scales = analysis.reliability.filter(({ halves }) => halves);
    const cells = ({ correlation, spearmanBrown, unequalLength, guttman }: Halves) =>
      [correlation, spearmanBrown, unequalLength, guttman].map((value) => ofProportion(value, decimals));
    const rowsOf = ({ scale, halves }: Reliability): TableRow[] => {
      const name = scale === "all" ? "All items" : scale;
      const { firstSecond, oddEven, all } = halves!;
      const blank = [{ text: "" }, { text: "" }, { text: "" }];
      const range = (["min", "mean", "max"] as const).map((key, k): TableRow => ({
        key: `${scale}:${key}`,
        cells: [
          label(`${name}, ${["least", "mean", "largest"][k]} of ${all?.sampled ? "random" : "all"} divisions`),
          ...blank,
          ofProportion(all?.[key], decimals),
        ],
      }));
      return [
        { key: `${scale}:firstSecond`, cells: [label(`${name}, first and second half`), ...cells(firstSecond)] },
        { key: `${scale}:oddEven`, cells: [label(`${name}, odd and even items`), ...cells(oddEven)] },
        ...(all ? range : []),
      ];
    };
    const looked = scales.flatMap(({ halves }) => (halves!.all ? [ofCount(halves!.all.splits).text] : []));
    return {
      id: "split-half",
      title: "Split-half reliability",
      columns: [
        stub("Scale"),
        column("correlation", "Correlation of the halves"),
        column("spearmanBrown", "Spearman–Brown"),
        column("unequalLength", "for unequal lengths"),
        column("guttman", "Guttman"),
      ],
      rows: scales.flatMap(rowsOf),
      notes: [
        [
          ...sampleSize(analysis),
          ...(looked.length > 0 ? [` Divisions into halves that were looked at: ${[...new Set(looked)].join(", ")}.`] : []),
          ...reversedSentence(reversedIn(scales)),
        ],
      ],
    };
  },
};

export default splitHalf;
