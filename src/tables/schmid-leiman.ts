import { column, itemRows, ofProportion, stub } from "./cells";
import { noSolution, type TableKind } from "./kind";
import { sortedItems } from "./loadings";
import { proportion } from "./number";
import { decimalsOf } from "./options";
import { methodSentence, oblique, reversedSentence, sampleSize } from "./words";

/** An oblique solution as one general factor and what is left of its factors. */
const schmidLeiman: TableKind = {
  id: "schmid-leiman",
  summary: "Schmid–Leiman transformation of an oblique solution: general and group factors",
  options: ["decimals", "labels"],
  onRequest: true,

  unavailable({ solution, settings }) {
    if (!solution) return noSolution;
    if (!oblique(settings)) return "its factors have to correlate, as after oblimin, geomin or promax";
    return solution.schmidLeiman ? undefined : "it takes at least three factors that one general factor can explain";
  },

  make(analysis, options) {
    const { schmidLeiman, loadings, names, communalities } = analysis.solution!;
    const { general, groups, explainedCommonVariance } = schmidLeiman!;
    const { items, reversed } = analysis.sample;
    const decimals = decimalsOf(options);
    const row = itemRows(analysis, options);
    return {
      id: "schmid-leiman",
      title: "Schmid–Leiman solution",
      columns: [stub("Item"), column("general", "General"), ...names.map((name) => column(name, name)), column("communality", { italic: "h" }, "²")],
      rows: sortedItems(loadings).map((i) =>
        row(
          items[i],
          [general[i], ...groups[i], communalities[items[i]]].map((value) => ofProportion(value, decimals)),
        ),
      ),
      notes: [
        [
          ...sampleSize(analysis),
          ` ${methodSentence(analysis)} All factors are uncorrelated; the general factor explains ${proportion(explainedCommonVariance, decimals)} of the common variance.`,
          ...reversedSentence(reversed),
        ],
      ],
    };
  },
};

export default schmidLeiman;
