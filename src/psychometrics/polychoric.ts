import Phi from "@stdlib/stats-base-dists-normal-cdf";
import { normalQuantile } from "../numerics/normal-quantile";
import { angleDensity, angleNodes, bivariateNormalDensity, remoteRectangle } from "../numerics/bivariate-normal";
import type { Coded, Contingency } from "./contingency";

/** Correlations are kept this far inside ±1, where the likelihood of a table without contradictions has its limit. */
export const LARGEST = 0.9999;

/** Below this the difference of four bivariate probabilities has lost the digits that matter, and an occupied cell is integrated for itself. */
const SMALL_PROBABILITY = 1e-8;

/** Latent correlation of two ordered items. */
export interface Polychoric {
  readonly rho: number;
  /** at ±.9999: the table has no maximum of the likelihood inside (−1, 1) */
  readonly atBound: boolean;
  readonly iterations: number;
}

/**
 * Thresholds of the normal variable behind an ordered item, Φ⁻¹ of the cumulative proportions of its categories (Olsson, 1979, eq. 14).
 *
 * @returns one fewer than categories, ascending
 */
export function thresholds(item: Coded): Float64Array {
  const total = item.counts.reduce((a, b) => a + b, 0);
  let below = 0;
  return Float64Array.from(item.counts.subarray(0, -1), (count) => normalQuantile((below += count) / total));
}

/**
 * Polychoric correlation by two-step maximum likelihood (Olsson, 1979): thresholds from the margins, then ρ alone, by Fisher scoring
 * kept within a bracket of the score's sign. Tetrachoric for two categories each. No continuity correction.
 * Reference: `polycor::polychor`, `lavaan::lavCor`; `psych::polychoric` agrees to 3e-5, the tolerance of its search.
 *
 * @param table counts of the pairs of categories
 * @param a thresholds of the row item
 * @param b thresholds of the column item
 * @param start where to begin, such as the Pearson correlation
 */
export function polychoric(table: Contingency, a: Float64Array, b: Float64Array, start: number): Polychoric {
  const likelihood = likelihoodOf(table, a, b);
  let low = -LARGEST;
  let high = LARGEST;
  let rho = Math.max(-0.95, Math.min(0.95, start));
  let iterations = 0;
  for (; iterations < 100; iterations++) {
    likelihood.moveTo(rho);
    const { score, information } = likelihood.scoreAndInformation();
    if (score > 0) low = rho;
    else high = rho;
    const step = score / information;
    let next = rho + step;
    if (!(next > low && next < high)) next = Number.isFinite(step) && Math.abs(step) < 1e-12 ? rho : (low + high) / 2;
    const change = Math.abs(next - rho);
    rho = next;
    if (change < 1e-11 || high - low < 1e-12) break;
  }
  const atBound = Math.abs(rho) > LARGEST - 1e-9;
  return { rho: atBound ? Math.sign(rho) * LARGEST : rho, atBound, iterations };
}

/** Score and information of ρ, at a correlation that moves: each move integrates only over the distance gone. */
function likelihoodOf(table: Contingency, a: Float64Array, b: Float64Array) {
  // Φ₂ and φ₂ at the corners of all cells: rows 0 … I, columns 0 … J; the first are at −∞, the last at +∞.
  const width = table.columns + 1;
  const cumulative = new Float64Array((table.rows + 1) * width);
  const density = new Float64Array(cumulative.length);
  const limitsA = [-Infinity, ...a, Infinity];
  const limitsB = [-Infinity, ...b, Infinity];
  const marginA = [0, ...a.map((threshold) => Phi(threshold, 0, 1)), 1];
  const marginB = [0, ...b.map((threshold) => Phi(threshold, 0, 1)), 1];
  for (let i = 0, at = 0; i <= table.rows; i++) for (let j = 0; j <= table.columns; j++, at++) cumulative[at] = marginA[i] * marginB[j];
  let current = 0;

  /** Calls back with each inner corner: its thresholds and its place. */
  const corners = (visit: (h: number, k: number, at: number) => void) => {
    for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) visit(a[i], b[j], (i + 1) * width + j + 1);
  };
  const cell = (of: Float64Array, at: number) => of[at + width + 1] - of[at + 1] - of[at + width] + of[at];

  return {
    moveTo(rho: number): void {
      for (const node of angleNodes(current, rho)) corners((h, k, at) => (cumulative[at] += node.weight * angleDensity(h, k, node)));
      corners((h, k, at) => (density[at] = bivariateNormalDensity(h, k, rho)));
      current = rho;
    },

    /** Derivative of the log-likelihood, Σ n P′/P, and its expected curvature, N Σ P′²/P; P′ is a difference of densities (Plackett, 1954). */
    scoreAndInformation(): { score: number; information: number } {
      let score = 0;
      let information = 0;
      for (let i = 0, count = 0; i < table.rows; i++) {
        for (let j = 0; j < table.columns; j++, count++) {
          const at = i * width + j;
          const difference = cell(cumulative, at);
          const slope = cell(density, at);
          if (table.counts[count] === 0) {
            if (difference > SMALL_PROBABILITY) information += (slope * slope) / difference;
            continue;
          }
          const probability =
            difference > SMALL_PROBABILITY
              ? difference
              : Math.max(remoteRectangle(limitsA[i], limitsA[i + 1], limitsB[j], limitsB[j + 1], current), Number.MIN_VALUE);
          score += (table.counts[count] * slope) / probability;
          information += (slope * slope) / probability;
        }
      }
      return { score, information: table.n * information };
    },
  };
}
