import { column, label, ofProportion, stub } from "./cells";
import type { TableKind } from "./kind";
import { decimalsOf } from "./options";
import { capitalized, dimension, sampleSize } from "./words";

const methods = { regression: "regression (Thurstone)", bartlett: "Bartlett", "anderson-rubin": "Anderson–Rubin", "ten-berge": "ten Berge" };

/** How well the scores determine the factors, and how the scores correlate. */
const factorScores: TableKind = {
  id: "factor-scores",
  summary: "determinacy and correlations of the factor scores",
  options: ["decimals"],

  unavailable: ({ scores }) => (scores ? undefined : "no factor scores were asked for"),

  make(analysis, options) {
    const { method, determinacy, correlations } = analysis.scores!;
    const { names } = analysis.solution!;
    const decimals = decimalsOf(options);
    const one = dimension(analysis.settings);
    return {
      id: "factor-scores",
      title: `${capitalized(one)} scores`,
      columns: [
        stub(capitalized(one)),
        column("determinacy", "Determinacy"),
        ...(names.length > 1 ? names.map((name) => column(name, { italic: "r" }, ` with ${name}`)) : []),
      ],
      rows: names.map((name, i) => ({
        key: name,
        cells: [
          label(name),
          ofProportion(determinacy[name], decimals),
          ...(names.length > 1 ? names.map((_, j) => (j < i ? ofProportion(correlations[i][j], decimals) : { text: j === i ? "—" : "" })) : []),
        ],
      })),
      notes: [
        [
          ...sampleSize(analysis),
          ` Scores by the method of ${methods[method]}. Determinacy = correlation of the ${one} with its scores; the correlations are those among the scores.`,
        ],
      ],
    };
  },
};

export default factorScores;
