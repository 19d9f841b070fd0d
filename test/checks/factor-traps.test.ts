import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";

/** Papers that are right although they look as if they contradicted themselves: several analyses, other people's results, what was rejected or dropped. */
const rules = new Set(
  "component-count component-names item-count eigenvalue-range eigenvalue-order eigenvalue-variance variance-total variance-cumulative kaiser-criterion loading-range loading-threshold communality loading-sum-squares variance-oblique kmo-range kmo-bartlett bartlett-df bartlett-p alpha-range alpha-conflict alpha-inter-item composite-reliability average-variance-extracted fornell-larcker content-validity table-text".split(
    " ",
  ),
);

const traps: Record<string, string> = {
  "two studies with their own numbers of factors": `# Study 1

Exploratory factor analysis of the 24 items yielded five factors that explained 61.2% of the variance. KMO was .88; Bartlett's test, χ²(276) = 3120.4, p < .001. Cronbach's alpha was .81 for Planning.

# Study 2

Exploratory factor analysis of the 18 items yielded four factors that explained 58.4% of the variance. KMO was .84; Bartlett's test, χ²(153) = 2101.7, p < .001. Cronbach's alpha was .77 for Planning.`,

  "an EFA and the confirmatory model after it": `# Results

## Exploratory factor analysis

Principal axis factoring with promax rotation yielded four factors (Planning, Writing, Revising, and Sharing).

## Confirmatory factor analysis

The confirmatory factor analysis supported three factors (Planning, Writing, and Sharing), because two factors were merged. Composite reliabilities lay between .72 and .88; standardized loadings ranged from .31 to .93.

| Item | F1 | F2 | F3 | F4 |
|---|---|---|---|---|
| a | .71 | .10 | .03 | .02 |
| b | .64 | .02 | .11 | .00 |
| c | .12 | .66 | .09 | .01 |
| d | .02 | .58 | .07 | .03 |
| e | .01 | .02 | .77 | .11 |
| f | .03 | .08 | .69 | .05 |
| g | .04 | .09 | .01 | .81 |
| h | .05 | .03 | .06 | .62 |`,

  "items dropped on the way": `# Method

The questionnaire consisted of 30 items. Principal component analysis was used; items with loadings below .40 were deleted. In the first run, six items were removed.

# Results

| Component | Items | Eigenvalue | % of variance |
|---|---|---|---|
| Planning | 9 | 6.72 | 28.00 |
| Revising | 8 | 3.12 | 13.00 |
| Sharing | 7 | 2.16 | 9.00 |

Bartlett's test of sphericity was significant, χ²(276) = 2120.7, p < .001.`,

  "a fifth factor that was dropped, and a scree plot that suggested another number": `# Results

The scree plot suggested five factors; the eigenvalue-above-one rule would have given six. Initially five factors were extracted. The fifth factor had only two items and was dropped, so that four factors were retained. The first two factors explained 38.1% of the variance.`,

  "a second-order factor and models compared": `# Results

Exploratory factor analysis yielded four factors. A model with one factor fitted worse than a model with four factors. The four factors loaded on two second-order factors (Doing and Thinking). Compared with a three-factor solution, the four-factor solution was preferred.`,

  "factors that are not factors": `# Results

The analysis of variance had two factors, group and time. Principal component analysis of the 12 items yielded three components (Speed, Care, and Joy). Three risk factors (age, sex, and income) predicted the scores, and two factors influenced them most: sleep and coffee.`,

  "alpha of the pilot, of the original authors, of other times and of subgroups": `# Method

In the pilot study (n = 30) Cronbach's alpha of Planning was .93. The original authors reported alphas from .70 to .95. Smith (2019) found Cronbach's alpha = .66 for Planning.

# Results

| Scale | Items | α |
|---|---|---|
| Planning | 6 | .81 |
| Revising | 5 | .74 |

Cronbach's alpha of Planning was .84 at T2. For women, Cronbach's alpha of Planning was .79. For all 11 items, Cronbach's alpha was .88.`,

  "significance levels and other alphas": `# Method

The significance level was α = .05, after Bonferroni correction α = .0125. Alpha power was highest at 10.2 Hz. Internal consistency was good (Cronbach's α = .84). Krippendorff's α was .62.

# Results

The learning rate was set to α = 1.5.`,

  "variance before and after the extraction of common factors": `# Results

Principal axis factoring with varimax rotation was used. After extraction, the three factors together accounted for 41.3% of the variance; the first rotated factor explained 17.2% of the variance.

| Factor | Eigenvalue | % of variance | Cumulative % |
|---|---|---|---|
| 1 | 4.10 | 34.17 | 34.17 |
| 2 | 1.52 | 12.67 | 46.83 |
| 3 | 1.21 | 10.08 | 56.92 |`,

  "psych's output of an oblique rotation, whose shares may be added": `# Results

Factor analysis with oblimin rotation.

|  | F1 | F2 | F3 |
|---|---|---|---|
| SS loadings | 2.10 | 1.80 | 1.20 |
| Proportion Var | 0.18 | 0.15 | 0.10 |
| Cumulative Var | 0.18 | 0.33 | 0.43 |`,

  "Heywood-like pattern coefficients, suppressed loadings and communalities of an oblique solution": `# Results

Maximum likelihood extraction with promax rotation.

**Table 1**

*Pattern matrix*

| Item | F1 | F2 | h² |
|---|---|---|---|
| a | 1.02 | | .88 |
| b | .64 | .31 | .71 |
| c | | .66 | .41 |
| d | | .58 | .36 |

*Note.* Loadings below .30 are not shown. Loadings above .60 are in bold.`,

  "eigenvalues before rotation under rotated loadings": `# Results

Principal component analysis with varimax rotation of the 6 items.

**Table 1**

*Rotated loadings*

| Item | F1 | F2 |
|---|---|---|
| a | .81 | .10 |
| b | .74 | .21 |
| c | .69 | .15 |
| d | .12 | .77 |
| e | .20 | .70 |
| f | .09 | .66 |
| Eigenvalue | 2.61 | 1.10 |
| % of variance | 43.5 | 18.3 |`,

  "two questionnaires, each with its own analysis": `# Results

For the anxiety questionnaire, factor analysis revealed two factors (Worry and Tension); KMO was .81. For the motivation questionnaire, factor analysis revealed three factors (Interest, Value, and Cost); KMO was .77.`,

  "KMO thresholds and single items' measures": `# Method

KMO values above .60 are adequate, and a KMO of at least .50 is acceptable.

# Results

The KMO was .83, well above the recommended .60; for the single items it ranged from .41 to .92. KMO and Bartlett's test were satisfactory: KMO = .83, χ²(66) = 812.4, p < .001.`,

  "components of a brain potential in a paper that also uses a principal component analysis": `# Introduction

The framework considers six dimensions: community, excellence, role identity, integrity, judgment, and holism.

# Method

Eye movements were removed with principal component analysis.

# Results

We identified three components (N1, P2, and P3). Two components were found in the younger group, and four distinct dimensions (pitch, timbre, loudness, and tempo) emerged.`,

  "loadings that are not of factors": `# Results

| Sample | Loading | Recovery |
|---|---|---|
| A | 12.5 | 0.91 |
| B | 25.0 | 0.93 |
| C | 0.8 | 0.95 |`,

  "content validity over all items, and experts elsewhere": `# Method

Five experts rated the 24 items; the mean IOC was 0.87 and the S-CVI/Ave was .93. Items with an IOC of 0.5 or above were retained.`,

  "ranges of some loadings only": `# Results

Factor analysis with varimax rotation.

**Table 1**

*Factor loadings*

| Item | F1 | F2 |
|---|---|---|
| a | .81 | .10 |
| b | .74 | .21 |
| c | .42 | .45 |
| d | .12 | .77 |
| e | .20 | .70 |

Loadings on the first factor ranged from .42 to .81. Except for item c, primary loadings ranged from .70 to .81. The cross-loadings ranged from .10 to .42. Smith (2019) found loadings between .30 and .95.`,

  "a German paper with decimal commas": `# Ergebnisse

Die Hauptkomponentenanalyse der 6 Items mit Varimax-Rotation ergab zwei Komponenten, die zusammen 61,8 % der Varianz aufklären (KMO = 0,71; χ²(15) = 412,30; p < 0,001). Weber (2020) fand dagegen drei Komponenten.

| Komponente | Eigenwert | % der Varianz | Kumuliert % |
|---|---|---|---|
| 1 | 2,61 | 43,50 | 43,50 |
| 2 | 1,10 | 18,33 | 61,83 |

Cronbachs Alpha der beiden Skalen betrug 0,78 und 0,71; für alle sechs Items ergab sich 0,74.`,
};

describe("papers that are right although they look contradictory", () => {
  it.each(Object.entries(traps))("%s", (_, source) => {
    const found = checkManuscript(source, { path: "trap.md" }).findings.filter((f) => rules.has(f.rule) && f.severity !== "information");
    expect(found.map((f) => `${f.range.start.line}: ${f.rule}: ${f.message}`)).toEqual([]);
  });
});
