import { loadingTable } from "../claims/loading-table";
import { point } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { itemsAnalysed, itemsInWords, itemsRelated } from "./items-analysed";
import { severalAnalyses } from "./several-analyses";
import { replaceNumber } from "./replace-number";
import { variablesShown } from "./variables-shown";
import { tableName } from "../manuscript/manuscript";
import { withSlip } from "./slip";

/** Bartlett's test has a degree of freedom for each correlation. */
const check: Check = {
  id: "bartlett-df",
  severity: "error",
  summary: "The degrees of freedom of Bartlett's test are not p(p − 1)/2.",
  explain: `Bartlett's (1950) test asks whether all correlations among *p* items are zero; there are *p*(*p* − 1)/2 of them. Degrees of freedom that no whole *p* gives are wrong whatever the number of items. Otherwise every number of items that the text ties to the analysis, and the
number of rows of the table of loadings, is tried; none may fit. A correction is offered where two places agree on the number of items, or where one gives it and the degrees of freedom printed belong to none.`,
  examples: {
    flagged: [
      "Principal component analysis of the attributes. Bartlett's test of sphericity was significant, ==χ²(10) = 312.7==, p < .001.\n\n| Factor | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 2.43 | 60.75 |\n| 2 | 0.71 | 17.75 |\n\nFactor loadings\n\n| Attribute | F1 | F2 |\n|---|---|---|\n| care | .76 | .12 |\n| tact | .67 | .20 |\n| speed | .04 | .81 |\n| skill | .10 | .54 |",
      "The questionnaire had 24 items. Bartlett's test of sphericity was significant, ==χ²(300) = 2120.72==, p < .001.",
      "Bartlett's test gave ==χ²(277) = 2120.72==, p < .001.",
      "Ein Fragebogen mit 24 Aussagen wurde mit einer Faktorenanalyse ausgewertet. Der Bartlett-Test war signifikant, ==χ²(270) = 2.120,72==, p < 0,001.",
    ],
    clean: [
      "Principal component analysis of the attributes. Bartlett's test of sphericity was significant, χ²(6) = 312.7, p < .001.\n\n| Factor | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 2.43 | 60.75 |\n| 2 | 0.71 | 17.75 |\n\nFactor loadings\n\n| Attribute | F1 | F2 |\n|---|---|---|\n| care | .76 | .12 |\n| tact | .67 | .20 |\n| speed | .04 | .81 |\n| skill | .10 | .54 |",
      "The questionnaire had 24 items. Bartlett's test of sphericity was significant, χ²(276) = 2120.72, p < .001.",
      "The questionnaire had 24 items, of which 4 items were deleted. Bartlett's test was significant, χ²(190) = 2120.72, p < .001.",
      "The questionnaire had 24 items; 20 items were retained after 4 items were deleted. Bartlett's test was significant, χ² = 2120.72, df = 190, p < .001.",
    ],
  },

  check(claims) {
    const items = itemsAnalysed(claims);
    const rows = claims.manuscript.tables.flatMap((t) => loadingTable(t, claims.manuscript)?.items.length ?? []);
    const only = items.candidates.length === 1 && !items.dropped && !severalAnalyses(claims) ? items.candidates[0].reported.value : undefined;
    const agreed = only !== undefined && rows.every((r) => r === only);
    return claims.of("bartlett").flatMap((test): Outcome[] => {
      const df = test.df?.value;
      if (df === undefined) return [unchecked(test, "its degrees of freedom are not printed")];
      const p = (1 + Math.sqrt(1 + 8 * df)) / 2;
      if (!Number.isInteger(p) || p < 2) {
        return [
          finding(test, {
            message: `No number of items gives ${df} degrees of freedom: ${pairs(Math.floor(p))} and ${pairs(Math.floor(p) + 1)} are nearest.`,
            detail: agreed
              ? withSlip("Bartlett's test has p(p − 1)/2 degrees of freedom.", test.df!, point(pairsOf(only)))
              : "Bartlett's test has p(p − 1)/2 degrees of freedom.",
            fixes: agreed ? replaceNumber(test.df!, pairsOf(only), claims.manuscript.source) : [],
          }),
        ];
      }
      const shown = items.candidates.length === 0 && !items.dropped && !severalAnalyses(claims) ? variablesShown(claims) : undefined;
      if (shown)
        return [
          shown.count === p
            ? consistent(test, { df, items: p })
            : finding(test, {
                message: `${df} degrees of freedom belong to ${p} variables, but ${tableName(shown.loadings)} shows the loadings of ${shown.count}, and the eigenvalues and percentages of variance are those of ${shown.count}.`,
                detail: `Bartlett's test has p(p − 1)/2 degrees of freedom: ${pairs(shown.count)}.`,
                related: [{ message: `${shown.count} variables here`, range: shown.loadings.range }],
                fixes: replaceNumber(test.df!, pairsOf(shown.count), claims.manuscript.source),
              }),
        ];
      if (items.candidates.length === 0)
        return [unchecked(test, items.dropped ? "items were dropped, and how many were left is not said" : "the number of items is not stated")];
      if (items.candidates.some((c) => c.reported.value === p) || rows.includes(p)) return [consistent(test, { df, items: p })];
      if (severalAnalyses(claims) || items.dropped) return [unchecked(test, "which items were analysed is not certain")];
      return [
        finding(test, {
          message: `${df} degrees of freedom belong to ${p} items, but ${itemsInWords(items.candidates)} are stated.`,
          detail: `Bartlett's test has p(p − 1)/2 degrees of freedom: ${items.candidates.map((c) => pairs(c.reported.value)).join("; ")}.`,
          related: itemsRelated(items.candidates),
          fixes: agreed && rows.length > 0 ? replaceNumber(test.df!, pairsOf(only), claims.manuscript.source) : [],
        }),
      ];
    });
  },
};
export default check;

const pairsOf = (p: number): number => (p * (p - 1)) / 2;
const pairs = (p: number): string => `${p} items give ${pairsOf(p)}`;
