import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDraft } from "../../../src/survey/read";
import { type DraftColumn } from "../../../src/survey/draft";
import { shared } from "../../shared";

const folders = ["test/fixtures/survey", ...(shared ? [`${shared}/reference`] : [])];
const files = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)).filter((path) => /\.(sav|zsav|dta|parquet)$/.test(path));

/** As they are shown: the narrowest type depends on how many rows there are. */
const cells = (column: DraftColumn, rows: number) =>
  Array.from({ length: rows }, (_, row) => (column.kind === "text" ? column.values[row] : column.values[row] === column.sentinel ? NaN : column.values[row]));

describe("the first rows alone are those of the whole", () => {
  it.each(files)("%s", async (path) => {
    const bytes = new Uint8Array(readFileSync(path));
    const whole = await readDraft(bytes, { name: path }).catch(() => undefined);
    if (!whole) return; // a file with nothing to read has its own tests
    for (const firstRows of [1, 3, whole.rows, whole.rows + 5]) {
      const first = await readDraft(bytes, { name: path, firstRows });
      const rows = Math.min(firstRows, whole.rows);
      expect(first.rows).toBe(rows);
      first.columns.forEach((column, c) => expect(cells(column, rows)).toEqual(cells(whole.columns[c], rows)));
    }
  });
});
