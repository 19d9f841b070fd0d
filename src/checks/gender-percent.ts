import type { Claims } from "../claims/claim";
import { numbersIn, type Reported } from "../claims/number";
import { type Finding, finding } from "./check";

/** Percentages of something else than the two groups together. */
const otherWhole =
  /respon(?:se|ded)|rate|return|invited|eligible|population|register|enrol|Rücklauf|angeschrieben|Grundgesamtheit|(?:%|per ?cent|Prozent)\)? (?:of|der|aller) /i;

/**
 * "145 persons (85.0%) were women, 105 (42.0%) men": two groups that leave nobody out, of which one percentage is that of the two together and the other is not.
 *
 * @param gives whether a percentage, as printed, is that of a part of a whole
 */
export function genderPercents(claims: Claims, gives: (part: number, whole: number, percent: Reported) => boolean): Finding[] {
  return claims.of("subgroups").flatMap((groups) => {
    const { sentence } = groups.place;
    const whole = groups.parts.reduce((s, n) => s + n.value, 0);
    if (groups.closed !== "gender" || !sentence || otherWhole.test(sentence.text) || whole < 20 || (groups.total && groups.total.value !== whole)) return [];
    const pairs = groups.parts.flatMap((part) => {
      const percent = percentAfter(part, numbersIn(sentence.mapped, claims.manuscript.decimal), sentence.text);
      return percent ? [{ part, percent, fits: gives(part.value, whole, percent) }] : [];
    });
    const [right, wrong] = [pairs.find((p) => p.fits), pairs.find((p) => !p.fits)];
    if (pairs.length !== 2 || !right || !wrong) return [];
    return [
      finding(groups, {
        range: wrong.percent.range,
        message: `${wrong.part.text} of ${whole} is ${((100 * wrong.part.value) / whole).toFixed(Math.max(1, wrong.percent.decimals))}%, not ${wrong.percent.text}%.`,
        detail: `${groups.parts.map((n) => n.text).join(" + ")} = ${whole}, of which ${right.part.text} is the ${right.percent.text}% printed.`,
        related: groups.parts.map((n) => ({ message: `${n.text} here`, range: n.range })),
      }),
    ];
  });
}

/** "145 persons (85.0%)": the percentage in the brackets that follow the count. */
function percentAfter(part: Reported, numbers: readonly Reported[], text: string): Reported | undefined {
  const next = numbers.find((n) => n.start >= part.end);
  return next && next.percent && next.decimals >= 1 && next.relation === "=" && /^(?: [\p{L}-]{2,20}){0,3},? ?\($/u.test(text.slice(part.end, next.start))
    ? next
    : undefined;
}
