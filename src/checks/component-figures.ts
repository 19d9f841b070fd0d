import type { Claims } from "../claims/claim";
import type { EigenvalueClaim, VariancePercentClaim } from "../claims/variance";
import { tableName } from "../manuscript/manuscript";
import { type Interval, meets } from "../numerics/interval";
import { consistent, finding, type Outcome, unchecked } from "./check";
import { severalAnalyses } from "./several-analyses";
import { type VarianceBlock, varianceBlocks, type VarianceLine } from "./variance-lines";

/**
 * The eigenvalue or share of variance that a sentence gives for one component ("the first factor", "the largest eigenvalue") against the one table that prints it: a part of `table-text`.
 * Sentences that cite a table are held against its cells there; here are those that do not. Conditions: one analysis, one block of variance in the whole paper, so that before and after rotation cannot be confused.
 */
export function componentFigures(claims: Claims): Outcome[] {
  const blocks = varianceBlocks(claims);
  if (blocks.length !== 1 || severalAnalyses(claims)) return [];
  return [...claims.of("eigenvalue"), ...claims.of("variance-percent")].flatMap((claim) => judge(claim, blocks[0]));
}

function judge(claim: EigenvalueClaim | VariancePercentClaim, block: VarianceBlock): Outcome[] {
  const text = claim.place.sentence?.text;
  if (!text || /\b(?:Table|Tab\.|Tabelle|Tabla|Tableau) ?\d|@tbl/i.test(text) || !claim.component || (claim.kind === "variance-percent" && claim.scope !== "component")) return [];
  if (claim.block !== "unstated" && claim.block !== block.block) return [unchecked(claim, "the table may show another stage of the analysis")];
  if (block.block === "rotation" && claim.block !== "rotation") return [unchecked(claim, "the table shows the variance after rotation, the sentence may speak of that before")];
  const line = lineOf(claim, block);
  const cell = claim.kind === "eigenvalue" ? line?.eigenvalue : line?.percent;
  if (!cell) return [];
  const said: Interval = claim.kind === "eigenvalue" ? claim.reported.interval : claim.percent;
  const shown: Interval = cell.kind === "eigenvalue" ? cell.reported.interval : cell.percent;
  if (meets(said, shown)) return [consistent(claim)];
  const what = claim.kind === "eigenvalue" ? "eigenvalue" : "percentage of variance";
  return [
    finding(claim, {
      message: `The ${what} of ${claim.component.label.startsWith("largest") ? "the largest component" : `the ${claim.component.label}`} is ${claim.text} here and ${cell.text} in ${tableName(block.table)}.`,
      related: [{ message: `${cell.text} here`, range: cell.range }],
    }),
  ];
}

/** The line of a component: by its number where the lines are numbered, the one with the largest eigenvalue where that is what the sentence says. */
function lineOf({ component }: EigenvalueClaim | VariancePercentClaim, block: VarianceBlock): VarianceLine | undefined {
  if (component!.label.startsWith("largest")) {
    const lines = block.lines.filter((l) => l.eigenvalue);
    return lines.length > 0 ? lines.reduce((a, b) => (b.eigenvalue!.reported.value > a.eigenvalue!.reported.value ? b : a)) : undefined;
  }
  return block.lines.find((l) => l.component.ordinal !== undefined && l.component.ordinal === component!.ordinal);
}
