import { placeName } from "../checks/place";
import type { FileResult, FindingResult, RangeResult } from "../checks/result";
import { needsConversion } from "../manuscript/decode";
import { quotation } from "../checks/quotation";
import type { Style } from "./style";
import { wrap } from "./text-table";

const words = { error: "impossible or contradictory", warning: "doubtful", information: "incomplete" };
const order = ["error", "warning", "information"] as const;

/** Findings of one manuscript as a person reads them: the worst first, each with its line or page, the quotation, the arithmetic and the places it contradicts. */
export function checkText(result: FileResult, source: string, style: Style): string {
  const lines = source.split(/\r\n|\n|\r/);
  const groups = order.flatMap((severity) => {
    const found = result.findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) return [];
    const paint = severity === "error" ? style.red : severity === "warning" ? style.yellow : style.blue;
    return [paint(style.bold(`  ${words[severity]}`)), ...found.map((finding) => findingText(finding, result.path, lines, paint, style))];
  });
  const remarks = (result.remarks ?? []).flatMap((remark) => wrap(remark, 110).map((text) => style.dim(`  ${text}`)));
  return [style.bold(result.path), ...groups, `  ${summary(result, style)}`, ...remarks].join("\n");
}

function findingText(
  { range, rule, message, detail, related }: FindingResult,
  path: string,
  lines: readonly string[],
  paint: (text: string) => string,
  style: Style,
): string {
  const shown = needsConversion(path) ? quotation(lines, range, paint) : quoted(lines, range, paint);
  return [
    `    ${place(range, path) && place(range, path).padEnd(9)}${message} ${style.dim(rule)}`,
    `             ${shown}`,
    ...(detail ? wrap(detail, 100).map((text) => `             ${style.dim(text)}`) : []),
    ...related.map((other) => style.dim(`             ↳ ${relatedText(other, path, lines)}`)),
  ].join("\n");
}

/** Where there are no lines to count, the words that stand there are the place. */
function relatedText({ range, message }: FindingResult["related"][number], path: string, lines: readonly string[]): string {
  return [place(range, path), message, needsConversion(path) ? `“${quotation(lines, range)}”` : ""].filter(Boolean).join(" ");
}

const place = (range: RangeResult, path: string): string => (needsConversion(path) ? placeName(range, path) : `${range.start.line}:${range.start.column}`);

/** The words around the place, cut to one line of the terminal. */
function quoted(lines: readonly string[], range: RangeResult, paint: (text: string) => string): string {
  const line = lines[range.start.line - 1] ?? "";
  const from = range.start.column - 1;
  const to = range.end.line === range.start.line ? range.end.column - 1 : Infinity;
  const end = Math.min(line.length, to, from + 80);
  const start = Math.max(0, from - 40);
  const stop = Math.min(line.length, end + Math.max(0, 90 - (end - start)));
  const clean = (text: string) => text.replace(/\p{Cc}+/gu, " ");
  return `${start > 0 ? "…" : ""}${clean(line.slice(start, from))}${paint(clean(line.slice(from, end)))}${clean(line.slice(end, stop))}${stop < line.length ? "…" : ""}`;
}

function summary({ statistics, findings }: FileResult, style: Style): string {
  const right = statistics.filter((one) => one.verdict === "consistent").length;
  const unchecked = statistics.filter((one) => one.verdict === "unchecked").length;
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const parts = [
    `${statistics.length} reported ${statistics.length === 1 ? "statistic" : "statistics"}`,
    errors > 0 ? style.red(`${errors} contradictory`) : "",
    warnings > 0 ? style.yellow(`${warnings} doubtful`) : "",
    style.green(`${right} right`),
    unchecked > 0 ? `${unchecked} not checkable` : "",
  ];
  return parts.filter(Boolean).join(" · ");
}
