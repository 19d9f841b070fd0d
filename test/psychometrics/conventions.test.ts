import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { type Analysis, type AnalysisSettings, defaultSettings, type Scale, type Solution } from "../../src/psychometrics/analysis";
import { analyze, analyzeMatrix } from "../../src/psychometrics/analyze";
import { confirmatoryFactorAnalysis } from "../../src/psychometrics/cfa";
import { confirmMatrix } from "../../src/psychometrics/confirmatory";
import { rotate } from "../../src/psychometrics/rotation/rotate";
import { shared } from "../shared";
import { answersOf, column, type Figures, figures } from "./figures";
import { matched, referenceJson } from "./reference";
import { surveyOf } from "./survey";

/**
 * The choices on which programs differ, a test a row, numbered as in the conventions table of the reference's README. Each goes through the whole analysis,
 * under both conventions where they part. PSPP's and R's figures are those of the reference; SPSS's own tables are in its spss_genuine.json.
 */
const run = (set: string, settings: Partial<AnalysisSettings>, scales: readonly Scale[] = []): Promise<Analysis> => {
  const { items, columns } = answersOf(set);
  const survey = surveyOf(Object.fromEntries(items.map((item, i) => [item, columns[i]])));
  return analyze(survey, { ...(scales.length > 0 ? { scales } : {}) }, { ...defaultSettings, iterations: 0, ...settings });
};
const spss = { convention: "spss" } as const;
const psych = { convention: "psych" } as const;
const named = (name: string, { reliability }: Figures): Scale[] => [{ name, items: reliability[name].items }];
const sections = (set: string): Figures => referenceJson(`${set}.pspp.json`).sections;

/** Largest difference of loadings, and of factor correlations where both have some, after matching the factors by congruence. */
function apart(solution: Pick<Solution, "loadings" | "factorCorrelations"> | null, pattern: Figures, phi?: Figures): number {
  const theirs = new Matrix(Array.isArray(pattern) ? pattern : pattern.values);
  const ours = matched(new Matrix(solution!.loadings as number[][]), theirs, new Matrix(solution!.factorCorrelations as number[][]));
  const loadings = Matrix.sub(ours.loadings, theirs).abs().max();
  return phi ? Math.max(loadings, Matrix.sub(ours.phi!, new Matrix(phi.values)).abs().max()) : loadings;
}

/** The cells of a table of PSPP. */
const tableOf = (section: Figures, ...titles: string[]): Figures[][] => section.tables.find(({ title }: { title: string }) => titles.includes(title)).cells;

/** Its numbers, a row an item. */
function pspp(section: Figures, ...titles: string[]): number[][] {
  return tableOf(section, ...titles)
    .filter(
      (row: Figures[]) => typeof row[0] === "string" && !["Factor", "Component"].includes(row[0]) && row.slice(1).every((cell) => typeof cell === "number"),
    )
    .map((row: Figures[]) => row.slice(1));
}

const genuine = Object.keys(shared ? referenceJson("spss_genuine.json").results : { none: 0 });

describe.skipIf(!shared)("conventions table", () => {
  test("1 missing data: listwise for both unless pairwise is asked for; α as PSPP's, psych's of all answers", async () => {
    const [listwise, pairwise] = await Promise.all([run("bfi25", { ...spss, factors: 5 }), run("bfi25", { ...psych, missing: "pairwise", factors: 5 })]);
    const alpha = tableOf(sections("bfi25").reliability_all_alpha, "Reliability Statistics")[1][0];
    expect(listwise.sample).toMatchObject({ rows: 2800, used: 2436 });
    expect(listwise.reliability[0].alpha).toBeCloseTo(alpha, 9);
    expect(pairwise.sample.used).toBe(2800);
    expect(pairwise.reliability[0].alpha).toBeCloseTo(figures("bfi25", "pairwise").reliability.all_items.alpha.total.raw_alpha, 9);
    expect(pairwise.reliability[0].alpha! - listwise.reliability[0].alpha!).toBeGreaterThan(0.009);
  });

  test("2 the N of χ² under pairwise deletion: mean number of answers for PSPP, rows for psych", async () => {
    const [ours, theirs] = await Promise.all([spss, psych].map((convention) => run("bfi25", { ...convention, missing: "pairwise", factors: 5 })));
    const printed = tableOf(sections("bfi25").pc_varimax_k5_pairwise, "KMO and Bartlett's Test")[1][2];
    expect(ours.factorability!.bartlett.chiSquare! / printed).toBeCloseTo(1, 8);
    expect(theirs.factorability!.bartlett.chiSquare).toBeCloseTo(figures("bfi25", "pairwise").factorability.bartlett.chisq, 6);
    expect(ours.factorability!.kmo).toBeCloseTo(theirs.factorability!.kmo!, 12);
    expect(ours.warnings.find(({ code }) => code === "pairwise-n")!.message).toContain("the mean number of answers to an item");
  });

  test("3 skewness and kurtosis: type 2 as SPSS, type 3 as psych", async () => {
    const expected = figures("likert320", "listwise").descriptives;
    for (const [convention, type] of [
      [spss, 2],
      [psych, 3],
    ] as const) {
      const { items } = await run("likert320", { ...convention, factors: 4 });
      for (const item of items) {
        expect(item.skewness).toBeCloseTo(column(expected, `skew_type${type}`)[item.name]!, 9);
        expect(item.kurtosis).toBeCloseTo(column(expected, `kurtosis_type${type}`)[item.name]!, 9);
      }
    }
  });

  test.each(["hs1939", "likert320", "bfi25"])("4 the stop of principal axes: SPSS's as PSPP's on %s; psych's; or none", async (set) => {
    const expected = figures(set, "listwise");
    const factors = expected.efa_psych.nfactors;
    const paf = { extraction: "paf", rotation: "none", factors } as const;
    const iterated = await run(set, { ...paf, ...spss });
    expect(apart(iterated.solution, pspp(sections(set)[`paf_norotate_k${factors}`], "Factor Matrix"))).toBeLessThan(1e-9);
    const theirs = await run(set, { ...paf, ...psych, stopRule: "psych", maxIterations: 1000 });
    expect(apart(theirs.solution, expected.efa_psych.pa.none.pattern)).toBeLessThan(1e-9);
    const limit = await run(set, { ...paf, ...psych });
    expect(apart(limit.solution, expected.efa_converged.minres.loadings)).toBeLessThan(1e-6);
    expect(apart(limit.solution, iterated.solution!.loadings)).toBeGreaterThan(1e-5);
  });

  test.each(genuine)("4 principal axes as SPSS 27 printed them: %s", async (name) => {
    const { correlation, nfactors, N, spss27_paf_loadings, spss23_paf_iterations } = referenceJson("spss_genuine.json").results[name];
    const published = { R: new Matrix(correlation.values), items: correlation.values.map((_: unknown, i: number) => `V${i + 1}`), n: N, source: "m.csv" };
    const settings = { ...defaultSettings, ...spss, extraction: "paf", rotation: "none", iterations: 0, factors: nfactors, maxIterations: 1000 } as const;
    const { solution } = await analyzeMatrix(published, settings);
    if (spss23_paf_iterations !== null) expect(solution!.iterations).toBe(spss23_paf_iterations);
    // the matrix stored for case_1a is not to the last digit the one that SPSS was given
    expect(apart(solution, spss27_paf_loadings)).toBeLessThan(name === "case_1a" ? 3e-3 : 1e-8);
  });

  test("5 the cap of 25 iterations: not converged on attitude, where 39 are needed", async () => {
    const paf = { ...spss, extraction: "paf", rotation: "none", factors: figures("attitude", "listwise").efa_psych.nfactors } as const;
    const capped = await run("attitude", paf);
    expect(capped.solution).toMatchObject({ iterations: 25, converged: false });
    expect(capped.warnings.map(({ code }) => code)).toContain("not-converged");
    expect((await run("attitude", { ...paf, maxIterations: 1000 })).solution).toMatchObject({ iterations: 39, converged: true });
    expect((await run("attitude", { ...paf, ...psych })).solution).toMatchObject({ converged: true });
  });

  test("6 and 7 varimax: Kaiser's rows unless told, SPSS's sweeps or the optimum", async () => {
    const rotations = figures("bfi25", "listwise").efa_converged.ml.rotations;
    const varimax = { extraction: "ml", rotation: "varimax", factors: 5 } as const;
    const [sweeps, optimum, raw] = await Promise.all([
      run("bfi25", { ...varimax, ...spss }),
      run("bfi25", { ...varimax, ...psych }),
      run("bfi25", { ...varimax, ...psych, kaiser: false }),
    ]);
    expect(apart(optimum.solution, rotations.varimax_kaiser.pattern)).toBeLessThan(1e-6);
    expect(apart(raw.solution, rotations.varimax_raw.pattern)).toBeLessThan(1e-6);
    const short = apart(sweeps.solution, rotations.varimax_kaiser.pattern);
    expect(short).toBeGreaterThan(1e-9);
    expect(short).toBeLessThan(1.3e-3);
  });

  test.each(genuine)("7 and 10 varimax and promax as SPSS 27 printed them: %s", (name) => {
    const set = referenceJson("spss_genuine.json").results[name];
    const rotated = (rotation: "varimax" | "promax") => {
      const { loadings, phi } = rotate(new Matrix(set.spss27_paf_loadings.values), { ...spss, rotation, extraction: "paf", seed: 1 });
      return { loadings: loadings.to2DArray(), factorCorrelations: (phi ?? Matrix.eye(loadings.columns)).to2DArray() };
    };
    expect(apart(rotated("varimax"), set.spss27_varimax)).toBeLessThan(1e-12);
    expect(apart(rotated("promax"), set.spss27_promax_pattern, set.spss27_promax_phi)).toBeLessThan(1e-12);
  });

  test.each(["attitude", "hs1939", "likert320", "bfi25", "ability16"])("8 quartimax: Kaiser's rows as PSPP on %s, raw in psych", async (set) => {
    const { efa_psych, efa_converged } = figures(set, "listwise");
    const quartimax = { extraction: "pca", rotation: "quartimax", factors: efa_psych.nfactors } as const;
    const ours = await run(set, { ...quartimax, ...spss });
    expect(apart(ours.solution, pspp(sections(set)[`pc_quartimax_k${efa_psych.nfactors}`], "Rotated Component Matrix"))).toBeLessThan(2e-4);
    const theirs = await run(set, { ...quartimax, ...psych });
    expect(apart(theirs.solution, efa_converged.pca.rotations.quartimax_raw.pattern)).toBeLessThan(2e-6);
  });

  test("9 direct oblimin: Kaiser's rows in SPSS, raw in psych; the largest factor correlation of bfi25 is .256 or .330", async () => {
    const { rotations } = figures("bfi25", "listwise").efa_converged.minres;
    const oblimin = { extraction: "minres", rotation: "oblimin", factors: 5 } as const;
    const [ours, theirs] = await Promise.all([spss, psych].map((convention) => run("bfi25", { ...oblimin, ...convention })));
    expect(apart(ours.solution, rotations.oblimin_kaiser.pattern, rotations.oblimin_kaiser.Phi)).toBeLessThan(1e-5);
    expect(apart(theirs.solution, rotations.oblimin_raw.pattern, rotations.oblimin_raw.Phi)).toBeLessThan(1e-5);
  });

  test.each(["attitude", "hs1939", "likert320", "bfi25", "ability16"])(
    "10 promax: PSPP's PROMAX(4) and PROMAX(5) on %s, psych's fa and principal",
    async (set) => {
      const { efa_psych, efa_converged } = figures(set, "listwise");
      const factors = efa_psych.nfactors;
      const promax = { rotation: "promax", factors } as const;
      const components = await run(set, { ...promax, ...spss, extraction: "pca" });
      expect(apart(components.solution, pspp(sections(set)[`pc_promax_k${factors}`], "Pattern Matrix"))).toBeLessThan(5e-4);
      const five = await run(set, { ...promax, ...spss, extraction: "pca", kappa: 5 });
      expect(apart(five.solution, pspp(sections(set)[`pc_promax_k${factors}_default5`], "Pattern Matrix"))).toBeLessThan(5e-4);
      const { promax4_psych_kaiser: ofFactors } = efa_converged.minres.rotations;
      expect(apart((await run(set, { ...promax, ...psych, extraction: "minres" })).solution, ofFactors.pattern, ofFactors.Phi)).toBeLessThan(1e-6);
      const { promax4_R_convention: ofComponents } = efa_converged.pca.rotations;
      expect(apart((await run(set, { ...promax, ...psych, extraction: "pca" })).solution, ofComponents.pattern, ofComponents.Phi)).toBeLessThan(1e-6);
    },
  );

  test("11 signs: every column sums to no less than zero, and the structure is pattern × Φ, which PSPP's is not", async () => {
    for (const convention of [spss, psych])
      for (const rotation of ["none", "varimax", "promax", "oblimin"] as const) {
        const { solution } = await run("bfi25", { ...convention, rotation, factors: 5 });
        const [pattern, phi, structure] = [solution!.loadings, solution!.factorCorrelations, solution!.structure].map((rows) => new Matrix(rows as number[][]));
        for (let k = 0; k < 5; k++) expect(pattern.getColumn(k).reduce((sum, value) => sum + value, 0)).toBeGreaterThan(0);
        expect(Matrix.sub(pattern.mmul(phi), structure).abs().max()).toBeLessThan(1e-12);
      }
  });

  test("12 order: rotated columns descend by what they explain, their names with them", async () => {
    for (const convention of [spss, psych]) {
      const { solution } = await run("bfi25", { ...convention, rotation: "varimax", factors: 5 });
      const sums = solution!.variance.rotation.map((row) => row.sumOfSquares!);
      expect(sums).toEqual([...sums].sort((a, b) => b - a));
      expect(solution!.names).toEqual(["F1", "F2", "F3", "F4", "F5"]);
    }
  });

  test("13 variance after an oblique rotation: sums of the structure without percentages (SPSS), diag(ΦΛ′Λ) (psych)", async () => {
    const expected = figures("bfi25", "listwise").efa_psych.minres.oblimin;
    const oblimin = { extraction: "minres", rotation: "oblimin", factors: 5 } as const;
    const theirs = (await run("bfi25", { ...oblimin, ...psych })).solution!.variance.rotation.map((row) => row.sumOfSquares!);
    [...expected.variance.values[0]].sort((a, b) => b - a).forEach((sum, k) => expect(theirs[k]).toBeCloseTo(sum, 2));
    const { variance, structure } = (await run("bfi25", { ...oblimin, ...spss })).solution!;
    variance.rotation.forEach((row, k) => {
      expect(row.sumOfSquares).toBeCloseTo(
        structure.reduce((sum, cells) => sum + cells[k] ** 2, 0),
        12,
      );
      expect(row).toMatchObject({ percent: null, cumulative: null });
    });
  });

  test("14 extraction: each method has its own loadings, and says which it is", async () => {
    const solutions = await Promise.all(
      (["pca", "paf", "minres", "ml"] as const).map((extraction) => run("hs1939", { extraction, rotation: "none", factors: 3 })),
    );
    const { efa_converged } = figures("hs1939", "listwise");
    expect(apart(solutions[2].solution, efa_converged.minres.loadings)).toBeLessThan(1e-6);
    expect(apart(solutions[3].solution, efa_converged.ml.loadings)).toBeLessThan(1e-6);
    expect(apart(solutions[2].solution, solutions[3].solution!.loadings)).toBeGreaterThan(0.1);
    expect(new Set(solutions.map(({ solution }) => solution!.method.split(" of the ")[0])).size).toBe(4);
  });

  test("15 past a communality of 1: SPSS's principal axes end, with the item's name; minres and ML stay at .995 and warn", async () => {
    const R = new Matrix([
      [1, 0.8, 0.8],
      [0.8, 1, 0.5],
      [0.8, 0.5, 1],
    ]);
    const published = { R, items: ["a", "b", "c"], n: 200, source: "m.csv" };
    const at = (settings: Partial<AnalysisSettings>) =>
      analyzeMatrix(published, { ...defaultSettings, iterations: 0, factors: 1, rotation: "none", ...settings });
    const ended = await at(spss);
    expect(ended.solution).toBeNull();
    expect(ended.warnings.find(({ code }) => code === "heywood-case")!.message).toMatch(/communality of a exceeded 1.*SPSS/);
    expect(ended.reliability[0].alpha).not.toBeNull();
    for (const extraction of ["minres", "ml"] as const) {
      const { solution, warnings } = await at({ ...psych, extraction });
      expect(solution!.heywood).toEqual(["a"]);
      expect(solution!.uniquenesses.a).toBeCloseTo(0.005, 9);
      expect(warnings.map(({ code }) => code)).toContain("heywood-case");
    }
  });

  test("16 χ² of an exploratory model: n − 1 − (2p + 5)/6 − 2m/3, of a confirmatory one n", async () => {
    const { solution } = await run("hs1939", { extraction: "ml", rotation: "none", factors: 3 });
    expect(solution!.fit!.chiSquare! / figures("hs1939", "listwise").factanal.none.STATISTIC).toBeCloseTo(1, 8);
    const { results, n } = figures("hs1939_cfa");
    const { rows, values } = figures("hs1939", "listwise").correlations.pearson;
    const scales = ["visual", "textual", "speed"].map((name, k) => ({ name, items: rows.slice(3 * k, 3 * k + 3) }));
    expect(confirmatoryFactorAnalysis(new Matrix(values), rows, scales, n).result.fit.chiSquare).toBeCloseTo(results.fit.chisq, 4);
  });

  test("17 RMSEA and TLI: by the textbook, or with psych's n and its null model", async () => {
    const minres = { extraction: "minres", rotation: "none", factors: 3 } as const;
    const [ours, theirs] = await Promise.all([spss, psych].map(async (convention) => (await run("hs1939", { ...minres, ...convention })).solution!.fit!));
    const { fit } = figures("hs1939", "listwise").efa_psych.minres;
    expect(theirs.rmsea).toBeCloseTo(fit.RMSEA.RMSEA, 5);
    expect(theirs.tli).toBeCloseTo(fit.TLI, 5);
    expect(ours.rmsea).toBeCloseTo(Math.sqrt((ours.chiSquare! - ours.df) / (ours.df * 300)), 12);
    expect(Math.abs(ours.rmsea! - theirs.rmsea!)).toBeGreaterThan(1e-5);
    const likert = await run("attitude", { ...psych, extraction: "ml", rotation: "none", factors: figures("attitude", "listwise").efa_psych.nfactors });
    expect(likert.solution!.fit!.tli).toBeGreaterThan(1); // not clipped
  });

  test("18 α: of covariances, no item reversed unasked, though some are suggested", async () => {
    const { reliability, warnings } = await run("bfi25", { ...psych, factors: 5 }, [
      { name: "all", items: answersOf("bfi25").items },
      { name: "Agree", items: ["A1", "A2", "A3", "A4", "A5"] },
    ]);
    expect(reliability[0].alpha).toBeCloseTo(0.5247, 4);
    expect(reliability[0].alpha).toBeLessThan(figures("bfi25", "listwise").reliability.all_items.alpha_check_keys.total.raw_alpha - 0.2);
    expect(reliability[0].perItem.every(({ reversed }) => !reversed)).toBe(true);
    expect(warnings.find(({ code }) => code === "reverse-keyed")!.message).toContain("A1");
  });

  test("19 Guttman's λ: of covariances in SPSS, of correlations in psych", async () => {
    const figuresOf = figures("bfi25", "listwise");
    const scales = named("Neuro", figuresOf);
    const { guttman_from_covariance: covariance, guttman_from_correlation: correlation } = figuresOf.reliability.Neuro;
    const [ours, theirs] = await Promise.all([spss, psych].map((convention) => run("bfi25", { ...convention, factors: 5 }, scales)));
    for (const k of ["lambda1", "lambda2", "lambda3", "lambda5", "lambda6"] as const) {
      expect(ours.reliability[0].guttman![k]).toBeCloseTo(covariance[k], 9);
      expect(theirs.reliability[0].guttman![k]).toBeCloseTo(correlation[k], 9);
    }
    expect(covariance.lambda2).not.toBeCloseTo(correlation.lambda2, 4);
  });

  test("20 splits: the first half as SPSS's SPLIT; of an odd number of items all divisions are looked at, not half of them", async () => {
    const { psych_splitHalf, guttman_from_correlation, spss_style_listwise } = figures("attitude", "listwise").reliability.all_items;
    const [{ halves }] = (await run("attitude", { ...psych, factors: 2 })).reliability;
    expect(halves!.firstSecond.spearmanBrown).toBeCloseTo(spss_style_listwise.split_first_second.spearman_brown_equal, 9);
    expect(halves!.all!.splits).toBe(35);
    expect(halves!.all!.min).toBeCloseTo(guttman_from_correlation.lambda4_all_splits.min, 9);
    expect(psych_splitHalf.minrb).toBeGreaterThan(halves!.all!.min);
    const printed = tableOf(sections("attitude").reliability_all_split, "Reliability Statistics");
    const value = (label: string) => printed.find((row) => row.some((cell) => typeof cell === "string" && cell.includes(label)))!.at(-1);
    expect(halves!.firstSecond.guttman).toBeCloseTo(value("Guttman"), 9);
    expect(halves!.firstSecond.correlation).toBeCloseTo(value("Correlation Between Forms"), 9);
  });

  test("21 ω: of one factor for a scale, hierarchical only from three factors on, items as they are keyed", async () => {
    const figuresOf = figures("bfi25", "listwise");
    const { reliability } = await run("bfi25", { ...psych, factors: 5 }, named("Neuro", figuresOf));
    expect(reliability[0].omegaTotal).toBeCloseTo(figuresOf.reliability.Neuro.omega_total_1factor_minres_std.value, 6);
    expect(reliability[0].omegaHierarchical).toBeUndefined();
    expect((await run("hs1939", { ...psych, factors: 3 })).reliability[0].omegaHierarchical!.factors).toBe(3);
  });

  test("22 polychoric correlations: no continuity correction, iterated to the end", async () => {
    const { correlation } = await run("likert320", { correlation: "polychoric", factors: 4 });
    const ours = new Matrix(correlation as number[][]);
    const { polychoric, polychoric_correct0 } = figures("likert320", "listwise").correlations;
    expect(
      Matrix.sub(ours, new Matrix(figures("polychoric_tight").results.likert320.rho.values))
        .abs()
        .max(),
    ).toBeLessThan(1e-6);
    for (const psychs of [polychoric, polychoric_correct0]) expect(Matrix.sub(ours, new Matrix(psychs.rho.values)).abs().max()).toBeLessThan(5e-5);
  });

  test("23 parallel analysis: components against normal data, or psych's one factor; each says which it is, 5 and 6 factors of bfi25", async () => {
    const components = await run("bfi25", { iterations: 100 });
    const oneFactor = await run("bfi25", { iterations: 100, parallel: { eigenvalues: "minres", data: "normal", threshold: "percentile95" } });
    expect(components.retention!.parallel!.factors).toBe(5);
    expect(oneFactor.retention!.parallel!.factors).toBe(6);
    expect(components.retention!.criteria![0].criterion).not.toBe(oneFactor.retention!.criteria![0].criterion);
  });

  test("24 MAP: from no component on, with squares and with fourth powers", async () => {
    const { map, map4 } = (await run("bfi25", { factors: 5 })).retention!;
    const { map2, map4: fourth, n_map2 } = figures("bfi25", "listwise").number_of_factors.velicer_map;
    expect(map!.values[0]).toBeCloseTo(map2[0], 9);
    expect(map4!.values[0]).toBeCloseTo(fourth[0], 9);
    expect(map!.factors).toBe(n_map2);
  });

  test("25 and 26 HTMT of arithmetic means beside HTMT2 of geometric ones; AVE and composite reliability of standardized loadings", () => {
    const { results, n } = figures("hs1939_cfa");
    const { rows, values } = figures("hs1939", "listwise").correlations.pearson;
    const scales = ["visual", "textual", "speed"].map((name, k) => ({ name, items: rows.slice(3 * k, 3 * k + 3) }));
    const { htmt, htmt2, factors } = confirmMatrix({ R: new Matrix(values), items: rows, n, source: "m.csv" }, { scales });
    expect(htmt[0][1]).toBeCloseTo(results.HTMT.values[0][1], 9);
    expect(htmt2[0][1]).toBeCloseTo(results.HTMT2.values[0][1], 9);
    expect(Math.abs(htmt[0][1]! - htmt2[0][1]!)).toBeGreaterThan(0.03);
    for (const { name, ave, cr } of factors) {
      expect(ave).toBeCloseTo(results.AVE[name], 5);
      expect(cr).toBeCloseTo(results.CR[name], 5);
      expect(cr).not.toBeCloseTo(results.semTools_check.compRelSEM[name], 5);
    }
  });

  test("each choice can be made in the other's way alone", async () => {
    const settings = { missing: "pairwise", extraction: "minres", rotation: "promax", factors: 3 } as const;
    const figuresOf = ({ items, reliability, factorability, solution }: Analysis): Record<string, unknown> => ({
      skewness: items.map(({ skewness, kurtosis }) => [skewness, kurtosis]),
      guttman: reliability[0].guttman,
      "pairwise-n": factorability!.bartlett.chiSquare,
      "varimax-stop": 0,
      promax: 0,
      variance: solution!.variance.rotation.map(({ percent }) => percent === null),
      fit: 0,
    });
    const [ours, theirs] = await Promise.all([spss, psych].map(async (convention) => figuresOf(await run("ability16", { ...settings, ...convention }))));
    for (const choice of ["skewness", "guttman", "pairwise-n", "variance"] as const) {
      const mixed = figuresOf(await run("ability16", { ...settings, ...spss, except: [choice] }));
      expect(mixed, choice).toEqual({ ...ours, [choice]: theirs[choice] });
      expect(mixed[choice], choice).not.toEqual(ours[choice]);
    }
    const fitOf = async (chosen: Partial<AnalysisSettings>) =>
      (await run("hs1939", { extraction: "ml", rotation: "none", factors: 3, ...chosen })).solution!.fit!;
    expect(await fitOf({ ...spss, except: ["fit"] })).toEqual(await fitOf(psych));
    expect((await fitOf({ ...psych, except: ["fit"] })).rmsea).toBe((await fitOf(spss)).rmsea);
    const turned = async (chosen: Partial<AnalysisSettings>) => (await run("bfi25", { extraction: "ml", factors: 5, ...chosen })).solution!.loadings;
    expect(await turned({ ...spss, rotation: "varimax", except: ["varimax-stop"] })).toEqual(await turned({ ...psych, rotation: "varimax" }));
    expect(await turned({ ...spss, rotation: "promax", except: ["promax", "varimax-stop"] })).toEqual(await turned({ ...psych, rotation: "promax" }));
    const { solution } = await run("hs1939", { ...spss, factors: 3, except: ["fit", "skewness"] });
    expect(solution!.method).toContain("conventions of SPSS, but of R's psych for RMSEA and TLI, skewness and kurtosis;");
  });

  test("27 anti-image: MSA on the diagonal, as SPSS and PSPP", async () => {
    const { factorability } = await run("bfi25", { factors: 5 });
    const cells = tableOf(sections("bfi25").pc_varimax_mineigen1, "Anti-Image Matrices");
    const from = cells.findIndex(([first]) => first === "Anti-image Correlation");
    const theirs = cells.slice(from, from + 25).map((row) => row.slice(2));
    const ours = new Matrix(factorability!.antiImageCorrelation as number[][]);
    expect(Matrix.sub(ours, new Matrix(theirs)).abs().max()).toBeLessThan(1e-9);
    expect(factorability!.kmo).toBeCloseTo(figures("bfi25", "listwise").factorability.KMO.overall, 9);
  });
});
