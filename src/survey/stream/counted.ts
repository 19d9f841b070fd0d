import { type ColumnFacts, mostCounted } from "../column-facts";
import { type DraftColumn } from "../draft";
import { type ColumnTally } from "./tally";

/** Columns whose rows were counted and not kept: what stands for them are the different values, each for many rows. */
export interface CountedColumns {
  facts(column: DraftColumn, c: number): ColumnFacts;
  /** the rows that an entry of a column's values stands for */
  weight(c: number, entry: number): number;
  /** the first of them, from 0; all where they are no more than 20 */
  rows(c: number, entry: number): readonly number[];
}

/** Entries at the beginning of a text column that only show what its cells are like, and stand for no row. */
export const headOf = ({ head }: ColumnTally): readonly string[] => {
  if (head.length === 0) return head;
  return Array.from({ length: Math.ceil(200 / head.length) }, () => head).flat();
};

/** The columns of a file that was counted, as drafts: each different value once, in the order of their codes, behind the head of a text column. */
export function countedDraft(tally: ColumnTally, name: string): DraftColumn {
  if (tally.kind === "text") return { kind: "text", name, values: [...headOf(tally), ...(tally.values as string[])] };
  return { kind: "numeric", name, values: Float64Array.from(tally.values as number[]), sentinel: NaN };
}

export function countedColumns(tallies: readonly ColumnTally[], rows: number): CountedColumns {
  const heads = tallies.map((tally) => (tally.kind === "text" ? headOf(tally).length : 0));
  const entryOf = (c: number, entry: number) => entry - heads[c];
  return {
    weight: (c, entry) => tallies[c].counts[entryOf(c, entry)] ?? 0,
    rows: (c, entry) => tallies[c].firstRows[entryOf(c, entry)] ?? [],
    facts(column, c) {
      const tally = tallies[c];
      const isAsRead = column.kind === tally.kind && (column.kind === "text" || column.values.length === tally.values.length);
      const present = entriesOf(column, heads[c]);
      if (isAsRead && present.length === tally.values.length) return tally.facts(rows);
      const valid = present.reduce((sum, entry) => sum + tally.counts[entry], 0);
      if (column.kind === "text")
        return { valid, rows, distinct: Math.min(present.length, mostCounted + 1), low: NaN, high: NaN, integers: false, increasing: false };
      const numbers = [...new Set(present.map((entry) => column.values[heads[c] + entry]))];
      const [low, high] = numbers.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
      return {
        valid,
        rows,
        distinct: numbers.length,
        low: valid ? low : NaN,
        high: valid ? high : NaN,
        integers: numbers.every(Number.isInteger),
        increasing: false,
      };
    },
  };
}

/** The codes, from 0, that are no missing answer. */
function entriesOf(column: DraftColumn, head: number): number[] {
  const out: number[] = [];
  for (let entry = head; entry < column.values.length; entry++) {
    const value = column.values[entry];
    const isMissing = column.kind === "text" ? value === "" : value === column.sentinel || value !== value;
    if (!isMissing) out.push(entry - head);
  }
  return out;
}
