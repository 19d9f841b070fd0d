import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { type Analysis, type AnalysisSettings, defaultSettings } from "../../src/psychometrics/analysis";
import { analyze, analyzeMatrix } from "../../src/psychometrics/analyze";
import { shared } from "../shared";
import { answersOf, cases, figures } from "./figures";
import { surveyOf, twoFactorData } from "./survey";

const quick: AnalysisSettings = { ...defaultSettings, iterations: 20 };
const codes = (analysis: Analysis) => analysis.warnings.map((warning) => warning.code);

/** Every number of a result, with the path that leads to it. */
function numbers(value: unknown, path = ""): [string, number][] {
  if (typeof value === "number") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => numbers(inner, `${path}.${key}`));
}
const unprintable = (analysis: Analysis) => numbers(analysis).filter(([, value]) => !Number.isFinite(value));

describe.skipIf(!shared)("the pipeline on the reference data", () => {
  test.each(cases)("%s, %s: what R says, end to end", async (set, missing) => {
    const { items, columns } = answersOf(set);
    const survey = surveyOf(Object.fromEntries(items.map((item, i) => [item, columns[i]])));
    const actual = await analyze(
      survey,
      {},
      { ...quick, missing, convention: "psych", factors: "parallel", iterations: 100, extraction: "pca", rotation: "none" },
    );
    const expected = figures(set, missing);
    expect(unprintable(actual)).toEqual([]);
    expect(actual.sample).toMatchObject({ used: figures(`${set}.${missing}`).n, items });
    expect(actual.factorability!.bartlett.chiSquare! / expected.factorability.bartlett.chisq).toBeCloseTo(1, 9);
    expect(actual.factorability!.kmo).toBeCloseTo(expected.factorability.KMO.overall, 9);
    expect(actual.reliability[0].alpha).toBeCloseTo(expected.reliability.all_items.alpha.total.raw_alpha, 9);
    expect(actual.retention!.parallel!.factors).toBe(expected.number_of_factors.horn_normal_1000.n_components_q95);
    expect(actual.solution!.factors).toBe(actual.retention!.parallel!.factors);
  });

  test("pairwise under the SPSS convention tests with PSPP's N", async () => {
    const { items, columns } = answersOf("bfi25");
    const survey = surveyOf(Object.fromEntries(items.map((item, i) => [item, columns[i]])));
    const { factorability, warnings } = await analyze(survey, {}, { ...quick, missing: "pairwise", iterations: 0, factors: 5 });
    const rows = figures("bfi25", "pairwise").factorability.bartlett.chisq / (2799 - 55 / 6);
    expect(factorability!.bartlett.chiSquare).toBeCloseTo(20016.92, 1);
    expect(factorability!.bartlett.chiSquare).not.toBeCloseTo(rows * (2799 - 55 / 6), 1);
    expect(warnings).toContainEqual(expect.objectContaining({ code: "pairwise-n" }));
  });
});

describe("the pipeline", () => {
  test("finds the two factors of two-factor data, and says what it reversed", async () => {
    const data = twoFactorData(200);
    data.A2 = data.A2.map((x) => 6 - x);
    const actual = await analyze(
      surveyOf(data),
      {
        reverse: ["A2"],
        scales: [
          { name: "A", items: ["A1-A3"] },
          { name: "B", items: ["B1", "B2", "B3"] },
        ],
      },
      quick,
    );
    expect(actual.solution!.factors).toBe(2);
    expect(actual.sample.reversed).toEqual(["A2"]);
    expect(actual.reliability.map(({ scale, items }) => [scale, items])).toEqual([
      ["A", ["A1", "A2", "A3"]],
      ["B", ["B1", "B2", "B3"]],
    ]);
    expect(actual.reliability[0].perItem.map((item) => item.reversed)).toEqual([false, true, false]);
    expect(actual.reliability[0].alpha).toBeGreaterThan(0.7);
    expect(codes(actual)).not.toContain("reverse-keyed");
  });

  test("a reverse-keyed item is suggested, not flipped", async () => {
    const data = twoFactorData(200);
    data.A2 = data.A2.map((x) => 6 - x);
    const actual = await analyze(surveyOf(data), { scales: [{ name: "A", items: ["A1-A3"] }] }, quick);
    expect(actual.warnings).toContainEqual(expect.objectContaining({ code: "reverse-keyed", message: expect.stringContaining("A2") }));
    expect(actual.sample.reversed).toEqual([]);
    expect(actual.correlation[0][1]).toBeLessThan(0);
  });

  test("missing answers: listwise uses the complete rows everywhere, and counts what is missing", async () => {
    const data = twoFactorData();
    data.A1[0] = data.B2[7] = data.B2[8] = NaN;
    const actual = await analyze(surveyOf(data), {}, quick);
    expect(actual.sample).toMatchObject({ rows: 60, used: 57 });
    expect(actual.items.map((item) => [item.n, item.missing])).toEqual([
      [57, 1],
      [57, 0],
      [57, 0],
      [57, 0],
      [57, 2],
      [57, 0],
    ]);
    expect(actual.reliability[0].n).toBe(57);
  });

  test("an item without variance is left out, of its scale too", async () => {
    const data = { ...twoFactorData(), C1: new Array(60).fill(3) };
    const actual = await analyze(surveyOf(data), { scales: [{ name: "S", items: ["A1", "A2", "C1"] }] }, quick);
    expect(actual.warnings).toContainEqual(expect.objectContaining({ code: "constant-item", message: "C1 has the same value in all rows and was left out." }));
    expect(actual.sample.items).not.toContain("C1");
    expect(actual.reliability[0].items).toEqual(["A1", "A2"]);
  });

  test("an item that is constant in the complete rows only is left out, and its rows come back", async () => {
    const data: Record<string, number[]> = { ...twoFactorData(), C1: Array.from({ length: 60 }, (_, row) => (row < 5 ? 1 : row < 30 ? 3 : NaN)) };
    data.A1[0] = data.A1[1] = data.A1[2] = data.A1[3] = data.A1[4] = NaN;
    const actual = await analyze(surveyOf(data), {}, quick);
    expect(actual.warnings).toContainEqual(
      expect.objectContaining({ code: "constant-item", message: "C1 has the same value in all rows that are complete and was left out." }),
    );
    expect(actual.sample.used).toBe(55);
  });

  test("a code for no answer that was read as a number is seen, and the item left out", async () => {
    const data = twoFactorData();
    data.B1[3] = -1.7976931348623157e308;
    const actual = await analyze(surveyOf(data), {}, quick);
    expect(actual.warnings).toContainEqual(
      expect.objectContaining({ code: "values-too-large", message: "B1 holds 1.8e+308, which must be a code for no answer, and was left out." }),
    );
    expect(actual.sample.items).not.toContain("B1");
    expect(unprintable(actual)).toEqual([]);
  });

  test("a duplicated item: no KMO, no factor model, the copies named; the rest stands", async () => {
    const data = twoFactorData();
    const actual = await analyze(surveyOf({ ...data, A1copy: data.A1 }), {}, { ...quick, factors: 2 });
    expect(actual.factorability).toMatchObject({ kmo: null, determinant: 0, bartlett: { chiSquare: null } });
    expect(actual.warnings).toContainEqual(expect.objectContaining({ code: "singular-correlations", message: expect.stringContaining("A1 and A1copy") }));
    expect(actual.reliability[0].alpha).toBeGreaterThan(0);
    expect(unprintable(actual)).toEqual([]);
  });

  test("whatever is null has its reason among the warnings: two items, three items, three rows", async () => {
    const { A1, A2, A3 } = twoFactorData();
    const two = await analyze(surveyOf({ A1, A2 }), {}, { ...quick, factors: 1 });
    expect(two.reliability[0]).toMatchObject({ omegaTotal: null });
    expect(two.reliability[0].perItem[0].alphaIfDeleted).toBeNull();
    expect(codes(two)).toContain("no-coefficient");
    const three = await analyze(surveyOf({ A1, A2, A3 }), {}, { ...quick, factors: 1 });
    expect(three.solution!.fit!.chiSquare).toBeNull();
    expect(codes(three)).toContain("no-degrees-of-freedom");
    const rows = await analyze(surveyOf({ a: [1, 2, 4], b: [2, 1, 5] }), {}, { ...quick, factors: 1 });
    expect(rows.items[0].kurtosis).toBeNull();
    expect(codes(rows)).toContain("no-kurtosis");
  });

  test("fewer rows than items", async () => {
    const data = { a: [1, 2, 3, 4, 5], b: [2, 1, 4, 3, 5], c: [5, 3, 1, 2, 4], d: [1, 1, 2, 5, 4], e: [3, 5, 4, 1, 1], f: [1, 4, 2, 2, 3] };
    const actual = await analyze(surveyOf(data), {}, quick);
    expect(codes(actual)).toContain("few-rows");
    expect(unprintable(actual)).toEqual([]);
  });

  test.each([
    ["one item", { A1: [1, 2, 3, 4] }, {}, "only one item, A1, to analyse"],
    ["two rows", { A1: [1, 2], A2: [2, 1] }, {}, "Only 2 of 2 rows are complete; at least 3 are needed."],
    ["no rows", { A1: [], A2: [] }, {}, "Fewer than two items vary"],
    ["an unknown item", { A1: [1, 2, 3], A2: [2, 1, 4] }, { items: ["A1", "A3x"] }, "There is no column A3x."],
    ["nothing that varies", { A1: [1, 1, 1], A2: [2, 2, 2] }, {}, "Fewer than two items vary"],
  ])("%s is refused in one sentence", async (_, data, selection, message) => {
    await expect(analyze(surveyOf(data as Record<string, number[]>), selection, quick)).rejects.toThrow(message);
  });

  test("as many factors as items are refused before any work is done", async () => {
    await expect(analyze(surveyOf(twoFactorData()), {}, { ...quick, factors: 6 })).rejects.toMatchObject({ code: "too-many-factors" });
  });

  test("it stops when asked to", async () => {
    await expect(analyze(surveyOf(twoFactorData()), {}, quick, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });

  test("progress only rises and ends at 1", async () => {
    const seen: number[] = [];
    await analyze(surveyOf(twoFactorData()), {}, quick, { progress: (fraction) => seen.push(fraction) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  test("whatever the answers: a result without NaN, or a sentence", async () => {
    const answer = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }) },
      { weight: 1, arbitrary: fc.constant(NaN) },
      { weight: 1, arbitrary: fc.constantFrom(0, -1, 1e12, 0.1, 1e49, 1e99, -1e308, 1e-200) },
    );
    const data = fc.array(fc.array(answer, { minLength: 4, maxLength: 4 }), { minLength: 0, maxLength: 12 });
    const settings = fc.record({
      missing: fc.constantFrom("listwise", "pairwise"),
      extraction: fc.constantFrom("pca", "paf", "minres", "ml"),
      rotation: fc.constantFrom("none", "varimax", "promax", "oblimin"),
      factors: fc.constantFrom(1, 2, 3, "kaiser", "parallel", "map"),
      convention: fc.constantFrom("spss", "psych"),
      correlation: fc.constantFrom("pearson", "spearman", "polychoric"),
      compareUpTo: fc.constantFrom(0, 2),
      bootstrap: fc.constantFrom(0, 3),
      parallel: fc.constantFrom(
        undefined,
        { eigenvalues: "smc", data: "permuted", threshold: "mean" },
        { eigenvalues: "minres", data: "normal", threshold: "percentile95" },
        { eigenvalues: "pca", data: "permuted", threshold: "percentile95" },
      ),
    });
    await fc.assert(
      fc.asyncProperty(data, settings, async (rows, chosen) => {
        const columns = Object.fromEntries([0, 1, 2, 3].map((j) => [`V${j + 1}`, rows.map((row) => row[j])]));
        try {
          expect(unprintable(await analyze(surveyOf(columns), {}, { ...quick, iterations: 5, ...(chosen as Partial<AnalysisSettings>) }))).toEqual([]);
        } catch (error) {
          expect((error as { code?: string }).code, String((error as Error).stack)).toMatch(/^[a-z-]+$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a published matrix", () => {
  const R = new Matrix([
    [1, 0.5, 0.4, 0.3],
    [0.5, 1, 0.45, 0.35],
    [0.4, 0.45, 1, 0.3],
    [0.3, 0.35, 0.3, 1],
  ]);
  const items = ["a", "b", "c", "d"];

  test("is analysed without its data", async () => {
    const actual = await analyzeMatrix({ R, items, n: 250, source: "table2.csv" }, { ...quick, factors: 1 });
    expect(actual.factorability!.kmo).toBeGreaterThan(0.5);
    expect(actual.solution!.factors).toBe(1);
    expect(actual.reliability[0].alpha).toBeCloseTo(actual.reliability[0].standardizedAlpha!, 12);
    expect(codes(actual)).toContain("matrix-only");
    expect(actual.solution!.method).toContain("of 4 items (N = 250);");
    const three = await analyzeMatrix({ R: R.subMatrix(0, 2, 0, 2), items: items.slice(0, 3), n: 250, source: "t.csv" }, { ...quick, factors: 1 });
    expect(three.warnings.map(({ message }) => message).join()).toContain("1 factor of 3 items leaves no degrees of freedom");
    expect(unprintable(actual)).toEqual([]);
  });

  test("that no complete data have is said to be misprinted or pairwise: there are no answers to leave out", async () => {
    const impossible = new Matrix([
      [1, 0.9, 0.9],
      [0.9, 1, -0.9],
      [0.9, -0.9, 1],
    ]);
    const { warnings } = await analyzeMatrix({ R: impossible, items: ["x", "y", "z"], n: 100, source: "t.csv" }, { ...quick, factors: 1 });
    const said = warnings.filter(({ code }) => code === "indefinite-correlations").map(({ message }) => message);
    expect(said.length).toBeGreaterThan(0);
    expect(said.join(" ")).toMatch(/smallest eigenvalue is −0\.8/);
    for (const message of said) expect(message).toMatch(/misprint.*pairwise deletion/);
    expect(warnings.find(({ code }) => code === "no-coefficient")?.message).toMatch(/no complete data could have its correlations/);
    for (const { message } of warnings) expect(message).not.toMatch(/listwise|missing answers/);
  });

  test("that is none is refused", async () => {
    const wrong = R.clone().set(0, 1, 0.6);
    await expect(analyzeMatrix({ R: wrong, items, n: 250, source: "t.csv" }, quick)).rejects.toThrow(
      "t.csv: the correlation of b with a is 0.5 in one half and 0.6 in the other.",
    );
    await expect(analyzeMatrix({ R: R.clone().set(2, 2, 2), items, n: 250, source: "t.csv" }, quick)).rejects.toThrow(
      "the correlation of c with itself is 2, not 1.",
    );
  });
});
