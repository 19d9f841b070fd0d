import { normalise } from "../characters";
import { MappedBuilder, trim } from "../mapped";
import type { Line, RawRow, RawTable } from "../raw";

/** Rows of tab-separated cells, as converters of PDFs leave them: two lines or more with a tab, one after the other. */
export function startsTabbed(lines: readonly Line[], at: number): boolean {
  return isRow(lines[at]?.text ?? "") && isRow(lines[at + 1]?.text ?? "");
}

function isRow(text: string): boolean {
  return text.trimEnd().includes("\t") || /\S\t+$/.test(text);
}

/** `undress`: how the cells' inline markup is read, if the format has any. */
export function tabbedTable(lines: readonly Line[], at: number, undress = normalise): { table: RawTable; end: number } {
  let end = at;
  while (end < lines.length && isRow(lines[end].text)) end++;
  const rows = lines.slice(at, end).map((line): RawRow => {
    let from = 0;
    const cells = line.text.split("\t").map((part) => {
      const raw = new MappedBuilder();
      raw.copy(part, line.start + from);
      const start = line.start + from + (part.length - part.trimStart().length);
      const cell = { mapped: undress(trim(raw.done())), range: { start, end: Math.max(start, line.start + from + part.trimEnd().length) } };
      from += part.length + 1;
      return cell;
    });
    return { cells, range: { start: line.start, end: line.end } };
  });
  return { table: { kind: "table", rows, range: { start: lines[at].start, end: lines[end - 1].end } }, end };
}
