import Phi from "@stdlib/stats-base-dists-normal-cdf";
import { gaussLegendre } from "./gauss-legendre";

const coarse = gaussLegendre(8);
const fine = gaussLegendre(20);

/** A node of the integral over the angle θ = arcsin ρ. */
export interface AngleNode {
  readonly sine: number;
  /** 1 / (2 cos² θ) */
  readonly halfSecantSquared: number;
  /** quadrature weight over 2π */
  readonly weight: number;
}

/**
 * Nodes that carry Φ₂ from one correlation to another:
 *
 *     Φ₂(h, k; ρ₁) − Φ₂(h, k; ρ₀) = (1/2π) ∫ exp(−(h² + k² − 2hk sin θ) / (2 cos² θ)) dθ   from arcsin ρ₀ to arcsin ρ₁
 *
 * (Drezner & Wesolowsky, 1990, eq. 3; Genz, 2004). The integrand changes on the scale of cos θ, so towards |ρ| = 1 the panels halve with it.
 */
export function angleNodes(fromRho: number, toRho: number): AngleNode[] {
  const from = Math.asin(fromRho);
  const to = Math.asin(toRho);
  const breaks = [from, ...panelEdges.filter((edge) => edge > Math.min(from, to) && edge < Math.max(from, to)).sort((a, b) => (from < to ? a - b : b - a)), to];
  const nodes: AngleNode[] = [];
  for (let panel = 1; panel < breaks.length; panel++) {
    const half = (breaks[panel] - breaks[panel - 1]) / 2;
    const middle = breaks[panel - 1] + half;
    const rule = Math.abs(half) < 0.1 * Math.cos(middle) ? coarse : fine;
    rule.nodes.forEach((x, i) => {
      const sine = Math.sin(middle + half * x);
      nodes.push({ sine, halfSecantSquared: 0.5 / ((1 - sine) * (1 + sine)), weight: (rule.weights[i] * half) / (2 * Math.PI) });
    });
  }
  return nodes;
}

/** ± arccos 2⁻ʲ, and 0. */
const panelEdges = [0, ...Array.from({ length: 24 }, (_, j) => Math.acos(0.5 ** (j + 1))).flatMap((edge) => [edge, -edge])];

/**
 * The integrand of `angleNodes` at a node.
 *
 * @internal
 */
export function angleDensity(h: number, k: number, node: AngleNode): number {
  return Math.exp(-(h * h + k * k - 2 * h * k * node.sine) * node.halfSecantSquared);
}

/**
 * P(X ≤ h, Y ≤ k) of two standard normal variables with correlation ρ; absolute error below 1e-14.
 * Reference: `mnormt::sadmvn`.
 * Source: Drezner & Wesolowsky (1990); Genz (2004).
 *
 * @param rho within [−1, 1]
 */
export function bivariateNormal(h: number, k: number, rho: number): number {
  if (rho === 1) return Phi(Math.min(h, k), 0, 1);
  if (rho === -1) return Math.max(0, Phi(h, 0, 1) - Phi(-k, 0, 1));
  if (!Number.isFinite(h) || !Number.isFinite(k)) return Phi(h, 0, 1) * Phi(k, 0, 1);
  let sum = Phi(h, 0, 1) * Phi(k, 0, 1);
  for (const node of angleNodes(0, rho)) sum += node.weight * angleDensity(h, k, node);
  return Math.min(1, Math.max(0, sum));
}

/** Density of two standard normal variables with correlation ρ. Source: definition. */
export function bivariateNormalDensity(h: number, k: number, rho: number): number {
  const unexplained = (1 - rho) * (1 + rho);
  return Math.exp(-(h * h + k * k - 2 * rho * h * k) / (2 * unexplained)) / (2 * Math.PI * Math.sqrt(unexplained));
}

/**
 * P(a₀ < X ≤ a₁, b₀ < Y ≤ b₁) of a rectangle away from the regression line ρx, by integrating the conditional probability of Y over X: all terms are
 * positive, so the relative precision holds where the difference of four values of Φ₂ has none left.
 * Source: definition; conditional normal, integrated numerically.
 *
 * @param rho within (−1, 1); ρX must not pass through the rectangle
 */
export function remoteRectangle(a0: number, a1: number, b0: number, b1: number, rho: number): number {
  const s = Math.sqrt((1 - rho) * (1 + rho));
  a0 = Math.max(a0, -40);
  a1 = Math.min(a1, 40);
  // Everything lies on one side of the line: towards it the integrand is largest, and it falls off on the scale of s.
  const nearest = Math.max(rho * a0, rho * a1) <= b0 ? b0 : b1;
  const peak = Math.min(a1, Math.max(a0, rho * nearest));
  const edges = [-40, -20, -8, -3, -1, -0.25, -0.05, 0, 0.05, 0.25, 1, 3, 8, 20, 40].map((distance) => Math.min(a1, Math.max(a0, peak + distance * s)));
  let sum = 0;
  for (let panel = 1; panel < edges.length; panel++) {
    const half = (edges[panel] - edges[panel - 1]) / 2;
    if (half === 0) continue;
    fine.nodes.forEach((node, i) => {
      const x = edges[panel - 1] + half * (1 + node);
      sum += fine.weights[i] * half * Math.exp((-x * x) / 2) * normalBetween((b0 - rho * x) / s, (b1 - rho * x) / s);
    });
  }
  return sum / Math.sqrt(2 * Math.PI);
}

/** Φ(high) − Φ(low), taken in the tail where it is small. */
function normalBetween(low: number, high: number): number {
  return low > 0 ? Phi(-low, 0, 1) - Phi(-high, 0, 1) : Phi(high, 0, 1) - Phi(low, 0, 1);
}
