import { ScreeError, type Warning } from "../../errors";
import { answers, type Column, type NumericColumn, rowNumber, type Survey } from "../../survey/survey";
import { withoutRows } from "../../survey/without-rows";
import { type AnalysisSettings, type Selection } from "../analysis";
import { type AnalyzeOptions } from "../analyze";
import { type ChosenItems, chooseItems } from "../chosen-items";
import { type CarelessData, carelessIndices, carelessResponding, type CarelessRow, judgesRuns, longestRun } from "./careless-responding";
import { compared } from "./comparison";
import { type CarelessIndexSummary, type CarelessOptions, type CarelessReport, type FlaggedRow } from "./report";
import { secondsOf, timingColumn } from "./response-time";
import { type CarelessThresholds, cutoffSources, defaultThresholds, fewestAnswers, fewestItems, indexNames } from "./thresholds";

/**
 * Careless responding in a survey: every index there are data for, and the rows beyond a cut-off. The indices look at all items of the selection as they were
 * answered, in the order of the file. Nothing is left out.
 * Sources: at the functions of its parts.
 *
 * @throws ScreeError `too-few-items`, `unknown-column`, `not-numeric`, `unknown-answer`
 */
export function findCareless(survey: Survey, selection: Selection, options: CarelessOptions = {}): CarelessReport {
  const thresholds = thresholdsOf(options);
  const leastReasons = options.leastReasons ?? 1;
  const looked = lookAt(survey, selection, options);
  const rows = carelessResponding(looked.data, thresholds);
  return {
    sample: {
      file: survey.source,
      rows: survey.rows,
      items: looked.data.items,
      scales: looked.data.scales!.map(({ name }) => name),
      timing: looked.timing?.name ?? null,
      identifier: looked.identifier?.name ?? null,
      instructed: looked.data.instructed!.map(({ name, expected }) => ({ item: name, answer: expected })),
    },
    thresholds,
    leastReasons,
    indices: summaries(rows, looked, thresholds),
    flagged: rows.filter(({ reasons }) => reasons.length >= leastReasons).map((row) => flaggedRow(row, survey, looked)),
    comparison: null,
    warnings: looked.warnings,
  };
}

/**
 * The same with the results of an analysis with and without the flagged rows.
 *
 * @throws ScreeError those of `analyze`; the signal's reason when aborted
 * @internal
 */
export async function withComparison(
  report: CarelessReport,
  survey: Survey,
  selection: Selection,
  settings: AnalysisSettings,
  running: AnalyzeOptions = {},
): Promise<CarelessReport> {
  if (report.flagged.length === 0) return report;
  const { comparison, warnings } = await compared(survey, withoutCareless(survey, report), selection, settings, running);
  return { ...report, comparison, warnings: [...report.warnings, ...warnings] };
}

/**
 * The survey without the rows that are flagged, which says so.
 *
 * @internal
 */
export function withoutCareless(survey: Survey, { flagged }: CarelessReport): Survey {
  const places = flagged.map(({ index }) => index);
  const found = carelessIndices.filter((index) => flagged.some(({ reasons }) => reasons.includes(index)));
  return withoutRows(survey, places, `as careless (${found.map((index) => indexNames[index]).join(", ")})`);
}

/** Who gives a cut-off for the even–odd consistency wants it judged. */
const thresholdsOf = ({ thresholds }: CarelessOptions): CarelessThresholds => ({
  ...defaultThresholds,
  ...(thresholds?.evenOdd === undefined ? {} : { evenOddScales: 3 }),
  ...thresholds,
});

interface Looked {
  readonly data: CarelessData;
  readonly timing?: Column;
  readonly identifier?: Column;
  readonly warnings: readonly Warning[];
}

function lookAt(survey: Survey, selection: Selection, { timing: named }: CarelessOptions): Looked {
  const chosen = chooseItems(survey, selection);
  const order = new Map(survey.columns.map(({ name }, c) => [name, c]));
  const column = (name: string) => survey.columns[order.get(name)!];
  const items = chosen.items.map(({ name }) => name).sort((a, b) => order.get(a)! - order.get(b)!);
  const found = timingColumn(survey);
  if (named !== undefined && !order.has(named))
    throw new ScreeError("unknown-column", `${survey.source} has no column ${named} to take the response time from.`, {
      hint: "Names are those of the header.",
    });
  const timing = named === undefined ? found.column : column(named);
  const several = named === undefined && found.others.length > 0 && timing;
  const message =
    several && `Response times are those of ${timing.name}; ${found.others.join(", ")} ${found.others.length === 1 ? "tells" : "tell"} times too.`;
  const identifiers = survey.columns.filter(({ role }) => role === "identifier");
  return {
    data: {
      items,
      columns: items.map((name) => answers(column(name) as NumericColumn)),
      scales: scalesOf(chosen, items),
      reflected: new Map(chosen.items.filter(({ reversed }) => reversed).map(({ name, values }) => [name, values])),
      ...(timing ? { seconds: secondsOf(timing) } : {}),
      instructed: survey.columns.filter(({ role }) => role === "instructed").map((check) => instructedItem(check, survey)),
    },
    timing,
    identifier: identifiers.find(({ name }) => /id$|code|序号|编号/i.test(name)) ?? identifiers[0],
    warnings: message ? [{ code: "several-timings", message }] : [],
  };
}

function scalesOf({ scales }: ChosenItems, items: readonly string[]) {
  const wide = scales
    .map(({ name, items: members }) => ({ name, items: members.filter((item) => items.includes(item)) }))
    .filter((scale) => scale.items.length >= 2);
  return wide.length < 3 ? [] : wide;
}

/** The answer that was asked for stands behind the column, as a number or in the words of its labels. */
function instructedItem(column: Column, { source }: Survey): { name: string; answers: Float64Array; expected: number } {
  const asked = column.instructedAnswer ?? "";
  if (column.kind === "text") {
    const given = Float64Array.from(column.values, (text) => (text === "" ? NaN : text.trim().toLowerCase() === asked.trim().toLowerCase() ? 1 : 0));
    return { name: column.name, answers: given, expected: 1 };
  }
  const labelled = [...(column.valueLabels ?? [])].find(([, label]) => label.toLowerCase() === asked.trim().toLowerCase());
  const expected = labelled ? labelled[0] : asked.trim() === "" ? NaN : Number(asked);
  if (!Number.isFinite(expected))
    throw new ScreeError("unknown-answer", `${source}: ${column.name} has no answer "${asked}".`, {
      hint: column.valueLabels ? `Its answers are ${[...column.valueLabels.values()].join(", ")}.` : "Give the number that was asked for, such as 4.",
      data: { item: column.name },
    });
  return { name: column.name, answers: answers(column), expected };
}

function flaggedRow(found: CarelessRow, survey: Survey, { data, identifier }: Looked): FlaggedRow {
  const { row, duplicateOf, reasons, ...indices } = found;
  const earlier = duplicateOf === null ? null : rowNumber(survey, duplicateOf);
  return {
    index: row,
    row: rowNumber(survey, row),
    identifier: identifier === undefined ? null : identifier.kind === "text" ? identifier.values[row] || null : numberText(identifier, row),
    ...indices,
    duplicateOf: earlier,
    reasons,
    why: reasons.map((reason) => inWords(reason, found, earlier, data.items.length)),
  };
}

const signed = (value: number): string => (Math.round(value * 100) / 100 + 0).toFixed(2).replace("-", "−");
const numberText = (column: NumericColumn, row: number): string | null => (column.values[row] === column.sentinel ? null : String(column.values[row]));

function inWords(reason: CarelessRow["reasons"][number], row: CarelessRow, earlier: number | null, p: number): string {
  switch (reason) {
    case "longstring":
      return `the same answer to ${row.longstring} of ${p} items in a row`;
    case "variability":
      return `answers hardly differ (SD ${row.variability!.toFixed(2)})`;
    case "even-odd":
      return `odd and even items of the scales do not agree (${signed(row.evenOdd!)})`;
    case "mahalanobis":
      return `an unusual pattern of answers (D² = ${row.mahalanobis!.squared.toFixed(1)})`;
    case "duplicate":
      return `all answers as in row ${earlier}`;
    case "time":
      return `${row.secondsPerItem!.toFixed(1)} seconds an item`;
    case "instructed":
      return `another answer than instructed to ${row.failedInstructions.join(", ")}`;
  }
}

function evenOddMissing({ scales = [] }: CarelessData, none: boolean, { evenOddScales }: CarelessThresholds): string | undefined {
  if (none) return "it takes three scales of two items or more";
  return scales.length < evenOddScales
    ? `of ${scales.length} scales it is little more than chance, so it is shown and not judged unless a cut-off is given`
    : undefined;
}

/** Each index with its cut-off, and why it is missing where it is. */
function summaries(rows: readonly CarelessRow[], { data, timing }: Looked, t: CarelessThresholds): CarelessIndexSummary[] {
  const p = data.items.length;
  const count = (index: CarelessRow["reasons"][number]) => rows.filter(({ reasons }) => reasons.includes(index)).length;
  const one = (index: CarelessRow["reasons"][number], cutoff: string, missing?: string): CarelessIndexSummary => ({
    index,
    cutoff,
    source: cutoffSources[index],
    rows: missing === undefined ? count(index) : null,
    ...(missing === undefined ? {} : { missing }),
  });
  const none = (kind: "mahalanobis" | "evenOdd") => rows.every((row) => row[kind] === null);
  return [
    one(
      "longstring",
      `a run of ${longestRun(p, t)} of ${p} items`,
      judgesRuns(data.columns, t)
        ? undefined
        : `with fewer than ${fewestItems} items, or ${fewestAnswers} answers to choose from, equal answers are nothing unusual`,
    ),
    one(
      "variability",
      t.variability === null ? "none" : `SD < ${t.variability}`,
      t.variability === null ? "no cut-off is given, so it is shown and not judged" : undefined,
    ),
    one("even-odd", `< ${t.evenOdd}`, evenOddMissing(data, none("evenOdd"), t)),
    one("mahalanobis", `p < ${t.mahalanobisP}`, none("mahalanobis") ? "there are too few complete rows, or items that can be computed from others" : undefined),
    one(
      "duplicate",
      `identical, by chance < ${t.duplicateChance}`,
      p < fewestItems ? `with fewer than ${fewestItems} items people agree by chance` : undefined,
    ),
    one("time", `< ${t.secondsPerItem} s an item`, timing ? undefined : "no column tells the response time"),
    one("instructed", "another answer", data.instructed!.length > 0 ? undefined : "no item is declared to check attention"),
  ];
}
