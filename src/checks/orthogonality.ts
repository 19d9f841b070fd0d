import type { Claims } from "../claims/claim";
import type { LoadingTable } from "../claims/loading-table";

/**
 * Are the columns of a table of loadings uncorrelated, so that squares add up: unrotated, or rotated orthogonally? As its caption and notes say; where they are silent, as all sentences of the paper agree.
 * Undefined where it cannot be told, or where the table is the pattern of an oblique rotation.
 */
export function isOrthogonal(table: LoadingTable, claims: Claims): boolean | undefined {
  if (table.matrix === "pattern" || table.matrix === "structure" || table.rotation === "oblique") return false;
  if (table.rotation || table.matrix === "unrotated") return true;
  const rotations = new Set(claims.of("factor-method", { every: true }).flatMap((m) => m.rotation ?? []));
  if (rotations.size === 0) return undefined;
  return rotations.has("oblique") ? undefined : true;
}
