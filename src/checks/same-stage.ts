import type { Claims } from "../claims/claim";
import type { VarianceClaim, VariancePercentClaim } from "../claims/variance-claims";
import { meets } from "../numerics/interval";
import { inSentence } from "./in-sentence";
import type { VarianceBlock } from "./variance-lines";
import { varianceSums } from "./variance-sums";

/**
 * The lines of the stage of the analysis (before or after extraction, before or after rotation) that a sentence surely speaks of: those of the one table that names the same stage, or that prints another figure
 * which the sentence gives: "With an eigenvalue of 4.54, the first factor alone explained 28.4% of the variance, and all four together 50.6%".
 */
export function sameStage(claim: VarianceClaim, blocks: readonly VarianceBlock[], claims: Claims): readonly VarianceBlock[] | undefined {
  const named = claim.block === "unstated" ? [] : blocks.filter((b) => b.block === claim.block);
  const given = inSentence(claims, "eigenvalue", claim.place.sentence).filter((e) => e.reported.decimals >= 2);
  const printing = blocks.filter((b) => given.some((e) => b.lines.some((l) => l.eigenvalue && meets(l.eigenvalue.reported.interval, e.reported.interval))));
  const shares = inSentence(claims, "variance-percent", claim.place.sentence).filter((v) => v !== claim && v.reported.decimals >= 1);
  const sharing = blocks.filter((b) => shares.some((v) => (claim.kind !== "variance-percent" || v.scope !== claim.scope) && shows(b, v)));
  return [named, printing, sharing].find((found) => new Set(found.map((b) => b.table)).size === 1);
}

/** A share that the lines print for the same component, or as the total of all of them. */
function shows(block: VarianceBlock, v: VariancePercentClaim): boolean {
  if (v.scope === "total") return block.lines.some((_, i) => i > 0 && varianceSums(block, i + 1).some((s) => meets(s.interval, v.percent)));
  const line = block.lines.find((l) => l.component.ordinal !== undefined && l.component.ordinal === v.component?.ordinal);
  return v.scope === "component" && line?.percent !== undefined && meets(line.percent.percent, v.percent);
}
