import { expect, test } from "vitest";
import { ScreeError } from "../../src/errors";
import { allTables, makeTable, tableKinds } from "../../src/tables/catalogue";
import { toMarkdown } from "../../src/tables/markdown";
import type { TableOptions } from "../../src/tables/options";
import { plain } from "../../src/tables/table";
import { fixture, promax } from "./fixture";

const rows = (id: string, options = {}, analysis = fixture()) => makeTable(id, analysis, options).rows.map((row) => row.cells.map((cell) => cell.text));
const headers = (id: string, options = {}, analysis = fixture()) => makeTable(id, analysis, options).columns.map((column) => plain(column.header));

test("loadings: sorted by factor and size, small ones hidden, h² last", () => {
  expect(headers("loadings")).toEqual(["Item", "F1", "F2", "h²"]);
  expect(rows("loadings")).toEqual([
    ["Q4", ".73", "", ".54"],
    ["Q3", ".66", ".31", ".53"],
    ["Q1", "", ".70", ".51"],
    ["Q2", "", "−.52", ".36"],
  ]);
  const cells = makeTable("loadings", fixture()).rows[1].cells;
  expect([cells[1].strong, cells[2].strong]).toEqual([true, undefined]);
});

test("loadings: options", () => {
  expect(rows("loadings", { hide: 0, decimals: 3 })[3]).toEqual(["Q2", "−.295", "−.521", ".358"]);
  expect(rows("loadings", { labels: true })[0][0]).toBe("Q4 Question Q4");
  expect(makeTable("loadings", fixture(), { salient: 0.3 }).rows[1].cells[2].strong).toBe(true);
});

test("an oblique solution has a pattern matrix, correlations and only one column of rotated sums", () => {
  const oblique = fixture({ settings: promax });
  const solution = {
    ...oblique.solution!,
    factorCorrelations: [
      [1, 0.3312],
      [0.3312, 1],
    ],
  };
  const analysis = { ...oblique, solution };
  expect(makeTable("loadings", analysis).title).toBe("Factor loadings (pattern matrix)");
  expect(rows("factor-correlations", {}, analysis)).toEqual([
    ["F1", "—", ""],
    ["F2", ".33", "—"],
  ]);
  expect(headers("variance", {}, analysis)).toHaveLength(8);
  expect(plain(makeTable("variance", analysis).notes[0])).toContain("cannot be added");
});

test("variance: SPSS's three blocks, blank beyond the factors", () => {
  expect(rows("variance")).toEqual([
    ["1", "2.10", "52.50", "52.50", "1.20", "30.00", "30.00", "1.07", "26.75", "26.75"],
    ["2", "1.20", "30.00", "82.50", "0.73", "18.32", "48.33", "0.86", "21.57", "48.33"],
    ["3", "0.40", "10.00", "92.50", "", "", "", "", "", ""],
    ["4", "0.30", "7.50", "100.00", "", "", "", "", "", ""],
  ]);
  expect(rows("variance", { rows: "retained" })).toHaveLength(2);
});

test("reliability: a column that no scale has is left out", () => {
  expect(headers("reliability")).toEqual(["Scale", "Items", "α", "95% CI", "Standardized α", "Mean inter-item r", "M", "SD"]);
  expect(rows("reliability")).toEqual([["First", "2", ".81", "[.79, .85]", ".82", ".43", "3.75", "0.71"]]);
});

test("descriptives, item statistics, KMO and Bartlett, retention, parallel analysis, communalities", () => {
  expect(rows("descriptives")[0]).toEqual(["Q1", "308", "3.50", "0.93", "1", "5", "−0.55", "0.00"]);
  expect(rows("item-statistics")).toEqual([
    ["Q1", ".59", ".79"],
    ["Q2", ".00", "—"],
  ]);
  expect(rows("kmo-bartlett").map((cells) => cells[1])).toEqual([".86", "2,120.72", "6", "< .001"]);
  expect(rows("retention").map((cells) => cells[1])).toEqual(["2", "1", "2", "2"]);
  expect(rows("parallel-analysis")[0]).toEqual(["1", "2.10", "1.20", "1.30"]);
  expect(rows("communalities")[0]).toEqual(["Q1", ".40", ".51", ".86"]);
});

test("every note states N, which a live table keeps up to date", () => {
  for (const table of allTables(fixture())) {
    const note = toMarkdown(table, { bind: true }).split("\n").at(-1)!;
    expect(note, table.id).toContain("*Note.* *N* = 308<!-- scree:v n -->.");
  }
});

test("what an analysis lacks is said, and a mistyped name is guessed", () => {
  expect(() => makeTable("factor-correlations", fixture())).toThrow("There is no factor-correlations table: orthogonally rotated factors do not correlate.");
  expect(() => makeTable("loadings", fixture({ solution: null }))).toThrow(ScreeError);
  expect(() => makeTable("kmo-bartlett", fixture({ factorability: null }))).toThrow("singular");
  try {
    makeTable("loading", fixture());
    expect.unreachable();
  } catch (error) {
    expect((error as ScreeError).hint).toBe('Did you mean "loadings"?');
  }
  expect(allTables(fixture({ solution: null, factorability: null, retention: null })).map((table) => table.id)).toEqual([
    "descriptives",
    "reliability",
    "item-statistics",
  ]);
});

test("a single item scale names itself and an unknown one is refused", () => {
  expect(makeTable("item-statistics", fixture(), { scale: "First" }).title).toBe("Item statistics of the scale First");
  expect(() => makeTable("item-statistics", fixture(), { scale: "Fist" })).toThrow('There is no scale "Fist"');
});

test("a table names the options that change it, and no others", () => {
  const [scale] = fixture().reliability;
  const analysis = fixture({ reliability: [scale, { ...scale, scale: "Second" }] });
  const changed: Required<TableOptions> = { decimals: 4, hide: 0.6, salient: 0.7, labels: true, scale: "Second", rows: "retained", sort: false, basis: true };
  const kinds = tableKinds.filter((one) => one.unavailable(analysis) === undefined);
  expect(kinds.length).toBeGreaterThan(7);
  for (const kind of kinds) {
    const plainly = toMarkdown(kind.make(analysis, {}));
    const effective = (Object.keys(changed) as (keyof TableOptions)[]).filter((name) => toMarkdown(kind.make(analysis, { [name]: changed[name] })) !== plainly);
    expect([...kind.options].sort(), kind.id).toEqual(effective.sort());
  }
});

test("every table has a row key for each row, all different, and as many cells as columns", () => {
  for (const kind of tableKinds.filter((one) => one.unavailable(fixture()) === undefined)) {
    const table = kind.make(fixture(), {});
    expect(new Set(table.rows.map((row) => row.key)).size, kind.id).toBe(table.rows.length);
    for (const row of table.rows) expect(row.cells, kind.id).toHaveLength(table.columns.length);
  }
});

test("on request: correlations, structure, fit and the coefficients beside α; they are not among all tables", () => {
  const guttman = { lambda1: 0.6, lambda2: 0.82, lambda3: 0.81, lambda4: 0.861, lambda5: 0.8, lambda6: 0.79 };
  const half = { correlation: 0.6, spearmanBrown: 0.75, unequalLength: 0.75, guttman: 0.74 };
  const base = fixture({ settings: promax });
  const analysis = {
    ...base,
    correlation: [
      [1, 0.4, -0.1, 0.2],
      [0.4, 1, 0.3, 0.1],
      [-0.1, 0.3, 1, 0.5],
      [0.2, 0.1, 0.5, 1],
    ],
    reliability: [{ ...base.reliability[0], guttman, halves: { firstSecond: half, oddEven: half, all: null }, ordinalAlpha: null }],
    solution: {
      ...base.solution!,
      structure: [
        [0.2, 0.71],
        [-0.3, -0.5],
        [0.7, 0.4],
        [0.72, 0.1],
      ],
      fit: { chiSquare: 12.345, df: 1, p: 0.0004, rmsea: 0.0921, rmseaCi: [0.05, 0.1] as const, tli: 1.02, cfi: 0.98765, bic: -3.1, rmsr: 0.02 },
    },
  };
  expect(rows("correlations", {}, analysis)).toEqual([
    ["Q1", "—", "", ""],
    ["Q2", ".40", "—", ""],
    ["Q3", "−.10", ".30", "—"],
    ["Q4", ".20", ".10", ".50"],
  ]);
  expect(rows("structure", {}, analysis)[0]).toEqual(["Q4", ".72", ".10"]);
  expect(headers("fit", {}, analysis)).toEqual(["Factors", "χ²", "df", "p", "RMSEA", "90% CI", "CFI", "TLI", "BIC", "RMSR"]);
  expect(rows("fit", {}, analysis)).toEqual([["2", "12.35", "1", "< .001", ".092", "[.050, .100]", ".988", "1.020", "−3.10", ".020"]]);
  expect(headers("reliability-coefficients", {}, analysis)).toEqual(["Scale", "λ1", "λ2", "λ3", "λ4", "λ5", "λ6", "Halves 1, 2", "Odd, even"]);
  expect(rows("reliability-coefficients", {}, analysis)).toEqual([["First", ".60", ".82", ".81", ".86", ".80", ".79", ".75", ".75"]]);
  expect(allTables(analysis).map((table) => table.id)).not.toContain("fit");

  expect(() => makeTable("structure", fixture())).toThrow("without correlated factors the loadings are these correlations");
  expect(() => makeTable("fit", fixture({ settings: { ...promax, extraction: "pca" } }))).toThrow("components are no model");
});
