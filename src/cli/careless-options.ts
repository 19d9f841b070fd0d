import { ScreeError } from "../errors";
import { type Selection } from "../psychometrics/analysis";
import { findCareless, withoutCareless } from "../psychometrics/careless/careless-survey";
import { type CarelessOptions } from "../psychometrics/careless/report";
import { checkedThreshold, rowRanges, thresholdName, thresholdNames } from "../study/data-keys";
import { type Survey } from "../survey/survey";
import { withoutNumberedRows } from "../survey/without-rows";
import { type Given, list, number, type OptionKind, whole } from "./arguments";

/** What looks careless, and what is left out. */
export const carelessOptions: Readonly<Record<string, OptionKind>> = {
  ...Object.fromEntries(thresholdNames.map((name) => [name, "value" as const])),
  reasons: "value",
  timing: "value",
  "exclude-careless": "flag",
  exclude: "values",
};

export const carelessHelp = `  --exclude-careless            leave out the rows that look careless; every table says so
  --exclude 17,203-210          leave out rows, numbered as in the file; every table says so
  --longstring N                a run of N equal answers flags a row; default: half of the items
  --even-odd R, --mahalanobis P, --duplicate-chance N, --seconds-per-item S, --variability SD
                                cut-offs; default: .3, .001, .001, 2, none
  --reasons N                   so many indices flag a row; default: 1
  --timing COLUMN               the response time; default: the column that is named like one
`;

/** The cut-offs that the command line gives, over those of a study. */
export function carelessFrom(given: Given, study: CarelessOptions = {}): CarelessOptions {
  const named = thresholdNames.flatMap((key) => {
    const value = number(given, key);
    if (value === undefined) return [];
    const refuse = (hint: string) => new ScreeError("not-a-number", `--${key} cannot be "${given.value(key)}".`, { hint });
    return [[thresholdName(key), checkedThreshold(key, value, refuse)] as const];
  });
  const leastReasons = whole(given, "reasons", 1, 7) ?? study.leastReasons;
  const timing = given.value("timing") ?? study.timing;
  return {
    thresholds: { ...study.thresholds, ...Object.fromEntries(named) },
    ...(leastReasons === undefined ? {} : { leastReasons }),
    ...(timing === undefined ? {} : { timing }),
  };
}

/** The survey without the rows that the command line leaves out. @throws ScreeError `unknown-row`, those of `findCareless` */
export function withoutNamed(given: Given, survey: Survey, selection: Selection, options: CarelessOptions): Survey {
  const attentive = given.has("exclude-careless") ? withoutCareless(survey, findCareless(survey, selection, options)) : survey;
  const gone = new Set(attentive.excluded?.rows);
  const rows = list(given.values("exclude")).flatMap((text) => {
    const range = rowRanges(text);
    if (range) return range;
    throw new ScreeError("bad-option", `--exclude cannot be "${text}".`, { hint: "Write row numbers of the file, such as 17,203-210." });
  });
  return withoutNumberedRows(
    attentive,
    rows.filter((row) => !gone.has(row)),
  );
}
