import type { Range } from "../manuscript/mapped";
import type { Finding } from "./check";

/** A number with its stars and brackets; longer ranges are tables and sentences, which hold more than the number in question. */
const aNumber = 40;
const meets = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/**
 * Leaves out corrections that lean on a number which is itself in question: where one finding would correct the text by a cell of a table and another
 * blames that cell, the two would change places.
 */
export function withoutLeaning(findings: readonly Finding[]): readonly Finding[] {
  if (findings.every((f) => f.fixes.length === 0)) return findings;
  const blamed = findings.filter((f) => f.severity !== "information").map((f) => ({ by: f.rule, ranges: [f.range, ...editsOf(f)] }));
  const inQuestion = (at: Range, rule: string) => blamed.some((b) => b.by !== rule && b.ranges.some((range) => meets(range, at)));
  return findings.map((f) =>
    f.fixes.length > 0 && f.related.some(({ range }) => range.end - range.start <= aNumber && inQuestion(range, f.rule)) ? { ...f, fixes: [] } : f,
  );
}

const editsOf = (f: Finding): readonly Range[] => f.fixes.flatMap((fix) => fix.edits.map((edit) => edit.range));
