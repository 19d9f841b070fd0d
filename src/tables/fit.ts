import type { Fit } from "../psychometrics/analysis";
import { column, label, ofCount, ofProbability, ofProportion, ofQuantity, stub } from "./cells";
import { noSolution, type TableKind } from "./kind";
import { interval, proportion } from "./number";
import { decimalsOf } from "./options";
import type { Cell, TableColumn } from "./table";
import { methodSentence, sampleSize } from "./words";

/** Fit of the factor model; with a comparison of numbers of factors, a row for each. */
const fit: TableKind = {
  id: "fit",
  summary: "χ², RMSEA, CFI, TLI and BIC of the factor model",
  options: ["decimals"],
  onRequest: true,

  unavailable({ solution, settings }) {
    if (!solution) return noSolution;
    if (settings.extraction === "pca") return "components are no model of the correlations";
    return solution.fit?.chiSquare == null ? "the model has no degrees of freedom left" : undefined;
  },

  make(analysis, options) {
    const { factors, fit } = analysis.solution!;
    const sequence = analysis.retention?.sequence ?? [];
    const models = sequence.length > 0 ? sequence : [{ ...fit!, factors }];
    const columns = columnsFor(decimalsOf(options));
    // the interval is that of the retained model
    const intervalOf = (of: number) => (of === factors ? fit!.rmseaCi : null);
    return {
      id: "fit",
      title: "Fit of the factor model",
      columns: [stub("Factors"), ...columns.map((one) => one.column)],
      rows: models.map((model) => ({
        key: String(model.factors),
        cells: [label(String(model.factors)), ...columns.map((one) => one.cell({ ...model, rmseaCi: intervalOf(model.factors) }))],
      })),
      notes: [[...sampleSize(analysis), ` ${methodSentence(analysis)} CI = confidence interval.`]],
    };
  },
};

interface FitColumn {
  readonly column: TableColumn;
  readonly cell: (fit: Fit) => Cell;
}

function columnsFor(decimals: number): readonly FitColumn[] {
  const three = Math.max(decimals, 3); // cut-offs of RMSEA and CFI are judged in the third decimal
  return [
    { column: column("chiSquare", "χ²"), cell: (fit) => ofQuantity(fit.chiSquare, 2) },
    { column: column("df", { italic: "df" }), cell: (fit) => ofCount(fit.df) },
    { column: column("p", { italic: "p" }), cell: (fit) => ofProbability(fit.p) },
    { column: column("rmsea", "RMSEA"), cell: (fit) => ofProportion(fit.rmsea, three) },
    {
      column: column("rmseaCi", "90% CI"),
      cell: ({ rmseaCi }) => (rmseaCi ? { text: interval(rmseaCi, (limit) => proportion(limit, three)), value: rmseaCi[0] } : { text: "" }),
    },
    { column: column("cfi", "CFI"), cell: (fit) => ofProportion(fit.cfi, three) },
    { column: column("tli", "TLI"), cell: (fit) => ofQuantity(fit.tli, three) },
    { column: column("bic", "BIC"), cell: (fit) => ofQuantity(fit.bic, 2) },
    { column: column("rmsr", "RMSR"), cell: (fit) => ofProportion(fit.rmsr, three) },
  ];
}

export default fit;
