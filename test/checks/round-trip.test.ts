import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";
import { type Analysis, type AnalysisSettings, defaultSettings, type Scale } from "../../src/psychometrics/analysis";
import { analyze } from "../../src/psychometrics/analyze";
import { allTables, makeTable } from "../../src/tables/catalogue";
import { type Flavour, toMarkdown } from "../../src/tables/markdown";
import type { TableOptions } from "../../src/tables/options";
import type { Table } from "../../src/tables/table";
import { answersOf, type DataSet, dataSets } from "../psychometrics/figures";
import { surveyOf } from "../psychometrics/survey";
import { shared } from "../shared";

/** Items that their questionnaires score in reverse. */
const reverse: Partial<Record<DataSet, readonly string[]>> = { bfi25: ["A1", "C4", "C5", "E1", "E2", "O2", "O5"] };
const factors: Record<DataSet, number> = { bfi25: 5, hs1939: 3, attitude: 2, ability16: 4, likert320: 4 };
const methods = [
  ["pca", "varimax"],
  ["pca", "none"],
  ["paf", "varimax"],
  ["paf", "promax"],
  ["minres", "quartimax"],
  ["ml", "oblimin"],
] as const;
type Method = (typeof methods)[number];

const known = new Map<string, Promise<Analysis>>();

async function analysis(set: DataSet, [extraction, rotation]: Method, convention: "spss" | "psych" = "spss"): Promise<Analysis> {
  const key = `${set} ${extraction} ${rotation} ${convention}`;
  if (!known.has(key)) {
    const { items, columns } = answersOf(set);
    const settings: AnalysisSettings = { ...defaultSettings, extraction, rotation, convention, factors: factors[set], iterations: 0 };
    known.set(
      key,
      analyze(
        surveyOf(Object.fromEntries(items.map((item, i) => [item, columns[i]]))),
        { reverse: reverse[set] ?? [], scales: scalesOf(set, items) },
        settings,
      ),
    );
  }
  return known.get(key)!;
}

/** The scales of the questionnaires with lettered items. */
function scalesOf(set: DataSet, items: readonly string[]): Scale[] {
  if (set !== "bfi25" && set !== "ability16") return [];
  return [...new Set(items.map((item) => item.replace(/[\d.]+$/, "")))].map((name) => ({
    name,
    items: items.filter((item) => item.replace(/[\d.]+$/, "") === name),
  }));
}

const paper = (tables: readonly Table[], flavour: Flavour): string => tables.map((table, i) => toMarkdown(table, { flavour, number: i + 1 })).join("\n\n");
const findings = (source: string) => checkManuscript(source, { path: "paper.md" }).findings;

describe.skipIf(!shared)("the tables that Scree prints, put into a manuscript", () => {
  it.each(dataSets)("give no finding: %s", async (set) => {
    for (const method of methods) {
      for (const convention of ["spss", "psych"] as const) {
        const result = await analysis(set, method, convention);
        for (const [flavour, options] of [
          ["gfm", { decimals: 2 }],
          ["quarto", { decimals: 3 }],
          ["gfm", { decimals: 3, hide: 0, rows: "retained" }],
          ["quarto", { decimals: 1, hide: 0.4 }],
        ] as const satisfies (readonly [Flavour, TableOptions])[]) {
          const found = findings(paper(allTables(result, options), flavour));
          // a coefficient of an oblique pattern above 1 is noted, and can be right
          const alarms = found.filter((f) => !(f.severity === "information" && f.rule === "loading-range"));
          expect(alarms.map((f) => `${method.join(" ")} ${convention}: ${f.rule} ${f.message}`)).toEqual([]);
        }
      }
    }
  });
});

/** A numeric cell that a rule covers, as [table, row, column]. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** The cell with one digit changed, or undefined where it holds none that matters more than rounding. */
function changed(text: string, digit: number, by: number): string | undefined {
  const places = [...text.matchAll(/\d/g)].map((m) => m.index);
  const at = places[digit % Math.max(1, places.length - 1)]; // never the last place
  if (at === undefined || places.length < 2) return undefined;
  return text.slice(0, at) + String((Number(text[at]) + 1 + (by % 9)) % 10) + text.slice(at + 1);
}

const withCell = (table: Table, { row, column }: Place, text: string): Table => ({
  ...table,
  rows: table.rows.map((r, i) => (i === row ? { ...r, cells: r.cells.map((c, j) => (j === column ? { ...c, text } : c)) } : r)),
});

const value = (text: string): number => Number(text.replace("−", "-").replace(/,/g, ""));

/** Every cell of these columns, after one changed digit, must give a finding on its own row or, where rows are compared, elsewhere in the table. */
function always(
  name: string,
  id: string,
  which: readonly Method[],
  columns: (table: Table) => readonly number[],
  options: TableOptions,
  matters: (before: number, after: number) => boolean = () => true,
): void {
  it(name, async () => {
    const tables = await Promise.all(dataSets.flatMap((set) => which.map(async (method) => makeTable(id, await analysis(set, method), options))));
    fc.assert(
      fc.property(
        fc.nat(tables.length - 1),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom<Flavour>("gfm", "quarto"),
        (t, r, c, digit, by, flavour) => {
          const table = tables[t];
          const wanted = columns(table);
          const place = { row: r % table.rows.length, column: wanted[c % wanted.length] };
          const text = table.rows[place.row].cells[place.column]?.text ?? "";
          const altered = changed(text, digit, by);
          fc.pre(altered !== undefined && matters(value(text), value(altered)));
          const found = findings(paper([withCell(table, place, altered!)], flavour));
          expect(found.filter((f) => f.severity !== "information").length, `${text} -> ${altered} in row ${place.row}, column ${place.column}`).toBeGreaterThan(
            0,
          );
        },
      ),
      { numRuns: 150, seed: 20240601 },
    );
  });
}

const from = (first: number, end?: number) => (table: Table) => table.columns.map((_, i) => i).slice(first, end);
const orthogonal = methods.filter(([, rotation]) => rotation === "varimax" || rotation === "quartimax");

describe.skipIf(!shared)("one changed digit in a table that Scree prints is found", () => {
  always("eigenvalues, percentages and sums, before and after extraction", "variance", methods, from(1, 7), { decimals: 2 }, (a, b) => Math.abs(a - b) > 0.1);
  always("rotated sums of squares", "variance", orthogonal, from(7), { decimals: 3 }, (a, b) => Math.abs(a - b) > 0.1);
  always(
    "loadings with all cells printed",
    "loadings",
    [["pca", "none"], ...orthogonal],
    (table) => from(1, table.columns.length - 1)(table),
    { decimals: 3, hide: 0 },
    (a, b) => Math.abs(a * a - b * b) > 0.012 && Math.abs(b) <= 1,
  );
  always(
    "communalities",
    "loadings",
    [["pca", "none"], ...orthogonal],
    (table) => [table.columns.length - 1],
    { decimals: 2, hide: 0 },
    (a, b) => Math.abs(a - b) > 0.09,
  );
  always(
    "degrees of freedom of Bartlett's test",
    "kmo-bartlett",
    [["pca", "varimax"]],
    () => [1],
    {},
    (a, b) => Number.isInteger(a) && a > 5 && a !== b,
  );
  always(
    "standardized α and the mean correlation",
    "reliability",
    [["pca", "varimax"]],
    (table) => table.columns.flatMap((c, i) => (c.key === "standardizedAlpha" ? [i] : [])),
    { decimals: 2 },
    (a, b) => Math.abs(a - b) > 0.09,
  );
});
