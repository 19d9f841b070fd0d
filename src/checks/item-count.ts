import type { Claims } from "../claims/claim";
import { sameComponent } from "../claims/component";
import type { ComponentItemsClaim } from "../claims/item-count";
import { loadingTable } from "../claims/loading-table";
import type { ManuscriptTable } from "../manuscript/manuscript";
import { headerOf, tableName } from "../manuscript/manuscript";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { oddStatements } from "./items-stated";
import { itemsAnalysed, itemsInWords, itemsRelated } from "./items-analysed";
import { severalAnalyses } from "./several-analyses";

/** The items of the components are the items that were analysed. */
const check: Check = {
  id: "item-count",
  severity: "error",
  summary: "The items a component, summed over a table, are not the number of items stated.",
  explain: `One statement of the number of items is held against all others, the df of Bartlett's test and the rows of the table of loadings, where these agree. Where every item belongs to one component, the numbers of items that a table counts to the components add up to the number analysed. Conditions: the table has a row a component; the number of items is stated; the paper
reports neither that items were dropped nor that items count to several components.`,
  examples: {
    flagged: [
      "# Abstract\n\nA questionnaire of ==12 items== was answered by 300 persons.\n\n# Results\n\nBartlett's test was significant, χ²(45) = 812.4, p < .001. The 10 items were submitted to factor analysis.",
      "Bartlett's test of sphericity gave χ²(91) = 912.4, p < .001. Principal component analysis of the ==13 opinions== was followed by varimax rotation. For all 14 opinions together, α = .81.",
      "The 6 items were submitted to factor analysis.\n\n**Table 1.** Factor loadings\n\n| Item | Voice | Care | Trust |\n|---|---|---|---|\n| a | .76 | | |\n| b | .67 | | |\n| c | | .81 | |\n| d | | .54 | |\n| e | | | .71 |\n| f | | | .64 |\n\n**Table 2.** Reliability\n\n| Scale | Items | α |\n|---|---|---|\n| Voice | 2 | .82 |\n| Care | ==4== | .79 |\n| Trust | 2 | .77 |",
      "The 24 items were submitted to factor analysis, which gave three components.\n\n| Component | Items | Eigenvalue |\n|---|---|---|\n| Selection | ==4== | 4.32 |\n| Quality | 5 | 2.19 |\n| Service | 9 | 2.04 |",
      "A questionnaire with twelve items was used for the factor analysis.\n\n| Factor | Number of items | % of variance |\n|---|---|---|\n| Planning | ==7== | 24.3 |\n| Revising | 6 | 12.2 |",
      "Principal component analysis of 7 items.\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .71 | |\n| b | .65 | |\n| c | .81 | |\n| d | .62 | |\n| e | | .71 |\n| f | | .65 |\n| g | | .81 |\n\n*Note.* F1 = Planning; F2 = Revising.\n\n| Factor | Items | Loadings |\n|---|---|---|\n| Planning | 4 | .62–.81 |\n| Revising | ==2== | .65–.81 |",
    ],
    clean: [
      "# Abstract\n\nA pool of 12 items was shortened.\n\n# Results\n\nBartlett's test was significant, χ²(45) = 812.4, p < .001. The 10 items were submitted to factor analysis.",
      "The survey had 40 questions about work and health. Bartlett's test was significant, χ²(45) = 812.4, p < .001. The 10 items on health were submitted to factor analysis.",
      "The 6 items were submitted to factor analysis.\n\n**Table 1.** Factor loadings\n\n| Item | Voice | Care | Trust |\n|---|---|---|---|\n| a | .76 | | |\n| b | .67 | | |\n| c | | .81 | |\n| d | | .54 | |\n| e | | | .71 |\n| f | | | .64 |\n\n**Table 2.** Reliability\n\n| Scale | Items | α |\n|---|---|---|\n| Voice | 3 | .82 |\n| Care | 3 | .79 |\n| Trust | 3 | .77 |",
      "The 24 items were submitted to factor analysis. Six items were deleted.\n\n| Component | Items | Eigenvalue |\n|---|---|---|\n| Selection | 4 | 4.32 |\n| Quality | 5 | 2.19 |\n| Service | 9 | 2.04 |",
      "The 18 items were submitted to factor analysis.\n\n| Component | Items | Eigenvalue |\n|---|---|---|\n| Selection | 4 | 4.32 |\n| Quality | 5 | 2.19 |\n| Service | 9 | 2.04 |\n| Total | 18 | |",
      "The 24 items were submitted to factor analysis.\n\n| Scale | Items | α |\n|---|---|---|\n| Selection | 4 | .82 |\n| Quality | 5 | .79 |",
    ],
  },

  check(claims) {
    const overviews = new Set(claims.of("component-count").flatMap((c) => (c.basis === "table" && c.place.table ? c.place.table : [])));
    // a table of scales counts what was made of the components: held against the items stated only where a table of loadings shows the same numbers but for one
    const scales = new Set(claims.of("component-items").flatMap((c) => (c.place.table && !overviews.has(c.place.table) ? c.place.table : [])));
    const slips = [...scales].flatMap((table): Outcome[] => {
      const counts = claims.of("component-items").filter((c) => c.place.table === table && c.component.name);
      const odd = counts.length >= 3 || /^(?:component|factor|dimension|komponente|faktor)/i.test(headerOf(table, 0)) ? oddOne(counts, claims) : undefined;
      return odd && odd.of === counts.length && itemsAnalysed(claims).candidates.some((c) => c.reported.value === odd.rows) ? judge(table, counts, claims) : [];
    });
    return [
      ...oddStatements(claims),
      ...slips,
      ...[...overviews].flatMap((table) =>
        judge(
          table,
          claims.of("component-items").filter((c) => c.place.table === table && c.component.name && !/^(?:total|sum|overall|all)\b/i.test(c.component.label)),
          claims,
        ),
      ),
    ];
  },
};
export default check;

function judge(table: ManuscriptTable, counts: readonly ComponentItemsClaim[], claims: Claims): Outcome[] {
  if (counts.length < 2) return [];
  const { candidates, dropped } = itemsAnalysed(claims);
  if (candidates.length === 0)
    return counts.map((c) => unchecked(c, dropped ? "items were dropped, and how many were left is not said" : "the number of items is not stated"));
  if (severalAnalyses(claims)) return counts.map((c) => unchecked(c, "the paper reports several analyses"));
  const sum = counts.reduce((s, c) => s + c.reported.value, 0);
  if (candidates.some((c) => c.reported.value === sum)) return counts.map((c) => consistent(c, { sum }));
  if (dropped) return counts.map((c) => unchecked(c, "items were dropped along the way"));
  const largest = Math.max(...candidates.map((c) => c.reported.value));
  if (sum > largest && crossLoadings(claims)) return counts.map((c) => unchecked(c, "items may count to several components"));
  const odd = oddOne(counts, claims);
  return [
    finding(odd?.claim ?? counts[0], {
      message: `The items of the components in ${tableName(table)} add up to ${counts.map((c) => c.reported.text).join(" + ")} = ${sum}, but ${itemsInWords(candidates)} are stated${odd ? `; ${odd.shown} load on ${odd.claim.component.label}` : ""}.`,
      detail: "Every item analysed belongs to one component, unless items were dropped or counted twice.",
      related: itemsRelated(candidates),
      claims: counts,
    }),
  ];
}

/** The one component whose number of items is not what a table of loadings shows. */
function oddOne(counts: readonly ComponentItemsClaim[], claims: Claims): { claim: ComponentItemsClaim; shown: number; of: number; rows: number } | undefined {
  for (const table of claims.manuscript.tables) {
    const loadings = loadingTable(table, claims.manuscript);
    if (!loadings) continue;
    const shown = loadings.components.map(() => 0);
    for (const item of loadings.items) {
      const sizes = item.loadings.map((l) => (l ? Math.abs(l.value) : -1));
      shown[sizes.indexOf(Math.max(...sizes))]++;
    }
    const odd = counts.flatMap((claim) => {
      const k = loadings.components.findIndex((c) => sameComponent(c.component, claim.component));
      return k >= 0 && shown[k] !== claim.reported.value ? [{ claim, shown: shown[k], of: loadings.components.length, rows: loadings.items.length }] : [];
    });
    if (odd.length === 1) return odd[0];
  }
  return undefined;
}

const crossLoadings = (claims: Claims): boolean =>
  claims.manuscript.blocks.some((b) => /cross-?load|more than one (?:factor|component)|two (?:factors|components) at|double-?load/i.test(b.text.text));
