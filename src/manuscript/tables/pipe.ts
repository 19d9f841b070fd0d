import { undress } from "../inline";
import { shifted } from "../mapped";
import type { Line, RawCell, RawRow, RawTable } from "../raw";

const delimiter = /^\s{0,3}\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$/;

/** Whether a GFM table starts here: a row with a pipe, then a delimiter row. */
export function startsPipeTable(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1]?.text;
  return (
    lines[at].text.includes("|") &&
    next !== undefined &&
    next.includes("-") &&
    next.length < 20_000 &&
    (next.includes("|") || /^\s*:?-+:?\s*$/.test(next)) &&
    isDelimiter(next)
  );
}

function isDelimiter(text: string): boolean {
  return /^[\s|:-]+$/.test(text) && (text.length > 2000 || delimiter.test(text));
}

/** A GFM pipe table; `end` is the line after it. */
export function pipeTable(lines: readonly Line[], at: number): { table: RawTable; end: number } {
  let end = at + 2;
  while (end < lines.length && lines[end].text.includes("|") && lines[end].text.trim() !== "") end++;
  const rows = [lines[at], ...lines.slice(at + 2, end)].map(pipeRow);
  const empty = rows[0].cells.every((c) => c.mapped.text === "");
  return {
    table: { kind: "table", rows: empty ? rows.slice(1) : rows, headerRows: empty ? 0 : 1, range: { start: lines[at].start, end: lines[end - 1].end } },
    end,
  };
}

function pipeRow(line: Line): RawRow {
  const cells: RawCell[] = [];
  const text = line.text;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === "\\") {
      i++;
      continue;
    }
    if (i < text.length && text[i] !== "|") continue;
    const first = cells.length === 0 && from === 0;
    if (!(first && text.slice(0, i).trim() === "" && i < text.length) && !(i >= text.length && text.slice(from).trim() === ""))
      cells.push(cellAt(text, line.start, from, Math.min(i, text.length)));
    from = i + 1;
  }
  return { cells, range: { start: line.start, end: line.end } };
}

/** The cell in columns [from, to) of a line: its text undressed, its range without padding. */
export function cellAt(text: string, lineStart: number, from: number, to: number): RawCell {
  const inner = text.slice(from, to);
  const start = lineStart + from + (inner.length - inner.trimStart().length);
  const end = Math.max(start, lineStart + from + inner.trimEnd().length);
  const offset = start - lineStart;
  return { mapped: undress(shifted(text.slice(offset, offset + end - start), start)), range: { start, end } };
}
