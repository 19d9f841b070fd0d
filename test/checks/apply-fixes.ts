import type { FileResult, FindingResult } from "../../src/checks/result";

/** The text with the first fix of every finding applied, from the end; of overlapping ones the last. `applied` are the findings that were fixed. */
export function applyFixes(source: string, { findings }: Pick<FileResult, "findings">): { text: string; applied: FindingResult[] } {
  const fixable = findings.filter(({ fixes }) => fixes.length > 0).map((finding) => ({ finding, edits: [...finding.fixes[0].edits].sort(byPlace) }));
  let text = source;
  let free = source.length;
  const applied: FindingResult[] = [];
  for (const { finding, edits } of fixable.sort((a, b) => byPlace(b.edits[0], a.edits[0]))) {
    const last = edits[edits.length - 1];
    if (last.range.end.offset > free) continue;
    for (const { range, newText } of [...edits].reverse()) text = text.slice(0, range.start.offset) + newText + text.slice(range.end.offset);
    free = edits[0].range.start.offset;
    applied.push(finding);
  }
  return { text, applied };
}

type Edit = FindingResult["fixes"][number]["edits"][number];
const byPlace = (a: Edit, b: Edit) => a.range.start.offset - b.range.start.offset || a.range.end.offset - b.range.end.offset;
