/**
 * Error of Stirling's formula, δ(x) = ln Γ(x) − (x − ½) ln x + x − ½ ln 2π.
 *
 * Densities written with δ instead of ln Γ keep full relative precision when their parameters are large (Loader, 2000,
 * "Fast and accurate computation of binomial probabilities").
 *
 * @param x positive
 */
export function stirlingError(x: number): number {
  // δ(x) = δ(x + 1) + (x + ½) ln(1 + 1/x) − 1 lifts x to where the asymptotic series has converged.
  let lift = 0;
  while (x < 16) {
    lift += (x + 0.5) * Math.log1p(1 / x) - 1;
    x += 1;
  }
  const z = 1 / (x * x);
  return lift + (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360)))))) / x;
}

/** ln Γ(x) for positive x (relative error 1e-15 away from its zeros at 1 and 2). Source: Stirling's series (Abramowitz & Stegun, 1964, 6.1.41). */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingError(x);
}
