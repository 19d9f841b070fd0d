import { column, itemRows, stub } from "./cells";
import type { TableKind } from "./kind";
import { inOrder } from "./loadings";
import { interval, proportion } from "./number";
import { decimalsOf } from "./options";
import { capitalized, dimension, methodSentence, sampleSize } from "./words";

/** Loadings with their bootstrap intervals, in the order of the loadings table. */
const loadingIntervals: TableKind = {
  id: "loading-intervals",
  summary: "bootstrap confidence intervals of the loadings",
  options: ["decimals", "sort", "labels"],

  unavailable: ({ solution, uncertainty }) =>
    solution && uncertainty?.loadings ? undefined : "no bootstrap of the loadings was asked for, or none had a solution",

  make(analysis, options) {
    const { names, loadings } = analysis.solution!;
    const { low, high } = analysis.uncertainty!.loadings!;
    const { replications, solved } = analysis.uncertainty!;
    const decimals = decimalsOf(options);
    const row = itemRows(analysis, options);
    const print = (value: number | null | undefined) => proportion(value, decimals);
    return {
      id: "loading-intervals",
      title: `${capitalized(dimension(analysis.settings))} loadings with 95% bootstrap confidence intervals`,
      columns: [stub("Item"), ...names.map((name) => column(name, name))],
      rows: inOrder(loadings, options).map((i) =>
        row(
          analysis.sample.items[i],
          loadings[i].map((loading, k) => ({ text: `${print(loading)} ${interval([low[i][k], high[i][k]], print)}`, value: loading })),
        ),
      ),
      notes: [
        [
          ...sampleSize(analysis),
          ` ${methodSentence(analysis)} Percentile intervals over ${solved} of ${replications} bootstrap samples, their factors aligned with these by congruence.`,
        ],
      ],
    };
  },
};

export default loadingIntervals;
