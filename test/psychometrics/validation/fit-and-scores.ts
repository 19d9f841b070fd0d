import { Matrix } from "ml-matrix";
import type { AnalysisSettings } from "../../../src/psychometrics/analysis";
import { completeRows, moments } from "../../../src/psychometrics/moments";
import { factorScores, scoreWeights } from "../../../src/psychometrics/scores";
import { answersOf, type Figures } from "../figures";
import { byItem, type Case, flat, listwiseOnly, loadings, type Quantity, zip } from "./case";

const fitOf = (settings: Partial<AnalysisSettings>, figuresOf: (figures: Figures) => Figures) => async (on: Case) => {
  const theirs = figuresOf(on.expected)?.fit;
  if (!theirs) return [];
  const { chiSquare, df, p, rmsea, rmseaCi, tli, cfi, bic, rmsr } = (await on.run({ ...settings, rotation: "none" })).solution!.fit!;
  return [
    [df, theirs.dof],
    [chiSquare, theirs.STATISTIC],
    [p, theirs.PVAL],
    [rmsea, theirs.RMSEA.RMSEA],
    [rmseaCi![0], theirs.RMSEA.lower],
    [rmseaCi![1], theirs.RMSEA.upper],
    [tli, theirs.TLI],
    [cfi, theirs.CFI_by_formula],
    [bic, theirs.BIC],
    [rmsr, theirs.rms],
  ].map(([own, reference]) => [own / (1 + Math.abs(reference)), reference / (1 + Math.abs(reference))] as const);
};

const methods = { regression: "regression", bartlett: "Bartlett", "anderson-rubin": "Anderson", "ten-berge": "tenBerge" } as const;

const scores: Quantity = {
  name: "Factor scores of the first rows, their weights and determinacy: regression, Bartlett, Anderson–Rubin, ten Berge",
  against: "psych",
  tolerance: 1e-8,
  pairs: listwiseOnly(async ({ set, expected }) => {
    const { factor_scores: theirs, correlations } = expected;
    const { rows: items, values } = correlations.pearson;
    const { columns } = answersOf(set);
    const rows = completeRows(columns);
    const answers = columns.map((answer) => Float64Array.from(rows, (row) => answer[row]));
    const { means, sds } = moments(items, answers, "listwise");
    return Object.entries(methods).flatMap(([method, key]) => {
      const { weights, determinacy } = scoreWeights(
        new Matrix(values),
        items,
        new Matrix(theirs.pattern.values),
        new Matrix(theirs.Phi.values),
        method as keyof typeof methods,
      );
      const ours = factorScores(answers, means, sds, weights);
      const shown: number[][] = theirs[key].scores.values;
      return [
        ...zip(flat(weights.to2DArray()), flat(theirs[key].weights.values)),
        ...shown.flatMap((row, i) => row.map((score, k) => [ours[k][i], score] as const)),
        ...(method === "regression" ? theirs.pattern.cols.map((factor: string, k: number) => [determinacy[k] ** 2, theirs[key].R2[factor]] as const) : []),
      ];
    });
  }),
};

const polychoric: Quantity = {
  name: "Minres of polychoric correlations, oblimin: loadings and factor correlations",
  against: "psych (its correlations stop at 2e-5)",
  tolerance: 1e-3,
  pairs: listwiseOnly(async (on) => {
    const theirs: Figures = on.expected.efa_polychoric;
    return theirs?.pattern
      ? loadings({ correlation: "polychoric", extraction: "minres", rotation: "oblimin" }, () => ({
          loadings: theirs.pattern,
          phi: theirs.Phi,
          structure: theirs.structure,
          sums: theirs.variance.values[0],
        }))(on)
      : [];
  }),
};

/** Rotations whose determinacy the figures hold. */
const determined = ["none", "varimax", "promax", "oblimin", "quartimax", "geominQ"];

/** Fit, and factor scores. */
export const fitAndScores: readonly Quantity[] = [
  {
    name: "Maximum likelihood: χ², df, p, uniquenesses",
    against: "factanal",
    tolerance: 1e-6,
    relative: true,
    pairs: async (on) => {
      const theirs = on.expected.factanal.none;
      const { fit, uniquenesses } = (await on.run({ extraction: "ml", rotation: "none" })).solution!;
      return [
        [fit!.chiSquare, theirs.STATISTIC],
        [fit!.df, theirs.dof],
        [fit!.p, theirs.PVAL],
        ...byItem(uniquenesses, theirs.uniquenesses).map(([own, other]) => [1 + own!, 1 + other!] as const),
      ];
    },
  },
  {
    name: "Maximum likelihood, varimax: loadings",
    against: "factanal (its varimax stops early)",
    tolerance: 2e-3,
    pairs: loadings({ extraction: "ml", rotation: "varimax" }, (f) => ({ loadings: f.factanal.varimax.loadings })),
  },
  {
    name: "Minres: χ², df, p, RMSEA with interval, TLI, CFI, BIC, RMSR (relative)",
    against: "psych (it stops early)",
    tolerance: 1e-4,
    pairs: fitOf({ extraction: "minres" }, (f) => f.efa_psych.minres),
  },
  {
    name: "Maximum likelihood: χ², df, p, RMSEA with interval, TLI, CFI, BIC, RMSR (relative)",
    against: "psych",
    tolerance: 1e-4,
    pairs: fitOf({ extraction: "ml" }, (f) => f.efa_psych.ml),
  },
  {
    name: "Principal axes: χ², df, p, RMSEA with interval, TLI, CFI, BIC, RMSR (relative)",
    against: "psych",
    tolerance: 1e-4,
    pairs: fitOf({ extraction: "paf", stopRule: "psych", maxIterations: 1000 }, (f) => f.efa_psych.pa),
  },
  {
    name: "Principal components: RMSR",
    against: "psych",
    tolerance: 1e-9,
    pairs: async (on) => [[(await on.run({ extraction: "pca", rotation: "none" })).solution!.fit!.rmsr, on.expected.efa_psych.pca.fit.rms]],
  },
  {
    name: "Maximum likelihood, unrotated: loadings",
    against: "factanal (it stops early)",
    tolerance: 1e-4,
    pairs: loadings({ extraction: "ml", rotation: "none" }, (f) => ({ loadings: f.factanal.none.loadings })),
  },
  {
    name: "Determinacy of regression scores, squared",
    against: "psych (its solutions stop early)",
    tolerance: 1e-3,
    pairs: async ({ expected }) => {
      const { rows: items, values } = expected.correlations.pearson;
      return (["minres", "ml"] as const).flatMap((extraction) =>
        determined.flatMap((rotation) => {
          const { pattern, Phi, R2_scores: theirs } = expected.efa_psych[extraction][rotation];
          if (!theirs) return [];
          const squares: readonly number[] = Array.isArray(theirs) ? theirs : pattern.cols.map((factor: string) => theirs[factor]);
          const { determinacy } = scoreWeights(
            new Matrix(values),
            items,
            new Matrix(pattern.values),
            Phi?.values ? new Matrix(Phi.values) : null,
            "regression",
          );
          return zip(
            determinacy.map((value) => value ** 2),
            squares,
          );
        }),
      );
    },
  },
  polychoric,
  {
    name: "Minres of polychoric correlations: χ², df, p, RMSEA with interval, TLI, CFI, BIC, RMSR (relative)",
    against: "psych (its correlations stop at 2e-5)",
    tolerance: 2e-3,
    pairs: listwiseOnly(fitOf({ correlation: "polychoric", extraction: "minres" }, (f) => f.efa_polychoric)),
  },
  scores,
];
