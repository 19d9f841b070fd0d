import type { Check } from "./check";

/** Made by `study/`, so that nothing is left to check here; the page is the explanation. */
const bound = (id: string, severity: Check["severity"], summary: string, explain: string, examples: Check["examples"]): Check => ({
  id,
  severity,
  summary,
  explain: `${explain}\n\n${study}`,
  examples,
  check: () => [],
});

const study = `The examples are of a study of 60 people who answered three questions of each of two scales: Cronbach's α is .88 (First) and .91 (Second group), KMO .74, Bartlett's χ²(15) 218.13, and the first
two eigenvalues are 2.99 and 2.01.`;

/** The live table of KMO and Bartlett's test, as Scree writes it from that study; `kmo` and `of` make another one of it. */
const liveKmo = (kmo = ".74", of = "sum=4PooOxK0X0 in=GUy6VwrTkM") => `<!-- scree:begin kmo-bartlett -->

**Table 1**

*KMO and Bartlett's test*

| Measure                                         |  Value |
| :---------------------------------------------- | -----: |
| Kaiser–Meyer–Olkin measure of sampling adequacy |    ${kmo} |
| Bartlett's test of sphericity: χ²               | 218.13 |
| Bartlett's test of sphericity: df               |     15 |
| Bartlett's test of sphericity: p                | < .001 |

*Note.* *N* = 60<!-- scree:v n -->. 6 items.

<!-- scree:end ${of} -->`;

const inCode = "Write the marker so:\n\n```markdown\n<!-- scree:begin loadings -->\n```";

/**
 * The rules that hold a manuscript against its data. They need a study, so their findings are made in `study/`; they are known here,
 * so that comments can silence them, and catalogues and pages list them.
 */
export const boundRules: readonly Check[] = [
  bound(
    "stale-table",
    "warning",
    "A live table no longer equals what the data give.",
    `A table between \`<!-- scree:begin … -->\` and \`<!-- scree:end … -->\` was written by Scree, and its end marker says what it was made from.
It is out of date when the answers of its items, the settings of its analysis or Scree's engine have changed since; it was edited when a number differs from what Scree wrote.
A refresh brings a table that is out of date up to date. A number that was changed by hand is never overwritten unasked: restore it, or remove the markers to keep it.`,
    {
      flagged: [
        "==<!-- scree:begin kmo-bartlett -->==\n\n<!-- scree:end -->",
        liveKmo("==.84=="),
        liveKmo(".69", "sum=5yz6eZtoIv in=g-xagwrTkM").replace("218.13", "175.37").replace(/^.*/, "==$&=="),
      ],
      clean: [liveKmo(), "**Table 1**\n\n*Sampling adequacy*\n\n| Measure | Value |\n| --- | ---: |\n| KMO | .74 |", inCode],
    },
  ),
  bound(
    "stale-value",
    "warning",
    "A bound number in the prose differs from the data's.",
    `The number before \`<!-- scree:v NAME -->\` is compared with the value of that name, rounded to the decimals that are printed.
\`p < .05\` counts as right as long as it is true.`,
    {
      flagged: [
        "We asked ==61<!-- scree:v n -->== people.",
        "The KMO was ==.47<!-- scree:v kmo -->==, α of the first scale .88<!-- scree:v alpha.first -->.",
        "Bartlett's test gave χ² = ==218.31<!-- scree:v bartlett.chi2 -->==.",
        "The measure of sampling adequacy was ==.74<!-- scree:v msa -->==.",
      ],
      clean: [
        "We asked 60<!-- scree:v n --> people.",
        "The KMO was .74<!-- scree:v kmo -->, α of the first scale 0.877<!-- scree:v alpha.first -->.",
        "Bartlett's test was significant, *p* < .05<!-- scree:v bartlett.p -->.",
      ],
    },
  ),
  bound(
    "unsupported-value",
    "error",
    "A reported α, KMO, χ², eigenvalue, loading or percentage is not one that the bound data give.",
    `Where a study file names the manuscript (or \`scree check --study\` names the study), each α, KMO, Bartlett's χ² and df, eigenvalue, sum of squared loadings, percentage of variance, loading
and communality that is reported of this study is looked up among the results of all its analyses. The value is supported when one of them rounds to it.
Where another convention gives it (a standardized α under the heading α), that is said, as information.

Conditions: the value is reported of the one sample of this study; not of a pilot, a subgroup, another study or the literature.`,
    {
      flagged: [
        "# Results\n\nThe KMO was ==.84==. Bartlett's test of sphericity gave χ²(15) = 218.13, *p* < .001.",
        "# Results\n\nThe KMO was .74. Bartlett's test of sphericity gave χ²(15) = ==281.13==, *p* < .001.",
        "# Results\n\n| Scale | Items | α |\n|---|---|---|\n| First | 3 | ==.98== |\n| Second group | 3 | .91 |",
        "# Results\n\nThe 6 items were factor analysed.\n\n| Factor | Eigenvalue |\n|---|---|\n| 1 | 2.99 |\n| 2 | ==2.21== |",
      ],
      clean: [
        "# Results\n\nThe KMO was .745. Bartlett's test of sphericity gave χ²(15) = 218.1, *p* < .001.",
        "# Results\n\n| Scale | Items | α |\n|---|---|---|\n| First | 3 | .88 |\n| Second group | 3 | .914 |",
        "# Results\n\nThe 6 items were factor analysed.\n\n| Factor | Eigenvalue |\n|---|---|\n| 1 | 2.99 |\n| 2 | 2.01 |",
        "# Results\n\nIn the pilot study, Cronbach's alpha was .62. Smith (2019) reported a Cronbach's alpha of .71.",
      ],
    },
  ),
  bound(
    "live-table",
    "warning",
    "A marker of a live table or bound number cannot be read or has no partner.",
    `A marker that begins without an end, names an unknown table or option, is written in capitals or shares its line with text does nothing, and that should not pass in silence.
Markers in code blocks and code spans are text and are not looked at.`,
    {
      flagged: [
        "==<!-- scree:begin kmo-bartlett -->==\n\nThe results follow.",
        "The results follow.\n\n==<!-- scree:end -->==",
        "==<!-- scree:begin kmo -->==\n\n<!-- scree:end -->",
        "See ==<!-- scree:begin kmo-bartlett -->==\n\n<!-- scree:end -->",
      ],
      clean: [liveKmo(), "The markers begin with `<!-- scree:begin`.", inCode],
    },
  ),
];
