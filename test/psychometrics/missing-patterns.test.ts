import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseItems } from "../../src/psychometrics/chosen-items";
import { missingPatterns } from "../../src/psychometrics/missing-patterns";
import { readSurvey } from "../../src/survey/read";
import { shared } from "../shared";
import { surveyOf } from "./survey";

const of = (columns: Record<string, number[]>) => missingPatterns(chooseItems(surveyOf(columns), {}).items);

it("by hand", () => {
  const found = of({ A: [1, NaN, 3, NaN, 5, 1], B: [1, 2, 3, NaN, 5, 2], C: [NaN, 2, 3, 4, 5, 3] });
  expect(found).toEqual({
    complete: 3,
    pairs: { least: 3, most: 4, mean: 11 / 3 },
    share: 4 / 18,
    patterns: [
      { rows: 3, missing: [] },
      { rows: 1, missing: ["C"] },
      { rows: 1, missing: ["A"] },
      { rows: 1, missing: ["A", "B"] },
    ],
    others: { patterns: 0, rows: 0 },
  });
});

it("counts rows and pairs as one by one", () => {
  const rows = fc
    .integer({ min: 2, max: 5 })
    .chain((p) => fc.array(fc.array(fc.constantFrom(1, 2, NaN), { minLength: p, maxLength: p }), { minLength: 2, maxLength: 80 }));
  fc.assert(
    fc.property(rows, (rows) => {
      const names = rows[0].map((_, j) => `Q${j}`);
      const found = of(Object.fromEntries(names.map((name, j) => [name, rows.map((row) => row[j])])));
      expect(found.complete).toBe(rows.filter((row) => !row.some(Number.isNaN)).length);
      const pairs = names.flatMap((_, i) => names.slice(0, i).map((_, j) => rows.filter((row) => !Number.isNaN(row[i] + row[j])).length));
      expect([found.pairs.least, found.pairs.most]).toEqual([Math.min(...pairs), Math.max(...pairs)]);
      expect(found.patterns.reduce((sum, pattern) => sum + pattern.rows, 0) + found.others.rows).toBe(rows.length);
      for (const { rows: n, missing } of found.patterns)
        expect(n).toBe(rows.filter((row) => names.every((name, j) => Number.isNaN(row[j]) === missing.includes(name))).length);
    }),
  );
});

const hasR = spawnSync("Rscript", ["--version"]).status === 0;
describe.skipIf(!shared || !hasR)("bfi25", () => {
  it("has the patterns that R counts", async () => {
    const survey = await readSurvey(new Uint8Array(readFileSync(`${shared}/reference/bfi25.csv`)), { name: "bfi25.csv" });
    const { items } = chooseItems(survey, {});
    const script = `d <- read.csv("${shared}/reference/bfi25.csv")[, c(${items.map(({ name }) => `"${name}"`).join(",")})]; t <- sort(table(apply(is.na(d), 1, function(r) paste(names(d)[r], collapse = "+"))), decreasing = TRUE); p <- crossprod(!is.na(d)); cat(length(t), t[1:5], min(p[upper.tri(p)]), max(p[upper.tri(p)]), sum(complete.cases(d)))`;
    const [count, ...figures] = execFileSync("Rscript", ["-e", script], { encoding: "utf8" }).trim().split(/\s+/).map(Number);
    const found = missingPatterns(items);
    expect(found.patterns.length + found.others.patterns).toBe(count);
    expect([...found.patterns.slice(0, 5).map(({ rows }) => rows), found.pairs.least, found.pairs.most, found.complete]).toEqual(figures);
  });
});
