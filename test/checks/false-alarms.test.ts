import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";

/** Correct texts that Scree once accused. */
const correct: Record<string, string> = {
  "the text gives the initial variance, the table that after extraction":
    "Four factors with eigenvalues greater than one explained 61.2% of the variance.\n\nTable 1. Variance after extraction (principal axis factoring)\n\n| Factor | Sum of squared loadings | % of variance | Cumulative % |\n|---|---|---|---|\n| 1 | 5.52 | 23.0 | 23.0 |\n| 2 | 2.88 | 12.0 | 35.0 |\n| 3 | 2.40 | 10.0 | 45.0 |\n| 4 | 1.68 | 7.0 | 52.0 |",
  "the text speaks of the second sample, the table of the first":
    "In the second sample, four factors explained 60.0% of the variance.\n\nTable 1. Variance explained in the first sample\n\n| Factor | Eigenvalue | % of variance | Cumulative % |\n|---|---|---|---|\n| 1 | 5.52 | 23.0 | 23.0 |\n| 2 | 2.88 | 12.0 | 35.0 |\n| 3 | 2.40 | 10.0 | 45.0 |\n| 4 | 1.68 | 7.0 | 52.0 |",
  "components of the second order":
    "Four components explained 61.2% of the variance of the 24 items.\n\nTable 1. Second-order components\n\n| Component | % of variance |\n|---|---|\n| 1 | 58.0 |\n| 2 | 20.0 |",
  "a first and a second analysis": "A first analysis of 28 items gave seven factors with eigenvalues over 1. The second analysis of 24 items gave six factors.",
  "an analysis before and after items were removed":
    "The PCA of the 28 items gave seven components. Four items were removed. The PCA of the 24 items gave six components.",
  "eine erste und eine zweite Analyse":
    "Eine erste Hauptkomponentenanalyse mit 28 Items ergab sieben Komponenten. Nach Ausschluss von vier Items ergab die zweite Analyse sechs Komponenten (61,3 %).",
  "Bartlett's test of variances": "Variances did not differ (Bartlett's test, χ²(4) = 5.10, p = .277).",
  "Bartlett's test before an analysis of variance":
    "Before the analysis of variance, Bartlett's test was computed for the three groups: χ²(2) = 1.82, p = .402.",
  "Bartlett-Test auf gleiche Varianzen": "Bartlett-Test auf gleiche Varianzen: χ²(2) = 1,82, p = 0,402.",
  "Bartlett's test of canonical roots":
    "In the canonical correlation analysis, Bartlett's χ² test of the first root was significant, χ²(12) = 40.2, p < .001. Bartlett's test of the remaining roots: χ²(8) = 9.1, p = .334.",
  "two scales in one sentence": "Items had a scale from 0 = never to 4 = always; satisfaction was rated on an eleven-point scale (0 to 10; M = 7.2, SD = 1.9).",
  "a scale around zero and another":
    "A 5-point scale from −2 (bad) to +2 (good) and a visual analogue scale from 0 to 10 were used. Ratings from 1 to 6 (school marks) were also taken.",
  "loadings of another rotation":
    "Loadings ranged from .41 to .71 in the promax solution.\n\nTable 1. Varimax solution\n\n| Item | F1 | F2 |\n|---|---|---|\n| 1 | .74 | .10 |\n| 2 | .65 | .12 |\n| 3 | .48 | .20 |\n| 4 | .11 | .70 |\n| 5 | .05 | .62 |",
  "the rest is named in the same sentence": "Of the 200 pupils, 110 were girls and 88 boys; two gave no gender.",
  "the rest is named in the next sentence": "Participants were 200 adults: 120 women, 78 men. Two persons identified as diverse.",
  "all tests of the hypotheses one-tailed":
    "All tests of the hypotheses were one-tailed, α = .05.\n\nGroup A exceeded group B, t(38) = 1.92, p = .031. The correlation was r(38) = .27, p = .046.",
  "a negative alpha that the text explains": "Cronbach's alpha of the two-item scale was −.12 because one item was not reversed; after recoding it was .61.",
  "an author named Dunn": "Dunn and Elias (2019) found three factors. The groups differed, t(407) = 2.41, p = .016.",
};

describe("what is right is not accused", () => {
  it.each(Object.entries(correct))("%s", (_, text) => {
    const { findings } = checkManuscript(text, { path: "a.md" });
    expect(findings.filter((f) => f.severity !== "information").map((f) => `${f.rule}: ${f.message}`)).toEqual([]);
  });
});
