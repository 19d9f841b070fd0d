import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { noncentralChiSquare } from "../../src/numerics/noncentral-chi-square";
import { comparativeFit, degreesOfFreedom, factorFit, rmsea, rmseaInterval, tuckerLewis } from "../../src/psychometrics/fit";
import { residualsOf } from "../../src/psychometrics/residuals";

const loadings = new Matrix([[0.8], [0.7], [0.6], [0.5], [0.4]]);
const exact = loadings.mmul(loadings.transpose());
for (let i = 0; i < 5; i++) exact.set(i, i, 1);

describe("fit of a factor model", () => {
  it("has the degrees of freedom of Lawley and Maxwell", () => {
    expect(degreesOfFreedom(25, 5)).toBe(185);
    expect(degreesOfFreedom(6, 3)).toBe(0);
    expect(degreesOfFreedom(3, 2)).toBe(-2);
  });

  it("is perfect for a model that holds", () => {
    const fit = factorFit(exact, loadings, 200, "spss");
    expect(fit).toMatchObject({ df: 5, rmsea: 0, rmseaCi: [0, 0], cfi: 1 });
    expect(fit.chiSquare).toBeLessThan(1e-9);
    expect(fit.p).toBeCloseTo(1, 9);
    expect(fit.rmsr).toBeLessThan(1e-12);
    expect(fit.tli).toBeGreaterThan(1);
  });

  it("has no χ² without degrees of freedom, with too few rows, or of correlations that no data have", () => {
    expect(factorFit(exact.subMatrix(0, 2, 0, 2), loadings.subMatrix(0, 2, 0, 0), 200, "spss")).toMatchObject({
      df: 0,
      chiSquare: null,
      rmsea: null,
      tli: null,
    });
    expect(factorFit(exact, loadings, 3, "spss")).toMatchObject({ chiSquare: null, bic: null });
    const impossible = exact.clone();
    impossible.set(0, 1, -0.99).set(1, 0, -0.99);
    expect(factorFit(impossible, loadings, 200, "spss").chiSquare).toBeNull();
  });

  it("measures RMSEA as the textbooks do under SPSS's convention, and as psych does under its own", () => {
    expect(rmsea(300, 185, 301, "spss")).toBeCloseTo(Math.sqrt((300 - 185) / (185 * 300)), 15);
    expect(rmsea(300, 185, 301, "psych")).toBeCloseTo(Math.sqrt(300 / (185 * 301) - 1 / 300), 15);
    expect(rmsea(100, 185, 301, "spss")).toBe(0);
  });

  it("gives limits at which χ² has the tail probabilities", () => {
    const [low, high] = rmseaInterval(300, 185, 301);
    expect(noncentralChiSquare(300, 185, low ** 2 * 185 * 300)).toBeCloseTo(0.95, 9);
    expect(noncentralChiSquare(300, 185, high ** 2 * 185 * 300)).toBeCloseTo(0.05, 9);
    expect(rmseaInterval(170, 185, 301)[0]).toBe(0);
  });

  it("keeps CFI between 0 and 1 and leaves TLI as it is", () => {
    expect(comparativeFit(10, 20, 500, 30)).toBe(1);
    expect(comparativeFit(900, 20, 500, 30)).toBe(0);
    expect(tuckerLewis(10, 20, 500, 30)).toBeGreaterThan(1);
  });
});

describe("residual correlations", () => {
  it("names the largest, and counts those above .05", () => {
    const R = exact.clone();
    R.set(1, 3, R.get(1, 3) - 0.2).set(3, 1, R.get(3, 1) - 0.2);
    R.set(0, 4, R.get(0, 4) + 0.06).set(4, 0, R.get(4, 0) + 0.06);
    const { largest, above05, matrix } = residualsOf(R, ["a", "b", "c", "d", "e"], loadings);
    expect(largest[0].items).toEqual(["b", "d"]);
    expect(largest[0].residual).toBeCloseTo(-0.2, 12);
    expect(largest[1].items).toEqual(["a", "e"]);
    expect(above05).toEqual({ count: 2, percent: 20 });
    expect(matrix[2][2]).toBe(0);
  });
});
