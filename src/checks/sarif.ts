import { needsConversion } from "../manuscript/decode";
import { version } from "../version";
import type { Check } from "./check";
import { placeName } from "./place";
import { quotation } from "./quotation";
import type { FileResult, FindingResult, RangeResult } from "./result";

const levels = { error: "error", warning: "warning", information: "note" } as const;

/** Findings in SARIF 2.1.0 (OASIS, 2020), which code-review services read. `sourceOf` gives the text of the i-th manuscript. */
export function sarif(results: readonly FileResult[], checks: readonly Check[], sourceOf: (i: number) => string): object {
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
        results: results.flatMap(({ path, findings }, i) => {
          const lines = needsConversion(path) ? sourceOf(i).split(/\r\n|\n|\r/) : undefined;
          return findings.map((finding) => ({
            ruleId: finding.rule,
            ruleIndex: rules.findIndex((rule) => rule.id === finding.rule),
            level: levels[finding.severity],
            message: { text: finding.detail ? `${finding.message} ${finding.detail}` : finding.message },
            locations: [location(path, finding.range, lines)],
            ...(finding.related.length > 0 ? { relatedLocations: finding.related.map((related, id) => relatedLocation(path, related, id, lines)) } : {}),
            ...(finding.fixes.length > 0 && !lines ? { fixes: finding.fixes.map((fix) => fixOf(path, fix)) } : {}),
          }));
        }),
      },
    ],
  };
}

/**
 * @param lines of a .docx or .pdf, whose places are words and pages: the converted text has lines that its reader never sees. The box of a page is a property, since SARIF's regions
 * are of text or bytes.
 */
function location(path: string, range: RangeResult, lines: readonly string[] | undefined): object {
  const artifactLocation = { uri: uri(path) };
  if (!lines) return { physicalLocation: { artifactLocation, region: region(range) } };
  const text = [placeName(range, path), `“${quotation(lines, range)}”`].filter(Boolean).join(": ");
  const { page, box } = range;
  return { physicalLocation: { artifactLocation }, message: { text }, ...(box ? { properties: { page, box } } : {}) };
}

function relatedLocation(path: string, { message, range }: FindingResult["related"][number], id: number, lines: readonly string[] | undefined): object {
  const said = location(path, range, lines) as { message?: { text: string } };
  return { id, ...said, message: { text: said.message ? `${message} (${said.message.text})` : message } };
}

const fixOf = (path: string, { title, edits }: FindingResult["fixes"][number]) => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: { uri: uri(path) },
      replacements: edits.map((edit) => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.newText } })),
    },
  ],
});

const region = ({ start, end }: RangeResult) => ({ startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column });

/** A path as a relative URI reference: spaces and other letters percent-encoded, slashes kept. */
const uri = (path: string): string => path.replace(/\\/g, "/").split("/").map(encodeURIComponent).join("/");
