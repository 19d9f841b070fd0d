import { column, itemRows, ofProportion, stub } from "./cells";
import { noSolution, type TableKind } from "./kind";
import { sortedItems } from "./loadings";
import { decimalsOf } from "./options";
import { capitalized, dimension, methodSentence, oblique, reversedSentence, sampleSize } from "./words";

/** Correlations of the items with obliquely rotated factors, in the order of the loadings. */
const structure: TableKind = {
  id: "structure",
  summary: "correlations of the items with obliquely rotated factors",
  options: ["decimals", "labels"],
  onRequest: true,

  unavailable({ solution, settings }) {
    if (!solution) return noSolution;
    if (solution.factors < 2) return "there is only one factor";
    if (!oblique(settings)) return "without correlated factors the loadings are these correlations";
    return solution.structure.length > 0 ? undefined : "there are no factors";
  },

  make(analysis, options) {
    const { names, loadings, structure } = analysis.solution!;
    const { items, reversed } = analysis.sample;
    const decimals = decimalsOf(options);
    const row = itemRows(analysis, options);
    return {
      id: "structure",
      title: `${capitalized(dimension(analysis.settings))} structure: correlations of the items with the ${dimension(analysis.settings)}s`,
      columns: [stub("Item"), ...names.map((name) => column(name, name))],
      rows: sortedItems(loadings).map((i) =>
        row(
          items[i],
          structure[i].map((value) => ofProportion(value, decimals)),
        ),
      ),
      notes: [[...sampleSize(analysis), ` ${methodSentence(analysis)}`, ...reversedSentence(reversed)]],
    };
  },
};

export default structure;
