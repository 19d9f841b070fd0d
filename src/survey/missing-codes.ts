import { MissingRows } from "./declared-missing";
import { type DraftColumn, type DraftNumeric } from "./draft";

/** The columns with the user's codes made missing. `isCoded` tells which columns can hold codes: 99 is an answer that was not given, and the number of respondent 99. */
export function withMissingCodes(columns: readonly DraftColumn[], codes: readonly number[], isCoded: (column: number) => boolean): DraftColumn[] {
  if (codes.length === 0) return [...columns];
  return columns.map((column, c) => {
    if (!isCoded(c)) return column;
    return column.kind === "numeric" ? numeric(column, codes) : text(column.values, codes, column);
  });
}

function numeric(column: DraftNumeric, codes: readonly number[]): DraftNumeric {
  const { sentinel } = column;
  const values = column.values.slice();
  const found = new Set<number>();
  const rows = new MissingRows();
  for (let row = 0; row < values.length; row++) {
    if (!codes.includes(values[row]) || values[row] === sentinel) continue;
    found.add(values[row]);
    rows.add(values[row], row);
    values[row] = sentinel;
  }
  if (found.size === 0) return column;
  const declaredMissing = [...(column.declaredMissing ?? []), ...(rows.finish((code) => column.valueLabels?.get(code as number)) ?? [])];
  return { ...column, values, declaredMissing, userMissing: [...new Set([...(column.userMissing ?? []), ...found])].sort((a, b) => a - b) };
}

function text(values: readonly string[], codes: readonly number[], column: DraftColumn): DraftColumn {
  const written = new Set(codes.map(String));
  if (column.kind !== "text" || !values.some((value) => written.has(value))) return column;
  return { ...column, values: values.map((value) => (written.has(value) ? "" : value)) };
}
