/** A cell where it was found along its line: from, to in any unit that grows to the right. */
export interface Placed {
  readonly from: number;
  readonly to: number;
}

/**
 * Lays rows of placed cells out in columns: what overlaps along the line is one column. Gives, for each row and column, the cells that stand there; a cell that reaches over several
 * columns (a spanner) stands in each. Rows may leave columns free.
 */
export function inColumns<T extends Placed>(rows: readonly (readonly T[])[]): T[][][] {
  const columns = headsOverFigures(rows, columnsOf(rows.flat()));
  return rows.map((row) => {
    const out: T[][] = columns.map(() => []);
    for (const cell of row) {
      const over = columns.flatMap((column, c) => (overlap(cell, column) > 0 ? [c] : []));
      for (const c of over.length > 0 ? over : [nearest(cell, columns)]) out[c].push(cell);
    }
    return out;
  });
}

const overlap = (a: Placed, b: Placed): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);
const middle = (a: Placed): number => (a.from + a.to) / 2;

/** Narrow cells make the columns; a cell that would join two is a spanner and makes none. */
function columnsOf(cells: readonly Placed[]): Placed[] {
  const columns: { from: number; to: number }[] = [];
  for (const cell of [...cells].sort((a, b) => a.to - a.from - (b.to - b.from))) {
    const [first, ...others] = columns.filter((column) => overlap(cell, column) > 0);
    if (others.length > 0) continue;
    if (first) {
      first.from = Math.min(first.from, cell.from);
      first.to = Math.max(first.to, cell.to);
    } else columns.push({ from: cell.from, to: cell.to });
  }
  return columns.sort((a, b) => a.from - b.from);
}

/** A head that stands a little beside its figures made a column of its own: where it stands alone and the neighbour has no cell in its row, the two are one. */
function headsOverFigures(rows: readonly (readonly Placed[])[], columns: readonly Placed[]): Placed[] {
  const rowsIn = (column: Placed) => rows.flatMap((row, r) => (row.some((cell) => overlap(cell, column) > 0) ? [r] : []));
  const filled = columns.map(rowsIn);
  const out = columns.map((column, c) => ({ ...column, rows: filled[c] }));
  for (let c = 0; c + 1 < out.length;) {
    const [a, b] = [out[c], out[c + 1]];
    const few = Math.min(a.rows.length, b.rows.length);
    const rowsOfB = new Set(b.rows);
    const apart = !a.rows.some((r) => rowsOfB.has(r));
    if (few <= 2 && few < 0.34 * rows.length && apart && b.from - a.to < Math.max(a.to - a.from, b.to - b.from)) {
      out.splice(c, 2, { from: a.from, to: b.to, rows: [...a.rows, ...b.rows] });
    } else c++;
  }
  return out;
}

function nearest(cell: Placed, columns: readonly Placed[]): number {
  let best = 0;
  for (let c = 1; c < columns.length; c++) if (Math.abs(middle(columns[c]) - middle(cell)) < Math.abs(middle(columns[best]) - middle(cell))) best = c;
  return best;
}
