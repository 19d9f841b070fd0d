import { join } from "../mapped";
import type { RawBlock, RawRow, RawTable } from "../raw";

/** A table that goes on after a page's end, its repeated head left out; undefined where the second is a table of its own. */
export function continued(first: RawBlock | undefined, second: RawTable): RawTable | undefined {
  if (first?.kind !== "table") return undefined;
  const texts = (row: RawRow) => row.cells.map((cell) => cell.mapped.text).filter((text) => text !== "").join("\t"); // prettier-ignore
  let repeated = 0;
  while (repeated < Math.min(4, first.rows.length, second.rows.length) && texts(first.rows[repeated]) === texts(second.rows[repeated])) repeated++;
  const rows = second.rows.slice(repeated);
  const width = (table: RawTable) => Math.max(...table.rows.map((row) => row.cells.length));
  const hasFigures = rows[0]?.cells.slice(1).some((cell) => /^[-(<]?\.?\d/.test(cell.mapped.text)) ?? false;
  if (repeated === 0 && !(width(first) === width(second) && hasFigures)) return undefined;
  const [open, ...others] = rows;
  const above = [...first.rows];
  const last = above[above.length - 1];
  const goesOn = open && /^\p{Ll}/u.test(open.cells[0]?.mapped.text ?? "") && open.cells.slice(1).every((cell) => cell.mapped.text === "");
  if (goesOn) {
    const label = join([last.cells[0].mapped, open.cells[0].mapped]);
    above[above.length - 1] = { ...last, cells: [{ ...last.cells[0], mapped: label }, ...last.cells.slice(1)] };
  }
  return { ...first, rows: [...above, ...(goesOn ? others : rows)], unsure: first.unsure || second.unsure, range: { start: first.range.start, end: second.range.end } }; // prettier-ignore
}
