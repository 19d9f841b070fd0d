import { column, headingRow, label, ofPercent, ofProportion, stub } from "./cells";
import type { TableKind } from "./kind";
import { interval, proportion } from "./number";
import { decimalsOf } from "./options";
import { sampleSize } from "./words";

/** Bootstrap intervals of α, and how often the criterion finds how many factors. */
const bootstrap: TableKind = {
  id: "bootstrap",
  summary: "bootstrap intervals of alpha, and of the number of factors",
  options: ["decimals"],

  unavailable: ({ uncertainty }) => (uncertainty ? undefined : "no bootstrap was asked for"),

  make(analysis, options) {
    const { alpha, factors, replications, used, seed } = analysis.uncertainty!;
    const decimals = decimalsOf(options);
    const shares = Object.entries(factors);
    return {
      id: "bootstrap",
      title: shares.length > 0 ? "Bootstrap of reliability and of the number of factors" : "Bootstrap of reliability",
      columns: [stub("Quantity"), column("estimate", "Estimate"), column("interval", "95% CI")],
      rows: [
        ...alpha.map(({ scale, ci }) => ({
          key: `alpha:${scale}`,
          cells: [
            label(`α, ${scale === "all" ? "all items" : scale}`),
            ofProportion(analysis.reliability.find((one) => one.scale === scale)?.alpha, decimals),
            { text: interval(ci, (limit) => proportion(limit, decimals)), value: ci?.[0] ?? null },
          ],
        })),
        ...(shares.length > 0 ? [headingRow("Number of factors, % of the samples", 3)] : []),
        ...shares.map(([count, share]) => ({ key: `factors:${count}`, cells: [label(count), ofPercent(100 * share, 1), { text: "" }] })),
      ],
      notes: [[...sampleSize(analysis), ` Percentile intervals over ${used} of ${replications} samples of the rows drawn with replacement (seed ${seed}).`]],
    };
  },
};

export default bootstrap;
