import { addTo } from "./add-to";
import type { ComponentCountClaim } from "../claims/component-count";
import { settingOf } from "../claims/setting";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { aboutTheAnalysis } from "./about-the-analysis";
import { inSentence } from "./in-sentence";
import { meets } from "../numerics/interval";
import { tableName } from "../manuscript/manuscript";
import type { Claims } from "../claims/claim";
import { severalAnalyses } from "./several-analyses";
import { varianceBlocks } from "./variance-lines";
import { type VarianceSum, varianceSums } from "./variance-sums";

/** One analysis finds one number of components. */
const check: Check = {
  id: "component-count",
  severity: "error",
  summary: "The number of components or factors differs between two places.",
  explain: `One factor analysis has one number of components. Compared are statements of what was found ("five components were revealed", "all four factors"), lists of the components, and tables with a row or a column a component.
Not compared: what others found, what a criterion suggested, what was expected or rejected, second-order factors, confirmatory models, and papers with more than one analysis. In a paper that prints no result of a factor analysis only statements beside a mention of one count. The number given most often is taken for the right one; where several are given equally often each place is reported, since which is wrong cannot be told.`,
  examples: {
    flagged: [
      "# Abstract\n\nPrincipal component analysis yielded four components.\n\n# Results\n\nThe KMO was .85. Four components were extracted. Of the variance, 59.6% is due to the ==six components==.",
      "# Abstract\n\nPrincipal component analysis yielded four components.\n\n# Results\n\nThe KMO was .85. Four components were extracted.\n\n# Discussion\n\nThe ==five components== found are useful.",
      "Exploratory factor analysis revealed ==five components==.\n\n| Component | Items | Eigenvalue |\n|---|---|---|\n| Selection | 4 | 4.32 |\n| Quality | 5 | 2.19 |\n| Service | 5 | 2.04 |\n| Contrast | 4 | 1.48 |\n\n# Conclusion\n\nThere are four components: selection, quality, service, and contrast.",
      "# Abstract\n\nPrincipal component analysis yielded three components.\n\n# Results\n\nThe KMO was .85. Three components were extracted. They were named habit, effort, and joy.\n\n# Conclusion\n\nThe analysis found ==four components==.",
      "# Abstract\n\nA principal component analysis of 18 statements was run. ==Three factors== explained 54.5% of the variance.\n\n# Results\n\nThe KMO was .85. ==Four factors== with eigenvalues above 1 were extracted.",
      "# Abstract\n\nWe measured service. Principal axis factoring yielded three factors: Trust, Design, and Price.\n\n# Results\n\nThe KMO was .85. In line with the Kaiser criterion (eigenvalues above 1), ==four factors== were retained. The first factor explained 21.5% of the variance, and all three together explained 52.1%.\n\n# Discussion\n\nThe three factors Trust, Design, and Price describe service well.",
      "# Abstract\n\nDie Hauptkomponentenanalyse ergab ==fünf Komponenten==.\n\n# Ergebnisse\n\nDer KMO-Wert betrug 0,85. Es wurden vier Komponenten extrahiert.\n\n# Fazit\n\nMit vier Komponenten (Planen, Schreiben, Prüfen und Teilen) ist die Struktur gut zu deuten.",
    ],
    clean: [
      "# Abstract\n\nPrincipal component analysis yielded four components.\n\n# Results\n\nThe KMO was .85. Four components were extracted.\n\n# Discussion\n\nThe five components found in Spain are useful. The two components found most useful were the first.",
      "Factor analysis revealed four factors. Smith (2019) found five factors in an earlier sample.",
      "Parallel analysis suggested four factors; the eigenvalue-above-one rule would have retained three. Four factors were extracted by principal axis factoring.",
      "Factor analysis yielded three factors. Working conditions differed by two factors, shift and ward, in an experimental design. Before rotation, 52.1% of the variance was explained by the three factors.",
      "Factor analysis yielded four factors. Four factors were extracted.\n\n# Results\n\nThe KMO was .85. Two factors explained 41.2% of the variance, the other two little. Three factors explained 30.1% of the variance in satisfaction.",
      "Exploratory factor analysis yielded four factors. A model with one second-order factor fitted as well. Two of the four factors were weak.",
    ],
  },

  check(claims) {
    const all = aboutTheAnalysis(claims.of("component-count"), claims);
    const groups = new Map<string, ComponentCountClaim[]>();
    for (const claim of all) {
      const setting = `${settingOf(claim.place, claims.manuscript)}${itemSet(claim, all, claims)}`;
      addTo(groups, setting, claim);
    }
    if (severalAnalyses(claims)) return all.map((c) => unchecked(c, "the paper reports several analyses"));
    return [...groups].flatMap(([setting, group]) => (/pilot|confirmatory|second-order|replication/.test(setting) ? [] : judge(group, claims)));
  },
};
export default check;

/** "The PCA of the 28 items gave seven … the PCA of the 24 items gave six": analyses of different items are not compared. */
function itemSet(claim: ComponentCountClaim, all: readonly ComponentCountClaim[], claims: Claims): string {
  const itemsOf = (c: ComponentCountClaim) => {
    const counts = new Set(
      inSentence(claims, "item-count", c.place.sentence).flatMap((i) => (i.role === "part" || i.role === "deleted" ? [] : [i.reported.value])),
    );
    return counts.size === 1 ? [...counts][0] : undefined;
  };
  const sizes = new Set(all.flatMap((c) => itemsOf(c) ?? []));
  return sizes.size > 1 ? ` of ${itemsOf(claim) ?? "unstated"} items` : "";
}

function judge(group: readonly ComponentCountClaim[], claims: Claims): Outcome[] {
  const rows = new Map(group.flatMap((c) => (c.basis === "table" ? [] : linked(c, claims))));
  const firm = group.filter((c) => c.basis !== "these");
  const tables = new Set(firm.filter((c) => c.basis === "table").map((c) => c.count));
  const usable = tables.size > 1 ? firm.filter((c) => c.basis !== "table") : firm;
  const counts = [...new Set(usable.map((c) => c.count))];
  const votes = (n: number) => usable.filter((c) => c.count === n).length + (tables.has(n) ? 0.5 : 0);
  const right = counts.reduce((a, b) => (votes(b) > votes(a) ? b : a), counts[0]);
  const tie = counts.some((n) => n !== right && votes(n) === votes(right));
  const agreeing = usable.filter((c) => c.count === right);
  // "the five factors together" may be some of more, but not five of four
  const sure = agreeing.length >= 2 || agreeing.some((c) => rows.get(c)?.at === c.count);
  const wrong = group.filter((c) => c.count !== right && (c.basis === "these" ? c.count > right && sure : usable.includes(c)));
  const unlike = group.filter((c) => !wrong.includes(c) && (rows.get(c)?.at ?? c.count) !== c.count);
  return [
    ...wrong.map((c) => accuse(c, agreeing, tie)),
    ...unlike.map((c) => misattributed(c, rows.get(c)!)),
    ...(tie && wrong.length > 0 ? agreeing.map((c) => accuse(c, wrong, tie)) : []),
    ...agreeing.filter((c) => agreeing.length > 1 && !unlike.includes(c)).map((c) => consistent(c)),
  ];
}

const accuse = (c: ComponentCountClaim, others: readonly ComponentCountClaim[], tie: boolean): Outcome =>
  finding(c, {
    message:
      c.basis === "table"
        ? `This table shows ${c.count} components, elsewhere there are ${others[0].count}.`
        : `"${c.text}" here, but ${others[0].count} elsewhere.`,
    detail: tie
      ? "One analysis has one number of components; which of these places is wrong cannot be told."
      : "One analysis has one number of components; the number given most often is taken for the right one.",
    related: others.slice(0, 4).map((a) => ({ message: a.basis === "table" ? `${a.count} in this table` : `"${a.text}" here`, range: a.range })),
  });

const misattributed = (c: ComponentCountClaim, { at, sum }: Link): Outcome =>
  finding(c, {
    message: `"${c.text}" here, but the percentage of variance given for them is that of ${at} components in ${tableName(sum.block.table)}.`,
    detail: `There ${sum.terms} is the variance of the first ${at}.`,
    related: [{ message: `The variance of ${at} components`, range: sum.at.range }],
  });

/** The number of components whose variance a table sums up to a stated percentage. */
interface Link {
  readonly at: number;
  readonly sum: VarianceSum;
}

/**
 * How many components the table sums up to the percentage that a sentence gives for them together: "five components explain 49.7%" where 49.7 is the cumulative percentage of the fourth.
 * Every component adds something, so only one row can be meant.
 */
function linked(c: ComponentCountClaim, claims: Claims): (readonly [ComponentCountClaim, Link])[] {
  const totals = inSentence(claims, "variance-percent", c.place.sentence).filter((v) => v.scope === "total");
  const counts = inSentence(claims, "component-count", c.place.sentence);
  if (totals.length !== 1 || counts.length !== 1) return [];
  const hits = varianceBlocks(claims).flatMap((block) =>
    block.lines.flatMap((_, i) =>
      varianceSums(block, i + 1)
        .filter((s) => meets(s.interval, totals[0].percent))
        .map((sum) => ({ at: i + 1, sum })),
    ),
  );
  const own = hits.find((h) => h.at === c.count);
  if (own) return [[c, own]];
  // the variance after the extraction of common factors may happen to be that of fewer components before it
  const common =
    claims.of("factor-method").some((m) => m.extraction === "factors") && !/\b(?:Table|Tabelle|Tabla|Tableau) ?\d|@tbl/i.test(c.place.sentence!.text);
  if (common || totals[0].reported.decimals < 1) return [];
  return new Set(hits.map((h) => h.at)).size === 1 ? [[c, hits[0]]] : [];
}
