import type { Range } from "../manuscript/mapped";

/** One replacement in a text. Edits of one list do not overlap; every face applies them as one undoable step. */
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

export function applyEdits(source: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    out += source.slice(at, range.start) + newText;
    at = range.end;
  }
  return out + source.slice(at);
}

/** A text in place of another as the smallest single edit. */
export function smallestEdit(before: string, after: string): Edit {
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { range: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}
