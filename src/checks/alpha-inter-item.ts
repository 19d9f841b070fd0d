import { numbersIn } from "../claims/number";
import type { AlphaClaim, InterItemClaim } from "../claims/reliability";
import { divide, type Interval, meets, point } from "../numerics/interval";
import type { Claims } from "../claims/claim";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { inSentence } from "./in-sentence";
import { show } from "./show";

/** How far raw α may be from the standardized one before the items' variances would have to differ beyond what questionnaires show: more where α is small, because the formula is steeper there. */
const slack = (alpha: number, k: number): number => 0.02 + 0.03 * Math.max(0, 1 - alpha) + (k <= 3 ? 0.03 : 0);

/** Standardized α follows from the number of items and their mean correlation. */
const check: Check = {
  id: "alpha-inter-item",
  severity: "warning",
  summary: "α contradicts the number of items and their mean correlation.",
  explain: `Standardized α = *k*·r̄ / (1 + (*k* − 1)·r̄) for *k* items with the mean correlation r̄ (Cronbach, 1951). Raw α differs from it as far as the items' variances do: .02 + .03·(1 − α) are allowed either way (.03 more for two or three items, where a single variance weighs more), and it would be right if the variances differ very much.`,
  examples: {
    flagged: [
      "Cronbach’s alpha was .71 for Trust (5 items, mean inter-item *r* = .33) and ==.42== for Risk (4 items, mean inter-item *r* = .34).",
      "| Scale | Items | α | Mean inter-item *r* |\n|---|---|---|---|\n| Matrix | 4 | ==.53== | .44 |\n| Rotation | 4 | .76 | .45 |",
      "| Scale | Number of items | Cronbach's alpha | Average inter-item correlation |\n|---|---|---|---|\n| Planning | 6 | ==.91== | .32 |\n| Revising | 5 | .79 | .43 |",
      "The 4 items of the scale had a mean inter-item correlation of .44 and an internal consistency of Cronbach's α = ==.53==.",
      "| Scale | Items | Standardized α | Mean inter-item *r* |\n|---|---|---|---|\n| Matrix | 4 | ==.56== | .220 |",
    ],
    clean: [
      "| Scale | Items | α | Mean inter-item *r* |\n|---|---|---|---|\n| Matrix | 4 | .53 | .22 |\n| Rotation | 4 | .76 | .45 |",
      "| Scale | Items | α | Mean inter-item *r* |\n|---|---|---|---|\n| Matrix | 4 | .54 | .22 |",
      "| Scale | α | Mean inter-item *r* |\n|---|---|---|\n| Matrix | .93 | .22 |",
    ],
  },

  check(claims) {
    const counts = claims.of("component-items");
    return claims.of("inter-item").flatMap((r) => {
      if (r.place.sentence) return sentence(r, claims);
      const k = counts.find((c) => c.place.table === r.place.table && c.row === r.row);
      const alphas = claims.of("alpha").filter((a) => a.place.table === r.place.table && a.row === r.row && a.role === "value" && !a.condition);
      return alphas.flatMap((alpha): Outcome[] =>
        k ? [judge(alpha, r, k.reported.value, k.range)] : [unchecked(alpha, "the number of items is not printed beside it")],
      );
    });
  },
};
export default check;

/** "The 4 items had α = .53 and a mean inter-item correlation of .44": one of each in one sentence. */
function sentence(r: InterItemClaim, claims: Claims): Outcome[] {
  const alphas = inSentence(claims, "alpha", r.place.sentence).filter((a) => a.role === "value");
  const counts = inSentence(claims, "item-count", r.place.sentence);
  const own = inBrackets(r, alphas, claims);
  if (own) return [own];
  if (alphas.length !== 1 || new Set(counts.map((c) => c.reported.value)).size !== 1 || inSentence(claims, "inter-item", r.place.sentence).length !== 1)
    return [unchecked(r, "whose number of items and α it belongs to is not certain")];
  return [judge(alphas[0], r, counts[0].reported.value, counts[0].range)];
}

/** "α = .71 for Trust (5 items, mean inter-item r = .33)": the α right before the brackets that hold the number of items and the correlation. */
function inBrackets(r: InterItemClaim, alphas: readonly AlphaClaim[], claims: Claims): Outcome | undefined {
  const { text, mapped } = r.place.sentence!;
  const open = text.lastIndexOf("(", r.reported.start);
  const inside = /^\((?:\p{L}+|\d{1,2}) items?[,;] /u.test(text.slice(open, open + 30)) && !text.slice(open, r.reported.start).includes(")");
  const k = inside && numbersIn(mapped, claims.manuscript.decimal).find((n) => n.start === open + 1);
  if (!k || k.decimals !== 0) return undefined;
  const alpha = alphas.filter((a) => a.reported.end < open).pop();
  const between = alpha ? text.slice(alpha.reported.end, open) : "";
  return alpha && between.length < 80 && !/[;()]|\d/.test(between) ? judge(alpha, r, k.value, k.range) : undefined;
}

/** k r / (1 + (k − 1) r), which rises with r. */
function standardized(k: number, r: Interval): Interval {
  const at = (x: number): Interval => divide(point(k * x), point(1 + (k - 1) * x));
  return { low: at(r.low).low, high: at(r.high).high };
}

function judge(alpha: AlphaClaim, r: InterItemClaim, k: number, range: InterItemClaim["range"]): Outcome {
  if (k < 2 || r.reported.interval.low <= 0) return unchecked(alpha, "the items do not correlate positively");
  const exact = standardized(k, r.reported.interval);
  const value = (k * r.reported.value) / (1 + (k - 1) * r.reported.value);
  const room = alpha.standardized ? 0 : slack(value, k);
  if (meets({ low: exact.low - room, high: exact.high + room }, alpha.reported.interval)) return consistent(alpha, { standardizedAlpha: value });
  return finding(alpha, {
    message: `${k} items with a mean correlation of ${r.reported.text} have a standardized α of ${show(value, 2)}, but ${alpha.reported.text} is printed.`,
    detail: `${k} × ${r.reported.text} / (1 + ${k - 1} × ${r.reported.text}) = ${show(value, 3)}.${alpha.standardized ? "" : " Raw α may differ a little where the items' variances do."}`,
    related: [
      { message: `Mean inter-item correlation ${r.reported.text}`, range: r.range },
      { message: `${k} items`, range },
    ],
    claims: [alpha, r],
  });
}
