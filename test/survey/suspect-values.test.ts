import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSurvey } from "../../src/survey/read";
import { shared } from "../shared";

/** Ten items from 1 to 5, a hundred rows; `cells` puts other answers in: row of the file, item, text. */
async function warningsOf(cells: readonly [number, number, string][], points: (item: number) => number = () => 5): Promise<string[]> {
  const rows = Array.from({ length: 100 }, (_, row) => Array.from({ length: 10 }, (_, item) => String(((row * (item + 3) + (row >> 3)) % points(item)) + 1)));
  for (const [row, item, text] of cells) rows[row - 2][item - 1] = text;
  const header = rows[0].map((_, item) => `Q${item + 1}`).join(",");
  const survey = await readSurvey(new TextEncoder().encode([header, ...rows.map((row) => row.join(","))].join("\n")), { name: "s.csv" });
  return survey.warnings.map(({ message }) => message);
}

describe("values that deserve a look", () => {
  test("impossible values are listed with their rows, whatever else is wrong", async () => {
    expect(
      await warningsOf([
        [5, 6, "7"],
        [44, 6, "7"],
        [52, 7, "55"],
        [63, 9, "0"],
        [70, 1, "99"],
        [71, 1, "99"],
      ]),
    ).toEqual([
      "99 in Q1 looks like a code for a missing answer and is counted as an answer. If it is one, declare it: missing codes 99.",
      "Q6 has 7 in rows 5 and 44 of the file; the other items have 1 to 5.",
      "Q7 has 55 in row 52 of the file; the other items have 1 to 5.",
      "Q9 has 0 in row 63 of the file; the other items have 1 to 5.",
    ]);
  });

  test("codes in use are named, words for no answer and dots are missing", async () => {
    const said = await warningsOf([
      [5, 2, "-9"],
      [6, 3, "9999"],
      [7, 4, "prefer not to say"],
      [8, 5, "."],
      [9, 5, "NA"],
    ]);
    expect(said).toContain('"prefer not to say" is read as missing in Q4.');
    expect(said.filter((message) => message.includes("looks like a code")).map((message) => message.split(" looks")[0])).toEqual(["-9 in Q2", "9999 in Q3"]);
  });

  test("scales of several lengths, and answers that a quarter of the items have, are no slips", async () => {
    expect(await warningsOf([], (item) => (item < 5 ? 5 : 7))).toEqual([]);
    expect(
      await warningsOf([
        [5, 1, "6"],
        [6, 2, "6"],
        [7, 3, "6"],
      ]),
    ).toEqual([]);
    expect(await warningsOf([], (item) => (item === 0 ? 11 : 5))).toEqual([]);
  });
});

describe.skipIf(!shared)("the reference surveys", () => {
  const names = shared ? readdirSync(`${shared}/reference`).filter((name) => /^[a-z]+\d*\.csv$/.test(name)) : [];
  test.each(names)("%s has none", async (name) => {
    const survey = await readSurvey(new Uint8Array(readFileSync(`${shared}/reference/${name}`)), { name });
    expect(survey.warnings.filter(({ code }) => ["value-out-of-range", "suspect-missing-code"].includes(code))).toEqual([]);
  });
});
