import { answers, type Column, type Survey } from "../../survey/survey";

/**
 * The column that says how long the whole questionnaire took, among those that tell times: named like a total, otherwise the first.
 *
 * @internal
 */
export function timingColumn(survey: Survey): { readonly column?: Column; readonly others: readonly string[] } {
  const timings = survey.columns.filter((column) => column.role === "timing" && column.missing < survey.rows);
  const total = timings.find(({ name, label = "" }) => /duration|total|interview|completion|用时|时间|所要|소요|dauer/i.test(`${name} ${label}`)) ?? timings[0];
  return { column: total, others: timings.filter((column) => column !== total).map(({ name }) => name) };
}

/**
 * Response times in seconds, NaN where there is none. Numbers are seconds, unless the column's name says minutes or milliseconds; texts are h:mm:ss, mm:ss,
 * "95 s" or 95秒.
 *
 * @internal
 */
export function secondsOf(column: Column): Float64Array {
  const unit = unitOf(`${column.name} ${column.label ?? ""}`);
  if (column.kind === "numeric") return answers(column).map((value) => value * unit);
  return Float64Array.from(column.values, (text) => secondsIn(text.trim(), unit));
}

function unitOf(name: string): number {
  if (/(?:^|[^a-z])(?:ms|msec|milli[a-z]{0,12})(?:[^a-z]|$)/i.test(name)) return 1 / 1000;
  return /(?:^|[^a-z])(?:min|mins|minutes?|minuten)(?:[^a-z]|$)/i.test(name) ? 60 : 1;
}

function secondsIn(text: string, unit: number): number {
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2}(?:\.\d{1,6})?)$/.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const worded =
    /^(?:(\d{1,4})\s?(?:h|小时|시간|時間))?\s?(?:(\d{1,4})\s?(?:min|m|分钟|分|분))?\s?(?:(\d{1,7}(?:\.\d{1,6})?)\s?(?:s|sec|seconds|秒|초))?$/i.exec(text);
  if (worded && text !== "") return Number(worded[1] ?? 0) * 3600 + Number(worded[2] ?? 0) * 60 + Number(worded[3] ?? 0);
  return /^\d{1,9}(?:\.\d{1,6})?$/.test(text) ? Number(text) * unit : NaN;
}
