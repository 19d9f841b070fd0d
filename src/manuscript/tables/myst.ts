import { undress } from "../inline";
import { join, type Mapped, shifted } from "../mapped";
import type { Line, RawCell, RawRow, RawTable } from "../raw";

/** An option of a directive (":header-rows: 1") with its place. */
export interface Option {
  readonly text: string;
  readonly start: number;
}
type Options = ReadonlyMap<string, Option>;
type Rows = Pick<RawTable, "rows" | "headerRows">;

const headerRows = (options: Options): number | undefined => Number(options.get("header-rows")?.text ?? 0) || undefined;

/** The contents of MyST's list-table: "* - cell" begins a row, "  - cell" its next cell; what stands indented below goes on with the cell. */
export function listTable(content: readonly Line[], options: Options): Rows {
  const rows: Mapped[][][] = [];
  for (const line of content) {
    const row = /^\s{0,8}[*+-]\s{1,4}[*+-](?:\s+|$)/.exec(line.text);
    const cell = row ?? /^\s{1,12}[*+-](?:\s+|$)/.exec(line.text);
    if (row) rows.push([]);
    const last = rows[rows.length - 1];
    if (!last || line.text.trim() === "") continue;
    const skip = cell ? cell[0].length : line.text.length - line.text.trimStart().length;
    const piece = shifted(line.text.slice(skip).trimEnd(), line.start + skip);
    if (cell) last.push([piece]);
    else last[last.length - 1]?.push(piece);
  }
  return { rows: rows.filter((cells) => cells.length > 0).map((cells) => rowOf(cells.map((pieces) => join(pieces)), content)), headerRows: headerRows(options) }; // prettier-ignore
}

/** The contents of MyST's csv-table: values parted by commas (or `:delim:`), quoted where they hold one; `:header:` is the first row. */
export function csvTable(content: readonly Line[], options: Options): Rows {
  const delimiter = /^(?:tab|\\t)$/.test(options.get("delim")?.text ?? "") ? "\t" : (options.get("delim")?.text[0] ?? ",");
  const header = options.get("header");
  const lines = [...(header ? [{ start: header.start, text: header.text }] : []), ...content.filter((line) => line.text.trim() !== "")];
  const rows = lines.map((line) => rowOf(values(line.text, line.start, delimiter), content));
  return { rows, headerRows: (header ? 1 : 0) + (headerRows(options) ?? 0) || undefined };
}

function values(text: string, start: number, delimiter: string): Mapped[] {
  const out: Mapped[] = [];
  let from = 0;
  let quoted = false;
  const close = (to: number) => {
    const cell = text.slice(from, to);
    const lead = /^\s*"?/.exec(cell)![0].length;
    out.push(shifted(cell.slice(lead).replace(/"?\s*$/, ""), start + from + lead));
    from = to + 1;
  };
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === delimiter && !quoted) close(i);
  }
  close(text.length);
  return out;
}

function rowOf(cells: readonly Mapped[], content: readonly Line[]): RawRow {
  const read = cells.map((raw): RawCell => {
    const at = raw.text.length > 0 ? raw.starts[0] : (content[0]?.start ?? 0);
    return { mapped: undress(raw), range: { start: at, end: raw.text.length > 0 ? raw.ends[raw.text.length - 1] : at } };
  });
  return { cells: read, range: { start: read[0].range.start, end: read[read.length - 1].range.end } };
}
