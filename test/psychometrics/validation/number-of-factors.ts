import { logPOfChiSquare } from "../../../src/numerics/p-values";
import type { ParallelVariant } from "../../../src/psychometrics/analysis";
import { spectrum } from "../../../src/psychometrics/spectrum";
import { flatten } from "../../../src/numerics/eigen";
import { Matrix } from "ml-matrix";
import { byItem, type Case, listwiseOnly, type Quantity, zip } from "./case";
import { ofColumn } from "./coverage";

const factorability = async (on: Case) => (await on.run()).factorability!;
const observed = ({ expected }: Case, kind: "smc" | "minres") => {
  const R = new Matrix(expected.correlations.pearson.values);
  return Array.from(spectrum(kind, flatten(R), R.rows)!);
};

/** Simulated means against those of another program, in standard errors of their difference. */
const inErrors = (ours: readonly number[], theirs: readonly number[], sd: (k: number) => number, replications: readonly [number, number], quantile = 1) =>
  ours.map((value, k) => [(value - theirs[k]) / (quantile * sd(k) * Math.sqrt(1 / replications[0] + 1 / replications[1])), 0] as const);

const parallel = async (on: Case, variant: Partial<ParallelVariant>, iterations = 1000) =>
  (await on.run({ iterations, parallel: { eigenvalues: "pca", data: "normal", threshold: "percentile95", ...variant } })).retention!.parallel!;

/** Whether to factor, and how many factors. */
export const numberOfFactors: readonly Quantity[] = [
  { name: "KMO", against: "psych", tolerance: 1e-9, pairs: async (on) => [[(await factorability(on)).kmo, on.expected.factorability.KMO.overall]] },
  { name: "MSA", against: "psych", tolerance: 1e-9, pairs: async (on) => byItem((await factorability(on)).msa, on.expected.factorability.KMO.MSA) },
  {
    name: "Anti-image correlations",
    against: "psych",
    tolerance: 1e-9,
    pairs: async (on) => {
      const theirs: number[][] = on.expected.factorability.KMO.anti_image_correlation.values;
      const ours = (await factorability(on)).antiImageCorrelation!;
      // psych leaves 1 on the diagonal
      return ours.flatMap((row, i) => row.flatMap((value, j) => (i === j ? [] : [[value, theirs[i][j]] as const])));
    },
  },
  {
    name: "Bartlett's χ²",
    against: "psych",
    tolerance: 1e-8,
    relative: true,
    pairs: async (on) => [[(await factorability(on)).bartlett.chiSquare, on.expected.factorability.bartlett.chisq]],
  },
  {
    name: "Bartlett's test: df, log₁₀ of its p",
    against: "R",
    tolerance: 1e-8,
    relative: true,
    pairs: async (on) => {
      const { chiSquare, df } = (await factorability(on)).bartlett;
      const theirs = on.expected.factorability.bartlett;
      return [
        [df, theirs.df],
        [logPOfChiSquare(chiSquare!, df) / Math.LN10, theirs.log10_p],
      ];
    },
  },
  {
    name: "Bartlett's p, where it is a number at all",
    against: "R",
    tolerance: 1e-6,
    relative: true,
    pairs: async (on) => [[(await factorability(on)).bartlett.p || null, on.expected.factorability.bartlett.p || null]],
  },
  {
    name: "Determinant and its logarithm",
    against: "R",
    tolerance: 1e-6,
    relative: true,
    pairs: async (on) => {
      const { determinant } = await factorability(on);
      return [
        [determinant, on.expected.factorability.det],
        [Math.log(determinant!), on.expected.factorability.log_det],
      ];
    },
  },
  {
    name: "Rows, squared multiple correlations",
    against: "R",
    tolerance: 1e-9,
    pairs: async (on) => {
      const { sample, solution } = await on.run({ extraction: "minres" });
      return [
        ...(on.missing === "listwise" ? ([[sample.used, on.expected.factorability.n_used]] as const) : []),
        ...byItem(solution!.initialCommunalities, on.expected.factorability.smc),
      ];
    },
  },
  {
    name: "Eigenvalues, their percentages, Kaiser's count",
    against: "R",
    tolerance: 1e-9,
    pairs: async (on) => {
      const { retention, solution } = await on.run({ extraction: "pca", rotation: "none" });
      const { eigenvalues, percent, cumulative_percent, kaiser_count } = on.expected.number_of_factors;
      const { initial } = solution!.variance;
      return [
        ...zip(retention!.eigenvalues, eigenvalues),
        ...zip(retention!.eigenvalues, on.expected.number_of_factors.fa_parallel.pc_values),
        ...zip(
          initial.map((row) => row.percent),
          percent,
        ),
        ...zip(
          initial.map((row) => row.cumulative),
          cumulative_percent,
        ),
        [retention!.kaiser, kaiser_count],
      ];
    },
  },
  {
    name: "MAP, 1976 and 2000, and what they say",
    against: "formula in R",
    tolerance: 1e-9,
    pairs: async (on) => {
      const { map, map4 } = (await on.run()).retention!;
      const { map2, map4: fourth, n_map2, n_map4 } = on.expected.number_of_factors.velicer_map;
      return [...zip(map!.values, map2), ...zip(map4!.values, fourth), [map!.factors, n_map2], [map4!.factors, n_map4]];
    },
  },
  {
    name: "MAP from one component on",
    against: "psych",
    tolerance: 1e-9,
    pairs: async (on) => {
      const { map, map_argmin } = on.expected.number_of_factors.vss;
      const ours = (await on.run()).retention!.map!.values.slice(1, map.length + 1);
      return [...zip(ours, map), [ours.indexOf(Math.min(...ours)) + 1, map_argmin]];
    },
  },
  {
    name: "Fit of 1, 2, … factors: df, χ², RMSEA, BIC, RMSR",
    against: "psych (it stops early)",
    tolerance: 2e-3,
    relative: true,
    pairs: listwiseOnly(async (on) => {
      const { sequence } = (await on.run({ extraction: "minres", rotation: "none", compareUpTo: 8 })).retention!;
      const { stats } = on.expected.number_of_factors.vss;
      const columns = { df: "dof", chiSquare: "chisq", rmsea: "RMSEA", bic: "BIC", rmsr: "SRMR" } as const;
      return Object.entries(columns).flatMap(([key, name]) => {
        const theirs = ofColumn(stats, name);
        // beyond a Heywood case psych's optimiser is somewhere else
        return sequence!.slice(0, on.expected.efa_psych.nfactors).map((row) => [row[key as "df"], theirs[row.factors - 1]] as const);
      });
    }),
  },
  {
    name: "Parallel analysis of components: mean and 95th percentile, in standard errors",
    against: "1,000 normal data sets in R",
    tolerance: 4,
    pairs: async (on) => {
      const horn = on.expected.number_of_factors.horn_normal_1000;
      const { mean, percentile95 } = await parallel(on, {});
      const sd = (k: number) => horn.pc_sd[k];
      return [...inErrors(mean, horn.pc_mean, sd, [1000, horn.replicates]), ...inErrors(percentile95, horn.pc_q95, sd, [1000, horn.replicates], 2.1)];
    },
  },
  {
    name: "Parallel analysis of components: mean and 95th percentile, in standard errors",
    against: "psych, 200 normal data sets",
    tolerance: 4,
    pairs: async (on) => {
      const theirs = on.expected.number_of_factors.fa_parallel;
      const { mean, percentile95 } = await parallel(on, {});
      const sd = (k: number) => theirs.pc_sim_sd[k];
      return [...inErrors(mean, theirs.pc_sim_mean, sd, [1000, 200]), ...inErrors(percentile95, theirs.pc_sim_q95, sd, [1000, 200], 2.1)];
    },
  },
  {
    name: "Parallel analysis of permuted answers: mean and 95th percentile, in standard errors",
    against: "psych, 200 resamplings",
    tolerance: 5,
    pairs: listwiseOnly(async (on) => {
      const theirs = on.expected.number_of_factors.fa_parallel;
      const sd = (k: number) => theirs.pc_sim_sd[k];
      const components = await parallel(on, { data: "permuted" }, 200);
      const factors = await parallel(on, { data: "permuted", eigenvalues: "minres" }, 200);
      const sdOfFactors = (k: number) => Math.max(theirs.fa_sim_sd[k], k === 0 ? 0.25 : 0);
      return [
        ...inErrors(components.mean, theirs.pc_simr_mean, sd, [200, 200]),
        ...inErrors(components.percentile95, theirs.pc_simr_q95, sd, [200, 200], 2.1),
        ...inErrors(factors.mean, theirs.fa_simr_mean, sdOfFactors, [200, 200]),
        ...inErrors(factors.percentile95, theirs.fa_simr_q95, sdOfFactors, [200, 200], 2.1),
      ];
    }),
  },
  {
    name: "Parallel analysis of one factor's communalities: observed eigenvalues",
    against: "psych (it stops early)",
    tolerance: 5e-3,
    pairs: async (on) => zip(observed(on, "minres"), on.expected.number_of_factors.fa_parallel.fa_values),
  },
  {
    name: "Parallel analysis of one factor's communalities: mean and 95th percentile, in standard errors",
    against: "psych, 200 normal data sets",
    tolerance: 4,
    pairs: async (on) => {
      const theirs = on.expected.number_of_factors.fa_parallel;
      // now and then the one factor is a single item, which gives the first eigenvalue a long tail
      const sd = (k: number) => Math.max(theirs.fa_sim_sd[k], k === 0 ? 0.25 : 0);
      const { mean, percentile95 } = await parallel(on, { eigenvalues: "minres" }, 400);
      return [...inErrors(mean, theirs.fa_sim_mean, sd, [400, 200]), ...inErrors(percentile95, theirs.fa_sim_q95, sd, [400, 200], 2.1)];
    },
  },
  {
    name: "Parallel analysis of squared multiple correlations: observed eigenvalues",
    against: "R",
    tolerance: 1e-9,
    pairs: async (on) => zip(observed(on, "smc"), on.expected.number_of_factors.horn_normal_1000.smc_observed),
  },
  {
    name: "Parallel analysis of squared multiple correlations: mean and 95th percentile, in standard errors",
    against: "1,000 normal data sets in R",
    tolerance: 6,
    pairs: async (on) => {
      const horn = on.expected.number_of_factors.horn_normal_1000;
      const { mean, percentile95 } = await parallel(on, { eigenvalues: "smc" }, 400);
      const sd = (k: number) => horn.pc_sd[k];
      return [...inErrors(mean, horn.smc_mean, sd, [400, horn.replicates]), ...inErrors(percentile95, horn.smc_q95, sd, [400, horn.replicates], 2.1)];
    },
  },
  {
    name: "Parallel analysis, number of components and of factors",
    against: "R and psych",
    tolerance: 0,
    pairs: async (on) => {
      const { horn_normal_1000: horn, fa_parallel } = on.expected.number_of_factors;
      const components = await parallel(on, {});
      const byMean = await parallel(on, { threshold: "mean" });
      return [
        [components.factors, horn.n_components_q95],
        [byMean.factors, horn.n_components_mean],
        [components.factors, fa_parallel.ncomp],
        [(await parallel(on, { eigenvalues: "minres" }, 400)).factors, fa_parallel.nfact],
      ];
    },
  },
];
