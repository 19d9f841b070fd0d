/** A rise of fit below this share of the average rise counts as so much: beyond a perfect fit, any ratio would be infinite. */
const LEAST_RISE = 0.02;

/** A number of factors with how well it fits (larger is better) and how many degrees of freedom it leaves. */
export interface Candidate {
  readonly factors: number;
  readonly fit: number;
  readonly df: number;
}

/**
 * The Hull method (Lorenzo-Seva, Timmerman & Kiers, 2011): of the solutions on the upper boundary of the convex hull of fit against degrees of freedom, the one
 * after which fit stops rising most sharply,
 *
 *     st = [(fᵢ − fᵢ₋₁) / (dfᵢ₋₁ − dfᵢ)] / [(fᵢ₊₁ − fᵢ) / (dfᵢ − dfᵢ₊₁)].
 *
 * @param candidates from 0 factors on, ascending
 * @returns null with fewer than 3 solutions on the hull
 */
export function hullMethod(candidates: readonly Candidate[]): number | null {
  const rising: Candidate[] = [];
  for (const candidate of candidates) if (rising.length === 0 || candidate.fit > rising[rising.length - 1].fit) rising.push(candidate);
  // where more factors do not fit better at all, the curve goes on level
  const [highest, last] = [rising[rising.length - 1], candidates[candidates.length - 1]];
  if (last && highest.factors < last.factors) rising.push({ ...last, fit: highest.fit });
  const hull: Candidate[] = [];
  for (const candidate of rising) {
    while (hull.length >= 2 && slope(hull[hull.length - 2], hull[hull.length - 1]) <= slope(hull[hull.length - 1], candidate)) hull.pop();
    hull.push(candidate);
  }
  if (hull.length < 3) return null;
  const average = slope(hull[0], hull[hull.length - 1]);
  let best: { factors: number; st: number } | null = null;
  for (let i = 1; i < hull.length - 1; i++) {
    const st = slope(hull[i - 1], hull[i]) / Math.max(slope(hull[i], hull[i + 1]), LEAST_RISE * average);
    if (!best || st > best.st) best = { factors: hull[i].factors, st };
  }
  return best?.factors ?? null;
}

/** Gain of fit for each degree of freedom given up. */
const slope = (from: Candidate, to: Candidate) => (to.fit - from.fit) / (from.df - to.df);
