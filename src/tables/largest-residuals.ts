import { column, label, ofProportion, stub } from "./cells";
import { noSolution, type TableKind } from "./kind";
import { count, percent, proportion } from "./number";
import { decimalsOf } from "./options";
import { dimension, methodSentence, sampleSize } from "./words";

/** The largest residual correlations, pair by pair, with how many exceed .05. */
const largestResiduals: TableKind = {
  id: "largest-residuals",
  summary: "the largest residual correlations with the items that they concern",
  options: ["decimals"],
  onRequest: true,

  unavailable: ({ solution }) => (solution?.residuals ? undefined : noSolution),

  make(analysis, options) {
    const { residuals, fit } = analysis.solution!;
    const { items } = analysis.sample;
    const decimals = Math.max(decimalsOf(options), 3); // most residuals of a model that fits are below .01
    const at = (name: string) => items.indexOf(name);
    const { count: above, percent: share } = residuals!.above05;
    const rmsr = fit?.rmsr === null || fit?.rmsr === undefined ? "" : ` Root mean square residual ${proportion(fit.rmsr, decimals)}.`;
    return {
      id: "largest-residuals",
      title: "Largest residual correlations",
      columns: [stub("Items"), column("correlation", { italic: "r" }), column("reproduced", "Reproduced"), column("residual", "Residual")],
      rows: residuals!.largest.map(({ items: [a, b], residual }) => {
        const r = analysis.correlation[at(a)][at(b)];
        const cells = [r, r - residual, residual].map((value) => ofProportion(value, decimals));
        return { key: `${a}–${b}`, cells: [label(`${a}–${b}`), ...cells] };
      }),
      notes: [
        [
          ...sampleSize(analysis),
          ` ${methodSentence(analysis)} ${count(above)} (${percent(share, 1)}%) of the residuals of ${analysis.solution!.factors} ${dimension(analysis.settings)}${analysis.solution!.factors === 1 ? "" : "s"} exceed .05 in size.${rmsr}`,
        ],
      ],
    };
  },
};

export default largestResiduals;
