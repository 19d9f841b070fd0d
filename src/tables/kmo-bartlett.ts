import { column, label, ofCount, ofProbability, ofProportion, ofQuantity, stub } from "./cells";
import type { TableKind } from "./kind";
import { decimalsOf } from "./options";
import { sampleSize } from "./words";

/** Whether the correlations can be factored at all: KMO, and Bartlett's test with its χ², df and p. */
const kmoBartlett: TableKind = {
  id: "kmo-bartlett",
  summary: "KMO and Bartlett's test of sphericity",
  options: ["decimals"],

  unavailable: ({ factorability }) => (factorability ? undefined : "the correlation matrix is singular, or there are too few items"),

  make(analysis, options) {
    const factorability = analysis.factorability!;
    const { kmo, bartlett } = factorability;
    return {
      id: "kmo-bartlett",
      title: "KMO and Bartlett's test",
      columns: [stub("Measure"), column("value", "Value")],
      rows: [
        { key: "kmo", cells: [label("Kaiser–Meyer–Olkin measure of sampling adequacy"), ofProportion(kmo, decimalsOf(options))] },
        { key: "chiSquare", cells: [label("Bartlett's test of sphericity: χ²"), ofQuantity(bartlett.chiSquare, 2)] },
        { key: "df", cells: [label("Bartlett's test of sphericity: df"), ofCount(bartlett.df)] },
        { key: "p", cells: [label("Bartlett's test of sphericity: p"), ofProbability(bartlett.p)] },
      ],
      notes: [[...sampleSize(analysis), ` ${analysis.sample.items.length} items.`]],
    };
  },
};

export default kmoBartlett;
