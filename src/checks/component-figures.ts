import type { Claims } from "../claims/claim";
import type { EigenvalueClaim, VariancePercentClaim } from "../claims/variance-claims";
import { rangePhrase } from "../claims/range-phrase";
import { tableName } from "../manuscript/manuscript";
import { type Interval, meets } from "../numerics/interval";
import { consistent, finding, type Outcome, unchecked } from "./check";
import { sameStage } from "./same-stage";
import { severalAnalyses } from "./several-analyses";
import { type VarianceBlock, varianceBlocks, type VarianceLine } from "./variance-lines";
import { withSlip } from "./slip";

/**
 * The eigenvalue or share of variance that a sentence gives for one component ("the first factor", "the largest eigenvalue") against the tables that print it: a part of `table-text`.
 * Numbers that a sentence repeats from a cell of the table it cites are held against it there; here are the others. A sentence that does not say which stage of the analysis it speaks of may mean any; after common factor extraction
 * a share of variance may be of a stage that no table shows.
 */
export function componentFigures(claims: Claims): Outcome[] {
  const blocks = varianceBlocks(claims);
  if (blocks.length === 0 || severalAnalyses(claims)) return [];
  const common = claims.of("factor-method").some((m) => m.extraction === "factors");
  return [...limits(claims, blocks), ...figures(claims, blocks, common)];
}

function figures(claims: Claims, blocks: readonly VarianceBlock[], common: boolean): Outcome[] {
  const read = new Set(claims.of("table-statement").map((s) => s.reported.range.start));
  return [...claims.of("eigenvalue"), ...claims.of("variance-percent")].flatMap((claim) => {
    // held against the cell of the table that the sentence cites
    if (read.has(claim.reported.range.start)) return [];
    const own = claim.kind === "variance-percent" ? sameStage(claim, blocks, claims) : undefined; // an eigenvalue cannot vouch for itself
    return judge(claim, own ?? blocks, common && !own);
  });
}

function judge(claim: EigenvalueClaim | VariancePercentClaim, blocks: readonly VarianceBlock[], common: boolean): Outcome[] {
  const text = claim.place.sentence?.text;
  if (!text || !claim.component || (claim.kind === "variance-percent" && (claim.scope !== "component" || common))) return [];
  const meant = claim.block === "unstated" ? blocks : blocks.filter((b) => b.block === claim.block);
  if (claim.block === "unstated" && meant.every((b) => b.block === "rotation")) return [unchecked(claim, "the tables may show another stage of the analysis")];
  const cells = meant.flatMap((block) => {
    const line = lineOf(claim, block);
    const cell = claim.kind === "eigenvalue" ? line?.eigenvalue : line?.percent;
    return cell ? [{ cell, block }] : [];
  });
  if (cells.length === 0) return [];
  const interval = (c: EigenvalueClaim | VariancePercentClaim): Interval => (c.kind === "eigenvalue" ? c.reported.interval : c.percent);
  if (cells.some(({ cell }) => meets(interval(claim), interval(cell)))) return [consistent(claim)];
  // where several tables show several stages, only what none of them prints is wrong
  if (new Set(meant.map((b) => b.table)).size !== 1 && (cells.length < meant.length || claim.kind === "eigenvalue"))
    return [unchecked(claim, "the tables may show another stage of the analysis")];
  const [{ cell, block }] = cells;
  return [
    finding(claim, {
      message: `The ${claim.kind === "eigenvalue" ? "eigenvalue" : "percentage of variance"} of ${claim.component.label.startsWith("largest") ? "the largest component" : `the ${claim.component.label}`} is ${claim.text} here and ${cell.text} in ${tableName(block.table)}.`,
      detail: withSlip(undefined, claim.reported, cell.reported.interval),
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
  // columns that bear names only stand in the order of the components
  if (block.lines.every((l) => l.component.ordinal === undefined)) return block.lines[component!.ordinal! - 1];
  return block.lines.find((l) => l.component.ordinal !== undefined && l.component.ordinal === component!.ordinal);
}

/** "The eigenvalues ranged from 1.64 to 5.23": the largest of a table, and one that it prints. */
function limits(claims: Claims, blocks: readonly VarianceBlock[]): Outcome[] {
  const columns = blocks.map((b) => ({ block: b, values: b.lines.flatMap((l) => l.eigenvalue ?? []) })).filter((c) => c.values.length >= 2);
  const named = claims.of("eigenvalue").filter((e) => e.place.sentence);
  return named.flatMap((low, i): Outcome[] => {
    const high = named[i + 1];
    const text = low.place.sentence!.text;
    if (!high || high.place.sentence !== low.place.sentence || !rangePhrase(text, low.reported, high.reported) || columns.length === 0) return [];
    if (/random|simulat|parallel|other|remaining|rest|second|below|bootstrap|subscale/i.test(text)) return [];
    const fit = (c: (typeof columns)[number]) => ({
      low: c.values.some((v) => meets(v.reported.interval, low.reported.interval)),
      high: meets(largest(c.values).reported.interval, high.reported.interval),
    });
    if (columns.some((c) => fit(c).low && fit(c).high)) return [consistent(low)];
    // one limit has to be that of a table, or the sentence may speak of another
    const odd = columns.find((c) => fit(c).low !== fit(c).high);
    if (!odd) return [unchecked(low, "the tables may show another stage of the analysis")];
    const wrong = fit(odd).low ? high : low;
    const right = fit(odd).low ? largest(odd.values) : smallest(odd.values);
    return [
      finding(wrong, {
        message: `The ${wrong === high ? "largest" : "smallest"} eigenvalue is ${wrong.text} here and ${right.text} in ${tableName(odd.block.table)}.`,
        detail: withSlip(undefined, wrong.reported, right.reported.interval),
        related: [{ message: `${right.text} here`, range: right.range }],
      }),
    ];
  });
}

const largest = (list: readonly EigenvalueClaim[]): EigenvalueClaim => list.reduce((a, b) => (b.reported.value > a.reported.value ? b : a));
const smallest = (list: readonly EigenvalueClaim[]): EigenvalueClaim => list.reduce((a, b) => (b.reported.value < a.reported.value ? b : a));
