import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";

/** What must be read of each program's tables, and one changed digit for each kind of table: the figures as printed, changed, and the rule that finds it. */
const layouts: readonly {
  readonly file: string;
  readonly read: Readonly<Record<string, number>>;
  readonly changed: readonly (readonly [string, string, string])[];
}[] = [
  {
    file: "spss.md",
    read: { kmo: 1, bartlett: 1, eigenvalue: 10, "variance-percent": 20, loading: 12, communality: 6, "correlation-matrix": 1, r: 6, "anova-table": 1, F: 2, coefficient: 3, t: 5, alpha: 4, descriptive: 2 },
    changed: [
      ["| df | 15 |", "| df | 16 |", "bartlett-df"],
      ["| 34.179 | 74.213 | 2.051", "| 34.179 | 79.213 | 2.051", "variance-cumulative"],
      ["| 1 | 2.402 | 40.033 |", "| 1 | 2.402 | 46.033 |", "eigenvalue-variance"],
      ["| q4 | .046 | .853 |", "| q4 | .046 | 1.853 |", "loading-range"],
      ["| q2 | .872 | -.051 |", "| q2 | .272 | -.051 |", "loading-sum-squares"],
      ["|  | Sig. (2-tailed) | .045 | <.001 |  |", "|  | Sig. (2-tailed) | .450 | <.001 |  |", "p-decision"],
      ["| .112* | .205** | 1 |", "| .112* | .250** | 1 |", "correlation-range"],
      ["| 22.800 | 81.649 |", "| 22.800 | 18.649 |", "anova-table"],
      ["|  | Trust | .450 | .100 | .350 | 4.500 |", "|  | Trust | .450 | .100 | .350 | 5.400 |", "coefficient-t"],
      ["| 2.100 | .037 |", "| 2.100 | .370 |", "p-decision"],
      ["| .824 | .826 | 6 |", "| 1.824 | .826 | 6 |", "alpha-range"],
      ["| 2.180 | 318 | .030 |", "| 2.180 | 318 | .300 |", "p-decision"],
    ],
  },
  {
    file: "jamovi.md",
    read: { loading: 6, communality: 6, eigenvalue: 2, "variance-percent": 4, "correlation-matrix": 1, r: 3, alpha: 3, F: 1, coefficient: 2, frequency: 2 },
    changed: [
      ["| 2 | 2.14 | 35.7 | 74.2 |", "| 2 | 2.14 | 35.7 | 79.2 |", "variance-cumulative"],
      ["| q1 | 0.877 |  | 0.224 |", "| q1 | 0.877 |  | 0.524 |", "communality"],
      ["| p-value | 0.045 |", "| p-value | 0.450 |", "p-decision"],
      ["| 0.100 | 4.50 |", "| 0.100 | 5.40 |", "coefficient-t"],
      ["| 0.85 | 0.824 |", "| 0.85 | 1.824 |", "alpha-range"],
    ],
  },
  {
    file: "jasp.md",
    read: { loading: 6, communality: 6, eigenvalue: 4, "variance-percent": 8, "chi-square": 1, alpha: 1, coefficient: 3, "anova-table": 1 },
    changed: [
      ["| 2.308 | 0.385 | 0.385 |", "| 2.308 | 0.485 | 0.385 |", "eigenvalue-variance"],
      ["| q6 |  | 0.824 | 0.320 |", "| q6 |  | 0.824 | 0.520 |", "communality"],
      ["| 0.279 |  |  |", "| 0.297 |  |  |", "anova-table"],
      ["| 1.204 | 0.301 |  | 4.000 |", "| 1.204 | 0.301 |  | 5.000 |", "coefficient-t"],
    ],
  },
  {
    file: "psych.txt",
    read: { loading: 12, communality: 12, eigenvalue: 2, alpha: 2 },
    changed: [
      ["q4  0.05  0.85 0.73", "q4  0.05  0.85 0.93", "communality"],
      ["      0.85      0.85    0.79 ", "      1.85      0.85    0.79 ", "alpha-range"],
    ],
  },
  {
    file: "mplus.txt",
    read: { loading: 12, coefficient: 5, z: 4 },
    changed: [
      ["Q3                 0.910      0.130      7.000", "Q3                 0.910      0.130      9.000", "coefficient-t"],
      ["0.310      0.100      3.100      0.002", "0.310      0.100      3.100      0.200", "p-decision"],
    ],
  },
]; // prettier-ignore

const check = (source: string, file: string) => checkManuscript(source, { path: file });

describe.each(layouts)("the tables of $file", ({ file, read, changed }) => {
  const source = readFileSync(`test/fixtures/layouts/${file}`, "utf8");
  const bare = check(source, file);
  const rules = (text: string) => check(text, file).findings.filter((f) => f.severity !== "information").map((f) => f.rule); // prettier-ignore

  it("are read", () => {
    const count = (kind: string) => bare.statistics.filter((s) => s.kind === kind).length;
    expect(Object.fromEntries(Object.keys(read).map((kind) => [kind, count(kind)]))).toEqual(read);
  });

  it("as printed contradict nothing", () => {
    expect(rules(source).filter((rule) => rule !== "p-zero")).toEqual([]);
  });

  it.each(changed)("%s changed to %s: %s", (from, to, rule) => {
    expect(source).toContain(from);
    expect(rules(source.replace(from, to))).toContain(rule);
  });
});

describe("a table by hand with two models side by side", () => {
  const source = `# Results

| Predictor | Model 1 | | | Model 2 | | |
|---|---|---|---|---|---|---|
| | *B* | *SE* | *t* | *B* | *SE* | *t* |
| Trust | 0.45 | 0.10 | 4.50 | 0.40 | 0.10 | 4.00 |
| Price | — | — | — | 0.21 | 0.10 | 2.10 |
`;

  it("is read under both heads, and a changed digit is found", () => {
    const { statistics, findings } = check(source, "a.md");
    expect(statistics.filter((s) => s.kind === "coefficient").map((s) => [s.values.estimate, s.verdict])).toEqual([
      [0.45, "consistent"],
      [0.4, "consistent"],
      [0.21, "consistent"],
    ]);
    expect(findings).toEqual([]);
    expect(check(source.replace("2.10 |", "2.90 |"), "a.md").findings.map((f) => f.rule)).toEqual(["coefficient-t"]);
  });
});

describe("rows with two cells that name them", () => {
  const source = `# Results

We asked *N* = 320 persons.

| Characteristic | | *n* | % |
|---|---|---|---|
| Gender | Women | 203 | 63.4 |
| | Men | 117 | 36.6 |
| Degree | Bachelor | 160 | 50.0 |
| | Master | 120 | 37.5 |
| | Doctorate | 40 | 12.5 |
| Form | Paper | 100 | 31.3 |
| | Online | 220 | 68.8 |
`;

  it("take the name above, and their shares add up by it", () => {
    const frequencies = check(source, "a.md").statistics.filter((s) => s.kind === "frequency");
    expect(frequencies.map((s) => s.values.label)).toEqual(["Women", "Men", "Bachelor", "Master", "Doctorate", "Paper", "Online"]);
    expect(check(source, "a.md").findings.filter((f) => f.severity !== "information")).toEqual([]);
    expect(check(source.replace("40 | 12.5", "40 | 21.5"), "a.md").findings.map((f) => f.rule)).toContain("percent-count");
  });
});

describe("rows at the foot of a regression table", () => {
  const source =
    "# Results\n\n| Predictor | *B* | *SE* | *t* |\n|---|---|---|---|\n| Trust | 0.45 | 0.10 | 4.50 |\n| Price | 0.21 | 0.10 | 2.10 |\n| *R*² | .34 | | |\n| Δ*R*² | .02 | | |\n| *F*(2, 317) | 81.65 | | |\n| *N* | 320 | | |\n";

  it("are of the model, not of a predictor", () => {
    const { statistics, findings } = check(source, "a.md");
    expect(statistics.filter((s) => s.kind === "coefficient").map((s) => s.text)).toEqual(["Trust: 0.45", "Price: 0.21"]);
    expect(statistics.filter((s) => s.kind === "r-squared").map((s) => s.values)).toEqual([{ rSquared: 0.34 }, { rSquared: 0.02, variant: "change" }]);
    expect(findings).toEqual([]);
    expect(check(source.replace("| .34 |", "| 3.40 |"), "a.md").findings.map((f) => f.rule)).toEqual(["correlation-range"]);
  });
});
