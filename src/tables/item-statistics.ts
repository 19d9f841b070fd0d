import { ScreeError } from "../errors";
import { column, headingRow, itemRows, ofProportion, stub } from "./cells";
import type { TableKind } from "./kind";
import { decimalsOf } from "./options";
import { reversedIn } from "./reliability";
import { reversedSentence, sampleSize } from "./words";

/** Item by item within its scale: corrected item–rest correlation and α without the item. */
const itemStatistics: TableKind = {
  id: "item-statistics",
  summary: "item–rest correlations and alpha if an item is deleted",
  options: ["decimals", "labels", "scale"],

  unavailable: ({ reliability }) => (reliability.length > 0 ? undefined : "no scale has at least two items"),

  make(analysis, options) {
    const decimals = decimalsOf(options);
    const row = itemRows(analysis, options);
    const scales = options.scale === undefined ? analysis.reliability : analysis.reliability.filter((scale) => scale.scale === options.scale);
    if (scales.length === 0) {
      throw new ScreeError("unknown-scale", `There is no scale "${options.scale}" in this analysis.`, {
        hint: `Its scales are ${analysis.reliability.map((scale) => scale.scale).join(", ")}.`,
      });
    }
    const named = scales.length > 1;
    return {
      id: "item-statistics",
      title: scales.length === 1 && scales[0].scale !== "all" ? `Item statistics of the scale ${scales[0].scale}` : "Item statistics",
      columns: [stub("Item"), column("itemRest", "Item–rest ", { italic: "r" }), column("alphaIfDeleted", "α if item deleted")],
      rows: scales.flatMap((scale) => [
        ...(named ? [headingRow(scale.scale, 3)] : []),
        ...scale.perItem.map((item) =>
          row(
            item.item,
            [ofProportion(item.itemRest, decimals), ofProportion(item.alphaIfDeleted, decimals)],
            named ? `${scale.scale}/${item.item}` : item.item,
          ),
        ),
      ]),
      notes: [[...sampleSize(analysis), " Item–rest correlations are corrected: the item is left out of the total.", ...reversedSentence(reversedIn(scales))]],
    };
  },
};

export default itemStatistics;
