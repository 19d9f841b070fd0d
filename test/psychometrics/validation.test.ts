import { readFileSync, writeFileSync } from "node:fs";
import { Matrix } from "ml-matrix";
import { beforeAll, describe, expect, test } from "vitest";
import { type Analysis, type AnalysisSettings, defaultSettings, type Reliability } from "../../src/psychometrics/analysis";
import { analyze } from "../../src/psychometrics/analyze";
import { confirmatoryFactorAnalysis } from "../../src/psychometrics/cfa";
import { contentValidity } from "../../src/psychometrics/content-validity";
import { hierarchicalOmega } from "../../src/psychometrics/hierarchical-omega";
import { intraclassCorrelations } from "../../src/psychometrics/icc";
import { krejcieMorgan, yamane } from "../../src/psychometrics/sample-size";
import { scoreWeights } from "../../src/psychometrics/scores";
import { shared } from "../shared";
import { answersOf, cases, column, type DataSet, dataSets, type Figures, figures } from "./figures";
import { matched } from "./reference";
import { surveyOf } from "./survey";

/**
 * Every figure of an analysis against R's and PSPP's, end to end, as the table of docs/validation.md. The table is written with UPDATE_DOCS=1 and compared otherwise.
 */
interface Case {
  readonly set: DataSet;
  readonly missing: "listwise" | "pairwise";
  readonly expected: Figures;
  readonly run: (settings?: Partial<AnalysisSettings>) => Promise<Analysis>;
}

interface Quantity {
  readonly name: string;
  readonly against: string;
  readonly tolerance: number;
  /** differences are divided by the size of the expected figure */
  readonly relative?: boolean;
  /** pairs of [actual, expected]; an empty list where the data set has no such figure */
  readonly pairs: (on: Case) => Promise<readonly (readonly [number | null, number | null])[]>;
}

const analyses = new Map<string, Promise<Analysis>>();

function caseOf(set: DataSet, missing: "listwise" | "pairwise"): Case {
  const { items, columns } = answersOf(set);
  const survey = surveyOf(Object.fromEntries(items.map((item, i) => [item, columns[i]])));
  const expected = figures(set, missing);
  const scales = Object.entries(expected.reliability as Record<string, Figures>).map(([name, scale]) => ({ name, items: scale.items as string[] }));
  const run = (settings: Partial<AnalysisSettings> = {}) => {
    const chosen: AnalysisSettings = { ...defaultSettings, missing, convention: "psych", iterations: 0, factors: expected.efa_psych.nfactors, ...settings };
    const key = JSON.stringify([set, chosen]);
    if (!analyses.has(key)) analyses.set(key, analyze(survey, { scales }, chosen));
    return analyses.get(key)!;
  };
  return { set, missing, expected, run };
}

const flat = (rows: readonly (readonly number[])[]) => rows.flat();
const zip = (actual: readonly (number | null)[], expected: readonly (number | null)[]) => actual.map((value, i) => [value, expected[i]] as const);
const byItem = (actual: Readonly<Record<string, number | null>>, expected: Readonly<Record<string, number>>) =>
  Object.keys(expected).map((item) => [actual[item], expected[item]] as const);

const ofItems = (key: "mean" | "sd" | "min" | "max" | "skewness" | "kurtosis", name: string, convention: "psych" | "spss") => async (on: Case) => {
  const { items } = await on.run({ convention });
  const expected = column(on.expected.descriptives, name);
  return items.map((item) => [item[key], expected[item.name]] as const);
};

/** Scales without reversed items: those with are compared in the tests of reliability. */
const ofScales =
  (pick: (actual: Reliability, expected: Figures) => readonly (readonly [number | null, number | null])[], settings: Partial<AnalysisSettings> = {}) =>
  async (on: Case) => {
    const { reliability } = await on.run(settings);
    return reliability.flatMap((scale) => {
      const expected = on.expected.reliability[scale.scale];
      return expected.keyed_items?.some((item: string) => item.startsWith("-")) ? [] : pick(scale, expected);
    });
  };

const listwiseOnly =
  (pairs: Quantity["pairs"]): Quantity["pairs"] =>
  async (on) =>
    on.missing === "listwise" ? pairs(on) : [];

/** Loadings (and factor correlations) after matching the factors by congruence. */
const loadings =
  (settings: Partial<AnalysisSettings>, expected: (figures: Figures) => { loadings: Figures; phi?: Figures } | undefined): Quantity["pairs"] =>
  async (on) => {
    const wanted = expected(on.expected);
    if (!wanted?.loadings) return [];
    const { solution } = await on.run(settings);
    if (!solution) return [[NaN, 0]];
    const theirs = new Matrix(wanted.loadings.values);
    const ours = matched(new Matrix(solution.loadings as number[][]), theirs, new Matrix(solution.factorCorrelations as number[][]));
    const pairs = zip(flat(ours.loadings.to2DArray()), flat(theirs.to2DArray()));
    return wanted.phi ? [...pairs, ...zip(flat(ours.phi!.to2DArray()), flat(wanted.phi.values))] : pairs;
  };
const converged = (extraction: "minres" | "ml" | "pca", rotation: string) => (figures: Figures) => {
  const rotated = figures.efa_converged[extraction]?.rotations?.[rotation];
  return rotated && { loadings: rotated.pattern, phi: rotated.Phi };
};

const quantities: Quantity[] = [
  { name: "Mean", against: "psych", tolerance: 1e-9, pairs: ofItems("mean", "mean", "psych") },
  { name: "Standard deviation", against: "psych", tolerance: 1e-9, pairs: ofItems("sd", "sd", "psych") },
  { name: "Skewness, type 3", against: "psych", tolerance: 1e-9, pairs: ofItems("skewness", "skew_type3", "psych") },
  { name: "Kurtosis, type 3", against: "psych", tolerance: 1e-9, pairs: ofItems("kurtosis", "kurtosis_type3", "psych") },
  { name: "Skewness, type 2", against: "psych, as SPSS", tolerance: 1e-9, pairs: ofItems("skewness", "skew_type2", "spss") },
  { name: "Kurtosis, type 2", against: "psych, as SPSS", tolerance: 1e-9, pairs: ofItems("kurtosis", "kurtosis_type2", "spss") },
  {
    name: "Pearson correlations",
    against: "R",
    tolerance: 1e-9,
    pairs: async (on) => zip(flat((await on.run()).correlation), flat(on.expected.correlations.pearson.values)),
  },
  {
    name: "Spearman correlations",
    against: "R",
    tolerance: 1e-9,
    pairs: async (on) => zip(flat((await on.run({ correlation: "spearman" })).correlation), flat(on.expected.correlations.spearman.values)),
  },
  {
    name: "Polychoric correlations",
    against: "two steps, iterated to 1e-9",
    tolerance: 1e-6,
    pairs: listwiseOnly(async (on) => {
      const tight = figures("polychoric_tight").results[on.set];
      return tight ? zip(flat((await on.run({ correlation: "polychoric" })).correlation), flat(tight.rho.values)) : [];
    }),
  },
  { name: "α", against: "psych", tolerance: 1e-9, pairs: ofScales((a, e) => [[a.alpha, e.alpha.total.raw_alpha]]) },
  { name: "α, Feldt's interval", against: "psych", tolerance: 1e-9, pairs: ofScales((a, e) => zip(a.alphaCi!, [e.alpha.feldt.lower, e.alpha.feldt.upper])) },
  { name: "Standardized α", against: "psych", tolerance: 1e-9, pairs: ofScales((a, e) => [[a.standardizedAlpha, e.alpha.total["std.alpha"]]]) },
  {
    name: "α if deleted",
    against: "psych",
    tolerance: 1e-9,
    pairs: ofScales((a, e) =>
      zip(
        a.perItem.map((item) => item.alphaIfDeleted),
        Object.values(column(e.alpha.alpha_drop, "raw_alpha")),
      ),
    ),
  },
  {
    name: "Item–rest correlation",
    against: "psych",
    tolerance: 1e-9,
    pairs: listwiseOnly(
      ofScales((a, e) =>
        zip(
          a.perItem.map((item) => item.itemRest),
          Object.values(column(e.alpha.item_stats, "r.drop")),
        ),
      ),
    ),
  },
  { name: "Mean inter-item correlation", against: "psych", tolerance: 1e-9, pairs: ofScales((a, e) => [[a.averageInterItem, e.alpha.total.average_r]]) },
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
    name: "ω total, one factor",
    against: "converged minres",
    tolerance: 1e-6,
    pairs: ofScales((a, e) => [[a.omegaTotal, e.omega_total_1factor_minres_std.value]]),
  },
  {
    name: "Guttman λ1–λ6, of covariances",
    against: "formula in R, as SPSS",
    tolerance: 1e-9,
    pairs: listwiseOnly(
      ofScales((a, { guttman_from_covariance: e }) => [1, 2, 3, 5, 6].map((k) => [a.guttman![`lambda${k}` as "lambda1"], e[`lambda${k}`]] as const), {
        convention: "spss",
      }),
    ),
  },
  {
    name: "Guttman λ1–λ6, of correlations",
    against: "psych",
    tolerance: 1e-9,
    pairs: listwiseOnly(
      ofScales((a, { guttman_from_correlation: e }) => [1, 2, 3, 5, 6].map((k) => [a.guttman![`lambda${k}` as "lambda1"], e[`lambda${k}`]] as const)),
    ),
  },
  {
    name: "λ4 over all halves: least, mean, largest",
    against: "enumeration in R",
    tolerance: 1e-9,
    pairs: listwiseOnly(
      ofScales(
        (a, { guttman_from_covariance: { lambda4_all_splits: e } }) =>
          e
            ? [
                [a.halves!.all!.min, e.min],
                [a.halves!.all!.mean, e.mean],
                [a.halves!.all!.max, e.max],
              ]
            : [],
        { convention: "spss" },
      ),
    ),
  },
  {
    name: "Split-half, Spearman–Brown",
    against: "formula in R, as SPSS",
    tolerance: 1e-9,
    pairs: listwiseOnly(
      ofScales((a, { spss_style_listwise: e }) => [
        [a.splitHalf, e.split_first_second.spearman_brown_equal],
        [a.halves!.oddEven.spearmanBrown, e.split_odd_even.spearman_brown_equal],
        [a.halves!.firstSecond.unequalLength, e.split_first_second.spearman_brown_unequal],
        [a.halves!.firstSecond.guttman, e.split_first_second.guttman_split_half],
      ]),
    ),
  },
  { name: "KMO", against: "psych", tolerance: 1e-9, pairs: async (on) => [[(await on.run()).factorability!.kmo, on.expected.factorability.KMO.overall]] },
  { name: "MSA", against: "psych", tolerance: 1e-9, pairs: async (on) => byItem((await on.run()).factorability!.msa, on.expected.factorability.KMO.MSA) },
  {
    name: "Bartlett's χ²",
    against: "psych",
    tolerance: 1e-8,
    relative: true,
    pairs: async (on) => [[(await on.run()).factorability!.bartlett.chiSquare, on.expected.factorability.bartlett.chisq]],
  },
  {
    name: "Determinant",
    against: "R",
    tolerance: 1e-6,
    relative: true,
    pairs: async (on) => [[(await on.run()).factorability!.determinant, on.expected.factorability.det]],
  },
  {
    name: "Eigenvalues",
    against: "R",
    tolerance: 1e-9,
    pairs: async (on) => zip((await on.run()).retention!.eigenvalues, on.expected.number_of_factors.eigenvalues),
  },
  {
    name: "MAP, 1976 and 2000",
    against: "formula in R",
    tolerance: 1e-9,
    pairs: async (on) => {
      const { map, map4 } = (await on.run()).retention!;
      const { map2: e2, map4: e4 } = on.expected.number_of_factors.velicer_map;
      return [...zip(map!.values, e2), ...zip(map4!.values, e4)];
    },
  },
  {
    name: "Parallel analysis, mean, in standard errors",
    against: "1,000 normal data sets in R",
    tolerance: 4,
    pairs: async (on) => {
      const horn = on.expected.number_of_factors.horn_normal_1000;
      const { parallel } = (await on.run({ iterations: 1000 })).retention!;
      return parallel!.mean.map((value, k) => [(value - horn.pc_mean[k]) / (horn.pc_sd[k] * Math.sqrt(2 / 1000)), 0] as const);
    },
  },
  {
    name: "Parallel analysis, number of components",
    against: "1,000 normal data sets in R",
    tolerance: 0,
    pairs: async (on) => [[(await on.run({ iterations: 1000 })).retention!.parallel!.factors, on.expected.number_of_factors.horn_normal_1000.n_components_q95]],
  },
  {
    name: "Principal components, loadings",
    against: "psych",
    tolerance: 1e-9,
    pairs: loadings({ extraction: "pca", rotation: "none" }, (f) => ({ loadings: f.efa_psych.pca.none.pattern })),
  },
  {
    name: "Principal axes, SPSS's rule, loadings",
    against: "the same rule in R, as PSPP",
    tolerance: 1e-9,
    pairs: listwiseOnly(
      loadings({ extraction: "paf", rotation: "none", convention: "spss" }, (f) =>
        f.efa_psych.paf_spss_like.iter25_tol1e_3.converged ? { loadings: f.efa_psych.paf_spss_like.iter25_tol1e_3.loadings } : undefined,
      ),
    ),
  },
  {
    name: "Minres, communalities",
    against: "converged optimum",
    tolerance: 1e-6,
    pairs: async (on) => byItem((await on.run({ extraction: "minres" })).solution!.communalities, on.expected.efa_converged.minres.communalities),
  },
  {
    name: "Maximum likelihood, communalities",
    against: "converged optimum",
    tolerance: 1e-6,
    pairs: async (on) => byItem((await on.run({ extraction: "ml" })).solution!.communalities, on.expected.efa_converged.ml.communalities),
  },
  {
    name: "Maximum likelihood, χ²",
    against: "psych",
    tolerance: 1e-6,
    relative: true,
    pairs: async (on) => [[(await on.run({ extraction: "ml" })).solution!.fit!.chiSquare, on.expected.efa_psych.ml.fit.STATISTIC]],
  },
  {
    name: "Minres, oblimin, loadings and factor correlations",
    against: "converged optimum",
    tolerance: 1e-5,
    pairs: loadings({ extraction: "minres", rotation: "oblimin" }, converged("minres", "oblimin_raw")),
  },
  {
    name: "Minres, geomin, loadings and factor correlations",
    against: "converged optimum",
    tolerance: 1e-5,
    pairs: loadings({ extraction: "minres", rotation: "geomin" }, converged("minres", "geominQ_raw")),
  },
  {
    name: "Minres, varimax, loadings",
    against: "converged optimum",
    tolerance: 1e-5,
    pairs: loadings({ extraction: "minres", rotation: "varimax" }, converged("minres", "varimax_kaiser")),
  },
  {
    name: "Maximum likelihood, varimax, loadings",
    against: "converged optimum",
    tolerance: 1e-5,
    pairs: loadings({ extraction: "ml", rotation: "varimax" }, converged("ml", "varimax_kaiser")),
  },
  {
    name: "Minres, quartimax, loadings",
    against: "converged optimum",
    tolerance: 1e-5,
    pairs: loadings({ extraction: "minres", rotation: "quartimax" }, converged("minres", "quartimax_raw")),
  },
  {
    name: "Minres, promax, loadings and factor correlations",
    against: "converged optimum",
    tolerance: 1e-5,
    pairs: loadings({ extraction: "minres", rotation: "promax" }, converged("minres", "promax4_psych_kaiser")),
  },
  {
    name: "Factor score weights: regression, Bartlett, Anderson–Rubin, ten Berge",
    against: "psych",
    tolerance: 1e-9,
    pairs: async ({ missing, expected }) => {
      if (missing === "pairwise") return [];
      const { pattern, Phi, ...reference } = expected.factor_scores;
      const { rows: items, values } = expected.correlations.pearson;
      const methods = { regression: "regression", bartlett: "Bartlett", "anderson-rubin": "Anderson", "ten-berge": "tenBerge" } as const;
      return Object.entries(methods).flatMap(([method, key]) => {
        const { weights } = scoreWeights(new Matrix(values), items, new Matrix(pattern.values), new Matrix(Phi.values), method as keyof typeof methods);
        return zip(flat(weights.to2DArray()), flat(reference[key].weights.values));
      });
    },
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
];

interface OtherFigures {
  readonly name: string;
  readonly file: string;
  readonly against: string;
  readonly tolerance: number;
  readonly pairs: () => readonly (readonly [number | null, number | null])[];
}

/** What is not an analysis of a survey. */
const others: OtherFigures[] = [
  {
    name: "Intraclass correlations, six forms, with intervals",
    file: "shroutfleiss_icc",
    against: "psych",
    tolerance: 1e-8,
    pairs: () => {
      const { columns } = answersOf("shroutfleiss");
      const actual = intraclassCorrelations(Array.from(columns[0].keys(), (row) => columns.map((values) => values[row])))!;
      const { results, types } = figures("shroutfleiss_icc").results.icc_anova;
      return types.flatMap((form: string, i: number) => {
        const { value, f, ci } = actual.find((icc) => icc.form === form)!;
        const [icc, ratio, , , , low, high] = results.values[i];
        return zip([value, f, ...ci], [icc, ratio, low, high]);
      });
    },
  },
  ...["hs1939", "likert320_reversed"].map((name) => ({
    name: "Confirmatory factor analysis: standardized loadings, factor correlations",
    file: `${name}_cfa`,
    against: "lavaan",
    tolerance: 1e-4,
    pairs: () => {
      const { results, n } = figures(`${name}_cfa`);
      const { rows: items, values } = figures(name.split("_")[0], "listwise").correlations.pearson;
      const sign = (item: string) => (name.includes("reversed") && ["Q5", "Q11", "Q16", "Q23"].includes(item) ? -1 : 1);
      const R = new Matrix(values.map((row: number[], i: number) => row.map((r, j) => r * sign(items[i]) * sign(items[j]))));
      const { factor, item, std } = results.loadings;
      const scales = [...new Set<string>(factor)].map((name) => ({ name, items: item.filter((_: string, i: number) => factor[i] === name) }));
      const { result } = confirmatoryFactorAnalysis(R, items, scales, n);
      return [
        ...zip(
          result.loadings.map((row) => row.loading),
          std,
        ),
        ...zip(flat(result.factorCorrelations.to2DArray()), flat(results.factor_correlations.values)),
      ];
    },
  })),
  {
    name: "Content validity: I-CVI, modified κ, Aiken's V with interval",
    file: "content_validity",
    against: "formulas in R",
    tolerance: 1e-9,
    pairs: () => {
      const { relevance4_ratings: ratings, cvi_from_relevance4: cvi, aiken_relevance4: aiken } = figures("content_validity").results;
      const { items } = contentValidity(ratings.rows, ratings.values, { scale: [1, 4] });
      return items.flatMap(({ item, iCvi, kappa, aikenV, aikenVCi }) =>
        zip([iCvi, kappa, aikenV, ...aikenVCi], [cvi.I_CVI[item], cvi.kappa_modified[item], aiken.V[item], aiken.lower[item], aiken.upper[item]]),
      );
    },
  },
  {
    name: "Sample size: Krejcie & Morgan, Yamane",
    file: "sample_size",
    against: "formulas in R",
    tolerance: 1e-9,
    pairs: () => {
      const { cols, values } = figures("sample_size").results.table;
      const of = (row: number[], name: string) => row[cols.indexOf(name)];
      return values.flatMap((row: number[]) => [
        [krejcieMorgan(of(row, "N")), of(row, "krejcie_morgan")],
        [yamane(of(row, "N"), 0.05), of(row, "e0.05")],
      ]);
    },
  },
];

const path = "docs/validation.md";
const introduction = `# Validation

Every figure of an analysis against independent software, end to end: R 4.2.2 with psych 2.2.9, and PSPP 1.6.2 where it is named; "converged" figures are the same
optimum iterated in R to the limit of double precision, because psych stops earlier. A cell is the largest absolute difference over all items, scales and loadings, listwise
and pairwise, rounded up to a power of ten (relative where marked); a dash means that the software gives no such figure for that data set. The test that writes this page
(\`test/psychometrics/validation.test.ts\`) fails when a difference exceeds its tolerance.

`;

function cell(difference: number | undefined): string {
  if (difference === undefined) return "–";
  if (difference === 0) return "0";
  if (difference <= 1e-12) return "≤ 1e-12";
  return difference > 0.1 ? difference.toFixed(1) : `1e${Math.ceil(Math.log10(difference))}`;
}

describe.skipIf(!shared)("validation", () => {
  const worst = new Map<string, number>();
  let all: Case[] = [];
  beforeAll(() => {
    all = cases.map(([set, missing]) => caseOf(set, missing));
  });

  test.each(quantities)("$name", async ({ name, tolerance, relative, pairs }) => {
    let compared = 0;
    for (const on of all) {
      for (const [actual, expected] of await pairs(on)) {
        if (expected === null || expected === undefined) continue;
        compared++;
        expect(actual, `${name} of ${on.set}, ${on.missing}`).not.toBeNull();
        const difference = Math.abs(actual! - expected) / (relative ? Math.abs(expected) : 1);
        expect(difference, `${name} of ${on.set}, ${on.missing}: ${actual} instead of ${expected}`).toBeLessThanOrEqual(tolerance);
        const key = `${name}|${on.set}`;
        worst.set(key, Math.max(worst.get(key) ?? 0, difference));
      }
    }
    expect(compared).toBeGreaterThan(0);
  });

  test.each(others)("$name: $file", ({ name, file, tolerance, pairs }) => {
    const compared = pairs();
    expect(compared.length).toBeGreaterThan(0);
    for (const [actual, expected] of compared) {
      const difference = Math.abs(actual! - expected!);
      expect(difference, `${actual} instead of ${expected}`).toBeLessThanOrEqual(tolerance);
      worst.set(`${name}|${file}`, Math.max(worst.get(`${name}|${file}`) ?? 0, difference));
    }
  });

  test("the page of the documentation shows these figures", () => {
    const rows = quantities.map(
      ({ name, against, tolerance, relative }) =>
        `| ${name}${relative ? " (relative)" : ""} | ${against} | ${tolerance === 0 || tolerance > 1 ? tolerance : tolerance.toExponential()} | ${dataSets.map((set) => cell(worst.get(`${name}|${set}`))).join(" | ")} |`,
    );
    const otherRows = others.map(
      ({ name, file, against, tolerance }) => `| ${name} | ${file} | ${against} | ${tolerance.toExponential()} | ${cell(worst.get(`${name}|${file}`))} |`,
    );
    const page = `${introduction}| Quantity | Against | Tolerance | ${dataSets.join(" | ")} |\n|---|---|--:|${"--:|".repeat(dataSets.length)}\n${rows.join("\n")}\n\n| Beside surveys | Figures | Against | Tolerance | Difference |\n|---|---|---|--:|--:|\n${otherRows.join("\n")}\n`;
    if (process.env.UPDATE_DOCS) writeFileSync(path, page);
    // the last digit of a difference is the machine's own; that a row is there, and its tolerance, is not
    const withoutCells = (text: string) => text.replace(/\| (0|–|≤ 1e-12|1e-\d+|\d+\.\d) (?=\|)/g, "| · ");
    expect(withoutCells(readFileSync(path, "utf8"))).toBe(withoutCells(page));
  });
});
