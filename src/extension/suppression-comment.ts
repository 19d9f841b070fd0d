/** Where a comment that silences the findings of a line goes, and its text. Lines and characters count from 0. */
export interface CommentEdit {
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/**
 * A comment on a line of its own would end a paragraph, a list or a table, so it has one only where something begins: before a paragraph, or before a table's first row.
 * Inside a hard-wrapped paragraph or between list items it stands at the end of the line before.
 *
 * @param lines the manuscript's lines
 * @param line that of the finding
 */
export function suppressionComment(lines: readonly string[], line: number, rule: string, eol = "\n"): CommentEdit {
  const comment = `<!-- scree-disable-next-line ${rule} -- reason -->`;
  const isRow = (at: number) => /^\s*\|/.test(lines[at] ?? "");
  let first = line;
  while (isRow(line) && first > 0 && isRow(first - 1)) first--;
  const before = first > 0 ? lines[first - 1] : "";
  const begins = before.trim() === "" || isRow(first) || /^\s{0,3}(?:#{1,6}\s|<!--|:::|```|---\s*$)/.test(before) || /-->\s*$/.test(before);
  if (!begins) return { line: first - 1, character: before.trimEnd().length, text: ` ${comment}` };
  const indent = /^[ \t]*/.exec(lines[first] ?? "")![0];
  return { line: first, character: 0, text: `${indent}${comment}${eol}` };
}
