import { type Warning } from "../errors";
import { list } from "./names";
import { type DeclaredMissing } from "./survey";

/** Gathers the rows of each missing code while a column is read. */
export class MissingRows {
  private readonly rows = new Map<number | string, number[]>();

  add(code: number | string, row: number): void {
    const known = this.rows.get(code);
    if (known) known.push(row);
    else this.rows.set(code, [row]);
  }

  /** In the order of the codes; undefined where there are none. */
  finish(labelOf: (code: number | string) => string | undefined = () => undefined): DeclaredMissing[] | undefined {
    if (this.rows.size === 0) return undefined;
    const codes = [...this.rows.keys()].sort((a, b) => (a < b ? -1 : 1));
    return codes.map((code) => {
      const label = labelOf(code);
      return { code, ...(label === undefined ? {} : { label }), rows: Uint32Array.from(this.rows.get(code)!) };
    });
  }
}

/** Stata's letters are missing for different reasons, which the analysis cannot tell apart: one warning says which occur where. */
export function letterWarning(columns: readonly { readonly name: string; readonly declaredMissing?: readonly DeclaredMissing[] }[], source: string): Warning[] {
  const found = new Map<string, { names: string[]; cells: number }>();
  for (const { name, declaredMissing } of columns) {
    for (const { code, label, rows } of declaredMissing ?? []) {
      if (typeof code !== "string") continue;
      const shown = label === undefined ? code : `${code} (${label})`;
      const known = found.get(shown) ?? { names: [], cells: 0 };
      known.names.push(name);
      known.cells += rows.length;
      found.set(shown, known);
    }
  }
  if (found.size === 0) return [];
  const said = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([shown, { names, cells }]) => `${shown} in ${list(names, 6)}, ${cells} ${cells === 1 ? "cell" : "cells"}`);
  const message = `${source} has missing values of several kinds, all of which are missing here: ${said.join("; ")}.`;
  return [
    {
      code: "missing-letters",
      message,
      data: { letters: Object.fromEntries([...found].map(([shown, { names, cells }]) => [shown, { columns: names, cells }])) },
    },
  ];
}
