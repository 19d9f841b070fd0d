import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { shared } from "../shared";
import { cases, dataSets } from "./figures";
import { answers } from "./validation/answers";
import { type Case, caseOf, type Quantity } from "./validation/case";
import { fitAndScores } from "./validation/fit-and-scores";
import { neverRead, quantitiesOf } from "./validation/coverage";
import { numberOfFactors } from "./validation/number-of-factors";
import { others } from "./validation/others";
import { reliability } from "./validation/reliability";
import { solutions } from "./validation/solutions";

/**
 * Every figure of an analysis against R's and PSPP's, end to end, as the table of docs/validation.md. The table is written with UPDATE_DOCS=1 and compared otherwise.
 */
const quantities: readonly Quantity[] = [...answers, ...reliability, ...numberOfFactors, ...solutions, ...fitAndScores];

const path = "docs/validation.md";
const introduction = `# Validation

Every figure of an analysis against independent software, end to end: R 4.2.2 with psych 2.2.9, and PSPP 1.6.2 where it is named; "converged" figures are the same
optimum iterated in R to the limit of double precision, because psych stops earlier. A cell is the largest absolute difference over all items, scales and loadings, listwise
and pairwise, rounded up to a power of ten (relative where marked); a dash means that the software gives no such figure for that data set. The test that writes this page
(\`test/psychometrics/validation.test.ts\`) fails when a difference exceeds its tolerance.

`;

function cell(difference: number | undefined): string {
  if (difference === undefined) return "–";
  if (difference === 0) return "0";
  if (difference <= 1e-12) return "≤ 1e-12";
  return difference > 0.1 ? difference.toFixed(1) : `1e${Math.ceil(Math.log10(difference))}`;
}

const key = (name: string, against: string, set: string) => `${name}|${against}|${set}`;

describe.skipIf(!shared)("validation", () => {
  const worst = new Map<string, number>();
  let all: Case[] = [];
  beforeAll(() => {
    all = cases.map(([set, missing]) => caseOf(set, missing));
  });

  test.each(quantities)("$name: $against", async ({ name, against, tolerance, relative, pairs }) => {
    let compared = 0;
    for (const on of all) {
      for (const [actual, expected] of await pairs(on)) {
        if (expected === null || expected === undefined) continue;
        compared++;
        expect(actual ?? null, `${name} of ${on.set}, ${on.missing}`).not.toBeNull();
        const difference = Math.abs(actual! - expected) / ((relative && Math.abs(expected)) || 1);
        expect(difference, `${name} of ${on.set}, ${on.missing}: ${actual} instead of ${expected}`).toBeLessThanOrEqual(tolerance);
        const at = key(name, against, on.set);
        worst.set(at, Math.max(worst.get(at) ?? 0, difference));
      }
    }
    expect(compared).toBeGreaterThan(0);
  });

  test.each(others)("$name: $file, $against", ({ name, file, against, tolerance, pairs }) => {
    const compared = pairs();
    expect(compared.length).toBeGreaterThan(0);
    for (const [actual, expected] of compared) {
      if (expected === null && actual === null) continue;
      const difference = Math.abs(actual! - expected!);
      expect(difference, `${actual} instead of ${expected}`).toBeLessThanOrEqual(tolerance);
      worst.set(key(name, against, file), Math.max(worst.get(key(name, against, file)) ?? 0, difference));
    }
  });

  test("no quantity of the reference that Scree has too is left out", () => {
    const files = ["hs1939_cfa", "likert320_reversed_cfa", "content_validity", "sample_size", "shroutfleiss_icc", "polychoric_tight"];
    const all = [...cases.map(([set, missing]) => quantitiesOf(set, missing)), ...files.map((file) => quantitiesOf(file))];
    expect(neverRead(new Set(all.flatMap((paths) => [...paths])))).toEqual([]);
  });

  test("the page of the documentation shows these figures", () => {
    const rows = quantities.map(
      ({ name, against, tolerance, relative }) =>
        `| ${name}${relative ? " (relative)" : ""} | ${against} | ${tolerance === 0 || tolerance > 1 ? tolerance : tolerance.toExponential()} | ${dataSets.map((set) => cell(worst.get(key(name, against, set)))).join(" | ")} |`,
    );
    const otherRows = others.map(
      ({ name, file, against, tolerance }) =>
        `| ${name} | ${file} | ${against} | ${tolerance.toExponential()} | ${cell(worst.get(key(name, against, file)))} |`,
    );
    const page = `${introduction}| Quantity | Against | Tolerance | ${dataSets.join(" | ")} |\n|---|---|--:|${"--:|".repeat(dataSets.length)}\n${rows.join("\n")}\n\n| Beside surveys | Figures | Against | Tolerance | Difference |\n|---|---|---|--:|--:|\n${otherRows.join("\n")}\n`;
    if (process.env.UPDATE_DOCS) writeFileSync(path, page);
    // the last digit of a difference is the machine's own; that a row is there, and its tolerance, is not
    const withoutCells = (text: string) => text.replace(/\| (0|–|≤ 1e-12|1e-\d+|\d+\.\d) (?=\|)/g, "| · ");
    expect(withoutCells(readFileSync(path, "utf8"))).toBe(withoutCells(page));
  });
});
