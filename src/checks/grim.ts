import type { Descriptive } from "../claims/descriptive";
import { grimHasPower, possibleSums } from "../numerics/grim";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { certainAnswers, wholeAnswers } from "./whole-answers";

const check: Check = {
  id: "grim",
  severity: "warning",
  summary: "A mean is impossible for that many whole-number answers.",
  explain: `GRIM (Brown & Heathers, 2017): the sum of n whole-number answers is whole, so that n times the mean has to be, within rounding. Conditions: the means are of single questions answered in whole numbers (a
response scale or 0/1 coding is stated), n is printed for them, and n has fewer steps than the printed decimals; in a table, three quarters of the means obey, as otherwise some answers are missing.`,
  examples: {
    flagged: [
      "**Table 1**\n\nRatings of calmness\n\n| Time | M | SD |\n| --- | ---: | ---: |\n| Before | ==2.97== | 1.09 |\n| After | 3.74 | 1.46 |\n\n*Note.* *N* = 27. Single item; answers from 1 to 7.",
      "The item was rated from 1 (never) to 5 (always); the mean of the question was higher in the group (==*M* = 3.19, *SD* = 1.02==, *n* = 28) than expected.",
      "**Table 1**\n\nStatements (1 = never, 5 = always)\n\n| Statement | M | SD |\n| --- | ---: | ---: |\n| A | 3.10 | 0.91 |\n| B | ==3.33== | 0.88 |\n| C | 2.95 | 0.94 |\n| D | 3.40 | 0.82 |\n| E | 3.05 | 0.89 |\n\n*Note.* *N* = 20.",
      "**Table 1**\n\nApproval of statements (0 = no, 1 = yes)\n\n| Item | M | SD |\n| --- | ---: | ---: |\n| A | .52 | .51 |\n| B | .64 | .49 |\n| C | ==.67== | .48 |\n| D | .72 | .46 |\n| E | .76 | .44 |\n\n*Note.* *N* = 25.",
    ],
    clean: [
      "**Table 1**\n\nRatings of calmness\n\n| Time | M | SD |\n| --- | ---: | ---: |\n| Before | 2.96 | 1.09 |\n| After | 3.74 | 1.46 |\n\n*Note.* *N* = 27. Single item; answers from 1 to 7.",
      "The item was rated from 1 (never) to 5 (always); the mean of the question was higher in the group (*M* = 3.18, *SD* = 1.02, *n* = 28) than expected.",
      "Cars with manual gearboxes (*M* = 24.39, *SD* = 6.17, *n* = 13) used less fuel.",
      "**Table 1**\n\nStatements (1 = never, 5 = always)\n\n| Statement | M | SD |\n| --- | ---: | ---: |\n| A | 3.11 | 0.91 |\n| B | 3.33 | 0.88 |\n| C | 2.97 | 0.94 |\n\n*Note.* *N* = 320.",
    ],
  },

  check: (claims) => wholeAnswers(claims).flatMap(judge),
};

function judge(group: readonly Descriptive[]): Outcome[] {
  const rows = group.map((d) => ({ d, power: grimHasPower(d.n!.value, d.mean.decimals), sums: possibleSums(d.mean.interval, d.n!.value) }));
  const tested = rows.filter((r) => r.power);
  const wrong = tested.filter((r) => r.sums.length === 0);
  // beside the words that these are answers to one question, half of a few may be wrong
  const few = certainAnswers(group) ? { rows: 2, share: 0.5 } : { rows: 4, share: 0.25 };
  const doubtful = group[0].place.cell !== undefined && wrong.length > 0 && (tested.length < few.rows || wrong.length > tested.length * few.share);
  return rows.map(({ d, power, sums }) => {
    if (!power) return unchecked(d, `with n = ${d.n!.value} every mean of ${d.mean.decimals} decimals is possible`);
    if (sums.length > 0) return consistent(d, { sum: sums[0] });
    if (doubtful) return unchecked(d, "several means do not fit n, so that answers may be missing");
    const product = d.mean.value * d.n!.value;
    const cut = possibleSums({ low: d.mean.value, high: d.mean.value + 10 ** -d.mean.decimals }, d.n!.value).length > 0;
    const near = [Math.floor(product), Math.ceil(product)].map((s) => `${s}/${d.n!.value} = ${(s / d.n!.value).toFixed(d.mean.decimals)}`).join(", ");
    return finding(d, {
      message: `The mean ${d.mean.text} is impossible for ${d.n!.value} whole-number answers.`,
      detail: `${near}. ${cut ? "The last digit may have been cut off instead of rounded. " : ""}Unless answers are missing or not whole numbers.`,
      range: d.place.cell ? d.mean.range : d.range,
      related: [{ message: `n = ${d.n!.value}`, range: d.n!.range }],
    });
  });
}

export default check;
