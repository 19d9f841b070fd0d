import { type ComparedResults } from "../psychometrics/careless/report";
import { flaggedBy, lookedAt, notLookedFor } from "./careless-words";
import { column, label, ofCount, ofProportion, ofQuantity, stub } from "./cells";
import type { TableKind } from "./kind";
import { proportion } from "./number";
import { decimalsOf } from "./options";
import type { Cell, TableRow } from "./table";
import { dimension } from "./words";

/** The results that a paper reports, of all rows and without those that look careless. */
const carelessComparison: TableKind = {
  id: "careless-comparison",
  summary: "alpha, KMO, number of factors and loadings with and without the rows that look careless",
  options: ["decimals"],

  unavailable({ careless }) {
    if (careless === undefined) return notLookedFor;
    if (careless.flagged.length === 0) return "no row looks careless";
    return careless.comparison === null ? "without the flagged rows there are no results" : undefined;
  },

  make(analysis, options) {
    const decimals = decimalsOf(options);
    const report = analysis.careless!;
    const { all, without, loadings } = report.comparison!;
    const unit = dimension(analysis.settings);
    const row = (key: string, name: string, cells: (of: ComparedResults) => Cell, difference: (a: number, b: number) => Cell): TableRow => {
      const [before, after] = [cells(all), cells(without)];
      const both = typeof before.value === "number" && typeof after.value === "number";
      return { key, cells: [label(name), before, after, both ? difference(before.value!, after.value!) : { text: "", value: null }] };
    };
    const proportions = (key: string, name: string, value: (of: ComparedResults) => number | null) =>
      row(
        key,
        name,
        (of) => ofProportion(value(of), decimals),
        (a, b) => ofProportion(b - a, decimals),
      );
    const counts = (key: string, name: string, value: (of: ComparedResults) => number | null) =>
      row(
        key,
        name,
        (of) => ofCount(value(of)),
        (a, b) => ofCount(b - a),
      );
    const scales = all.alpha.map(({ scale }, s) => proportions(`alpha:${scale}`, scale === "all" ? "α" : `α ${scale}`, (of) => of.alpha[s]?.alpha ?? null));
    return {
      id: "careless-comparison",
      title: "Results with and without rows that may have been answered carelessly",
      columns: [stub("Result"), column("all", "All rows"), column("without", "Without"), column("difference", "Difference")],
      rows: [
        counts("rows", "Rows analysed", (of) => of.used),
        ...scales,
        proportions("kmo", "KMO", (of) => of.kmo),
        counts("factors", `Number of ${unit}s`, (of) => of.factors),
        row(
          "eigenvalue",
          "First eigenvalue",
          (of) => ofQuantity(of.eigenvalues[0], decimals),
          (a, b) => ofQuantity(b - a, decimals),
        ),
      ],
      notes: [
        [
          `${lookedAt(report)} ${report.flagged.length} ${report.flagged.length === 1 ? "row is" : "rows are"} flagged.${flaggedBy(report)}`,
          ...(loadings
            ? [
                ` Loadings of ${loadings.factors} ${unit}${loadings.factors === 1 ? "" : "s"}: congruence ${loadings.congruence.map((value) => proportion(value, decimals)).join(", ")}`,
                `; largest difference ${proportion(loadings.largest.difference, decimals)} (${loadings.largest.item}, ${loadings.largest.factor}).`,
              ]
            : []),
        ],
      ],
    };
  },
};

export default carelessComparison;
