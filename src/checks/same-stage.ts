import type { Claims } from "../claims/claim";
import type { VarianceClaim } from "../claims/variance-claims";
import { meets } from "../numerics/interval";
import { inSentence } from "./in-sentence";
import type { VarianceBlock } from "./variance-lines";

/**
 * Does a sentence surely speak of the stage of the analysis (before or after extraction, before or after rotation) that a table shows? It does where both name the same stage, and where the sentence gives an
 * eigenvalue that the table prints: "With an eigenvalue of 4.54, the first factor alone explained 28.4% of the variance, and all four together 50.6%".
 */
export function sameStage(claim: VarianceClaim, blocks: readonly VarianceBlock[], claims: Claims): boolean {
  if (new Set(blocks.map((b) => b.table)).size !== 1) return false;
  if (claim.block !== "unstated" && blocks.every((b) => b.block === claim.block)) return true;
  return inSentence(claims, "eigenvalue", claim.place.sentence).some(
    (e) => e.reported.decimals >= 2 && blocks.some((b) => b.lines.some((l) => l.eigenvalue && meets(l.eigenvalue.reported.interval, e.reported.interval))),
  );
}
