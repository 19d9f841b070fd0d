import type { Claims } from "../claims/claim";
import type { VarianceClaim } from "../claims/variance-claims";
import { meets } from "../numerics/interval";
import { inSentence } from "./in-sentence";
import type { VarianceBlock } from "./variance-lines";

/**
 * The lines of the stage of the analysis (before or after extraction, before or after rotation) that a sentence surely speaks of: those of the one table that names the same stage, or that prints an eigenvalue
 * which the sentence gives: "With an eigenvalue of 4.54, the first factor alone explained 28.4% of the variance, and all four together 50.6%".
 */
export function sameStage(claim: VarianceClaim, blocks: readonly VarianceBlock[], claims: Claims): readonly VarianceBlock[] | undefined {
  const named = claim.block === "unstated" ? [] : blocks.filter((b) => b.block === claim.block);
  const given = inSentence(claims, "eigenvalue", claim.place.sentence).filter((e) => e.reported.decimals >= 2);
  const printing = blocks.filter((b) => given.some((e) => b.lines.some((l) => l.eigenvalue && meets(l.eigenvalue.reported.interval, e.reported.interval))));
  return [named, printing].find((found) => new Set(found.map((b) => b.table)).size === 1);
}
