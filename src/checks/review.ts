import { findingWord } from "./finding-word";
import { passage } from "./passage";
import { placeName } from "./place";
import { type FileResult, type FindingResult, type RangeResult } from "./result";

const headings = {
  error: "Cannot be true as printed",
  warning: "Contradictory unless something unstated holds",
  information: "Incomplete or doubtful",
} as const;

/** What a review is written from. */
export interface Reviewed {
  readonly result: FileResult;
  /** the manuscript's lines, which the places of the result count */
  readonly lines: readonly string[];
}

/** The report as a reviewer sends it: Markdown with quotations, the arithmetic and the places. */
export function reviewMarkdown(name: string, { result, lines }: Reviewed): string {
  const at: Place = (range) => placeName(range, result.path);
  const severities = ["error", "warning", "information"] as const;
  const groups = severities.flatMap((severity) => {
    const findings = result.findings.filter((finding) => finding.severity === severity);
    return findings.length > 0 ? [`## ${headings[severity]}`, ...findings.map((finding, i) => entry(finding, lines, at, i + 1))] : [];
  });
  const looked = (title: string, verdict: "consistent" | "unchecked") => {
    const rows = result.statistics
      .filter((statistic) => statistic.verdict === verdict)
      .map(({ range, reason }) => `- ${opened(at(range))}${quote(lines, range)}${reason ? ` (${escape(reason)})` : ""}`);
    return rows.length > 0 ? [`## ${title}`, rows.join("\n")] : [];
  };
  const parts = [
    `# Reported statistics of ${escape(name)}`,
    opening(result),
    ...(result.remarks ?? []).map(escape),
    ...groups,
    ...looked("Right", "consistent"),
  ];
  return [...parts, ...looked("Could not be checked", "unchecked"), ""].join("\n\n");
}

type Place = (range: RangeResult) => string;

function opening({ statistics, findings }: FileResult): string {
  const count = (severity: FindingResult["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const told = [counted(count("error"), "contradiction"), counted(count("warning"), "doubtful place"), counted(count("information"), "remark")].join(", ");
  const done = `${counted(statistics.length, "reported statistic")} ${statistics.length === 1 ? "was" : "were"} recognised and recomputed from what is printed, with every number taken as rounded: ${told}.`;
  if (findings.length === 0) return `${done} Nothing that is printed contradicts anything else.`;
  return `${done} The authors may wish to look at the places below; where a figure rests on something that the text does not state, a sentence saying so would settle it.`;
}

const counted = (n: number, noun: string) => `${n === 0 ? "no" : n} ${noun}${n === 1 ? "" : "s"}`;

function entry(finding: FindingResult, lines: readonly string[], at: Place, number: number): string {
  const places = finding.related.map(({ message, range }) => `${escape(message)} (${opened(at(range))}${quote(lines, range)})`);
  const where = at(finding.range);
  return [
    `${number}. **${findingWord(finding.rule, finding.severity)}**${where && `, ${where}`}: ${quote(lines, finding.range)}`,
    `   ${escape(finding.message)}${finding.detail ? ` ${escape(finding.detail)}` : ""}`,
    ...(places.length > 0 ? [`   See also: ${places.join("; ")}.`] : []),
  ].join("\n\n");
}

const opened = (place: string) => place && `${place}: `;

function quote(lines: readonly string[], range: RangeResult): string {
  const { before, marked, after } = passage(lines, range);
  return `“${escape(before)}**${escape(marked.trim())}**${escape(after)}”`;
}

const escape = (text: string) => text.replace(/[\\`*_[\]<>|]/g, "\\$&");
