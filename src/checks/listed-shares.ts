import { addTo } from "./add-to";
import type { Claims } from "../claims/claim";
import type { VariancePercentClaim } from "../claims/variance-claims";
import { tableName } from "../manuscript/manuscript";
import { meets } from "../numerics/interval";
import { finding, type Outcome } from "./check";
import { severalAnalyses } from "./several-analyses";
import { varianceBlocks } from "./variance-lines";

/**
 * "After rotation the components accounted for 12.7%, 12.4%, and 9.5% of the variance" against the percentages of a table, all components in the table's order: a part of `table-text`.
 * Told only where the sentence lists as many as the table, at least three, and all but one agree: the one is a slip.
 */
export function listedShares(claims: Claims): Outcome[] {
  const columns = varianceBlocks(claims).flatMap((b) => {
    const shown = b.lines.flatMap((l) => l.percent ?? []);
    return shown.length === b.lines.length ? [{ table: b.table, shown }] : [];
  });
  if (columns.length === 0 || severalAnalyses(claims)) return [];
  const lists = new Map<unknown, VariancePercentClaim[]>();
  for (const c of claims.of("variance-percent")) {
    if (!c.place.sentence || c.scope === "total" || c.scope === "cumulative") continue;
    addTo(lists, c.place.sentence, c);
  }
  return [...lists.values()].flatMap((list): Outcome[] => {
    const compared = columns.filter((c) => list.length >= 3 && c.shown.length === list.length);
    const misses = compared.map(({ table, shown }) => ({
      table,
      odd: list.flatMap((c, i) => (meets(c.percent, shown[i].percent) ? [] : [{ c, cell: shown[i] }])),
    }));
    if (misses.some((m) => m.odd.length === 0)) return [];
    const slips = misses.filter((m) => m.odd.length === 1);
    if (slips.length !== 1) return [];
    const [{ table, odd }] = slips;
    const [{ c, cell }] = odd;
    return [
      finding(c, {
        message: `${c.text} of the variance here, ${cell.text} in ${tableName(table)}.`,
        detail: "The other percentages of the sentence are those of the table.",
        related: [{ message: `${cell.text} here`, range: cell.range }],
      }),
    ];
  });
}
