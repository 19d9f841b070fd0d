import Phi from "@stdlib/stats-base-dists-normal-cdf";
import { LARGEST } from "./polychoric";

/**
 * Polyserial correlation of a measured and an ordered item, by two-step maximum likelihood (Olsson, Drasgow & Dorans, 1982): mean and standard deviation
 * of the one and the thresholds of the other come from the margins, then ρ alone maximises
 *
 *     Σ ln[Φ((τⱼ − ρz) / √(1 − ρ²)) − Φ((τⱼ₋₁ − ρz) / √(1 − ρ²))]
 *
 * by steps of score over outer-product information, kept within a bracket of the score's sign. Reference: `polycor::polyserial`.
 *
 * @param x measured answers, NaN where missing
 * @param codes position of the other item's category in each row, −1 where missing
 * @param thresholds of the other item, one fewer than categories
 */
export function polyserial(x: Float64Array, codes: Int16Array, thresholds: Float64Array): number {
  const { z, categories } = standardized(x, codes);
  const limits = [-Infinity, ...thresholds, Infinity];
  let low = -LARGEST;
  let high = LARGEST;
  let rho = 0;
  for (let iteration = 0; iteration < 200; iteration++) {
    const { score, information } = scoreOf(rho, z, categories, limits);
    if (score > 0) low = rho;
    else high = rho;
    let next = rho + score / information;
    if (!(next > low && next < high)) next = (low + high) / 2;
    const change = Math.abs(next - rho);
    rho = next;
    if (change < 1e-11 || high - low < 1e-12) break;
  }
  return Math.max(-LARGEST, Math.min(LARGEST, rho));
}

/** The rows where both are answered, the measured item with mean 0 and standard deviation 1 (divisor n, as maximum likelihood has it). */
function standardized(x: Float64Array, codes: Int16Array): { z: Float64Array; categories: number[] } {
  const rows = Array.from(x.keys()).filter((row) => !Number.isNaN(x[row]) && codes[row] >= 0);
  const origin = x[rows[0]];
  const mean = rows.reduce((sum, row) => sum + (x[row] - origin), 0) / rows.length;
  const variance = rows.reduce((sum, row) => sum + (x[row] - origin - mean) ** 2, 0) / rows.length;
  return { z: Float64Array.from(rows, (row) => (x[row] - origin - mean) / Math.sqrt(variance)), categories: rows.map((row) => codes[row]) };
}

function scoreOf(rho: number, z: Float64Array, categories: readonly number[], limits: readonly number[]): { score: number; information: number } {
  const unexplained = (1 - rho) * (1 + rho);
  const scale = Math.sqrt(unexplained);
  let score = 0;
  let information = 0;
  z.forEach((value, row) => {
    const [from, to] = [limits[categories[row]], limits[categories[row] + 1]];
    const probability = Math.max(between((from - rho * value) / scale, (to - rho * value) / scale), 1e-300);
    // d/dρ Φ((τ − ρz)/√(1 − ρ²)) = φ(…) (ρτ − z) / (1 − ρ²)^(3/2)
    const edge = (limit: number) => (Number.isFinite(limit) ? (density((limit - rho * value) / scale) * (rho * limit - value)) / (unexplained * scale) : 0);
    const slope = (edge(to) - edge(from)) / probability;
    score += slope;
    information += slope * slope;
  });
  return { score, information };
}

const density = (u: number) => Math.exp((-u * u) / 2) / Math.sqrt(2 * Math.PI);

/** Φ(high) − Φ(low), taken in the tail where it is small. */
const between = (low: number, high: number) => (low > 0 ? Phi(-low, 0, 1) - Phi(-high, 0, 1) : Phi(high, 0, 1) - Phi(low, 0, 1));
