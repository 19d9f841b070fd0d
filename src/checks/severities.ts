import type { FileResult } from "./result";

/** How much a rule's findings weigh for the one who reads them: one of the three severities, or not shown at all. */
export const ruleSeverities = ["error", "warning", "information", "off"] as const;
export type RuleSeverity = (typeof ruleSeverities)[number];

/** By the ids of rules; a rule that is not named keeps the severity of each of its findings. */
export type Severities = ReadonlyMap<string, RuleSeverity>;

/** The rules that need not run (`CheckOptions.disabled`). */
export const switchedOff = (severities: Severities): readonly string[] => [...severities].filter(([, severity]) => severity === "off").map(([rule]) => rule);

/** A result with the severities that its reader chose. The verdicts on the statistics stay: what contradicts is no less a contradiction for being called a warning. */
export function withSeverities<T extends Pick<FileResult, "findings">>(result: T, severities: Severities): T {
  if (severities.size === 0) return result;
  return {
    ...result,
    findings: result.findings.flatMap((finding) => {
      const severity = severities.get(finding.rule) ?? finding.severity;
      return severity === "off" ? [] : [{ ...finding, severity }];
    }),
  };
}
