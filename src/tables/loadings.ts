import type { Solution } from "../psychometrics/analysis";
import { column, itemRows, stub } from "./cells";
import { noSolution, type TableKind } from "./kind";
import { proportion, quantity } from "./number";
import { decimalsOf, type TableOptions } from "./options";
import type { Cell } from "./table";
import { capitalized, dimension, methodSentence, oblique, reversedSentence, sampleSize } from "./words";

/** Loadings, sorted by the factor that an item belongs to and by size, with communalities; the pattern matrix after an oblique rotation. */
const loadings: TableKind = {
  id: "loadings",
  summary: "loadings, sorted, small ones hidden, with communalities",
  options: ["decimals", "hide", "salient", "sort", "labels"],

  unavailable: ({ solution }) => (solution && solution.factors > 0 ? undefined : noSolution),

  make(analysis, options) {
    const solution = analysis.solution!;
    const pattern = oblique(analysis.settings) && solution.factors > 1;
    const row = itemRows(analysis, options);
    const { items } = analysis.sample;
    const hide = options.hide ?? 0.3;
    const salient = options.salient ?? 0.5;
    return {
      id: "loadings",
      title: `${capitalized(dimension(analysis.settings))} loadings${pattern ? " (pattern matrix)" : ""}`,
      columns: [stub("Item"), ...solution.names.map((factor) => column(factor, factor)), column("communality", { italic: "h" }, "²")],
      rows: inOrder(solution.loadings, options).map((i) =>
        row(items[i], [...solution.loadings[i].map((loading) => loadingCell(loading, options)), communality(solution, items[i], options)]),
      ),
      notes: [
        [
          ...sampleSize(analysis),
          ` ${methodSentence(analysis)}`,
          ...(hide > 0 ? [` Loadings below ${proportion(hide)} are not shown; loadings of ${proportion(salient)} and above are in bold.`] : []),
          " ",
          { italic: "h" },
          "² = communality.",
          ...reversedSentence(analysis.sample.reversed),
        ],
      ],
    };
  },
};

/** Row numbers as the options want them. */
export const inOrder = (loadings: Solution["loadings"], { sort }: TableOptions): readonly number[] =>
  sort === false ? loadings.map((_, i) => i) : sortedItems(loadings);

/** Row numbers: factor by factor, within a factor from the largest absolute loading down. */
export function sortedItems(loadings: Solution["loadings"]): readonly number[] {
  const main = loadings.map((row) => {
    const sizes = row.map(Math.abs);
    const size = Math.max(...sizes);
    return { factor: sizes.indexOf(size), size };
  });
  return loadings.map((_, i) => i).sort((a, b) => main[a].factor - main[b].factor || main[b].size - main[a].size || a - b);
}

/** An oblique pattern coefficient can exceed 1, and is then printed in full. */
function loadingCell(value: number, options: TableOptions): Cell {
  const shown = Math.abs(value) >= (options.hide ?? 0.3);
  const strong = Math.abs(value) >= (options.salient ?? 0.5);
  return { text: shown ? proportion(value, decimalsOf(options)) : "", value, ...(shown && strong ? { strong } : {}) };
}

function communality(solution: Solution, item: string, options: TableOptions): Cell {
  const value = solution.communalities[item];
  return { text: value > 1 ? quantity(value, decimalsOf(options)) : proportion(value, decimalsOf(options)), value };
}

export default loadings;
