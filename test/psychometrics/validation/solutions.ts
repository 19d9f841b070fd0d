import { Matrix } from "ml-matrix";
import type { AnalysisSettings, ExtractionMethod, RotationMethod } from "../../../src/psychometrics/analysis";
import { extract } from "../../../src/psychometrics/extract";
import { maximumLikelihood } from "../../../src/psychometrics/ml";
import { minimumResiduals } from "../../../src/psychometrics/minres";
import { squaredMultipleCorrelations } from "../../../src/psychometrics/smc";
import { byItem, flat, listwiseOnly, loadings, type Quantity, zip } from "./case";

const words: Record<ExtractionMethod, string> = { pca: "Principal components", paf: "Principal axes", minres: "Minres", ml: "Maximum likelihood" };

/** The rotations whose optimum the figures hold, with the settings that ask for it. */
const optima: readonly (readonly [string, string, Partial<AnalysisSettings>])[] = [
  ["varimax", "varimax_kaiser", { rotation: "varimax" }],
  ["varimax, raw rows", "varimax_raw", { rotation: "varimax", kaiser: false }],
  ["quartimax", "quartimax_raw", { rotation: "quartimax" }],
  ["quartimax, Kaiser's rows", "quartimax_kaiser", { rotation: "quartimax", kaiser: true }],
  ["oblimin", "oblimin_raw", { rotation: "oblimin" }],
  ["oblimin, Kaiser's rows", "oblimin_kaiser", { rotation: "oblimin", kaiser: true }],
  ["geomin", "geominQ_raw", { rotation: "geomin" }],
];

const ofOptimum = (extraction: "pca" | "minres" | "ml", [name, key, settings]: (typeof optima)[number]): Quantity => ({
  name: `${words[extraction]}, ${name}: loadings${/oblimin|geomin/.test(name) ? ", factor correlations, structure" : ""}, sums of squares`,
  against: "converged optimum",
  tolerance: 1e-5,
  pairs: loadings({ extraction, ...settings }, (f) => {
    const rotated = f.efa_converged[extraction]?.rotations?.[key];
    return rotated && { loadings: rotated.pattern, phi: rotated.Phi, structure: rotated.structure, sums: rotated.ss_loadings };
  }),
});

const promaxes: readonly (readonly [string, string, Partial<AnalysisSettings>, number, readonly ("pca" | "minres" | "ml")[]])[] = [
  ["promax, as psych's fa", "promax4_psych_kaiser", { convention: "psych" }, 1e-5, ["minres", "ml"]],
  ["promax, as psych's principal", "promax4_R_convention", { convention: "psych" }, 1e-5, ["pca"]],
  ["promax of power 3, as R", "promax3_R_convention", { convention: "psych", kappa: 3 }, 1e-5, ["pca"]],
  ["promax, as SPSS (whose varimax stops early)", "promax4_rownormalised_target_SPSS", { convention: "spss" }, 1e-3, ["pca", "minres", "ml"]],
  [
    "promax of power 5, as PSPP (SPSS's varimax stops early)",
    "promax5_rownormalised_target_PSPP_default",
    { convention: "spss", kappa: 5 },
    1e-3,
    ["pca", "minres", "ml"],
  ],
];

const ofPromax = ([name, key, settings, tolerance, extractions]: (typeof promaxes)[number]): Quantity[] =>
  extractions.map((extraction) => ({
    name: `${words[extraction]}, ${name}: loadings, factor correlations, structure, sums`,
    against: "R, from the optimum",
    tolerance,
    pairs: loadings({ extraction, rotation: "promax", ...settings }, (f) => {
      const rotated = f.efa_converged[extraction]?.rotations?.[key];
      return rotated && { loadings: rotated.pattern, phi: rotated.Phi, structure: rotated.structure, sums: rotated.ss_loadings };
    }),
  }));

/** What psych prints, whose optimisers and varimax stop early: tolerances as its stop. */
const printed: readonly (readonly [RotationMethod, string, number])[] = [
  ["none", "none", 2e-4],
  ["varimax", "varimax", 2e-3],
  ["promax", "promax", 2e-3],
  ["oblimin", "oblimin", 4e-4],
  ["quartimax", "quartimax", 2e-3],
  ["geomin", "geominQ", 4e-4],
];

const files = { pca: "pca", paf: "pa", minres: "minres", ml: "ml" } as const;
const ofPsych = (extraction: ExtractionMethod) =>
  printed.map(([rotation, key, tolerance]): Quantity => ({
    name: `${words[extraction]}, ${rotation === "none" ? "unrotated" : rotation}: what is printed`,
    against: "psych (it stops early)",
    tolerance,
    pairs: async (on) => {
      const theirs = on.expected.efa_psych[files[extraction]][key];
      const settings = { extraction, rotation, ...(extraction === "paf" ? ({ stopRule: "psych", maxIterations: 1000 } as const) : {}) };
      const { solution } = await on.run(settings);
      const sums = theirs.variance?.values[0];
      const shown = await loadings(settings, () => ({ loadings: theirs.pattern, phi: theirs.Phi, structure: theirs.structure, sums }))(on);
      const uniquenesses = Object.fromEntries(Object.entries(solution!.communalities).map(([item, h2]) => [item, 1 - h2]));
      // psych prints unrotated varieties of one solution: its communalities are those of each rotation
      return [...shown, ...byItem(solution!.communalities, theirs.communalities), ...byItem(uniquenesses, theirs.uniquenesses)];
    },
  }));

const optimumOf = (extraction: "minres" | "ml"): Quantity => ({
  name: `${words[extraction]}: loadings, communalities, uniquenesses, value of the discrepancy`,
  against: "converged optimum",
  tolerance: 1e-6,
  pairs: async (on) => {
    const theirs = on.expected.efa_converged[extraction];
    const { solution } = await on.run({ extraction, rotation: "none" });
    const R = new Matrix(on.expected.correlations.pearson.values);
    const initial = squaredMultipleCorrelations(R, on.expected.correlations.pearson.rows, "");
    const minimum = (extraction === "ml" ? maximumLikelihood : minimumResiduals)(R, theirs.loadings.cols.length, initial);
    const unrotated = await loadings({ extraction, rotation: "none" }, () => ({ loadings: theirs.loadings }))(on);
    return [
      ...unrotated,
      ...byItem(solution!.communalities, theirs.communalities),
      ...byItem(solution!.uniquenesses, theirs.uniquenesses),
      [minimum.objective, theirs.objective],
    ];
  },
});

const axes = (key: string, iterations: number, tolerance: number): Quantity => ({
  name: `Principal axes, SPSS's rule (${tolerance}, at most ${iterations} iterations): loadings, communalities, iterations`,
  against: "the same rule in R, as PSPP",
  tolerance: tolerance < 1e-6 ? 1e-7 : 1e-9,
  pairs: listwiseOnly(async ({ expected }) => {
    const theirs = expected.efa_psych.paf_spss_like[key];
    if (theirs.heywood) return []; // SPSS ends there
    const { rows: items, values } = expected.correlations.pearson;
    const settings = { extraction: "paf", convention: "spss", maxIterations: iterations, tolerance } as const;
    const ours = extract(new Matrix(values), items, theirs.loadings.cols.length, settings);
    const h2 = Object.fromEntries(items.map((item: string, i: number) => [item, 1 - ours.uniquenesses[i]]));
    const signs = ours.loadings.to2DArray().flat().map(Math.abs);
    return [
      ...zip(
        signs,
        flat(theirs.loadings.values).map((value) => Math.abs(value!)),
      ),
      ...byItem(h2, theirs.communalities),
      [ours.iterations, theirs.iterations],
    ];
  }),
});

const psychAxes = (key: string, maxIterations: number): Quantity => ({
  name: `Principal axes, psych's rule, at most ${maxIterations} iterations: loadings, iterations`,
  against: "psych",
  tolerance: 1e-9,
  pairs: async ({ expected }) => {
    const theirs = expected.efa_psych.pa[key];
    const { rows: items, values } = expected.correlations.pearson;
    const settings = { extraction: "paf", convention: "psych", stopRule: "psych", maxIterations } as const;
    const ours = extract(new Matrix(values), items, theirs.pattern.cols.length, settings);
    const sizes = (rows: readonly (readonly number[])[]) => rows.flat().map(Math.abs);
    const uniquenesses = Object.fromEntries(items.map((item: string, i: number) => [item, ours.uniquenesses[i]]));
    const communalities = Object.fromEntries(items.map((item: string, i: number) => [item, 1 - ours.uniquenesses[i]]));
    return [
      ...zip(sizes(ours.loadings.to2DArray()), sizes(theirs.pattern.values)),
      ...byItem(uniquenesses, theirs.uniquenesses),
      ...byItem(communalities, theirs.communalities),
      [ours.iterations, theirs.iterations_comm],
    ];
  },
});

/** Extraction and rotation. */
export const solutions: readonly Quantity[] = [
  {
    name: "Principal components, unrotated: loadings and communalities",
    against: "R",
    tolerance: 1e-9,
    pairs: async (on) => {
      const { loadings: wanted, communalities } = on.expected.efa_converged.pca;
      const { solution } = await on.run({ extraction: "pca", rotation: "none" });
      return [
        ...(await loadings({ extraction: "pca", rotation: "none" }, () => ({ loadings: wanted }))(on)),
        ...byItem(solution!.communalities, communalities),
      ];
    },
  },
  axes("iter25_tol1e_3", 25, 1e-3),
  axes("iter1000_tol1e_3", 1000, 1e-3),
  axes("iter20000_tol1e_10", 20_000, 1e-10),
  psychAxes("none", 1000),
  psychAxes("none_maxiter25", 25),
  optimumOf("minres"),
  optimumOf("ml"),
  ...(["pca", "minres", "ml"] as const).flatMap((extraction) => optima.map((optimum) => ofOptimum(extraction, optimum))),
  ...promaxes.flatMap(ofPromax),
  ...(["pca", "paf", "minres", "ml"] as const).flatMap(ofPsych),
];
