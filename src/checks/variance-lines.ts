import type { Claims } from "../claims/claim";
import type { Block } from "../claims/column-role";
import type { Component } from "../claims/component";
import { rotationsIn } from "../claims/factor-method";
import type { EigenvalueClaim, VariancePercentClaim } from "../claims/variance-claims";
import type { ManuscriptTable } from "../manuscript/manuscript";

/** What a table prints of one component in one block. */
export interface VarianceLine {
  readonly line: number;
  readonly component: Component;
  readonly eigenvalue?: EigenvalueClaim;
  readonly percent?: VariancePercentClaim;
  readonly cumulative?: VariancePercentClaim;
}

/** One block ("Initial eigenvalues", "Rotation sums of squared loadings") of a table of variance, line by line as printed. */
export interface VarianceBlock {
  readonly table: ManuscriptTable;
  readonly block: Block;
  readonly lines: readonly VarianceLine[];
}

const cache = new WeakMap<Claims, readonly VarianceBlock[]>();

/** All blocks of all tables of variance. A block with two figures of one kind for one component is left out: it is not understood. */
export function varianceBlocks(claims: Claims): readonly VarianceBlock[] {
  let known = cache.get(claims);
  if (!known) cache.set(claims, (known = collect(claims)));
  return known;
}

type Draft = { line: number; component: Component; eigenvalue?: EigenvalueClaim; percent?: VariancePercentClaim; cumulative?: VariancePercentClaim };

function collect(claims: Claims): VarianceBlock[] {
  const blocks = new Map<string, { table: ManuscriptTable; block: Block; lines: Map<number, Draft>; doubtful: boolean }>();
  for (const claim of [...claims.of("eigenvalue"), ...claims.of("variance-percent")]) {
    const { table } = claim.place;
    if (!table || claim.line === undefined || !claim.component) continue;
    const key = `${table.index} ${claim.block}`;
    const block = blocks.get(key) ?? { table, block: claim.block, lines: new Map<number, Draft>(), doubtful: false };
    blocks.set(key, block);
    const draft = block.lines.get(claim.line) ?? { line: claim.line, component: claim.component };
    block.lines.set(claim.line, draft);
    if (claim.kind === "eigenvalue") {
      if (draft.eigenvalue) block.doubtful = true;
      draft.eigenvalue = claim;
    } else {
      const field = claim.scope === "cumulative" ? "cumulative" : "percent";
      if (draft[field]) block.doubtful = true;
      draft[field] = claim;
    }
  }
  return [...blocks.values()]
    .filter((b) => !b.doubtful)
    .map(({ table, block, lines }) => ({ table, block, lines: [...lines.values()].sort((a, b) => a.line - b.line) }));
}

/** Are the lines numbered 1, 2, 3 … without a gap, or not numbered at all? */
export const consecutive = (lines: readonly VarianceLine[]): boolean =>
  lines.every((l) => l.component.ordinal === undefined) || lines.every((l, i) => l.component.ordinal === i + 1);

/** "Factor 2" or "Letter series", for messages. */
export const componentInWords = (component: Component): string =>
  component.name ?? (component.ordinal ? `component ${component.ordinal}` : `"${component.label}"`);

/** Are the eigenvalues of a block surely those before rotation? `rotated`: the paper rotates its components. */
export function isUnrotated({ table, block, lines }: VarianceBlock, rotated: boolean): boolean {
  if (block !== "unstated") return block === "initial";
  const about = [table.caption?.text ?? "", ...table.notes.map((n) => n.text)].join(" ");
  if (lines.some((l) => l.eigenvalue?.sumOfSquares) || rotationsIn(about).some((r) => r !== "none")) return false;
  return !rotated || lines.every((l) => !l.component.name);
}
