import { reviewMarkdown } from "../../checks/review";
import { type FileResult } from "../../checks/result";
import { allRules } from "../../checks/rule-ids";
import { sarif } from "../../checks/sarif";
import { version } from "../../version";
import { type exportFormats } from "../../webview/protocol";

export interface ExportRequest {
  readonly format: (typeof exportFormats)[number];
  /** of the manuscript as a reader knows it */
  readonly name: string;
  readonly result: FileResult;
  readonly lines: readonly string[];
}

/** A result as somebody else reads it: a review to send to authors, or what `scree check --format json|sarif` prints. */
export function exported({ format, name, result, lines }: ExportRequest): string {
  if (format === "review") return reviewMarkdown(name, { lines, result });
  const content = format === "json" ? { version, files: [result] } : sarif([result], allRules, () => lines.join("\n"));
  return `${JSON.stringify(content, null, 2)}\n`;
}
