import type { Claims } from "../claims/claim";
import type { Descriptive } from "../claims/descriptive";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { descriptiveGroups, ofAnswers, offScale, statedScale } from "./descriptive-groups";
import { certainAnswers } from "./whole-answers";

const check: Check = {
  id: "mean-range",
  severity: "error",
  summary: "A mean lies outside the response scale.",
  explain: `The mean of answers between *a* and *b* lies between *a* and *b*. Conditions: the scale is stated in the same sentence, caption or note, or it is the only one of the manuscript and the
other means of the table, or all others of the paper, keep to it. Sums, ages and other quantities are left out by their labels.`,
  examples: {
    flagged: [
      "**Table 1**\n\nRatings of calmness\n\n| Time | M | SD |\n| --- | ---: | ---: |\n| Before | 2.96 | 1.09 |\n| After | ==8.20== | 1.46 |\n\n*Note.* *N* = 27. Single item; answers from 1 to 7.",
      "**Table 1**\n\nStatements (1 = never, 5 = always)\n\n| Statement | M | SD |\n| --- | ---: | ---: |\n| A | 3.12 | 0.81 |\n| B | ==5.32== | 0.77 |\n| C | 2.95 | 0.90 |\n| D | 3.40 | 0.66 |",
      "# Method\n\nAnswers were given on a five-point scale.\n\n# Results\n\n**Table 1**\n\nMeans of the items\n\n| Item | M | SD |\n| --- | ---: | ---: |\n| A | 3.12 | 0.81 |\n| B | 3.32 | 0.77 |\n| C | ==6.95== | 0.90 |\n| D | 3.40 | 0.66 |",
      "**Table 1**\n\nContent with the stay, answers from 1 to 4\n\n| Aspect | M | SD |\n| --- | ---: | ---: |\n| Meals | ==4.35== | 0.61 |\n| Beds | 2.87 | 0.70 |\n| Noise | 3.10 | 0.66 |",
      "# Method\n\nAll statements were answered on a five-point scale.\n\n# Results\n\nThe meals were rated best (==*M* = 5.32, *SD* = 0.71==). The beds were rated lower (*M* = 3.32, *SD* = 0.81), as was the noise (*M* = 3.02, *SD* = 0.91). Ratings of the staff were high (*M* = 4.02, *SD* = 0.91).",
      "Satisfaction was rated from 1 (not at all) to 7 (very much) and was high (==*M* = 7.45, *SD* = 0.60==).",
    ],
    clean: [
      "**Table 1**\n\nRatings of calmness\n\n| Time | M | SD |\n| --- | ---: | ---: |\n| Before | 2.96 | 1.09 |\n| After | 3.74 | 1.46 |\n\n*Note.* *N* = 27. Single item; answers from 1 to 7.",
      "**Table 1**\n\nStatements (1 = never, 5 = always)\n\n| Statement | M | SD |\n| --- | ---: | ---: |\n| A | 3.12 | 0.81 |\n| B | 4.32 | 0.77 |\n| Age | 25.95 | 3.90 |\n| D | 3.40 | 0.66 |",
      "# Method\n\nAnswers were given on a five-point scale.\n\n# Results\n\n**Table 1**\n\nSums of the scales\n\n| Scale | M | SD |\n| --- | ---: | ---: |\n| A | 13.12 | 2.81 |\n| B | 14.32 | 2.77 |\n| C | 12.95 | 2.90 |",
      "# Method\n\nAll statements were answered on a five-point scale.\n\n# Results\n\nThe meals were rated best (*M* = 5.32, *SD* = 0.71). The beds were rated lower (*M* = 5.12, *SD* = 0.81), as was the noise (*M* = 3.02, *SD* = 0.91). They stayed for some days (*M* = 5.20, *SD* = 1.10).",
      "Satisfaction was rated from 1 (not at all) to 7 (very much) and was high (*M* = 6.45, *SD* = 0.60).",
    ],
  },

  check(claims) {
    return descriptiveGroups(claims).flatMap((group) => judge(group, claims));
  },
};

function judge(group: readonly Descriptive[], claims: Claims): Outcome[] {
  const own = group[0].scale;
  const stated = own ? undefined : statedScale(claims);
  const scale = own ?? stated;
  if (!scale || (group[0].binary && !own)) return [];
  const answers = group.filter((d) => !offScale(d));
  const outside = answers.filter((d) => d.mean.interval.high < scale.low || d.mean.interval.low > scale.high);
  const inside = answers.length - outside.length;
  if (outside.length === 0) return answers.map((d) => (own ? consistent(d) : unchecked(d, "the response scale is not stated beside it")));
  const inTable = group[0].place.cell !== undefined;
  // other variables, or sums of answers: the scale is not theirs
  const far = outside.some(
    (d) =>
      d.mean.value > scale.high + (scale.high - scale.low) ||
      d.mean.value < scale.low - (scale.high - scale.low) ||
      (scale.low >= 1 && d.mean.value >= 0 && d.mean.value <= 1),
  );
  const foreign =
    (inTable && !own && !ofAnswers(group)) ||
    far ||
    (inTable
      ? (inside < 2 * outside.length || (inside < 3 && !own)) && !(inside > 0 && certainAnswers(group))
      : own
        ? outside.some((d) => d.mean.value > 2 * scale.high)
        : !ratedHere(group, outside, scale, claims));
  if (foreign) return answers.map((d) => unchecked(d, "the response scale may not be that of these means"));
  return answers.map((d) =>
    outside.includes(d)
      ? finding(d, {
          message: `The mean ${d.mean.text} lies outside the response scale, ${scale.low} to ${scale.high}.`,
          range: d.place.cell ? d.mean.range : d.range,
          related: stated ? [{ message: `${stated.claim.text} here`, range: stated.claim.range }] : [],
        })
      : consistent(d),
  );
}

/**
 * A sentence without a scale of its own speaks of ratings, and lies just beside the only scale of the paper, to which every other mean of its sentences and tables keeps.
 */
function ratedHere(
  group: readonly Descriptive[],
  outside: readonly Descriptive[],
  { low, high }: { readonly low: number; readonly high: number },
  claims: Claims,
): boolean {
  const { sentence, section } = group[0].place;
  if (outside.length !== 1 || low < 1 || !rated.test(sentence?.text ?? "") || section.role === "introduction" || section.role === "literature") return false;
  const [{ mean, sd }] = outside;
  if (mean.value > high + (high - low) / 4 || mean.value < 0 || !sd || sd.value > (high - low) / 2) return false;
  const others = claims.of("descriptive", { every: true }).filter((d) => d !== outside[0] && !offScale(d));
  return others.length >= 3 && others.every((d) => d.mean.interval.high >= low && d.mean.interval.low <= high);
}

const rated =
  /\b(?:rated|ratings?|agree(?:d|ment)?|(?:sub)?scales?|items?|statements?|answer(?:s|ed)?)\b(?!.*\b(?:sums?|totals?|hours?|years?|points out of)\b)/i;

export default check;
