import { describe, expect, it } from "vitest";
import { extract } from "../../src/psychometrics/extract";
import { communalitiesOf } from "../../src/psychometrics/extraction";
import { principalAxes, stopRules } from "../../src/psychometrics/paf";
import { squaredMultipleCorrelations } from "../../src/psychometrics/smc";
import { shared } from "../shared";
import { matched, matrixOf, referenceJson, referenceSets, worst } from "./reference";

describe.skipIf(!shared)("extraction against R", () => {
  it.each(referenceSets)("$name: components, MinRes and ML at the optimum", ({ R, items, factors, results }) => {
    for (const extraction of ["pca", "minres", "ml"] as const) {
      const reference = results.efa_converged[extraction];
      const ours = extract(R, items, factors, { extraction, convention: "psych" });
      const theirs = matrixOf(reference.loadings);
      expect(ours.converged).toBe(true);
      // sign and order are the convention's too, so nothing is matched first
      expect(worst(ours.loadings, theirs), extraction).toBeLessThan(extraction === "pca" ? 1e-9 : 1e-6);
      communalitiesOf(ours.loadings).forEach((h2, i) => expect(h2).toBeCloseTo(reference.communalities[items[i]], 6));
      if (extraction !== "pca") {
        expect(Math.abs(ours.objective! - reference.objective)).toBeLessThan(1e-10);
        ours.uniquenesses.forEach((psi, i) => expect(psi).toBeCloseTo(reference.uniquenesses[items[i]], 6));
      }
      const printed = matrixOf(results.efa_psych[extraction].none.pattern);
      expect(worst(matched(ours.loadings, printed).loadings, printed), `${extraction}, psych`).toBeLessThan(extraction === "pca" ? 1e-9 : 2e-4);
    }
  });

  it.each(referenceSets)("$name: principal axes, by SPSS's rule and to the limit", ({ R, items, factors, results }) => {
    const initial = squaredMultipleCorrelations(R, items, "");
    const reference = results.efa_psych.paf_spss_like;
    const rules = {
      iter25_tol1e_3: stopRules.spss,
      iter1000_tol1e_3: { ...stopRules.spss, maxIterations: 1000 },
      iter20000_tol1e_10: { ...stopRules.limit, tolerance: 1e-10, maxIterations: 20_000 },
    };
    for (const [key, rule] of Object.entries(rules)) {
      const ours = principalAxes(R, factors, initial, rule);
      expect(worst(ours.loadings, matrixOf(reference[key].loadings)), key).toBeLessThan(1e-9);
      expect(ours).toMatchObject({ iterations: reference[key].iterations, converged: reference[key].converged });
    }
    const minres = extract(R, items, factors, { extraction: "minres", convention: "psych" });
    const tight = extract(R, items, factors, { extraction: "paf", convention: "psych" });
    expect(worst(tight.loadings, minres.loadings)).toBeLessThan(1e-6);
  });

  it("reproduces the principal axes that SPSS 27 printed", () => {
    const { results } = referenceJson("spss_genuine.json");
    for (const [name, set] of Object.entries<ReturnType<typeof referenceJson>>(results)) {
      const R = matrixOf(set.correlation);
      const ours = principalAxes(R, set.nfactors, squaredMultipleCorrelations(R, set.correlation.rows, ""), { ...stopRules.spss, maxIterations: 100 });
      const theirs = matrixOf(set.spss27_paf_loadings);
      // the stored matrix of case_1a is probably not the one that SPSS was given (note of the reference)
      expect(worst(matched(ours.loadings, theirs).loadings, theirs), name).toBeLessThan(name === "case_1a" ? 3e-3 : 1e-8);
      if (set.spss23_paf_iterations) expect(ours.iterations).toBe(set.spss23_paf_iterations);
    }
  });
});
