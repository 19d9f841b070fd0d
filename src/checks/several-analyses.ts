import type { Claims } from "../claims/claim";
import { loadingTable } from "../claims/loading-table";
import { meets } from "../numerics/interval";

const cache = new WeakMap<Claims, boolean>();

/**
 * Does the paper report more than one factor analysis (two questionnaires, two samples)? Then statements about "the factors" in different places need not speak of the same ones. Told by two different KMOs or dfs of Bartlett's test,
 * or by two tables of loadings whose items differ.
 */
export function severalAnalyses(claims: Claims): boolean {
  let known = cache.get(claims);
  if (known === undefined) cache.set(claims, (known = judge(claims)));
  return known;
}

function judge(claims: Claims): boolean {
  const kmos = claims.of("kmo");
  if (kmos.some((a) => !meets(a.reported.interval, kmos[0].reported.interval))) return true;
  const dfs = new Set(claims.of("bartlett").flatMap((b) => b.df?.value ?? []));
  if (dfs.size > 1) return true;
  const tables = claims.manuscript.tables.flatMap((t) => loadingTable(t, claims.manuscript) ?? []);
  return tables.some((a, i) =>
    tables.slice(i + 1).some(
      (b) =>
        differ(
          a.items.map((x) => x.item),
          b.items.map((x) => x.item),
        ) || a.components.length !== b.components.length,
    ),
  );
}

/** More than a quarter of the items of one table are not in the other. */
function differ(a: readonly string[], b: readonly string[]): boolean {
  const other = new Set(b);
  return a.filter((x) => !other.has(x)).length > a.length / 4;
}
