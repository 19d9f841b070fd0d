import type { Claims } from "../claims/claim";
import type { Descriptive } from "../claims/descriptive";
import { largestSd } from "../numerics/sd-bound";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { descriptiveGroups, ofAnswers, offScale, statedScale } from "./descriptive-groups";
import { certainAnswers } from "./whole-answers";
import { mainSample } from "./main-sample";

const check: Check = {
  id: "sd-bound",
  severity: "error",
  summary: "A standard deviation is larger than the response scale allows.",
  explain: `Answers between *a* and *b* with mean *m* spread most when all lie at the two ends: SD ≤ √(n/(n−1) · (m − a)(b − m)). Conditions: as for \`mean-range\`; without *n* the factor n/(n − 1) is taken to be 2.`,
  examples: {
    flagged: [
      "**Table 1**\n\nRatings of calmness\n\n| Time | M | SD |\n| --- | ---: | ---: |\n| Before | 2.96 | ==3.71== |\n| After | 3.74 | 1.46 |\n\n*Note.* *N* = 27. Single item; answers from 1 to 7.",
      "**Table 1**\n\nStatements (1 = never, 5 = always)\n\n| Statement | M | SD |\n| --- | ---: | ---: |\n| A | 3.12 | 0.81 |\n| B | 4.32 | ==2.77== |\n| C | 2.95 | 0.90 |\n| D | 3.40 | 0.66 |\n\n*Note.* *N* = 120.",
      "# Method\n\nAnswers were given on a five-point scale.\n\n# Results\n\n**Table 1**\n\nMeans of the items\n\n| Item | M | SD |\n| --- | ---: | ---: |\n| A | 3.12 | 0.81 |\n| B | 3.32 | 0.77 |\n| C | 4.80 | ==1.95== |\n| D | 3.40 | 0.66 |\n\n*Note.* *N* = 60.",
      "**Table 1**\n\nContent with the stay, answers from 1 to 4\n\n| Aspect | M | SD |\n| --- | ---: | ---: |\n| Meals | 4.35 | 0.61 |\n| Beds | 2.87 | ==2.10== |\n| Noise | 3.10 | 0.66 |",
      "Satisfaction was rated from 1 (not at all) to 7 (very much) and was high (==*M* = 6.45, *SD* = 2.60==, *n* = 30).",
    ],
    clean: [
      "**Table 1**\n\nRatings of calmness\n\n| Time | M | SD |\n| --- | ---: | ---: |\n| Before | 2.96 | 1.09 |\n| After | 3.74 | 1.46 |\n\n*Note.* *N* = 27. Single item; answers from 1 to 7.",
      "**Table 1**\n\nStatements (1 = never, 5 = always)\n\n| Statement | M | SD |\n| --- | ---: | ---: |\n| A | 3.12 | 0.81 |\n| B | 4.32 | 1.27 |\n| C | 2.95 | 1.90 |",
      "**Table 1**\n\nContent with the stay, answers from 1 to 4\n\n| Aspect | M | SD |\n| --- | ---: | ---: |\n| Meals | 9.35 | 2.61 |\n| Beds | 2.87 | 2.10 |\n| Noise | 3.10 | 0.66 |",
      "Women were older (*M* = 24.39, *SD* = 6.17, *n* = 13) than men.",
      "Satisfaction was rated from 1 (not at all) to 7 (very much) and was high (*M* = 6.45, *SD* = 0.60, *n* = 30).",
    ],
  },

  check(claims) {
    const main = mainSample(claims)?.value;
    return descriptiveGroups(claims).flatMap((group) => judge(group, main, claims));
  },
};

function judge(group: readonly Descriptive[], main: number | undefined, claims: Claims): Outcome[] {
  const own = group[0].scale;
  const stated = own ? undefined : statedScale(claims);
  const scale = own ?? stated;
  if (!scale || (group[0].binary && !own)) return [];
  const answers = group.filter((d) => d.sd && !offScale(d) && d.mean.interval.high >= scale.low && d.mean.interval.low <= scale.high);
  const rows = answers.map((d) => {
    const n = d.n?.value ?? main ?? 2;
    const most = largestSd(d.mean.interval, n, scale.low, scale.high);
    return { d, n, most, above: d.sd!.interval.low > most + 1e-9 };
  });
  const above = rows.filter((r) => r.above).length;
  const inTable = group[0].place.cell !== undefined;
  const inRange = answers.length >= 0.75 * group.filter((d) => d.sd).length;
  const printed = own !== undefined && above === 1 && rows.length >= 2 && oneMisprint(group, own);
  if (
    above > 0 &&
    !(inTable && printed) &&
    (inTable
      ? ((rows.length - above < 2 * above || rows.length < 3) && !(rows.length > above && certainAnswers(group))) || !inRange || (!own && !ofAnswers(group))
      : !own)
  )
    return answers.map((d) => unchecked(d, "the response scale may not be that of these means"));
  return rows.map(({ d, n, most, above: tooLarge }) =>
    tooLarge
      ? finding(d, {
          message: `SD = ${d.sd!.text} is more than answers from ${scale.low} to ${scale.high} with mean ${d.mean.text} allow, ${most.toFixed(Math.max(2, d.sd!.decimals))}.`,
          detail: `√(${n === 2 && !d.n ? "2" : `${n}/${n - 1}`} · (m − ${scale.low})(${scale.high} − m)), over all that ${d.mean.text} can stand for.`,
          range: d.place.cell ? d.sd!.range : d.range,
          related: stated ? [{ message: `${stated.claim.text} here`, range: stated.claim.range }] : [],
        })
      : own
        ? consistent(d, { largestSd: most })
        : unchecked(d, "the response scale is not stated beside it"),
  );
}

/** Of at least three means on a scale that is printed above them no more than one lies beside it, and that not far. */
function oneMisprint(group: readonly Descriptive[], { low, high }: { readonly low: number; readonly high: number }): boolean {
  const rated = group.filter((d) => d.sd && !offScale(d));
  const beside = rated.filter((d) => d.mean.interval.low > high || d.mean.interval.high < low);
  const room = (high - low) / 2;
  return rated.length >= 3 && beside.length <= 1 && beside.every((d) => d.mean.value <= high + room && d.mean.value >= Math.max(0, low - room));
}

export default check;
