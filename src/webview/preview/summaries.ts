import { type ColumnSummary } from "../../survey/preview/summary";

/** So many columns are summed up at once: cells that are scrolled to must not wait long behind them. */
const atOnce = 4;

export interface Summaries {
  of(column: number): ColumnSummary | undefined;
  want(column: number, columns: number): void;
  arrived(column: number, summaries: readonly ColumnSummary[]): void;
  clear(columns: number): void;
}

/** The summaries of columns that have come, and what is to be asked for: only columns that are seen, a few at a time. */
export function summariesOf(ask: (column: number, columns: number) => void): Summaries {
  let known: (ColumnSummary | undefined)[] = [];
  let wanted = { column: 0, columns: 0 };
  let waiting = false;

  const next = () => {
    if (waiting) return;
    const end = Math.min(wanted.column + wanted.columns, known.length);
    let first = wanted.column;
    while (first < end && known[first]) first++;
    if (first >= end) return;
    let columns = 1;
    while (columns < atOnce && first + columns < end && !known[first + columns]) columns++;
    waiting = true;
    ask(first, columns);
  };

  return {
    of: (column) => known[column],
    want(column, columns) {
      wanted = { column, columns };
      next();
    },
    arrived(column, summaries) {
      waiting = false;
      summaries.forEach((summary, i) => (known[column + i] = summary));
      next();
    },
    clear(columns) {
      known = new Array<ColumnSummary | undefined>(columns).fill(undefined);
      waiting = false;
    },
  };
}
