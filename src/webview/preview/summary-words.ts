import { type ColumnSummary, type Frequency } from "../../survey/preview/summary";
import { h } from "../parts/dom";
import { type ColumnHead } from "./protocol";

const count = (n: number) => n.toLocaleString("en-US");
const percent = (times: number, valid: number) => `${Math.round((times / valid) * 100)}%`;
const small = (value: number) => value !== 0 && Math.abs(value) < 0.005;
const minus = (text: string) => text.replace("-", "−");
/** A value: at most two decimals. */
export const figure = (value: number) => minus(Math.abs(value) >= 1e12 || small(value) ? value.toPrecision(3) : rounded(value));
const rounded = (value: number) => String(Number(value.toFixed(2)));
/** A mean or standard deviation: two decimals. */
export const statistic = (value: number) => minus(Math.abs(value) >= 1e7 || small(value) ? value.toPrecision(3) : value.toFixed(2));
const named = ({ text, label }: Frequency) => (label ? `${text} ${label}` : text);
const values = (distinct: number) => (distinct > 10_000 ? "over 10,000 values" : `${count(distinct)} ${distinct === 1 ? "value" : "values"}`);

/** Whether the mean says something of a column. */
const measured = ({ role, numeric }: ColumnHead) => numeric && (role === "item" || role === "continuous" || role === "timing");

export const roleLine = ({ role }: ColumnHead, summary?: ColumnSummary) => (summary ? `${role} · ${values(summary.distinct)}` : role);

export const validLine = ({ valid, missing }: ColumnSummary) => (missing > 0 ? `n ${count(valid)} · ${count(missing)} missing` : `n ${count(valid)}`);

/** "M 3.41, SD 1.02, 1 to 5" of what is measured, of other columns the most frequent answers. */
export function figuresLine(column: ColumnHead, summary: ColumnSummary): (string | HTMLElement)[] {
  const { numbers, frequent, valid } = summary;
  if (numbers && measured(column)) {
    const { mean, sd, low, high } = numbers;
    return [
      h("i", {}, "M"),
      ` ${statistic(mean)}`,
      ...(sd === null ? [] : [", ", h("i", {}, "SD"), ` ${statistic(sd)}`]),
      `, ${figure(low)} to ${figure(high)}`,
    ];
  }
  if (frequent.length > 0 && (column.role !== "identifier" || frequent[0].times > 1))
    return [frequent.map((one) => `${one.label ?? one.text} ${percent(one.times, valid)}`).join(", ")];
  return numbers ? [`${figure(numbers.low)} to ${figure(numbers.high)}`] : [];
}

/** All that is known of a column, a line each: what a tooltip and a screen reader tell. */
export function columnWords(column: ColumnHead, summary?: ColumnSummary): string[] {
  const { name, label, role, roleReason } = column;
  const words = [name, ...(label ? [label] : []), roleReason ? `${role}: ${roleReason}` : role];
  if (!summary) return words;
  const { valid, missing, codes, distinct, numbers, frequent } = summary;
  const coded = codes.map((one) => `${named(one)} ${count(one.times)} times`).join(", ");
  words.push(`${count(valid)} valid, ${count(missing)} missing${coded ? ` (of these ${coded})` : ""}, ${values(distinct)}`);
  if (numbers && measured(column)) {
    const { mean, sd, low, high } = numbers;
    words.push(`mean ${statistic(mean)}${sd === null ? "" : `, SD ${statistic(sd)}`}, from ${figure(low)} to ${figure(high)}`);
  }
  if (frequent.length > 0 && frequent[0].times > 1)
    words.push(`most frequent: ${frequent.map((one) => `${named(one)} (${count(one.times)}, ${percent(one.times, valid)})`).join(", ")}`);
  return words;
}
