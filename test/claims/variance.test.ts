import { describe, expect, it } from "vitest";
import { recognised } from "./recognised";

const eigenvalues = (text: string) => recognised("eigenvalue", `Factor analysis.\n\n${text}`).map((e) => [e.reported.text, e.component?.ordinal]);
const shares = (text: string) => recognised("variance-percent", `Factor analysis.\n\n${text}`).map((v) => [v.reported.text, v.scope, v.component?.ordinal]);

describe("eigenvalues in sentences", () => {
  it.each([
    ["The eigenvalue of the first factor was 4.54.", [["4.54", 1]]],
    ["The first factor (eigenvalue 4.54) came first.", [["4.54", 1]]],
    ["The largest eigenvalue being 84.324, it was kept.", [["84.324", 1]]],
    [
      "The eigenvalues of the three components were 4.54, 1.56, and 1.03.",
      [
        ["4.54", 1],
        ["1.56", 2],
        ["1.03", 3],
      ],
    ],
    [
      "Three components had eigenvalues above one (3.22, 1.64, and 1.25).",
      [
        ["3.22", 1],
        ["1.64", 2],
        ["1.25", 3],
      ],
    ],
    [
      "Der erste Faktor (Eigenwert 5,60) ist der wichtigste. Der zweite (Eigenwert 2,56) folgt; 0,81 und 0,92 sind Dezimalzahlen.",
      [
        ["5,60", 1],
        ["2,56", 2],
      ],
    ],
    ["Components with eigenvalues greater than 1.0 were retained.", []],
    ["The 95th percentile of the simulated eigenvalues was 1.31.", []],
  ])("%s", (text, expected) => expect(eigenvalues(text)).toEqual(expected));
});

describe("shares of variance in sentences", () => {
  it.each([
    [
      "The first factor (eigenvalue 4.54) accounted for 28.37% of the variance and all four together for 50.55%.",
      [
        ["28.37", "component", 1],
        ["50.55", "total", undefined],
      ],
    ],
    ["The four factors together explained 50.55% of the variance.", [["50.55", "total", undefined]]],
    [
      "The factors explained 35.7%, 18.2%, and 13.9% of the variance, 67.8% in all.",
      [
        ["35.7", "unstated", undefined],
        ["18.2", "unstated", undefined],
        ["13.9", "unstated", undefined],
        ["67.8", "total", undefined],
      ],
    ],
    ["Vier Komponenten, die zusammen 49,7 % der Varianz aufklären; 0,81 und 0,92.", [["49,7", "total", undefined]]],
    ["The regression model explained 43% of the variance in the factor scores.", []],
    ["The factors should explain at least 60% of the variance.", []],
  ])("%s", (text, expected) => expect(shares(text)).toEqual(expected));
});

describe("tables of variance", () => {
  it("SPSS's three blocks in HTML", () => {
    const table =
      "<table><caption>Total Variance Explained</caption><tr><th rowspan=2>Component</th><th colspan=3>Initial Eigenvalues</th><th colspan=3>Rotation Sums of Squared Loadings</th></tr><tr><th>Total</th><th>% of Variance</th><th>Cumulative %</th><th>Total</th><th>% of Variance</th><th>Cumulative %</th></tr><tr><td>1</td><td>3.216</td><td>35.737</td><td>35.737</td><td>2.486</td><td>27.627</td><td>27.627</td></tr><tr><td>2</td><td>1.639</td><td>18.208</td><td>53.945</td><td></td><td></td><td></td></tr></table>";
    expect(recognised("eigenvalue", table).map((e) => [e.block, e.component?.ordinal, e.reported.text])).toEqual([
      ["initial", 1, "3.216"],
      ["rotation", 1, "2.486"],
      ["initial", 2, "1.639"],
    ]);
    expect(recognised("variance-percent", table).map((v) => [v.block, v.scope, v.reported.text])).toContainEqual(["initial", "cumulative", "53.945"]);
  });

  it("psych's rows of proportions", () => {
    const source =
      "Factor analysis.\n\n|  | MR1 | MR2 |\n|---|---|---|\n| SS loadings | 2.10 | 1.80 |\n| Proportion Var | 0.18 | 0.15 |\n| Cumulative Var | 0.18 | 0.33 |";
    expect(recognised("variance-percent", source).map((v) => [v.scope, v.component?.ordinal, Math.round(v.percent.low + 0.5)])).toEqual([
      ["component", 1, 18],
      ["component", 2, 15],
      ["cumulative", 1, 18],
      ["cumulative", 2, 33],
    ]);
  });

  it("phrases in cells", () => {
    const source =
      "Factor analysis.\n\n| Dimension | Eigenvalue and variance explanation |\n|---|---|\n| Selection | 82.824,explaining 68.853% of the total variance |\n| Quality | The maximum eigenvalue is 2.189, explaining 1.684% of the total variance. |";
    expect(recognised("eigenvalue", source).map((e) => e.reported.text)).toEqual(["82.824", "2.189"]);
    expect(recognised("variance-percent", source).map((v) => v.reported.text)).toEqual(["68.853", "1.684"]);
  });

  it("not an analysis of variance, nor a regression", () => {
    expect(
      recognised(
        "eigenvalue",
        "Factor analysis.\n\n| Factor | SS | df | MS | F |\n|---|---|---|---|---|\n| Group | 8.00 | 2 | 4.00 | 2.00 |\n| Time | 6.00 | 2 | 3.00 | 1.50 |",
      ),
    ).toEqual([]);
    expect(
      recognised(
        "variance-percent",
        "**Table 1.** Regression of the factor scores\n\n| Predictor | B | % of variance |\n|---|---|---|\n| Age | 0.21 | 4.2 |\n| Income | 0.31 | 9.1 |",
      ),
    ).toEqual([]);
  });
});
