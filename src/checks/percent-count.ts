import { addTo } from "./add-to";
import type { Claims } from "../claims/claim";
import type { Frequency } from "../claims/frequency";
import type { PartOf } from "../claims/part-of";
import { tableName } from "../manuscript/manuscript";
import { type Interval, point } from "../numerics/interval";
import type { Reported } from "../claims/number";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { genderPercents } from "./gender-percent";
import { mainSample } from "./main-sample";
import { replaceNumber } from "./replace-number";
import { withSlip } from "./slip";

const check: Check = {
  id: "percent-count",
  severity: "error",
  summary: "A percentage is not what its count gives.",
  explain: `percentage = 100 · count / whole. In a table the whole is looked for among the sizes printed in header, caption and note, the sum of the group, the sum of the column, its total row and the size of the sample;
a percentage that any of these gives is right. An error needs six percentages in the column, four fifths of which agree; with three to five, all others have to agree and it is a warning. In a sentence the whole has to be
printed (“41 of the 75 students (54.7%)”). Percentages cut off instead of rounded are accepted. A correction is offered where the counts of the group add up to a whole that is printed: then they are right.`,
  examples: {
    flagged: [
      "**Table 1**\n\nSample\n\n| Characteristic | n | % |\n| --- | ---: | ---: |\n| Male | 117 | 36.6 |\n| Female | 203 | 63.4 |\n| Large | 137 | 42.8 |\n| Medium | 97 | 30.3 |\n| Small | 86 | ==29.6== |\n| Urban | 120 | 37.5 |\n\n*Note.* *N* = 320.",
      "Of the students, 41 of the 75 interviewed (==64.7%==) used it monthly.",
      "In all, 145 persons (==85.0%==) were women and 105 (42.0%) men.",
      "Von den 320 Studierenden waren 117 (==46,6 %==) Männer, und 96 der 320 Befragten (30,0 %) wohnten allein.",
      "**Table 1**\n\nSample\n\n| Sex | n (%) |\n| --- | ---: |\n| Male | 30 (30.0) |\n| Female | 62 (==66.0==) |\n| Other | 8 (8.0) |\n\n*Note.* *N* = 100.",
    ],
    clean: [
      "**Table 1**\n\nSample\n\n| Characteristic | n | % |\n| --- | ---: | ---: |\n| Gender | | |\n| Male | 117 | 36.6 |\n| Female | 203 | 63.4 |\n| Class | | |\n| Large | 137 | 42.9 |\n| Medium | 97 | 30.4 |\n| Small | 85 | 26.6 |",
      "Of the students, 41 of the 75 interviewed (54.7%) used it monthly.",
      "Some 12% of the 40 (5/40, 12.5%) dropped out.",
      "In all, 145 women (85.0%) and 105 men (42.1%) answered.",
      "Von den 320 Studierenden waren 117 (36,6 %) Männer; 96 der 320 Befragten (30,0 %) wohnten allein.",
    ],
  },

  check(claims) {
    const main = mainSample(claims)?.value;
    const columns = new Map<string, Frequency[]>();
    for (const f of claims.of("frequency")) {
      const key = `${f.place.table!.index} ${f.column}`;
      addTo(columns, key, f);
    }
    return [
      ...[...columns.values()].flatMap((column) => judgeColumn(column, main, claims.manuscript.source)),
      ...sentences(claims),
      ...genderPercents(claims, gives),
    ];
  },
};

/** What a percentage stands for, rounded or cut off. */
const printed = (percent: Reported): Interval => ({
  low: percent.interval.low,
  high: Math.max(percent.interval.high, percent.value + 10 ** -percent.decimals),
});
const gives = (part: number, whole: number, percent: Reported): boolean => {
  const value = (100 * part) / whole;
  const { low, high } = printed(percent);
  return low <= value && value <= high;
};
const shown = (part: number, whole: number, percent: Reported): string => ((100 * part) / whole).toFixed(Math.max(percent.decimals, 1));

function judgeColumn(column: readonly Frequency[], main: number | undefined, source: string): Outcome[] {
  const rows = column.filter((f) => !f.total);
  const sum = (list: readonly Frequency[]) => list.reduce((s, f) => s + f.count.value, 0);
  const common = [...column[0].sizes.map((s) => s.value), ...column.filter((f) => f.total).map((f) => f.count.value), sum(rows), ...(main ? [main] : [])];
  const judged = rows.map((f) => {
    const group = rows.filter((other) => other.group === f.group);
    const wholes = [...new Set([...common, sum(group)])].filter((w) => w > 0);
    return { f, wholes, fits: wholes.some((w) => gives(f.count.value, w, f.percent)) };
  });
  const wrong = judged.filter((r) => !r.fits);
  if (wrong.length === 0) return rows.map((f) => consistent(f));
  const enough = rows.length >= 6 ? wrong.length <= 0.2 * rows.length : rows.length >= 3 && wrong.length === 1;
  if (!enough) return rows.map((f) => unchecked(f, "it is not plain what whole the percentages refer to"));
  return judged.map(({ f, fits, wholes }) => (fits ? consistent(f) : miss(f, wholes, column, source)));
}

function miss(f: Frequency, wholes: readonly number[], column: readonly Frequency[], source: string): Outcome {
  const friends = column.filter((other) => other !== f && !other.total);
  const whole = [...wholes].sort(
    (a, b) => friends.filter((o) => gives(o.count.value, b, o.percent)).length - friends.filter((o) => gives(o.count.value, a, o.percent)).length,
  )[0];
  // a part of another row: "of these, …"
  const nested = column.find((other) => other !== f && other.count.value > f.count.value && gives(f.count.value, other.count.value, f.percent));
  if (nested) return unchecked(f, `the percentage is that of ${nested.count.text} (${nested.label})`);
  const size = f.sizes.find((s) => s.value === whole);
  return finding(f, {
    severity: friends.length < 5 ? "warning" : undefined,
    message: `${f.count.text} of ${whole} is ${shown(f.count.value, whole, f.percent)}%, not ${f.percent.text}%.`,
    detail: withSlip(
      `The other percentages of the column agree with their counts; ${f.percent.text}% would be ${f.count.text} of ${Math.round((100 * f.count.value) / f.percent.value)}.`,
      f.percent,
      point((100 * f.count.value) / whole),
    ),
    related: [
      { message: `${f.label}: ${f.count.text}`, range: f.count.range },
      ...(size ? [{ message: `${size.value} in ${tableName(f.place.table!)}`, range: size.range }] : []),
    ],
    fixes: countsAreRight(f, whole, column) ? replaceNumber(f.percent, (100 * f.count.value) / whole, source) : [],
  });
}

/** Do the counts of its group make up a whole that is printed, and do the other percentages of the group follow from it, rounded? */
function countsAreRight(f: Frequency, whole: number, column: readonly Frequency[]): boolean {
  const rows = column.filter((o) => !o.total && o.group === f.group);
  const isPrinted = f.sizes.some((s) => s.value === whole) || column.some((o) => o.total && o.count.value === whole);
  const others = rows.filter((o) => o !== f);
  const rounded = (o: Frequency) => Math.abs((100 * o.count.value) / whole - o.percent.value) <= 0.5 * 10 ** -o.percent.decimals + 1e-9;
  return isPrinted && others.length > 0 && rows.reduce((s, o) => s + o.count.value, 0) === whole && others.every(rounded);
}

function sentences(claims: Claims): Outcome[] {
  return claims
    .of("part-of", { every: true })
    .filter((c) => c.place.source !== "hypothetical")
    .map((c: PartOf) => {
      if (gives(c.part.value, c.whole.value, c.percent)) return consistent(c, { percent: (100 * c.part.value) / c.whole.value });
      return finding(c, {
        message: `${c.part.text} of ${c.whole.text} is ${shown(c.part.value, c.whole.value, c.percent)}%, not ${c.percent.text}%.`,
        detail: withSlip(undefined, c.percent, point((100 * c.part.value) / c.whole.value)),
        related: [
          { message: `${c.part.text} here`, range: c.part.range },
          { message: `${c.whole.text} here`, range: c.whole.range },
        ],
      });
    });
}

export default check;
