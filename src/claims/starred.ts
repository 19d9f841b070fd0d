import type { TableCell } from "../manuscript/manuscript";
import type { ClaimBase } from "./claim";
import { type Reported, soleNumber } from "./number";
import type { ReportedP } from "./p-clause";
import type { Recogniser } from "./recogniser";
import { starLevels, starsAfter } from "./significance-stars";
import { columnGroups, testColumns, type TestColumn } from "./test-columns";
import { pOfCell } from "./test-table";

/** A row whose significance is printed twice: by stars behind a number, and as p. */
export interface Starred extends ClaimBase<"starred"> {
  readonly value: Reported;
  /** "", "*", "**" … */
  readonly stars: string;
  readonly p: ReportedP;
  readonly levels: ReadonlyMap<string, number>;
  /** how many cells of this column bear stars */
  readonly starredInColumn: number;
}

const carriers: readonly TestColumn[] = ["estimate", "standardized", "odds-ratio", "t", "F", "z", "chi-square", "r", "wald", "p"];

const recogniser: Recogniser = {
  name: "starred",
  table(table, context) {
    const levels = starLevels(table);
    if (levels.size === 0) return [];
    const columns = testColumns(table);
    const out: Starred[] = [];
    for (const group of columnGroups(columns)) {
      const pColumn = group.find((c) => columns.roles[c] === "p");
      if (pColumn === undefined) continue;
      for (const column of group.filter((c) => carriers.includes(columns.roles[c]))) {
        const read = table.rows
          .filter((row) => !row.heading)
          .map((row) => ({ cell: row.cells[column], ...starsOf(row.cells[column], context.decimal), p: pOfCell(row.cells[pColumn], context.decimal) }));
        const starred = read.filter((r) => r.stars !== "").length;
        if (starred === 0) continue;
        for (const { cell, value, stars, p } of read) {
          if (!value || !p || p.comparison === "ns") continue;
          out.push({
            kind: "starred",
            statistic: false,
            value,
            stars,
            p,
            levels,
            starredInColumn: starred,
            text: cell.text,
            range: cell.range,
            place: { ...context.place({ table }), cell },
          });
        }
      }
    }
    return out;
  },
};

export default recogniser;

function starsOf(cell: TableCell, decimal: "." | ","): { value?: Reported; stars: string } {
  const value = soleNumber(cell.mapped, decimal);
  return { value, stars: value ? starsAfter(cell.text, value.end) : "" };
}
