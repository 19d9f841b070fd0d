import { describe, expect, it } from "vitest";
import { type Analysis, defaultSettings } from "../../src/psychometrics/analysis";
import { sharedScales } from "../../src/webview/parts/answer-scales";
import { columnsVerdict } from "../../src/webview/parts/data-section";
import { factorsAsScales } from "../../src/webview/parts/results";
import { residualsVerdict, solutionVerdict, startsVerdict, uncertaintyVerdict } from "../../src/webview/parts/verdicts";
import { type ColumnInfo, type SurveyInfo } from "../../src/webview/protocol";

const column = (name: string, more: Partial<ColumnInfo> = {}): ColumnInfo => ({ name, role: "item", roleReason: "", numeric: true, missing: 0, ...more });
const analysis = (of: object) => of as unknown as Analysis;

describe("the Data section", () => {
  it("counts what the columns are", () => {
    const columns = [column("id", { role: "identifier" }), column("Q1"), column("Q2"), column("minutes", { role: "timing" })];
    expect(columnsVerdict({ survey: { columns } as unknown as SurveyInfo })).toBe("2 items, 1 identifier, 1 response time");
  });

  it("shows a scale in words once, with its columns", () => {
    const answers = [
      { value: 1, label: "Never", count: 3 },
      { value: 2, label: "Often", count: 4 },
    ];
    const numbers = [
      { value: 1, label: "1", count: 3 },
      { value: 2, count: 4 },
    ];
    // how often each was chosen makes no other scale
    const columns = [column("Q1", { answers }), column("Q2", { answers: answers.map((one) => ({ ...one, count: 1 })) }), column("Q3", { answers: numbers })];
    expect(sharedScales(columns)).toEqual([
      {
        columns: ["Q1", "Q2"],
        answers: [
          { value: 1, word: "Never" },
          { value: 2, word: "Often" },
        ],
      },
    ]);
  });
});

it("factors become scales: each item where it loads most, in either direction", () => {
  const solution = {
    names: ["F1", "F2", "F3"],
    loadings: [
      [0.7, 0.1, 0],
      [-0.6, 0.2, 0],
      [0.1, 0.5, 0],
      [0, -0.8, 0.1],
      [0, 0, 0.9],
    ],
  };
  expect(factorsAsScales(analysis({ solution, sample: { items: ["Q1", "Q2", "Q3", "Q4", "Q5"] } }))).toEqual([
    { name: "F1", items: ["Q1", "Q2"] },
    { name: "F2", items: ["Q3", "Q4"] },
  ]);
});

describe("verdicts", () => {
  it("tell in how many minima the starts of a rotation end", () => {
    const of = (optima: number | undefined, starts?: number) => startsVerdict(analysis({ solution: { optima }, settings: { rotation: "geomin", starts } }));
    expect(of(undefined)).toBeUndefined();
    expect(of(1)).toBe("All 9 starts of the geomin rotation end in one minimum.");
    expect(of(3, 30)).toBe("The 31 starts of the geomin rotation end in 3 different minima; the lowest is shown.");
  });

  it("tell the normalization that was done, whatever the convention would do", () => {
    const solution = { factors: 2, converged: true, heywood: [] };
    const of = (settings: object) => solutionVerdict(analysis({ solution, settings: { ...defaultSettings, ...settings } }));
    expect(of({})).toEqual(["principal axis, varimax with Kaiser normalization, 2 factors"]);
    expect(of({ kaiser: false })).toEqual(["principal axis, varimax, 2 factors"]);
    expect(of({ rotation: "none" })).toEqual(["principal axis, unrotated, 2 factors"]);
  });

  it("tell the residuals and the bootstrap", () => {
    const residuals = { above05: { count: 12, percent: 4.3 }, largest: [{ items: ["Q1", "Q2"], residual: -0.0912 }] };
    expect(residualsVerdict(analysis({ solution: { residuals } }))).toBe("12 of the pairs above .05 (4%), at most .091");
    const uncertainty = { replications: 1000, solved: 998, factors: { "3": 0.07, "4": 0.93 } };
    expect(uncertaintyVerdict(analysis({ uncertainty }), false)).toEqual(["998 of 1,000 samples had a solution · 4 factors in 93% of the samples"]);
  });
});
