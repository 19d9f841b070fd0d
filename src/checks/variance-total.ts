import type { Claims } from "../claims/claim";
import type { VariancePercentClaim } from "../claims/variance-claims";
import { tableName } from "../manuscript/manuscript";
import { type Interval, meets, sum } from "../numerics/interval";
import { type Check, consistent, finding, type Fix, type Outcome, unchecked } from "./check";
import { inSentence } from "./in-sentence";
import { settingOf } from "../claims/setting";
import { replaceNumber } from "./replace-number";
import { sameStage } from "./same-stage";
import { severalAnalyses } from "./several-analyses";
import { show } from "./show";
import { totalsAfterShares } from "./variance-prose";
import { type VarianceBlock, varianceBlocks } from "./variance-lines";
import { sumInWords as inWords, type VarianceSum, varianceSums } from "./variance-sums";
import { withSlip } from "./slip";

/** The components' shares of variance add up to the total stated. */
const check: Check = {
  id: "variance-total",
  severity: "error",
  summary: "The components' percentages of variance do not add up to the total stated, or exceed 100.",
  explain: `What the components explain together is the sum of what each explains, within the rounding of each. A total in the text is compared with every sum and every cumulative percentage that a table prints; where the sentence says of how many components, with those of
that many. No component explains more than all together, and all together explain no more than 100%. After common factor extraction the totals before and after it differ: then a sentence is only held against the table that it cites.
A correction of the total is offered where the table gives it twice: by the sum of its percentages and by its last cumulative percentage.`,
  examples: {
    flagged: [
      "Two components, Voice and Care, were found by principal component analysis. They account for ==48.1%== of the total variance.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | 9.77 |",
      "Principal component analysis was used. Component 1 explained 30.1%, Component 2 15.2% and Component 3 10.0% of the variance. Together the three components explained ==65.3%== of the variance.",
      "Principal component analysis was used. The two components together explained ==48.1%== of the variance.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | 9.77 |",
      "Factor analysis was used.\n\n| Factor | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | 9.77 |\n| Total | | ==48.14== |",
      "Exploratory factor analysis revealed two components. The first component explained ==79.853%== of the total variance.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| Selection | 8.28 | 68.853 |\n| Quality | 2.19 | 1.684 |",
    ],
    clean: [
      "Principal component analysis gave three components. The first component explained 30.1% of the variance, the second 15.2%. The first two components together explained 45.3% of the variance, all three components 55.3%.",
      "Principal component analysis was used. Component 1 explained 30.1%, Component 2 15.2% and Component 3 10.0% of the variance. Together the three components explained 55.3% of the variance.",
      "Principal axis factoring was used. Initially, Factor 1 explained 30.1% and Factor 2 15.2% of the variance. Together the two factors explained 41.3% of the variance after extraction.",
      "Principal component analysis was used. The two components together explained 38.1% of the variance.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | 9.77 |",
      "Principal axis factoring was used. The two factors together explained 32.2% of the variance after extraction.\n\n| Factor | Initial eigenvalue | % of variance |\n|---|---|---|\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | 9.77 |",
      "Factor analysis was used.\n\n| Factor | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | 9.77 |\n| Total | | 38.13 |",
    ],
  },

  check(claims) {
    const blocks = varianceBlocks(claims).filter((b) => b.lines.filter((l) => l.percent).length >= 2 || b.lines.some((l) => l.cumulative));
    const rows = claims.of("variance-percent").filter((v) => v.scope === "total" && v.place.table && !v.place.sentence);
    const outcomes = [...blocks.flatMap(overHundred), ...rows.flatMap((row) => totalRow(row, blocks)), ...sentences(claims, blocks)];
    const blamed = new Set(outcomes.flatMap((o) => (o.outcome === "finding" ? o.claims : [])));
    return [...outcomes, ...totalsAfterShares(claims).filter((f) => !f.claims.some((c) => blamed.has(c)))];
  },
};
export default check;

const percents = (block: VarianceBlock): readonly VariancePercentClaim[] => block.lines.flatMap((l) => l.percent ?? []);
const allSums = (block: VarianceBlock): VarianceSum[] => block.lines.flatMap((_, i) => varianceSums(block, i + 1));
const middle = ({ low, high }: Interval): number => (low + high) / 2;
const places = (list: readonly VariancePercentClaim[]): number => Math.max(1, ...list.map((c) => c.reported.decimals));

function overHundred(block: VarianceBlock): Outcome[] {
  const list = percents(block);
  const total = sum(list.map((c) => c.percent));
  if (list.length < 2 || total.low <= 100) return [];
  return [
    finding(list[list.length - 1], {
      message: `The percentages of variance in ${tableName(block.table)} add up to ${show(middle(total), places(list))}, more than 100.`,
      detail: `${inWords(list)} = ${show(middle(total), places(list))}.`,
      claims: list,
    }),
  ];
}

function totalRow(row: VariancePercentClaim, blocks: readonly VarianceBlock[]): Outcome[] {
  const block = blocks.find((b) => b.table === row.place.table && b.block === row.block && percents(b).length >= 2);
  if (!block) return [unchecked(row, "the components' percentages are not printed")];
  const list = percents(block);
  const total = sum(list.map((c) => c.percent));
  if (meets(total, row.percent) || block.lines.some((l) => l.cumulative && meets(l.cumulative.percent, row.percent)))
    return [consistent(row, { sum: middle(total) })];
  return [
    finding(row, {
      detail: withSlip(undefined, row.reported, total),
      message: `The total ${row.reported.text} is not the sum of the components' percentages, ${inWords(list)} = ${show(middle(total), places(list))}.`,
      related: list.map((c) => ({ message: `${c.reported.text} here`, range: c.range })),
    }),
  ];
}

function sentences(claims: Claims, blocks: readonly VarianceBlock[]): Outcome[] {
  const stated = claims.of("variance-percent").filter((v) => v.place.sentence && (v.scope === "total" || v.scope === "component"));
  const totals = stated.filter((v) => v.scope === "total");
  if (severalAnalyses(claims)) return stated.map((v) => unchecked(v, "the paper reports several analyses"));
  const methods = new Set(claims.of("factor-method").flatMap((m) => m.extraction ?? []));
  // where common factors may have been extracted, the totals before and after it differ
  const sameTotal = (v: VariancePercentClaim) => !methods.has("factors") && (methods.has("components") || blocks.every((b) => b.block === v.block));
  const inside = totals.flatMap((v) => listOf(v, claims));
  if (blocks.length === 0)
    return [...inside, ...(methods.has("factors") ? totals.map((v) => unchecked(v, "no table shows the components' percentages")) : conflicts(totals))];
  return [
    ...inside,
    ...stated.flatMap((v) =>
      v.scope === "total" ? againstTables(v, blocks, !sameTotal(v) && !sameStage(v, blocks, claims), claims) : beyondTotal(v, blocks, !sameTotal(v)),
    ),
  ];
}

function againstTables(v: VariancePercentClaim, all: readonly VarianceBlock[], common: boolean, claims: Claims): Outcome[] {
  const blocks = all.filter((b) => sameSetting(v, b, claims));
  if (blocks.length === 0) return [unchecked(v, "the tables show another analysis")];
  const k = inSentence(claims, "component-count", v.place.sentence)[0]?.count;
  const possible = blocks.flatMap((b) => (k !== undefined && b.lines.length >= k ? varianceSums(b, k) : allSums(b)));
  if (possible.some((s) => meets(s.interval, v.percent))) return [consistent(v)];
  // the variance of another number of components: told by component-count
  if (blocks.flatMap(allSums).some((s) => meets(s.interval, v.percent))) return [unchecked(v, "the table gives it for another number of components")];
  const cites = /\b(?:Table|Tabelle|Tabla|Tableau) ?\d|@tbl/i.test(v.place.sentence!.text);
  const higher = possible.every((s) => v.percent.low > s.interval.high);
  // only the variance before the extraction bounds what common factors explain
  const bounds = blocks.every((b) => b.block === "initial");
  if (common && !cites && !(higher && bounds)) return [unchecked(v, "the table and the sentence may speak of the variance before and after the extraction")];
  const nearest = possible.reduce((a, b) => (Math.abs(middle(b.interval) - middle(v.percent)) < Math.abs(middle(a.interval) - middle(v.percent)) ? b : a));
  return [
    finding(v, {
      message: `The components are said to explain ${v.text} together, but ${tableName(nearest.block.table)} gives ${nearest.terms}${nearest.terms.includes(" + ") ? ` = ${show(middle(nearest.interval), Math.max(1, v.reported.decimals))}` : ""}.`,
      detail: withSlip("No sum or cumulative percentage in the table, rounding allowed for, is the one in the text.", v.reported, nearest.interval),
      related: [{ message: "The components' percentages", range: nearest.at.range }],
      fixes: blocks.length === 1 && k === blocks[0].lines.length ? lastCumulative(v, blocks[0], claims.manuscript.source) : [],
    }),
  ];
}

/** The total as the last line of the table prints it, where every cumulative percentage of the table is the sum so far. */
function lastCumulative({ reported, percent }: VariancePercentClaim, { lines }: VarianceBlock, source: string): readonly Fix[] {
  const running = (i: number) => sum(lines.slice(0, i + 1).map((l) => l.percent!.percent));
  const last = lines[lines.length - 1].cumulative;
  if (!last || !lines.every((l) => l.percent) || !lines.every((l, i) => l.cumulative && meets(l.cumulative.percent, running(i)))) return [];
  const inPercent = percent.low <= reported.value && reported.value <= percent.high;
  return inPercent && last.reported.decimals >= reported.decimals ? replaceNumber(reported, middle(last.percent), source) : [];
}

/** "In the second sample …" is not held against a table of the first; where one of the two names no setting they may be the same. */
function sameSetting(v: VariancePercentClaim, block: VarianceBlock, claims: Claims): boolean {
  const said = settingOf(v.place, claims.manuscript);
  const shown = settingOf(block.lines[0].percent?.place ?? block.lines[0].eigenvalue?.place ?? block.lines[0].cumulative!.place, claims.manuscript);
  const apart = /second-order|pilot|confirmatory|replication/;
  return said === shown || (said === "" && !apart.test(shown)) || (shown === "" && !apart.test(said));
}

/** "35.7%, 18.2%, and 15.2% of the variance, 69.1% in all": as many percentages as there are components, and their total, in one sentence. */
function listOf(v: VariancePercentClaim, claims: Claims): Outcome[] {
  const list = inSentence(claims, "variance-percent", v.place.sentence).filter((o) => o !== v);
  const counts = new Set(claims.of("component-count").map((c) => c.count));
  const complete = (counts.size === 1 && counts.has(list.length)) || (counts.size === 0 && saidAsSum(v, list));
  if (list.length < 2 || list.some((o) => o.scope === "total") || !complete) return [];
  const total = sum(list.map((o) => o.percent));
  if (meets(total, v.percent)) return [consistent(v, { sum: middle(total) })];
  return [
    finding(v, {
      message: `The components are said to explain ${v.text} together, but their percentages add up to ${inWords(list)} = ${show(middle(total), places(list))}.`,
      detail: withSlip(undefined, v.reported, total),
      related: list.map((o) => ({ message: `${o.text} here`, range: o.range })),
    }),
  ];
}

const sumOf =
  /^ ?(?:%|per ?cent)?(?:,? (?:of|de|der) (?:the )?(?:total |overall |gesamt)?varian\p{L}{1,5}(?: auf| explained)?)?,? (?:or |and |that is,? |i\.e\.,? )?(?:together|altogether|in total|in all|a total of|zusammen|insgesamt) $/iu;

/** "7.1%, 4.0%, and 3.9% of the variance, together 15.0%": the total follows a list of all the others. */
function saidAsSum(v: VariancePercentClaim, list: readonly VariancePercentClaim[]): boolean {
  const { text } = v.place.sentence!;
  const ends = list.map((o) => o.reported.end);
  const glued = list.slice(1).every((o, i) => /^ ?(?:%|per ?cent)?,? ?(?:and |und |y )?$/.test(text.slice(ends[i], o.reported.start)));
  return glued && sumOf.test(text.slice(ends[ends.length - 1], v.reported.start));
}

/** One component with more than all of them. */
function beyondTotal(v: VariancePercentClaim, blocks: readonly VarianceBlock[], common: boolean): Outcome[] {
  const whole = blocks.flatMap((b) => varianceSums(b, b.lines.length));
  if (common || whole.length === 0) return [];
  const most = whole.reduce((a, b) => (b.interval.high > a.interval.high ? b : a));
  if (v.percent.low <= most.interval.high) return [];
  return [
    finding(v, {
      message: `One component is said to explain ${v.text}, but all of them together explain ${most.terms} = ${show(middle(most.interval), v.reported.decimals)}% in ${tableName(most.block.table)}.`,
      detail: "A component cannot explain more than all components together.",
      related: [{ message: "The components' percentages", range: most.at.range }],
    }),
  ];
}

/** Without a table: the same total stated differently. */
function conflicts(totals: readonly VariancePercentClaim[]): Outcome[] {
  // of some of the components, or of some and of all
  const some = (v: VariancePercentClaim) =>
    totals.some((o) => o !== v && o.place.sentence === v.place.sentence) ||
    /\b(?:first|last|ersten|letzten) (?:\p{L}+|\d+) \p{L}/iu.test(v.place.sentence!.text);
  const comparable = totals.filter((v) => !/initial|before|after|extract/i.test(v.place.sentence!.text) && !some(v));
  return comparable.map((v, i) => {
    const other = comparable.slice(0, i).find((o) => !meets(o.percent, v.percent));
    if (!other) return totals.length > 1 ? consistent(v) : unchecked(v, "no table shows the components' percentages");
    return finding(v, {
      message: `The components are said to explain ${v.text} together here and ${other.text} elsewhere.`,
      related: [{ message: `${other.text} here`, range: other.range }],
      severity: "warning",
    });
  });
}
