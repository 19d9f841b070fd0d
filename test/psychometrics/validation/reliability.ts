import { Matrix } from "ml-matrix";
import type { Halves } from "../../../src/psychometrics/analysis";
import { extract } from "../../../src/psychometrics/extract";
import { hierarchicalOmega } from "../../../src/psychometrics/hierarchical-omega";
import { intraclassCorrelations } from "../../../src/psychometrics/icc";
import { rotate } from "../../../src/psychometrics/rotation/rotate";
import { schmidLeiman } from "../../../src/psychometrics/schmid-leiman";
import { answersOf, type Figures } from "../figures";
import { listwiseOnly, ofScales, type Pairs, type Quantity, zip } from "./case";
import { ofColumn } from "./coverage";

const perItem = (
  key: "itemRest" | "alphaIfDeleted" | "meanIfDeleted" | "varianceIfDeleted" | "squaredMultipleCorrelation",
  table: (e: Figures) => Figures,
  name: string,
) =>
  ofScales((a, e) =>
    zip(
      a.perItem.map((item) => item[key]),
      ofColumn(table(e), name),
    ),
  );

const halves = (own: Halves, e: Figures): Pairs => [
  [own.correlation, e.r_between_forms],
  [own.spearmanBrown, e.spearman_brown_equal],
  [own.unequalLength, e.spearman_brown_unequal],
  [own.guttman, e.guttman_split_half],
  // a half of one item has no α
  ...(own.alphas
    ? ([
        [own.alphas[0], e.alpha_part1],
        [own.alphas[1], e.alpha_part2],
      ] as const)
    : []),
];

const bounds = (convention: "spss" | "psych", key: string): Quantity["pairs"] =>
  ofScales(
    (a, e) => {
      const lambdas = ([1, 2, 3, 5, 6] as const).map((k) => [a.guttman![`lambda${k}`], e[key][`lambda${k}`]] as const);
      const range = e[key].lambda4_all_splits;
      if (!range) return lambdas;
      const own = a.halves!.all!;
      return [...lambdas, [own.min, range.min], [own.mean, range.mean], [own.max, range.max], [own.splits, range.n_splits], [a.guttman!.lambda4, range.max]];
    },
    { convention },
  );

/** Reliability, scale by scale. */
export const reliability: readonly Quantity[] = [
  { name: "α", against: "psych", tolerance: 1e-9, pairs: ofScales((a, e) => [[a.alpha, e.alpha.total.raw_alpha]]) },
  {
    name: "α, Feldt's interval",
    against: "psych",
    tolerance: 1e-9,
    pairs: listwiseOnly(ofScales((a, e) => zip([a.alpha, ...a.alphaCi!], [e.alpha.feldt.alpha, e.alpha.feldt.lower, e.alpha.feldt.upper]))),
  },
  { name: "Standardized α", against: "psych", tolerance: 1e-9, pairs: ofScales((a, e) => [[a.standardizedAlpha, e.alpha.total["std.alpha"]]]) },
  { name: "Guttman λ6", against: "psych's alpha", tolerance: 1e-9, pairs: ofScales((a, e) => [[a.lambda6, e.alpha.total["G6(smc)"]]]) },
  { name: "α if deleted", against: "psych", tolerance: 1e-9, pairs: perItem("alphaIfDeleted", (e) => e.alpha.alpha_drop, "raw_alpha") },
  { name: "Item–rest correlation", against: "psych", tolerance: 1e-9, pairs: listwiseOnly(perItem("itemRest", (e) => e.alpha.item_stats, "r.drop")) },
  {
    name: "Rows, and mean, median and variance of the inter-item correlations",
    against: "psych",
    tolerance: 1e-9,
    pairs: ofScales((a, e, { missing }) => [
      ...(missing === "listwise" ? ([[a.n, e.n_rows]] as const) : []),
      [a.averageInterItem, e.alpha.total.average_r],
      [a.interItem!.variance, e.alpha.var_r],
    ]),
  },
  {
    name: "Scale mean and SD",
    against: "psych",
    tolerance: 1e-9,
    pairs: ofScales((a, e) => [
      [a.mean, e.alpha.total.mean],
      [a.sd, e.alpha.total.sd],
    ]),
  },
  {
    name: "Item–total statistics: mean, variance, r, squared multiple r, α without the item",
    against: "formulas in R, as SPSS",
    tolerance: 1e-9,
    pairs: listwiseOnly(async (on) =>
      (
        await Promise.all(
          (
            [
              ["meanIfDeleted", "mean_if_deleted"],
              ["varianceIfDeleted", "var_if_deleted"],
              ["itemRest", "corrected_item_total"],
              ["squaredMultipleCorrelation", "smc"],
              ["alphaIfDeleted", "alpha_if_deleted"],
            ] as const
          ).map(([key, name]) => perItem(key, (e) => e.spss_style_listwise.item_total, name)(on)),
        )
      ).flat(),
    ),
  },
  {
    name: "α, standardized α, mean inter-item r, mean and SD of the sum, of complete rows",
    against: "formulas in R, as SPSS",
    tolerance: 1e-9,
    pairs: listwiseOnly(
      ofScales((a, { spss_style_listwise: e }) => [
        [a.n, e.n],
        [a.alpha, e.alpha],
        [a.standardizedAlpha, e.alpha_standardized],
        [a.averageInterItem, e.mean_inter_item_r],
        [a.mean! * a.items.length, e.scale_mean],
        [a.sd! * a.items.length, e.scale_sd],
        [(a.sd! * a.items.length) ** 2, e.scale_var],
      ]),
    ),
  },
  {
    name: "ω total, one factor",
    against: "converged minres",
    tolerance: 1e-6,
    pairs: ofScales((a, e) => [[a.omegaTotal, e.omega_total_1factor_minres_std.value]]),
  },
  {
    name: "ω total, one factor, raw items",
    against: "lavaan",
    tolerance: 1e-5,
    pairs: listwiseOnly(ofScales((a, e) => [[a.omegaUnstandardized, e.omega_total_1factor_cfa_ml?.value ?? null]])),
  },
  {
    name: "Guttman λ1–λ6 and the range of λ4, of covariances",
    against: "formula in R, as SPSS",
    tolerance: 1e-9,
    pairs: listwiseOnly(bounds("spss", "guttman_from_covariance")),
  },
  {
    name: "Guttman λ1–λ6 and the range of λ4, of correlations",
    against: "formula in R, as psych",
    tolerance: 1e-9,
    pairs: listwiseOnly(bounds("psych", "guttman_from_correlation")),
  },
  {
    name: "Guttman λ1–λ3, λ5, λ6",
    against: "psych",
    tolerance: 1e-9,
    pairs: listwiseOnly(ofScales((a, { psych_guttman: e }) => ([1, 2, 3, 5, 6] as const).map((k) => [a.guttman![`lambda${k}`], e?.[`lambda.${k}`] ?? null]))),
  },
  {
    name: "Split halves: r, Spearman–Brown, Horst, Guttman, α of the halves",
    against: "formula in R, as SPSS",
    tolerance: 1e-9,
    pairs: listwiseOnly(
      ofScales((a, { spss_style_listwise: e }) => [...halves(a.halves!.firstSecond, e.split_first_second), ...halves(a.halves!.oddEven, e.split_odd_even)]),
    ),
  },
  {
    name: "ω hierarchical and total, items keyed as psych keys them",
    against: "psych (its rotation stops early)",
    tolerance: 1e-3,
    pairs: async ({ set, expected: { correlations, omega } }) => {
      if (set === "attitude") return []; // psych takes a loading beyond 1 there
      const signs: number[] = omega.keys_flipped;
      const R = new Matrix(correlations.pearson.values.map((row: number[], i: number) => row.map((r, j) => r * signs[i] * signs[j])));
      const actual = hierarchicalOmega(R, correlations.pearson.rows, omega.nfactors)!;
      return [
        [actual.hierarchical, omega.omega_h],
        [actual.total, omega.omega_tot],
      ];
    },
  },
  {
    name: "Schmid–Leiman: general loadings of the factors",
    against: "psych",
    tolerance: 2e-4,
    pairs: async ({ set, expected: { omega } }) => {
      if (set === "attitude" || omega.nfactors < 3) return [];
      const phi = new Matrix(omega.phi.values);
      return zip(schmidLeiman(Matrix.zeros(3, phi.rows), phi).generalOfFactors.map(Math.abs), omega.g_loadings_of_factors.map(Math.abs));
    },
  },
  {
    name: "Schmid–Leiman: general loadings of the items",
    against: "psych (its rotation stops early)",
    tolerance: 2e-3,
    pairs: async ({ set, expected: { correlations, omega } }) => {
      if (set === "attitude") return [];
      const keys: number[] = omega.keys_flipped;
      const R = new Matrix(correlations.pearson.values.map((row: number[], i: number) => row.map((r, j) => r * keys[i] * keys[j])));
      const { loadings } = extract(R, correlations.pearson.rows, omega.nfactors, { extraction: "minres", convention: "psych" });
      const { loadings: pattern, phi } = rotate(loadings, { rotation: "oblimin", convention: "psych", extraction: "minres", seed: 1 });
      const theirs = ofColumn(omega.schmid_sl, "g");
      return zip(
        schmidLeiman(pattern, phi!).general.map(Math.abs),
        theirs.map((value) => Math.abs(value!)),
      );
    },
  },
  {
    name: "Intraclass correlations, six forms, F, df, p, intervals",
    against: "psych",
    tolerance: 1e-8,
    pairs: listwiseOnly(async ({ set, expected }) => (expected.icc ? intraclass(set, expected.icc) : [])),
  },
];

/** The six forms, in the order of the figures. */
export function intraclass(set: string, figures: Figures): Pairs {
  const { columns } = answersOf(set);
  const ours = intraclassCorrelations(Array.from(columns[0].keys(), (row) => columns.map((values) => values[row])))!;
  const inOrder = figures.types.map((form: string) => ours.find((icc) => icc.form === form)!);
  const named = { ICC: "value", F: "f", df1: "df1", df2: "df2", p: "p" } as const;
  const simple = Object.entries(named).flatMap(([name, key]) =>
    zip(
      inOrder.map((icc: Figures) => icc[key]),
      ofColumn(figures.results, name),
    ),
  );
  const limits = ["lower bound", "upper bound"].flatMap((name, side) =>
    zip(
      inOrder.map((icc: Figures) => icc.ci[side]),
      ofColumn(figures.results, name),
    ),
  );
  return [...simple, ...limits];
}
