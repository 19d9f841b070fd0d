import type { Finding } from "../checks/check";
import { boundRules } from "../checks/bound-rules";
import { placer } from "../checks/place";
import type { FindingResult } from "../checks/result";
import { suppress } from "../checks/suppression";
import type { Range } from "../manuscript/mapped";
import { readManuscript } from "../manuscript/read";
import type { ScreeError } from "../errors";
import type { Edit } from "./edit";
import { liveContent } from "./live-blocks";
import type { ManuscriptStatus } from "./refresh";

/** What live tables and bound numbers have to say, in the form of the checks' findings: stale and edited tables, old numbers, markers that cannot be read. */
export function liveFindings(source: string, status: ManuscriptStatus, path = "manuscript.md", more: readonly Finding[] = []): readonly FindingResult[] {
  const blocks = status.blocks
    .filter(({ state }) => state !== "fresh")
    .map(({ block, state, message = "", hint, range, edits, changes }) => {
      const shown = changes.slice(0, 3).map(({ from, to }) => `${from || "nothing"} should be ${to || "nothing"}`);
      const rest = changes.length > 3 ? `, and ${changes.length - 3} more` : "";
      const detail = [...(shown.length > 0 ? [`${shown.join("; ")}${rest}.`] : []), hint].filter(Boolean).join(" ");
      const title = state === "stale" ? "Refresh this table" : "Restore the numbers that the data give";
      return found("stale-table", state === "stale" ? block.begin : range, message, detail, title, edits);
    });
  const bound = status.bound
    .filter(({ state }) => state !== "fresh")
    .map(({ range, message = "", hint, edits, current }) => found("stale-value", range, message, hint, `Replace by ${current}`, edits));
  const problems = status.problems.map(({ range, message, hint }) => found("live-table", range, message, hint));
  return placed(source, path, unsilenced(source, path, [...blocks, ...bound, ...problems, ...more]));
}

/**
 * The same where no study can be opened: whoever reads a manuscript without its data need not hear of every number in it. One word at the first marker, and the markers
 * that cannot be read.
 *
 * @param reason what is wrong with the study; absent: there is none
 */
export function findingsWithoutStudy(source: string, path: string, reason?: ScreeError): readonly FindingResult[] {
  const { blocks, bound, problems } = liveContent(source);
  const [first] = [...blocks.map(({ begin }) => begin), ...bound.map(({ range }) => range)].sort((a, b) => a.start - b.start);
  const count = [...counted(blocks.length, "live table"), ...counted(bound.length, "bound number")].join(" and ");
  const said: Finding[] = first
    ? [
        {
          ...found("live-table", first, reason?.message ?? `${count} cannot be compared with data: there is no study file.`, reason?.hint),
          severity: reason ? "warning" : "information",
        },
      ]
    : [];
  return placed(source, path, unsilenced(source, path, [...said, ...problems.map(({ range, message, hint }) => found("live-table", range, message, hint))]));
}

const counted = (n: number, noun: string): string[] => (n === 0 ? [] : [`${n} ${noun}${n === 1 ? "" : "s"}`]);

function found(rule: string, range: Range, message: string, detail: string | undefined, title = "", edits: readonly Edit[] = []): Finding {
  return { outcome: "finding", rule, severity: "warning", message, detail, range, related: [], fixes: edits.length > 0 ? [{ title, edits }] : [], claims: [] };
}

/** Without those that a comment of the author silences. */
function unsilenced(source: string, path: string, findings: readonly Finding[]): readonly Finding[] {
  if (!source.includes("scree-disable")) return findings;
  const { silenced } = suppress(
    readManuscript(source, path),
    findings,
    boundRules.map(({ id }) => id),
  );
  return findings.filter((finding) => !silenced.includes(finding));
}

function placed(source: string, path: string, findings: readonly Finding[]): readonly FindingResult[] {
  const place = placer(source, path);
  return [...findings]
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ rule, severity, message, detail, range, fixes }) => ({
      rule,
      severity,
      message,
      ...(detail ? { detail } : {}),
      range: place(range),
      related: [],
      fixes: fixes.map(({ title, edits }) => ({ title, edits: edits.map((edit) => ({ range: place(edit.range), newText: edit.newText })) })),
    }));
}
