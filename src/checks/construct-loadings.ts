import type { Claims } from "../claims/claim";
import { sameName } from "../claims/component";
import type { Reported } from "../claims/number";
import type { AverageVarianceClaim, CompositeReliabilityClaim } from "../claims/validity";

/** The standardized loadings of a construct: beside its CR or AVE, or beside those of the one construct of the same name in another table. */
export function constructLoadings(claim: CompositeReliabilityClaim | AverageVarianceClaim, claims: Claims): readonly Reported[] | undefined {
  if (claim.loadings.length > 0) return claim.loadings;
  const same = [...claims.of("composite-reliability"), ...claims.of("average-variance-extracted")].filter(
    (o) => o.loadings.length > 0 && sameName(o.construct, claim.construct),
  );
  const tables = new Set(same.map((o) => o.place.table));
  return tables.size === 1 ? same[0].loadings : undefined;
}
