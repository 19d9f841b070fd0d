import type { Claims } from "../claims/claim";
import { sameComponent } from "../claims/component";
import type { EigenvalueClaim, VariancePercentClaim } from "../claims/variance-claims";
import { tableName } from "../manuscript/manuscript";
import { contains, divide, type Interval, meets, point, scale, sum } from "../numerics/interval";
import { type Check, consistent, finding, type Fix, type Outcome, unchecked } from "./check";
import { inSentence } from "./in-sentence";
import { type ItemsAnalysed, itemsAnalysed, itemsInWords, itemsRelated } from "./items-analysed";
import { replaceNumber, soleRounding } from "./replace-number";
import { show } from "./show";
import { type VarianceBlock, varianceBlocks } from "./variance-lines";
import { slip } from "./slip";

interface Pair {
  readonly eigenvalue: EigenvalueClaim;
  readonly percent: VariancePercentClaim;
  /** the number of items that the two imply: 100 · eigenvalue / percentage */
  readonly implied: Interval;
}

/** A component explains 100 · eigenvalue / p per cent. */
const check: Check = {
  id: "eigenvalue-variance",
  severity: "error",
  summary: "An eigenvalue and its percentage of variance contradict each other.",
  explain: `The items of a correlation matrix have a variance of 1 each, *p* in all, of which a component with eigenvalue λ explains 100·λ/*p* per cent; the same holds for a rotated sum of squared loadings.
Where *p* is unknown, all rows of a table still have to imply the same *p* = 100·λ/percentage. Percentages of the *common* variance (100·λ/Σλ) are told apart and only noted.
A correction of the eigenvalue is offered where *p* is stated, other rows imply it, and the cumulative percentages confirm the percentage.`,
  examples: {
    flagged: [
      "The 24 items were factor-analysed.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 5.60 | 23.34 |\n| 2 | ==2.96== | 10.65 |\n| 3 | 2.02 | 8.42 |",
      "The 24 items were factor-analysed. The first factor had an eigenvalue of ==8.32==, explaining 45.2% of the variance.",
      "Factor analysis was used.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 4.54 | 28.37 |\n| 2 | ==1.96== | 9.77 |\n| 3 | 1.03 | 6.41 |",
    ],
    clean: [
      "The 24 items were factor-analysed.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 5.60 | 23.34 |\n| 2 | 2.56 | 10.65 |\n| 3 | 2.02 | 8.42 |",
      "The 24 items were factor-analysed. The first factor had an eigenvalue of 8.32, explaining 34.7% of the variance.",
      "Factor analysis of 30 items; three items were deleted.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 5.60 | 20.74 |\n| 2 | 2.56 | 9.48 |",
    ],
  },

  check(claims) {
    const items = itemsAnalysed(claims);
    return [...varianceBlocks(claims).flatMap((block) => judgeBlock(block, items, claims.manuscript.source)), ...judgeSentences(claims, items)];
  },
};
export default check;

const pairOf = (eigenvalue: EigenvalueClaim, percent: VariancePercentClaim): Pair => ({
  eigenvalue,
  percent,
  implied: divide(scale(eigenvalue.reported.interval, 100), percent.percent),
});

function judgeBlock(block: VarianceBlock, items: ItemsAnalysed, source: string): Outcome[] {
  const pairs = block.lines.flatMap((l) =>
    l.eigenvalue && l.percent && l.percent.percent.low > 0 && l.eigenvalue.reported.interval.low > 0 ? [pairOf(l.eigenvalue, l.percent)] : [],
  );
  if (pairs.length === 0 || block.lines.some((l) => l.percent?.scope === "total")) return [];
  const p = shared(pairs, items);
  const fit = pairs.filter((pair) => p !== undefined && contains(pair.implied, p));
  if (fit.length === pairs.length)
    return pairs.flatMap((pair) => [
      consistent(pair.eigenvalue, { items: p! }),
      consistent(pair.percent, { percent: (100 * pair.eigenvalue.reported.value) / p! }),
    ]);
  if (commonVariance(pairs))
    return [
      finding(pairs[0].percent, {
        severity: "information",
        message: `The percentages in ${tableName(block.table)} are shares of the common variance, not of the total.`,
        detail: "Each is 100 times the eigenvalue over the sum of those listed.",
      }),
    ];
  if (pairs.length === 1 && items.candidates.length !== 1)
    return pairs.flatMap((pair) => [
      unchecked(pair.eigenvalue, "the number of items is not known for certain"),
      unchecked(pair.percent, "the number of items is not known for certain"),
    ]);
  if (p === undefined) return [...unlike(pairs, block)];
  const misses = pairs.filter((pair) => !fit.includes(pair));
  const certain = misses.length === 1 && fit.length > 0 && items.candidates.length === 1 && items.stated?.reported.value === p;
  return misses.map((pair) => contradiction(pair, p, items, certain ? eigenvalueOf(pair, p, block, source) : []));
}

/** The eigenvalue that the percentage gives, where each cumulative percentage of the table is the sum of those before it: then the percentage is right. */
function eigenvalueOf({ eigenvalue, percent }: Pair, p: number, { lines }: VarianceBlock, source: string): readonly Fix[] {
  const running = (i: number) => sum(lines.slice(0, i + 1).map((l) => l.percent!.percent));
  const confirmed = lines.length > 1 && lines.every((l) => l.percent && l.cumulative) && lines.every((l, i) => meets(l.cumulative!.percent, running(i)));
  const right = confirmed ? soleRounding(scale(percent.percent, p / 100), eigenvalue.reported.decimals) : undefined;
  return right === undefined ? [] : replaceNumber(eigenvalue.reported, right, source);
}

/** The p that the rows can share: one that is stated and fits a row; else the integer that most rows imply, if it is more than one row's; else the one stated. */
function shared(pairs: readonly Pair[], items: ItemsAnalysed): number | undefined {
  const fits = (p: number) => pairs.filter((pair) => contains(pair.implied, p)).length;
  const stated = items.candidates.map((c) => c.reported.value);
  const implied = pairs.flatMap(({ implied: i }) =>
    i.high - i.low < 60 ? Array.from({ length: Math.max(0, Math.floor(i.high) - Math.ceil(i.low) + 1) }, (_, k) => Math.ceil(i.low) + k) : [],
  );
  const best = (list: readonly number[]) => list.reduce<number | undefined>((a, b) => (a === undefined || fits(b) > fits(a) ? b : a), undefined);
  const known = best(stated);
  if (known !== undefined && fits(known) > 0) return known;
  const guess = best(implied);
  if (guess !== undefined && fits(guess) >= 2 && fits(guess) > pairs.length / 2) return guess;
  return items.stated?.reported.value;
}

const commonVariance = (pairs: readonly Pair[]): boolean => {
  if (pairs.length < 2) return false;
  const total = sum(pairs.map((pair) => pair.eigenvalue.reported.interval));
  return pairs.every((pair) => meets(pair.implied, total));
};

function contradiction({ eigenvalue, percent, implied }: Pair, p: number, items: ItemsAnalysed, fixes: readonly Fix[] = []): Outcome {
  const stated = items.candidates.filter((c) => c.reported.value === p);
  const computed = (100 * eigenvalue.reported.value) / p;
  const decimals = Math.max(1, percent.reported.decimals);
  const slips = [slip(eigenvalue.reported, scale(percent.percent, p / 100)), slip(percent.reported, scale(eigenvalue.reported.interval, 100 / p))];
  const said = new Set(slips.filter((one) => one !== undefined));
  return finding(eigenvalue, {
    message: `The eigenvalue ${eigenvalue.reported.text} of ${p} items is ${show(computed, decimals)}% of the variance, not ${percent.reported.text}%.`,
    detail: `100 × ${eigenvalue.reported.text} / ${p} = ${show(computed, decimals)}. The two printed figures imply ${inWords(implied)} items.${said.size === 1 ? ` ${[...said].join("")}` : ""}`,
    related: [{ message: `${percent.text} printed here`, range: percent.range }, ...itemsRelated(stated)],
    claims: [eigenvalue, percent],
    fixes,
  });
}

/** No number of items fits, and none is known: the rows contradict each other. */
function unlike(pairs: readonly Pair[], block: VarianceBlock): Outcome[] {
  const common = pairs.reduce((a, { implied: b }) => ({ low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) }), { low: -Infinity, high: Infinity });
  if (common.low <= common.high) return pairs.map((pair) => unchecked(pair.eigenvalue, "the percentages are of something else than the number of items"));
  const [first, ...rest] = pairs;
  return [
    finding(first.eigenvalue, {
      message: `The rows of ${tableName(block.table)} imply different numbers of items: ${pairs.map((pair) => inWords(pair.implied)).join(", ")}.`,
      detail: "The number of items is 100 times the eigenvalue over the percentage of variance, and the same for all components.",
      related: rest.map((pair) => ({ message: `${pair.eigenvalue.text} and ${pair.percent.text}`, range: pair.eigenvalue.range })),
      claims: pairs.flatMap((pair) => [pair.eigenvalue, pair.percent]),
    }),
  ];
}

const inWords = ({ low, high }: Interval): string => {
  if (Math.round(low) === Math.round(high)) return String(Math.round(low));
  return Math.ceil(low) <= Math.floor(high) ? `${Math.ceil(low)} to ${Math.floor(high)}` : show((low + high) / 2, 1);
};

/** "The first factor (eigenvalue 4.54) accounted for 28.37% of the variance": one of each for one component in one sentence. */
function judgeSentences(claims: Claims, items: ItemsAnalysed): Outcome[] {
  return claims.of("eigenvalue").flatMap((eigenvalue): Outcome[] => {
    const { sentence } = eigenvalue.place;
    if (!sentence || sentence.text.length > 5000) return []; // no sentence, but text without stops
    const percents = inSentence(claims, "variance-percent", sentence).filter((x) => x.scope === "component");
    const own = percents.filter((x) => eigenvalue.component && x.component && sameComponent(x.component, eigenvalue.component));
    const eigenvalues = inSentence(claims, "eigenvalue", sentence);
    const paired = own.length === 0 && eigenvalues.length > 1 ? inOrder(eigenvalue, eigenvalues, claims) : undefined;
    if (paired) own.push(paired);
    if (own.length !== 1 || (!paired && eigenvalues.length !== percents.length) || /rotat/i.test(sentence.text)) return [];
    if (items.candidates.length === 0) return [unchecked(eigenvalue, "the number of items is not known for certain")];
    const pair = pairOf(eigenvalue, own[0]);
    const fitting = items.candidates.find((c) => meets(pair.implied, point(c.reported.value)));
    if (fitting) return [consistent(eigenvalue, { items: fitting.reported.value })];
    const known = items.stated ?? items.candidates[0];
    if (items.candidates.length > 1)
      return [
        finding(eigenvalue, {
          message: `The eigenvalue ${eigenvalue.reported.text} and ${own[0].text} imply ${inWords(pair.implied)} items, but ${itemsInWords(items.candidates)} are stated.`,
          related: itemsRelated(items.candidates),
          claims: [eigenvalue, own[0]],
        }),
      ];
    return [contradiction(pair, known.reported.value, items)];
  });
}

/** "eigenvalues of 3.22, 1.64, and 1.37 … 35.7%, 18.2%, and 15.2% of the variance": as many of the one as of the other, in the same order; a total after them is left aside. */
function inOrder(eigenvalue: EigenvalueClaim, eigenvalues: readonly EigenvalueClaim[], claims: Claims): VariancePercentClaim | undefined {
  const list = inSentence(claims, "variance-percent", eigenvalue.place.sentence).filter((x) => x.scope !== "total");
  const ordered = eigenvalues.every((e, i) => e.component?.ordinal === i + 1);
  return ordered && list.length === eigenvalues.length ? list[eigenvalues.indexOf(eigenvalue)] : undefined;
}
