/**
 * A rotation criterion to be minimised: returns f(Λ) and writes ∂f/∂Λ into `gradient`; both row-major, p × m.
 * Formulas: Bernaards & Jennrich (2005), Educational and Psychological Measurement 65, 676–696, and the sources named.
 */
export type Criterion = (loadings: Float64Array, p: number, m: number, gradient: Float64Array) => number;

/**
 * Direct oblimin (Jennrich & Sampson, 1966), f = ¼ Σ Λ² ∘ ((I − (γ/p)11′) Λ² N), N = 11′ − I. SPSS's delta and GPArotation's gam
 * are this γ; 0 is quartimin.
 */
export function oblimin(gamma = 0): Criterion {
  return (loadings, p, m, gradient) => {
    const columns = new Float64Array(m);
    if (gamma !== 0) for (let at = 0; at < loadings.length; at++) columns[at % m] += loadings[at] ** 2;
    const all = columns.reduce((a, b) => a + b, 0);
    let f = 0;
    for (let row = 0; row < loadings.length; row += m) {
      let h2 = 0;
      for (let k = 0; k < m; k++) h2 += loadings[row + k] ** 2;
      for (let k = 0; k < m; k++) {
        const value = loadings[row + k];
        const others = h2 - value * value - (gamma / p) * (all - columns[k]);
        f += value * value * others;
        gradient[row + k] = value * others;
      }
    }
    return f / 4;
  };
}

/** Geomin (Yates, 1987; Browne, 2001), f = Σᵢ (Πₖ (λᵢₖ² + δ))^(1/m). */
export function geomin(delta = 0.01): Criterion {
  return (loadings, _p, m, gradient) => {
    let f = 0;
    for (let row = 0; row < loadings.length; row += m) {
      let product = 1;
      for (let k = 0; k < m; k++) product *= loadings[row + k] ** 2 + delta;
      const mean = product ** (1 / m);
      f += mean;
      for (let k = 0; k < m; k++) gradient[row + k] = ((2 / m) * mean * loadings[row + k]) / (loadings[row + k] ** 2 + delta);
    }
    return f;
  };
}

/** Partially specified target (Browne, 1972), f = Σ (λ − t)² over the cells that the target names; null cells are free. */
export function target(targets: readonly (readonly (number | null)[])[]): Criterion {
  return (loadings, _p, m, gradient) => {
    let f = 0;
    for (let at = 0; at < loadings.length; at++) {
      const wanted = targets[Math.floor(at / m)][at % m];
      const off = wanted === null ? 0 : loadings[at] - wanted;
      f += off * off;
      gradient[at] = 2 * off;
    }
    return f;
  };
}

/** Bi-quartimin (Jennrich & Bentler, 2011): quartimin of all columns but the first, which is the general factor's. */
export const bifactor: Criterion = (loadings, _p, m, gradient) => {
  let f = 0;
  for (let row = 0; row < loadings.length; row += m) {
    gradient[row] = 0;
    let h2 = 0;
    for (let k = 1; k < m; k++) h2 += loadings[row + k] ** 2;
    for (let k = 1; k < m; k++) {
      const value = loadings[row + k];
      const others = h2 - value * value;
      f += value * value * others;
      gradient[row + k] = 4 * value * others;
    }
  }
  return f;
};
