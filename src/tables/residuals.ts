import { column, itemRows, ofProportion, stub } from "./cells";
import { noSolution, type TableKind } from "./kind";
import { decimalsOf } from "./options";
import { methodSentence, sampleSize } from "./words";

/** What the factors leave of the correlations: one triangle. */
const residuals: TableKind = {
  id: "residuals",
  summary: "residual correlations of the factor model",
  options: ["decimals", "labels"],
  onRequest: true,

  unavailable: ({ solution }) => (solution?.residuals ? undefined : noSolution),

  make(analysis, options) {
    const { matrix } = analysis.solution!.residuals!;
    const { items } = analysis.sample;
    const decimals = Math.max(decimalsOf(options), 3); // they are judged against .05
    const row = itemRows(analysis, options);
    return {
      id: "residuals",
      title: "Residual correlations",
      columns: [stub("Item"), ...items.slice(0, -1).map((name) => column(name, name))],
      rows: items.map((name, i) =>
        row(
          name,
          items
            .slice(0, -1)
            .map((_, j) => (j < i ? { ...ofProportion(matrix[i][j], decimals), strong: Math.abs(matrix[i][j]) > 0.05 } : { text: j === i ? "—" : "" })),
        ),
      ),
      notes: [[...sampleSize(analysis), ` ${methodSentence(analysis)} Residuals above .05 in size are in bold.`]],
    };
  },
};

export default residuals;
