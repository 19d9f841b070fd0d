import { column, label, ofQuantity, stub } from "./cells";
import type { TableKind } from "./kind";
import { decimalsOf } from "./options";
import { comparedData, comparedMatrix } from "./parallel-words";
import { capitalized, dimension, sampleSize } from "./words";

/** The eigenvalues beside those of random data: the figures of a scree plot. */
const parallelAnalysis: TableKind = {
  id: "parallel-analysis",
  summary: "eigenvalues beside those of random data",
  options: ["decimals", "rows"],

  unavailable: ({ retention }) => (retention?.parallel ? undefined : "parallel analysis was left out"),

  make(analysis, options) {
    const { parallel } = analysis.retention!;
    const eigenvalues = parallel!.observed ?? analysis.retention!.eigenvalues;
    const decimals = decimalsOf(options);
    const shown = options.rows === "retained" ? parallel!.factors + 1 : eigenvalues.length;
    return {
      id: "parallel-analysis",
      title: "Eigenvalues and parallel analysis",
      columns: [
        stub(capitalized(dimension(analysis.settings))),
        column("eigenvalue", "Eigenvalue"),
        column("mean", "Random data: mean"),
        column("percentile95", "Random data: 95th percentile"),
      ],
      rows: eigenvalues.slice(0, shown).map((eigenvalue, i) => ({
        key: String(i + 1),
        cells: [
          label(String(i + 1)),
          ofQuantity(eigenvalue, decimals),
          ofQuantity(parallel!.mean[i], decimals),
          ofQuantity(parallel!.percentile95[i], decimals),
        ],
      })),
      notes: [
        [
          ...sampleSize(analysis),
          ` Eigenvalues of ${comparedMatrix(parallel!.variant)}. Random data: ${parallel!.variant?.data === "permuted" ? comparedData(parallel!.variant) : "normal deviates"}, ${parallel!.iterations} replications, seed ${parallel!.seed}.`,
        ],
      ],
    };
  },
};

export default parallelAnalysis;
