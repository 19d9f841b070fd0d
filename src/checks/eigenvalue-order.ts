import type { Claims } from "../claims/claim";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { consecutive, componentInWords, isUnrotated, type VarianceBlock, varianceBlocks } from "./variance-lines";
import { contains, divide, scale } from "../numerics/interval";

/** Unrotated components are taken out in the order of their eigenvalues. */
const check: Check = {
  id: "eigenvalue-order",
  severity: "warning",
  summary: "Unrotated eigenvalues do not descend.",
  explain: `The first component is the one with the largest eigenvalue, the second has the largest of what is left, and so on. Conditions: the components are numbered, and the eigenvalues are unrotated (a table that says so, or a column of
eigenvalues in a table that says nothing of a rotation). It would be right if the rows were put into another order on purpose.`,
  examples: {
    flagged: [
      "Factor analysis was used.\n\n**Table 1.** Initial eigenvalues\n\n| Factor | Eigenvalue |\n|---|---|\n| 1 | 4.54 |\n| 2 | 1.06 |\n| 3 | ==1.33== |",
      "Principal components were extracted.\n\n| Component | Initial eigenvalue |\n|---|---|\n| 1 | 2.54 |\n| 2 | ==3.06== |\n| 3 | 1.33 |",
      "Faktorenanalyse.\n\n| Faktor | Anfänglicher Eigenwert |\n|---|---|\n| 1 | 4,54 |\n| 2 | 1,06 |\n| 3 | ==1,33== |",
    ],
    clean: [
      "Factor analysis was used. The eigenvalues of the four factors ranged from 1.03 to 4.54.",
      "Factor analysis was used.\n\n| Factor | Initial eigenvalue |\n|---|---|\n| 1 | 4.54 |\n| 2 | 1.33 |\n| 3 | 1.33 |",
      "Factor analysis was used.\n\n| Factor | Sum of squared loadings after rotation |\n|---|---|\n| 1 | 2.54 |\n| 2 | 3.06 |",
      "Factor analysis with varimax rotation was used.\n\n| Factor | Eigenvalue |\n|---|---|\n| Planning | 2.54 |\n| Revising | 3.06 |",
    ],
  },

  check(claims) {
    const rotated = claims.of("factor-method").some((m) => m.rotation === "orthogonal" || m.rotation === "oblique");
    return [...varianceBlocks(claims).flatMap((block) => judge(block, rotated)), ...lists(claims)];
  },
};
export default check;

function judge(block: VarianceBlock, rotated: boolean): Outcome[] {
  const lines = block.lines.filter((l) => l.eigenvalue);
  if (lines.length < 2) return [];
  const numbered = consecutive(lines) && lines[0].component.ordinal !== undefined;
  const unrotated = isUnrotated(block, rotated);
  if (!numbered || !unrotated) return lines.map((l) => unchecked(l.eigenvalue!, "whether these eigenvalues are unrotated is not said"));
  return lines.flatMap((l, i): Outcome[] => {
    const before = lines[i - 1];
    if (!before || l.eigenvalue!.reported.interval.low <= before.eigenvalue!.reported.interval.high) return [consistent(l.eigenvalue!)];
    if (misprinted(l) || misprinted(before)) return []; // told by eigenvalue-variance, which knows which of the two is wrong
    return [
      finding(l.eigenvalue!, {
        message: `The eigenvalue of ${componentInWords(l.component)}, ${l.eigenvalue!.reported.text}, is larger than that of ${componentInWords(before.component)}, ${before.eigenvalue!.reported.text}.`,
        detail: "Unrotated eigenvalues descend, unless the rows were put into another order.",
        related: [{ message: `${before.eigenvalue!.reported.text} here`, range: before.eigenvalue!.range }],
      }),
    ];

    /** Do this row's figures contradict each other already, judged by the first row's number of items? */
    function misprinted(line: typeof l): boolean {
      const of = (x: typeof l) => (x.percent && x.percent.percent.low > 0 ? divide(scale(x.eigenvalue!.reported.interval, 100), x.percent.percent) : undefined);
      const own = of(line);
      const others = lines.filter((x) => x !== line).flatMap((x) => of(x) ?? []);
      return own !== undefined && others.length > 0 && others.every((o) => !contains(own, (o.low + o.high) / 2) && (own.high < o.low || o.high < own.low));
    }
  });
}

/** "eigenvalues of 4.54, 1.56, and 1.03" in a sentence that says nothing of a rotation. */
function lists(claims: Claims): Outcome[] {
  return claims.of("eigenvalue").flatMap((e, i, all): Outcome[] => {
    const before = all[i - 1];
    if (
      !e.place.sentence ||
      before?.place.sentence !== e.place.sentence ||
      e.component?.ordinal === undefined ||
      before.component?.ordinal !== e.component.ordinal - 1 ||
      /rotat|respectively|rotiert/i.test(e.place.sentence.text)
    )
      return [];
    if (e.reported.interval.low <= before.reported.interval.high) return [consistent(e)];
    return [
      finding(e, {
        message: `The eigenvalue ${e.reported.text} is larger than the one before it, ${before.reported.text}.`,
        detail: "Unrotated eigenvalues descend, unless they are listed in another order.",
        related: [{ message: `${before.reported.text} here`, range: before.range }],
      }),
    ];
  });
}
