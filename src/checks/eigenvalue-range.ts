import { addTo } from "./add-to";
import type { EigenvalueClaim } from "../claims/variance-claims";
import { sum } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { itemsAnalysed, itemsInWords, itemsRelated } from "./items-analysed";
import { show } from "./show";

/** An eigenvalue of p standardized items lies between 0 and p. */
const check: Check = {
  id: "eigenvalue-range",
  severity: "error",
  summary: "An eigenvalue is negative or larger than the number of items, or the eigenvalues listed add up to more.",
  explain: `The eigenvalues of a correlation matrix of *p* items are not negative and add up to *p*, its trace. So no eigenvalue can exceed *p*, nor can any set of them add up to more.
Conditions: the analysis is of correlations, which is what is meant unless a paper says "covariance matrix"; the number of items is stated, after the deletions that the text reports. Eigenvalues of a reduced matrix (parallel analysis of common factors) may be negative.`,
  examples: {
    flagged: [
      "The questionnaire had 24 items for the factor analysis. The largest eigenvalue was ==84.324==, explaining 79.9% of the variance.",
      "The 10 items were factor-analysed.\n\n| Factor | Eigenvalue |\n|---|---|\n| 1 | ==5.21== |\n| 2 | 3.18 |\n| 3 | 2.94 |",
      "Principal component analysis of the 6 items.\n\n| Component | Eigenvalue |\n|---|---|\n| 1 | 3.11 |\n| 2 | ==-0.52== |",
    ],
    clean: [
      "The questionnaire had 24 items for the factor analysis. The largest eigenvalue was 8.43, explaining 35.1% of the variance.",
      "The covariance matrix of the 24 items was factor-analysed. The largest eigenvalue was 84.324.",
      "The 10 items were factor-analysed.\n\n| Factor | Eigenvalue |\n|---|---|\n| 1 | 5.21 |\n| 2 | 1.18 |",
    ],
  },

  check(claims) {
    const eigenvalues = claims.of("eigenvalue");
    if (claims.manuscript.blocks.some((b) => b.section.role !== "references" && /covariance matri|Kovarianzmatrix/i.test(b.text.text))) {
      return eigenvalues.map((e) => unchecked(e, "eigenvalues of a covariance matrix have no upper limit"));
    }
    const items = itemsAnalysed(claims);
    const p = Math.max(...items.candidates.map((c) => c.reported.value));
    return [
      ...eigenvalues.flatMap((e): Outcome[] => {
        if (e.reported.interval.high < 0 && !reduced(e))
          return [finding(e, { message: `The eigenvalue ${e.reported.text} is negative.`, detail: "A correlation matrix has no negative eigenvalues." })];
        if (items.candidates.length === 0)
          return [unchecked(e, items.dropped ? "items were dropped, and how many were left is not said" : "the number of items is not stated")];
        if (e.reported.interval.low <= p) return [consistent(e)];
        return [
          finding(e, {
            message: `The eigenvalue ${e.reported.text} is larger than the number of items, ${p}.`,
            detail: `The eigenvalues of a correlation matrix of ${p} items add up to ${p}, so none can exceed ${p}.`,
            related: itemsRelated(items.candidates),
          }),
        ];
      }),
      ...(items.candidates.length > 0
        ? sets(eigenvalues).flatMap((set) => tooMuch(set, p, itemsInWords(items.candidates), itemsRelated(items.candidates)))
        : []),
    ];
  },
};
export default check;

const reduced = (e: EigenvalueClaim): boolean =>
  /parallel|reduced|random|simulat|principal axis|common factor/i.test(e.place.table?.caption?.text ?? "") || e.sumOfSquares;

/** The eigenvalues of each block of each table. */
function sets(eigenvalues: readonly EigenvalueClaim[]): EigenvalueClaim[][] {
  const bySet = new Map<string, EigenvalueClaim[]>();
  for (const e of eigenvalues) {
    if (!e.place.table) continue;
    const key = `${e.place.table.index} ${e.block}`;
    addTo(bySet, key, e);
  }
  return [...bySet.values()].filter((set) => set.length > 1 && new Set(set.map((e) => e.line)).size === set.length);
}

function tooMuch(set: readonly EigenvalueClaim[], p: number, items: string, related: ReturnType<typeof itemsRelated>): Outcome[] {
  const total = sum(set.map((e) => e.reported.interval));
  if (total.low <= p || set.some((e) => e.reported.interval.low > p) || set.some(reduced)) return [];
  return [
    finding(
      set.reduce((a, b) => (b.reported.value > a.reported.value ? b : a)),
      {
        message: `The eigenvalues listed add up to ${set.map((e) => e.reported.text).join(" + ")} = ${show(
          set.reduce((s, e) => s + e.reported.value, 0),
          2,
        )}, more than the ${items}.`,
        detail: `The eigenvalues of a correlation matrix of ${p} items add up to ${p}.`,
        related: [...related, ...set.map((e) => ({ message: `${e.reported.text} here`, range: e.range }))],
        claims: set,
      },
    ),
  ];
}
