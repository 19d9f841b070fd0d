import { describe, expect, test } from "vitest";
import sampleSize from "../../src/cli/commands/sample-size";
import { run } from "./run";

const json = async (...words: string[]) => JSON.parse((await run(sampleSize, [...words, "--format", "json"])).out);

describe("scree sample-size", () => {
  test("gives the published figure of each formula, with the arithmetic", async () => {
    const { settings, results, tables } = await json("--population", "3080");
    expect(settings).toEqual({ population: 3080, margin: 0.05, p: 0.5, z: 1.96, chiSquare: 3.841 });
    // Krejcie & Morgan's table has 341 for 3,000 and 346 for 3,500
    expect(results.map(({ method, sample, rounding }: Record<string, unknown>) => [method, sample, rounding])).toEqual([
      ["krejcie-morgan", 342, "nearest"],
      ["yamane", 355, "up"],
      ["cochran", 342, "up"],
    ]);
    expect(results[1].arithmetic).toBe("n = 3080 / (1 + 3080 × 0.05²) = 354.02 → 355");
    expect(results[0].arithmetic).toBe("s = 3.841 × 3080 × 0.5 × 0.5 / (0.05² × 3079 + 3.841 × 0.5 × 0.5) = 341.61 → 342");
    expect(results[2].arithmetic).toMatch(/^n₀ = 1.96² × 0.5 × 0.5 \/ 0.05² = 384.16; n = 384.16 \/ \(1 \+ \(384.16 − 1\) \/ 3080\) = 341\.6\d → 342$/);
    expect(tables["sample-size"]).toContain("| Yamane (1967)           |   354.02 |    355 |");
  });

  test("an unlimited population, another margin, proportion and confidence", async () => {
    const { settings, results } = await json("--method", "cochran", "--margin", ".03", "--p", ".3", "--z", "2.576");
    expect(settings.population).toBeNull();
    expect(results).toHaveLength(1);
    expect(results[0].exact).toBeCloseTo((2.576 ** 2 * 0.3 * 0.7) / 0.03 ** 2, 9);
    expect((await json("--population", "1000", "--z", "2")).settings.chiSquare).toBe(4);
  });

  test("what is a whole number already stays one", async () => {
    // 100 / (1 + 100 × .1²) is 50 exactly
    expect((await json("--population", "100", "--margin", "0.1", "--method", "yamane")).results[0]).toMatchObject({ sample: 50 });
  });

  test("strata: parts that add up to the sample of each formula", async () => {
    const { settings, results, tables } = await json("--strata", "First year=1200, B=800", "--strata", "C=1080");
    expect(settings.population).toBe(3080);
    for (const { sample, strata } of results) {
      expect(strata.map((part: { name: string }) => part.name)).toEqual(["First year", "B", "C"]);
      expect(strata.reduce((sum: number, part: { sample: number }) => sum + part.sample, 0)).toBe(sample);
    }
    expect(tables["sample-allocation"]).toMatch(/First year/);
  });

  test.each(["text", "markdown", "html", "latex"])("prints as %s", async (format) => {
    const { out, status } = await run(sampleSize, ["--population", "500", "--strata", "A & B=300,C=200", "--format", format]);
    expect(status).toBe(0);
    expect(out).toMatch(/Yamane/);
    expect(out).toMatch(/223/); // 500 / 2.25 = 222.2
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
  });

  test.each([
    [[], /population/],
    [["--population", "many"], /whole number/],
    [["--population", "0"], /whole number/],
    [["--method", "yamane"], /Yamane's formula needs the size of the population/],
    [["--population", "100", "--method", "yamene"], /Did you mean yamane/],
    [["--population", "100", "--margin", "5"], /between 0 and 1/],
    [["--population", "100", "--margin", "x"], /--margin cannot be "x"/],
    [["--population", "100", "--p", "1"], /between 0 and 1/],
    [["--population", "100", "--z", "0"], /larger than 0/],
    [["--strata", "A=1200,B"], /--strata cannot hold "B"/],
    [["--strata", "A=1,200"], /"200"/],
    [["--population", "100", "--strata", "A=50,B=49"], /add up to 99, the population is 100/],
    [["survey.csv"], /survey\.csv has no place/],
  ])("refuses %j", async (words, sentence) => {
    const { status, out, err } = await run(sampleSize, words);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(sentence);
  });
});
