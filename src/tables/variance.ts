import type { VarianceRow } from "../psychometrics/analysis";
import { column, label, ofPercent, ofQuantity, stub } from "./cells";
import { noSolution, type TableKind } from "./kind";
import { decimalsOf, type TableOptions } from "./options";
import type { Cell, TableColumn } from "./table";
import { capitalized, dimension, methodSentence, oblique, sampleSize } from "./words";

/** "Total variance explained" in SPSS's three blocks: initial eigenvalues, sums of squared loadings after extraction and after rotation. */
const variance: TableKind = {
  id: "variance",
  summary: "total variance explained, in SPSS's three blocks",
  options: ["decimals", "rows"],

  unavailable: ({ solution }) => (solution ? undefined : noSolution),

  make(analysis, options) {
    const { settings } = analysis;
    const solution = analysis.solution!;
    const { initial, extraction, rotation } = solution.variance;
    const rotated = rotation.length > 0;
    const isOblique = rotated && oblique(settings);
    const shown = options.rows === "retained" ? solution.factors : initial.length;
    const one = dimension(settings);
    return {
      id: "variance",
      title: "Total variance explained",
      columns: [
        stub(capitalized(one)),
        ...blockColumns("Initial", "Initial eigenvalues", "Eigenvalue"),
        ...blockColumns("Extraction", "Extraction sums of squared loadings", "Extraction SS loadings"),
        ...(rotated ? blockColumns("Rotation", "Rotation sums of squared loadings", "Rotation SS loadings").slice(0, isOblique ? 1 : 3) : []),
      ],
      rows: initial.slice(0, shown).map((row, i) => ({
        key: String(i + 1),
        cells: [
          label(String(i + 1)),
          ...blockCells(row, options),
          ...blockCells(extraction[i], options),
          ...(rotated ? blockCells(rotation[i], options).slice(0, isOblique ? 1 : 3) : []),
        ],
      })),
      notes: [
        [
          ...sampleSize(analysis),
          ` ${analysis.sample.items.length} items. ${methodSentence(analysis)} SS loadings = sum of squared loadings.`,
          ...(isOblique ? [` The rotated ${one}s are correlated, so their sums of squares cannot be added to a total.`] : []),
        ],
      ],
    };
  },
};

function blockColumns(block: string, spanner: string, first: string): TableColumn[] {
  const key = block.toLowerCase();
  const suffix = block === "Initial" ? "" : ` (${key})`;
  return [
    { ...column(`${key}.total`, first), spanner, short: ["Total"] },
    { ...column(`${key}.percent`, `% of variance${suffix}`), spanner, short: ["% of variance"] },
    { ...column(`${key}.cumulative`, `Cumulative %${suffix}`), spanner, short: ["Cumulative %"] },
  ];
}

/** Blank beyond the retained factors, as SPSS leaves it. */
function blockCells(row: VarianceRow | undefined, options: TableOptions): Cell[] {
  if (!row) return [{ text: "" }, { text: "" }, { text: "" }];
  const decimals = decimalsOf(options);
  return [ofQuantity(row.eigenvalue ?? row.sumOfSquares, decimals), ofPercent(row.percent, decimals), ofPercent(row.cumulative, decimals)];
}

export default variance;
