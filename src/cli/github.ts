import { placeName } from "../checks/place";
import type { FileResult, FindingResult } from "../checks/result";
import { needsConversion } from "../manuscript/decode";
import { quotation } from "../checks/quotation";

const levels = { error: "error", warning: "warning", information: "notice" } as const;

/** Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request. A PDF or Word document has no lines to show: its annotations quote. */
export function githubAnnotations({ path, findings }: FileResult, source: string): string[] {
  const lines = source.split(/\r\n|\n|\r/);
  return findings.map((finding) => {
    const properties = { file: path, ...position(finding.range, path), title: finding.rule };
    const given = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
    return `::${levels[finding.severity]} ${given.join(",")}::${data(message(finding, path, lines))}`;
  });
}

/** GitHub takes columns only of a place on one line. */
function position({ start, end }: FindingResult["range"], path: string): Record<string, number> {
  if (needsConversion(path)) return {};
  if (start.line !== end.line) return { line: start.line, endLine: end.line };
  return { line: start.line, col: start.column, endLine: end.line, endColumn: end.column };
}

function message({ message, detail, range }: FindingResult, path: string, lines: readonly string[]): string {
  const where = needsConversion(path) ? [placeName(range, path), `“${quotation(lines, range)}”`].filter(Boolean).join(": ") : "";
  return [where, message, detail].filter(Boolean).join("\n");
}

const data = (text: string) => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
const property = (text: string) => data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
