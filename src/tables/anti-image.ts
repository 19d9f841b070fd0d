import { column, itemRows, ofProportion, stub } from "./cells";
import type { TableKind } from "./kind";
import { decimalsOf } from "./options";
import { reversedSentence, sampleSize } from "./words";

/** Negative partial correlations, the measures of sampling adequacy on the diagonal: the lower triangle. */
const antiImage: TableKind = {
  id: "anti-image",
  summary: "anti-image correlations, with the measures of sampling adequacy on the diagonal",
  options: ["decimals", "labels"],
  onRequest: true,

  unavailable: ({ factorability }) => (factorability?.antiImageCorrelation ? undefined : "the correlation matrix is singular, or no data could have it"),

  make(analysis, options) {
    const { items, reversed } = analysis.sample;
    const matrix = analysis.factorability!.antiImageCorrelation!;
    const row = itemRows(analysis, options);
    const cell = (i: number, j: number) =>
      j > i ? { text: "" } : { ...ofProportion(matrix[i][j], decimalsOf(options)), ...(i === j ? { strong: true } : {}) };
    return {
      id: "anti-image",
      title: "Anti-image correlations",
      columns: [stub("Item"), ...items.map((item) => column(item, item))],
      rows: items.map((item, i) =>
        row(
          item,
          items.map((_, j) => cell(i, j)),
        ),
      ),
      notes: [
        [
          ...sampleSize(analysis),
          " Negative partial correlations; on the diagonal, in bold, the measures of sampling adequacy.",
          ...reversedSentence(reversed),
        ],
      ],
    };
  },
};

export default antiImage;
