import { describe, expect, test } from "vitest";
import { random } from "../../src/numerics/random";
import { defaultSettings } from "../../src/psychometrics/analysis";
import { analyze } from "../../src/psychometrics/analyze";
import { makeTable } from "../../src/tables/catalogue";
import { plain, type Table } from "../../src/tables/table";
import { surveyOf } from "../psychometrics/survey";

/** Twelve items of three factors that correlate through a general one. */
function hierarchical(): Record<string, number[]> {
  const stream = random(12);
  const names = ["A", "B", "C"].flatMap((factor) => [1, 2, 3, 4].map((i) => `${factor}${i}`));
  const data: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let row = 0; row < 400; row++) {
    const general = stream.normal();
    const factors = { A: stream.normal(), B: stream.normal(), C: stream.normal() };
    for (const name of names) data[name].push(Math.round(20 * (0.5 * general + 0.5 * factors[name[0] as "A"] + 0.6 * stream.normal())));
  }
  return data;
}

const settings = { ...defaultSettings, iterations: 0, extraction: "minres", rotation: "oblimin", convention: "psych", factors: 3 } as const;
const analysis = await analyze(surveyOf(hierarchical()), { scales: [{ name: "First", items: ["A1", "A2", "A3", "A4"] }] }, settings);
const row = (table: Table, key: string) => table.rows.find((one) => one.key === key)!.cells.map(({ value, text }) => value ?? text);
const notes = (table: Table) => table.notes.map(plain).join(" ");

describe("tables on request", () => {
  test("the largest residuals name their pair, with r and what is reproduced", () => {
    const table = makeTable("largest-residuals", analysis);
    const { items, residual } = analysis.solution!.residuals!.largest[0];
    const [r, reproduced, shown] = row(table, items.join("–")).slice(1) as number[];
    const [i, j] = items.map((name) => analysis.sample.items.indexOf(name));
    expect(r).toBe(analysis.correlation[i][j]);
    expect(shown).toBe(residual);
    expect(r - reproduced).toBeCloseTo(residual, 12);
    expect(table.rows).toHaveLength(10);
    expect(notes(table)).toMatch(/\(\d+\.\d%\) of the residuals of 3 factors exceed \.05 in size\. Root mean square residual \.0\d\d\./);
  });

  test("anti-image correlations have the sampling adequacy on the diagonal", () => {
    const table = makeTable("anti-image", analysis);
    analysis.sample.items.forEach((item, i) => expect(row(table, item)[i + 1]).toBe(analysis.factorability!.msa[item]));
    expect(row(table, "A1")[2]).toBe("");
  });

  test("Schmid–Leiman: the squares of a row add up to its communality, the general factor's share is theirs", () => {
    const { general, groups, explainedCommonVariance } = analysis.solution!.schmidLeiman!;
    const table = makeTable("schmid-leiman", analysis);
    let [ofGeneral, all] = [0, 0];
    analysis.sample.items.forEach((item, i) => {
      const squares = [general[i], ...groups[i]].map((value) => value * value);
      ofGeneral += squares[0];
      all += squares.reduce((a, b) => a + b, 0);
      expect(squares.reduce((a, b) => a + b, 0)).toBeCloseTo(analysis.solution!.communalities[item], 2);
      expect(row(table, item)[1]).toBe(general[i]);
    });
    expect(explainedCommonVariance).toBeCloseTo(ofGeneral / all, 12);
    expect(notes(table)).toContain("of the common variance");
    expect(() => makeTable("schmid-leiman", { ...analysis, settings: { ...settings, rotation: "varimax" } })).toThrow("its factors have to correlate");
  });

  test("split halves: two divisions, and the range over all", () => {
    const table = makeTable("split-half", analysis);
    const { halves } = analysis.reliability[0];
    const { correlation, spearmanBrown, unequalLength, guttman } = halves!.firstSecond;
    expect(row(table, "First:firstSecond").slice(1)).toEqual([correlation, spearmanBrown, unequalLength, guttman]);
    expect(row(table, "First:min").at(-1)).toBe(halves!.all!.min);
    expect(halves!.all!.splits).toBe(3);
    expect(row(table, "First:max").at(-1)).toBe(halves!.all!.max);
  });

  test("inter-item correlations of each scale", () => {
    const { mean, min, max, variance } = analysis.reliability[0].interItem!;
    expect(row(makeTable("inter-item", analysis), "First").slice(1)).toEqual([4, mean, min, max, variance]);
  });
});
