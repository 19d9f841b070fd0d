import fc from "fast-check";
import { expect, it } from "vitest";
import { missingPatterns } from "../../src/survey/missing-patterns";
import { type NumericColumn } from "../../src/survey/survey";

const column = (name: string, values: readonly (number | null)[]): NumericColumn => ({
  name,
  role: "item",
  roleReason: "",
  missing: 0,
  kind: "numeric",
  values: Int8Array.from(values, (value) => value ?? -128),
  sentinel: -128,
});

it("groups rows by what they lack", () => {
  const columns = [column("Q1", [1, null, 3, null, 2]), column("Q2", [1, 2, null, null, 2]), column("Q3", [1, 2, 3, 4, 5])];
  expect(missingPatterns(columns, 5)).toEqual({
    complete: 2,
    pairs: { least: 2, most: 3 },
    patterns: [
      { items: ["Q1"], rows: 1 },
      { items: ["Q2"], rows: 1 },
      { items: ["Q1", "Q2"], rows: 1 },
    ],
    others: { patterns: 0, rows: 0 },
  });
  expect(missingPatterns(columns, 5, 1).others).toEqual({ patterns: 2, rows: 2 });
});

it("counts pairs as one counts them row by row", () => {
  const answers = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 2 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(answers, (rows) => {
      const columns = [0, 1, 2].map((c) =>
        column(
          `Q${c}`,
          rows.map((row) => row[c]),
        ),
      );
      const counts = [
        [0, 1],
        [0, 2],
        [1, 2],
      ].map(([i, j]) => rows.filter((row) => row[i] !== null && row[j] !== null).length);
      const found = missingPatterns(columns, rows.length);
      expect(found.pairs).toEqual({ least: Math.min(...counts), most: Math.max(...counts) });
      expect(found.complete).toBe(rows.filter((row) => !row.includes(null)).length);
      expect(found.patterns.reduce((sum, pattern) => sum + pattern.rows, found.others.rows)).toBe(rows.length - found.complete);
    }),
  );
});
