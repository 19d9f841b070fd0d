import type { Range } from "../manuscript/mapped";

/** A cell of a pipe table as it stands in the source. */
export interface PipeCell {
  /** between its pipes, without the spaces around it */
  readonly text: string;
  /** of `text`; an empty cell is a point */
  readonly range: Range;
  /** between its pipes, spaces included */
  readonly inner: Range;
}

export interface PipeTable {
  readonly header: readonly PipeCell[];
  readonly rows: readonly (readonly PipeCell[])[];
  readonly range: Range;
}

/** The first pipe table (GFM) in a stretch of the source. */
export function findPipeTable(source: string, within: Range): PipeTable | undefined {
  const lines = linesIn(source, within);
  for (let i = 0; i + 1 < lines.length; i++) {
    if (!source.slice(lines[i].start, lines[i].end).includes("|") || !isRule(source.slice(lines[i + 1].start, lines[i + 1].end))) continue;
    let last = i + 1;
    while (last + 1 < lines.length && source.slice(lines[last + 1].start, lines[last + 1].end).includes("|")) last++;
    const rows = lines.slice(i + 2, last + 1).map((line) => cellsOf(source, line));
    return { header: cellsOf(source, lines[i]), rows, range: { start: lines[i].start, end: lines[last].end } };
  }
  return undefined;
}

function linesIn(source: string, { start, end }: Range): Range[] {
  const lines: Range[] = [];
  for (let at = start; at < end;) {
    let stop = source.indexOf("\n", at);
    if (stop < 0 || stop > end) stop = end;
    lines.push({ start: at, end: source[stop - 1] === "\r" ? stop - 1 : stop });
    at = stop + 1;
  }
  return lines;
}

/** "| :--- | ---: |" */
const isRule = (line: string): boolean => line.includes("-") && line.includes("|") && /^[\s|:>-]*$/.test(line);

/** Splits a row at its pipes; "\|" is a character of the cell. */
function cellsOf(source: string, line: Range): PipeCell[] {
  const pipes: number[] = [];
  for (let i = line.start; i < line.end; i++) {
    if (source[i] === "\\") i++;
    else if (source[i] === "|") pipes.push(i);
  }
  const blank = (from: number, to: number) => source.slice(from, to).replace(/>/g, "").trim() === "";
  const bounds = [...(pipes.length > 0 && blank(line.start, pipes[0]) ? [] : [line.start - 1]), ...pipes];
  if (pipes.length === 0 || !blank(pipes[pipes.length - 1] + 1, line.end)) bounds.push(line.end);
  return bounds.slice(1).map((end, c) => {
    const start = bounds[c] + 1;
    const inner = source.slice(start, end);
    const text = inner.trim();
    const from = text === "" ? start + (inner.length >> 1) : start + inner.indexOf(text);
    return { text, range: { start: from, end: from + text.length }, inner: { start, end } };
  });
}

/** A cell's text without its dressing: emphasis and escapes gone, minus signs alike, NFC. What is hashed and compared. */
export function canonical(text: string): string {
  return text
    .replace(/^(\*{1,3}|_{1,3})(.*)\1$/, "$2")
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "")
    .replace(/[\u2212\u2012\u2013](?=[\d.])/g, "-")
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .normalize("NFC");
}

/** ".70", "−1,024.5", "< .001", "12%", "[.79, .85]", ".41**": what Scree may have written; words are the author's. */
export function isNumeric(cell: string): boolean {
  const text = canonical(cell);
  return text.length > 0 && text.length <= 60 && /\d/.test(text) && /^[<>≤≥=[( ]{0,4}[-+.,\d\s[\]()%]*[*†‡]{0,3}$/.test(text);
}
