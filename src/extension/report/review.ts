import { type FileResult, type FindingResult } from "../../checks/result";
import { findingWord } from "../../webview/parts/kinds";
import { passage } from "../../webview/parts/passages";

const headings = { error: "Cannot be true as printed", warning: "Contradictory unless something unstated holds", information: "Incomplete or doubtful" } as const;

/** The report as a reviewer sends it: Markdown with quotations, the arithmetic and the places. */
export function reviewMarkdown(name: string, lines: readonly string[], result: FileResult): string {
  const right = result.statistics.filter(({ verdict }) => verdict === "consistent");
  const unchecked = result.statistics.filter(({ verdict }) => verdict === "unchecked");
  const severities = ["error", "warning", "information"] as const;
  const counts = severities.map((severity) => result.findings.filter((finding) => finding.severity === severity).length);
  const groups = severities.flatMap((severity) => {
    const findings = result.findings.filter((finding) => finding.severity === severity);
    return findings.length > 0 ? [`## ${headings[severity]}`, ...findings.map((finding, i) => entry(finding, lines, i + 1))] : [];
  });
  const list = (title: string, statistics: FileResult["statistics"]) =>
    statistics.length > 0 ? [`## ${title}`, statistics.map(({ range, reason }) => `- line ${range.start.line}: ${quote(lines, range)}${reason ? ` (${reason})` : ""}`).join("\n")] : [];
  return [
    `# Reported statistics of ${name}`,
    `${result.statistics.length} statistics were recognised; ${counts[0]} contradictions, ${counts[1]} doubtful places, ${counts[2]} remarks.`,
    ...groups,
    ...list("Right", right),
    ...list("Could not be checked", unchecked),
    "",
  ].join("\n\n");
}

function entry(finding: FindingResult, lines: readonly string[], number: number): string {
  const places = finding.related.map(({ message, range }) => `${message} (line ${range.start.line}: ${quote(lines, range)})`);
  return [
    `${number}. **${findingWord(finding.rule, finding.severity)}**, line ${finding.range.start.line}: ${quote(lines, finding.range)}`,
    `   ${escape(finding.message)}${finding.detail ? ` ${escape(finding.detail)}` : ""}`,
    ...(places.length > 0 ? [`   See also: ${places.join("; ")}.`] : []),
  ].join("\n\n");
}

function quote(lines: readonly string[], range: FindingResult["range"]): string {
  const { before, marked, after } = passage(lines, range);
  return `“${escape(before)}**${escape(marked.trim())}**${escape(after)}”`;
}

const escape = (text: string) => text.replace(/[\\`*_[\]<>|]/g, "\\$&");
