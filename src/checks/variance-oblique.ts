import { addTo } from "./add-to";
import { rotationsIn } from "../claims/factor-method";
import type { VariancePercentClaim } from "../claims/variance-claims";
import { meets, sum } from "../numerics/interval";
import { type Check, finding, type Outcome } from "./check";
import { show } from "./show";

/** Correlated factors share variance, so that their percentages cannot be added up. */
const check: Check = {
  id: "variance-oblique",
  severity: "warning",
  summary: "Percentages of obliquely rotated factors are added up.",
  explain: `The sums of squared structure coefficients of correlated factors overlap; SPSS prints them without percentages for that reason. A sentence that lists percentages of obliquely rotated factors and their sum counts shared variance more than once.
It would be right if the percentages are of unique contributions, or of diag(ΦΛ'Λ) as psych prints them. Percentages of initial eigenvalues may be added up.`,
  examples: {
    flagged: [
      "Principal axis factoring. After promax rotation the correlated factors explained 12.8%, 10.3%, 9.1%, and 6.6% of the variance, together ==38.8%==.",
      "Factor analysis. After oblimin rotation, the two factors explained 22.1% and 14.3% of the variance, ==36.4%== in total.",
      "Factor analysis. The obliquely rotated factors accounted for 22.1% and 14.3% of the variance (total ==36.4%==).",
    ],
    clean: [
      "Principal component analysis. After varimax rotation the components explained 12.8%, 10.3%, 9.1%, and 6.6% of the variance, together 38.8%.",
      "Factor analysis with promax rotation. The initial eigenvalues explained 28.4% and 9.8% of the variance, together 38.2%.",
      "Factor analysis. The factors correlated; because their contributions overlap, no percentages of variance are reported for the promax-rotated factors.",
    ],
  },

  check(claims) {
    const bySentence = new Map<object, VariancePercentClaim[]>();
    for (const c of claims.of("variance-percent")) if (c.place.sentence) addTo(bySentence, c.place.sentence, c);
    const document = new Set(claims.of("factor-method").flatMap((m) => m.rotation ?? []));
    return [...bySentence.values()].flatMap((list) => judge(list, document));
  },
};
export default check;

function judge(list: readonly VariancePercentClaim[], document: ReadonlySet<string>): Outcome[] {
  const { text } = list[0].place.sentence!;
  const named = rotationsIn(text);
  const rotated =
    named.includes("oblique") || (document.has("oblique") && !document.has("orthogonal") && /rotated|after (?:the )?rotation|correlated factors/i.test(text));
  if (!rotated || named.includes("orthogonal") || named.includes("none") || /initial|before|prior to|unrotated|eigenvalue|unique/i.test(text)) return [];
  for (let i = 0; i < list.length; i++) {
    const others = list.filter((_, j) => j !== i && (i === 0 || j < i));
    if (others.length < 2) continue;
    const total = sum(others.map((c) => c.percent));
    if (!meets(total, list[i].percent) || list[i].percent.low <= Math.max(...others.map((c) => c.percent.high))) continue;
    return [
      finding(list[i], {
        message: `${list[i].text} is the sum of the percentages of obliquely rotated factors, ${others.map((c) => c.reported.text).join(" + ")} = ${show(
          others.reduce((s, c) => s + c.reported.value, 0),
          Math.max(1, list[i].reported.decimals),
        )}.`,
        detail: "Correlated factors share variance, which is then counted more than once, unless these are unique contributions.",
        related: others.map((c) => ({ message: `${c.text} here`, range: c.range })),
      }),
    ];
  }
  return [];
}
