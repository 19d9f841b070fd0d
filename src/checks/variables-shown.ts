import type { Claims } from "../claims/claim";
import { loadingTable } from "../claims/loading-table";
import { type ManuscriptTable } from "../manuscript/manuscript";
import { divide, scale } from "../numerics/interval";
import { varianceBlocks } from "./variance-lines";

/** The number of variables analysed, by two tables that agree. */
export interface VariablesShown {
  readonly count: number;
  readonly loadings: ManuscriptTable;
  readonly variance: ManuscriptTable;
}

/**
 * The number of variables where no sentence states it: the rows of the one table of loadings, where eigenvalues and percentages of variance (100·λ/p) give the same whole number and no other.
 * Undefined where the two do not agree.
 */
export function variablesShown(claims: Claims): VariablesShown | undefined {
  const tables = claims.manuscript.tables.flatMap((table) => {
    const read = loadingTable(table, claims.manuscript);
    return read ? [{ table, count: read.items.length }] : [];
  });
  if (tables.length !== 1) return undefined;
  const [{ table, count }] = tables;
  for (const block of varianceBlocks(claims)) {
    const implied = block.lines.flatMap((l) =>
      l.eigenvalue && l.percent && l.percent.percent.low > 0 ? [divide(scale(l.eigenvalue.reported.interval, 100), l.percent.percent)] : [],
    );
    const low = Math.max(...implied.map((i) => i.low));
    const high = Math.min(...implied.map((i) => i.high));
    if (implied.length >= 2 && Math.ceil(low) === count && Math.floor(high) === count) return { count, loadings: table, variance: block.table };
  }
  return undefined;
}
