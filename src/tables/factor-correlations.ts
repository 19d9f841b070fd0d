import { column, label, ofProportion, stub } from "./cells";
import { noSolution, type TableKind } from "./kind";
import { decimalsOf } from "./options";
import { capitalized, dimension, methodSentence, oblique, sampleSize } from "./words";

/** Correlations among obliquely rotated factors: the lower triangle. */
const factorCorrelations: TableKind = {
  id: "factor-correlations",
  summary: "correlations among obliquely rotated factors",
  options: ["decimals"],

  unavailable({ solution, settings }) {
    if (!solution) return noSolution;
    if (solution.factors < 2) return "there is only one factor";
    return oblique(settings) ? undefined : `${settings.rotation === "none" ? "unrotated" : "orthogonally rotated"} factors do not correlate`;
  },

  make(analysis, options) {
    const { names, factorCorrelations } = analysis.solution!;
    const decimals = decimalsOf(options);
    const one = dimension(analysis.settings);
    return {
      id: "factor-correlations",
      title: `Correlations among the ${one}s`,
      columns: [stub(capitalized(one)), ...names.map((name) => column(name, name))],
      rows: names.map((name, i) => ({
        key: name,
        cells: [label(name), ...names.map((_, j) => (j < i ? ofProportion(factorCorrelations[i][j], decimals) : { text: j === i ? "—" : "" }))],
      })),
      notes: [[...sampleSize(analysis), ` ${methodSentence(analysis)}`]],
    };
  },
};

export default factorCorrelations;
