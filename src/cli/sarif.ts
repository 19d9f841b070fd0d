import type { Check } from "../checks/check";
import type { FileResult, RangeResult } from "../checks/result";
import { version } from "../version";

const levels = { error: "error", warning: "warning", information: "note" } as const;

/** Findings in SARIF 2.1.0 (OASIS, 2020), which code-review services read. */
export function sarif(results: readonly FileResult[], checks: readonly Check[]): object {
  const used = new Set(results.flatMap(({ findings }) => findings.map((finding) => finding.rule)));
  const known = checks
    .filter((check) => used.has(check.id))
    .map(({ id, severity, summary, explain }) => ({
      id,
      shortDescription: { text: summary },
      fullDescription: { text: explain },
      defaultConfiguration: { level: levels[severity] },
    }));
  const rules = [...known, ...[...used].filter((id) => !known.some((rule) => rule.id === id)).map((id) => ({ id }))];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Scree", version, rules } },
        columnKind: "utf16CodeUnits",
        results: results.flatMap(({ path, findings }) =>
          findings.map((finding) => ({
            ruleId: finding.rule,
            ruleIndex: rules.findIndex((rule) => rule.id === finding.rule),
            level: levels[finding.severity],
            message: { text: finding.detail ? `${finding.message} ${finding.detail}` : finding.message },
            locations: [{ physicalLocation: place(path, finding.range) }],
            ...(finding.related.length > 0
              ? {
                  relatedLocations: finding.related.map((related, id) => ({
                    id,
                    message: { text: related.message },
                    physicalLocation: place(path, related.range),
                  })),
                }
              : {}),
            ...(finding.fixes.length > 0
              ? {
                  fixes: finding.fixes.map((fix) => ({
                    description: { text: fix.title },
                    artifactChanges: [
                      {
                        artifactLocation: { uri: uri(path) },
                        replacements: fix.edits.map((edit) => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.newText } })),
                      },
                    ],
                  })),
                }
              : {}),
          })),
        ),
      },
    ],
  };
}

const place = (path: string, range: RangeResult) => ({ artifactLocation: { uri: uri(path) }, region: region(range) });

const region = ({ start, end }: RangeResult) => ({ startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column });

/** A path as a relative URI reference: spaces and other letters percent-encoded, slashes kept. */
const uri = (path: string): string => path.replace(/\\/g, "/").split("/").map(encodeURIComponent).join("/");
