import type { Claims } from "../claims/claim";
import type { ItemCountClaim } from "../claims/item-count";

/** The numbers of items that an analysis can have had, as far as the text says. */
export interface ItemsAnalysed {
  /** one statement for each different number; empty where it cannot be told */
  readonly candidates: readonly ItemCountClaim[];
  /** the number, where only one is possible */
  readonly stated?: ItemCountClaim;
  /** items were dropped along the way */
  readonly dropped: boolean;
}

const cache = new WeakMap<Claims, ItemsAnalysed>();

/**
 * p of the factor analysis. Statements tied to the analysis ("the 16 items were submitted to …") come first, then those of the questionnaire as a whole. Where items were dropped and nothing says how many were left,
 * and where several questionnaires are mentioned but none in connection with the analysis, there are no candidates: p is unknown.
 */
export function itemsAnalysed(claims: Claims): ItemsAnalysed {
  let known = cache.get(claims);
  if (!known) cache.set(claims, (known = judge(claims)));
  return known;
}

function judge(claims: Claims): ItemsAnalysed {
  const counts = claims.of("item-count");
  const of = (...roles: readonly ItemCountClaim["role"][]) => distinct(counts.filter((c) => roles.includes(c.role)));
  const dropped = claims.of("items-dropped").length > 0 || counts.some((c) => c.role === "deleted");
  const tied = of("analysed", "kept");
  const whole = of("whole");
  if (dropped && of("kept").length === 0) return { candidates: [], dropped };
  const candidates = tied.length > 0 ? distinct([...tied, ...whole]) : whole.length === 1 ? whole : [];
  const stated = tied.length === 1 && (!dropped || of("kept").length === 1) ? tied[0] : candidates.length === 1 ? candidates[0] : undefined;
  return { candidates, stated, dropped };
}

function distinct(counts: readonly ItemCountClaim[]): ItemCountClaim[] {
  return counts.filter((c, i) => counts.findIndex((d) => d.reported.value === c.reported.value) === i);
}

/** "24 items" or "16 or 18 items", for messages. */
export const itemsInWords = (candidates: readonly ItemCountClaim[]): string => `${candidates.map((c) => c.reported.text).join(" or ")} items`;

export const itemsRelated = (candidates: readonly ItemCountClaim[]) => candidates.map((c) => ({ message: `${c.text} reported here`, range: c.range }));
