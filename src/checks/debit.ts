import type { Descriptive } from "../claims/descriptive";
import { meets } from "../numerics/interval";
import { binarySd } from "../numerics/sd-bound";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { descriptiveGroups } from "./descriptive-groups";
import { mainSample } from "./main-sample";
import { withSlip } from "./slip";

const check: Check = {
  id: "debit",
  severity: "warning",
  summary: "The standard deviation is impossible for a proportion of 0/1 answers.",
  explain: `DEBIT (Heathers & Brown, 2019): the standard deviation of n answers coded 0 and 1 is √(n/(n−1) · p(1−p)), with p their mean. Both the divisor n − 1 and n are accepted, and all that the printed p can stand for.
Conditions: caption, note or sentence says that answers are coded 0 and 1 (or are proportions of people), and in a table two thirds of the rows obey the formula, as means of individual proportions do not. Four means or more between 0 and 1,
three quarters of which obey it, need no words.`,
  examples: {
    flagged: [
      "**Table 1**\n\nApproval of statements (0 = no, 1 = yes)\n\n| Item | M | SD |\n| --- | ---: | ---: |\n| A | .53 | ==.42== |\n| B | .66 | .47 |\n| C | .67 | .47 |\n| D | .71 | .45 |\n\n*Note.* *N* = 320.",
      "**Table 1**\n\nProportion correct\n\n| Item | M | SD |\n| --- | ---: | ---: |\n| A | .68 | .47 |\n| B | .74 | .44 |\n| C | .65 | ==.40== |\n\n*Note.* *N* = 1,248. Items are scored 0 or 1.",
      "Answers were coded 0 or 1 (==*M* = 0.30, *SD* = 0.56==, *n* = 40).",
    ],
    clean: [
      "**Table 1**\n\nApproval of statements (0 = no, 1 = yes)\n\n| Item | M | SD |\n| --- | ---: | ---: |\n| A | .53 | .50 |\n| B | .66 | .47 |\n| C | .67 | .47 |\n\n*Note.* *N* = 320.",
      "**Table 1**\n\nProportion of correct answers a person\n\n| Task | M | SD |\n| --- | ---: | ---: |\n| A | .53 | .12 |\n| B | .66 | .15 |\n| C | .67 | .11 |",
      "Women scored higher (*M* = 0.30, *SD* = 0.56, *n* = 40).",
    ],
  },

  check: (claims) => {
    const main = mainSample(claims)?.value;
    return descriptiveGroups(claims).flatMap((group) => {
      const proportions = behaves(group, main);
      return judge(
        group.filter((d) => (d.binary || proportions) && d.sd),
        main,
      );
    });
  },
};

/** A column of four means or more between 0 and 1, three quarters of whose standard deviations are those of 0/1 answers, is one of proportions, whatever it is called. */
function behaves(group: readonly Descriptive[], main: number | undefined): boolean {
  const rows = group.filter((d) => d.sd && d.mean.decimals >= 2 && d.mean.value > 0.02 && d.mean.value < 0.98);
  if (!group[0].place.cell || rows.length < 4 || rows.length < group.length) return false;
  return rows.filter((d) => meets(binarySd(d.mean.interval, d.n?.value ?? main), d.sd!.interval)).length >= 0.75 * rows.length;
}

function judge(group: readonly Descriptive[], main: number | undefined): Outcome[] {
  if (group.some((d) => d.mean.interval.high < 0 || d.mean.interval.low > 1)) return group.map((d) => unchecked(d, "not all means lie between 0 and 1"));
  const rows = group.map((d) => {
    const n = d.n?.value ?? main;
    const possible = binarySd(d.mean.interval, n);
    return { d, n, possible, fits: meets(possible, d.sd!.interval) };
  });
  const fitting = rows.filter((r) => r.fits).length;
  if (group.length > 0 && group[0].place.cell && (rows.length < 3 || fitting < (2 / 3) * rows.length) && fitting < rows.length) {
    return group.map((d) => unchecked(d, "the rows do not behave like proportions of people"));
  }
  return rows.map(({ d, n, possible, fits }) =>
    fits
      ? consistent(d, { sd: Math.sqrt(d.mean.value * (1 - d.mean.value) * (n ? n / (n - 1) : 1)) })
      : finding(d, {
          message: `SD = ${d.sd!.text} is impossible for a proportion of ${d.mean.text}: it would be ${possible.high.toFixed(Math.max(2, d.sd!.decimals))}.`,
          detail: withSlip(`√(p(1 − p)) with p = ${d.mean.text}${n ? ` and n = ${n}` : ""}, the divisor n or n − 1.`, d.sd!, possible),
          range: d.range,
          related: d.n ? [{ message: `n = ${d.n.value}`, range: d.n.range }] : [],
        }),
  );
}

export default check;
