import { column, itemRows, ofProportion, stub } from "./cells";
import type { TableKind } from "./kind";
import { decimalsOf } from "./options";
import { capitalized, correlationWords, reversedSentence, sampleSize } from "./words";

/** Correlations among the items, as they were analysed: the lower triangle. */
const correlations: TableKind = {
  id: "correlations",
  summary: "correlations among the items",
  options: ["decimals", "labels"],
  onRequest: true,

  unavailable: ({ correlation }) => (correlation.length > 1 ? undefined : "there are no correlations"),

  make(analysis, options) {
    const { items, reversed } = analysis.sample;
    const decimals = decimalsOf(options);
    const row = itemRows(analysis, options);
    return {
      id: "correlations",
      title: `${capitalized(correlationWords(analysis.settings))} correlations among the items`,
      columns: [stub("Item"), ...items.slice(0, -1).map((item) => column(item, item))],
      rows: items.map((item, i) =>
        row(
          item,
          items.slice(0, -1).map((_, j) => (j < i ? ofProportion(analysis.correlation[i][j], decimals) : { text: j === i ? "—" : "" })),
        ),
      ),
      notes: [[...sampleSize(analysis), ...reversedSentence(reversed)]],
    };
  },
};

export default correlations;
