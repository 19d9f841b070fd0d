import { column, itemRows, ofProportion, stub } from "./cells";
import { noSolution, type TableKind } from "./kind";
import { decimalsOf } from "./options";
import { methodSentence, sampleSize } from "./words";

/** Communalities before and after extraction, and each item's sampling adequacy. */
const communalities: TableKind = {
  id: "communalities",
  summary: "initial and extracted communalities, and sampling adequacy item by item",
  options: ["decimals", "labels"],

  unavailable: ({ solution }) => (solution ? undefined : noSolution),

  make(analysis, options) {
    const solution = analysis.solution!;
    const decimals = decimalsOf(options);
    const row = itemRows(analysis, options);
    const msa = analysis.factorability?.msa;
    return {
      id: "communalities",
      title: "Communalities",
      columns: [stub("Item"), column("initial", "Initial communality"), column("extraction", "Extracted communality"), ...(msa ? [column("msa", "MSA")] : [])],
      rows: analysis.sample.items.map((item) =>
        row(item, [
          ofProportion(solution.initialCommunalities[item], decimals),
          ofProportion(solution.communalities[item], decimals),
          ...(msa ? [ofProportion(msa[item], decimals)] : []),
        ]),
      ),
      notes: [[...sampleSize(analysis), ` ${methodSentence(analysis)}`, ...(msa ? [" MSA = measure of sampling adequacy."] : [])]],
    };
  },
};

export default communalities;
