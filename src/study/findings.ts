import type { FindingResult, RangeResult } from "../checks/result";
import { lineStarts, positionAt } from "../manuscript/lines";
import type { Range } from "../manuscript/mapped";
import type { Edit } from "./edit";
import type { ManuscriptStatus } from "./refresh";

/** What live tables and bound numbers have to say, in the form of the checks' findings: stale and edited tables, old numbers, markers that cannot be read. */
export function liveFindings(source: string, status: ManuscriptStatus): readonly FindingResult[] {
  const starts = lineStarts(source);
  const place = ({ start, end }: Range): RangeResult => ({ start: positionAt(starts, start), end: positionAt(starts, end) });
  const fix = (title: string, edits: readonly Edit[]) =>
    edits.length > 0 ? [{ title, edits: edits.map(({ range, newText }) => ({ range: place(range), newText })) }] : [];
  const finding = (rule: string, range: Range, message: string, detail: string | undefined, fixes: FindingResult["fixes"]): FindingResult => ({
    rule,
    severity: "warning",
    message,
    ...(detail ? { detail } : {}),
    range: place(range),
    related: [],
    fixes,
  });

  const blocks = status.blocks
    .filter(({ state }) => state !== "fresh")
    .map(({ block, state, message = "", hint, range, edits, changes }) => {
      const shown = changes.slice(0, 3).map(({ from, to }) => `${from || "nothing"} should be ${to || "nothing"}`);
      const more = changes.length > 3 ? `, and ${changes.length - 3} more` : "";
      const title = state === "stale" ? "Refresh this table" : "Restore the numbers that the data give";
      return finding(
        "stale-table",
        state === "stale" ? block.begin : range,
        message,
        [...(shown.length > 0 ? [`${shown.join("; ")}${more}.`] : []), hint].filter(Boolean).join(" "),
        fix(title, edits),
      );
    });
  const bound = status.bound
    .filter(({ state }) => state !== "fresh")
    .map(({ range, message = "", hint, edits, current }) => finding("stale-value", range, message, hint, fix(`Replace by ${current}`, edits)));
  const problems = status.problems.map(({ range, message, hint }) => finding("live-table", range, message, hint, []));
  return [...blocks, ...bound, ...problems].sort((a, b) => a.range.start.offset - b.range.start.offset);
}
