import fc from "fast-check";
import { expect, test } from "vitest";
import { readManuscript } from "../../src/manuscript/read";
import { canonical, findPipeTable } from "../../src/study/pipe-table";
import { makeTable } from "../../src/tables/catalogue";
import { pipeTable, toMarkdown } from "../../src/tables/markdown";
import type { Table } from "../../src/tables/table";
import { fixture } from "./fixture";

test("GitHub flavour: number, title, aligned pipes, note", () => {
  expect(toMarkdown(makeTable("loadings", fixture()), { number: 2 })).toBe(
    [
      "**Table 2**",
      "",
      "*Factor loadings*",
      "",
      "| Item |      F1 |       F2 | *h*² |",
      "| :--- | ------: | -------: | ---: |",
      "| Q4   | **.73** |          |  .54 |",
      "| Q3   | **.66** |      .31 |  .53 |",
      "| Q1   |         |  **.70** |  .51 |",
      "| Q2   |         | **−.52** |  .36 |",
      "",
      "*Note.* *N* = 308. Principal axis factoring with varimax rotation (Kaiser normalization). Loadings below .30 are not shown; loadings of .50 and above are in bold. *h*² = communality. Q2 was reverse-scored.",
    ].join("\n"),
  );
});

test("Quarto flavour: caption with a cross-reference below", () => {
  const text = toMarkdown(makeTable("kmo-bartlett", fixture()), { flavour: "quarto" });
  expect(text).toContain("\n\n: KMO and Bartlett's test {#tbl-kmo-bartlett}\n\n*Note.* ");
  expect(text).not.toContain("**Table");
});

test("numbers in the note of a live table are bound, with the analysis where it is not the first", () => {
  expect(toMarkdown(makeTable("kmo-bartlett", fixture()), { bind: true, prefix: "short:" })).toContain("*N* = 308<!-- scree:v short:n -->.");
});

const hostile = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    "a|b",
    "a\\|b",
    "*x*",
    "_x_",
    "snake_case",
    "$5$",
    "<!-- scree:end -->",
    "`code",
    "&lt;",
    "x^2^",
    "~~no~~",
    "[1](2)",
    "| - |",
    "\n\n# no",
    "a\tb",
    "ﬁ",
    "é",
    "質問１",
    "@cite",
  ),
);
const tables = fc
  .record({ width: fc.integer({ min: 1, max: 5 }), texts: fc.array(hostile, { minLength: 10, maxLength: 30 }), strong: fc.boolean() })
  .map(({ width, texts, strong }): Table => {
    const cell = (i: number) => ({ text: texts[i % texts.length], strong });
    return {
      id: "loadings",
      title: "Any",
      columns: Array.from({ length: width }, (_, c) => ({ key: String(c), header: [texts[c]], align: c === 0 ? "left" : "right" })),
      rows: Array.from({ length: Math.ceil(texts.length / width) }, (_, r) => ({
        key: String(r),
        cells: Array.from({ length: width }, (_, c) => cell(r * width + c)),
      })),
      notes: [],
    };
  });
const printed = (text: string) => canonical(text.replace(/\\/g, "\\\\").replace(/([*_])/g, "\\$1"));

test("whatever stands in the cells, the table read back has the same cells", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const source = pipeTable(table);
      const found = findPipeTable(source, { start: 0, end: source.length })!;
      expect(found.rows).toHaveLength(table.rows.length);
      found.rows.forEach((cells, r) => {
        expect(cells.map((cell) => canonical(cell.text))).toEqual(table.rows[r].cells.map((cell) => printed(cell.text.replace(/\s+/g, " ").trim())));
        cells.forEach(({ text, range }) => expect(source.slice(range.start, range.end)).toBe(text));
      });
    }),
  );
});

test("the manuscript reader sees the cells that were meant, in every table", () => {
  for (const id of ["descriptives", "reliability", "item-statistics", "kmo-bartlett", "variance", "loadings", "communalities"]) {
    const table = makeTable(id, fixture());
    const manuscript = readManuscript(`# Results\n\nText.\n\n${toMarkdown(table, { number: 1, bind: true })}\n\nText.\n`, "paper.md");
    expect(manuscript.tables, id).toHaveLength(1);
    const [read] = manuscript.tables;
    expect(read.number, id).toBe("1");
    expect(read.notes.map((note) => note.text).join(" "), id).toContain("N = 308.");
    expect(
      read.rows.map((row) => row.cells.map((cell) => cell.text)),
      id,
    ).toEqual(
      table.rows
        .map((row) => row.cells.map((cell) => cell.text.replace(/\u2212/g, "-").replace(/–/g, "-")))
        .map((cells) => cells.map((text) => expect.toSatisfy((got: string) => got.replace(/–/g, "-") === text, text))),
    );
  }
});
