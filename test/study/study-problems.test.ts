import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ScreeError } from "../../src/errors";
import { readStudy } from "../../src/study/read-study";
import { studyProblems } from "../../src/study/study-problems";
import { withoutEntry } from "../../src/study/without-entry";

const columns = ["Q1", "Q2", "Q3", "Age"].map((name) => ({ name, numeric: name !== "Age" }));
const told = (source: string) =>
  studyProblems(source, "scree.yaml", columns).problems.map(({ start, end, message, hint }) => [source.slice(start, end), `${message} ${hint ?? ""}`]);

describe("studyProblems", () => {
  test("tells everything that is wrong, each at its place", () => {
    const source = `data: survey.csv
itmes: Q1-Q3
reverse: [Q2, Q9]
scales:
  First: [Q1, Q22]
analyses:
  main: { rotatoin: varimax, factors: 2, extraction: paff }
  other:
    iterations: many
    correlation: pearsn
checks:
  p-valeu: error
  citation: of
`;
    expect(told(source)).toEqual([
      ["itmes", expect.stringMatching(/"itmes" is not known here\. Did you mean "items"\?/)],
      ["Q9", expect.stringMatching(/Q9/)],
      ["Q22", expect.stringMatching(/Q22.*Did you mean .?Q2/)],
      ["rotatoin", expect.stringMatching(/Did you mean "rotation"\?/)],
      ["paff", expect.stringMatching(/Did you mean "paf"\?/)],
      ["many", expect.stringMatching(/number/)],
      ["pearsn", expect.stringMatching(/Did you mean "pearson"\?/)],
      ["p-valeu", expect.stringMatching(/no rule "p-valeu".*p-value/)],
      ["of", expect.stringMatching(/Did you mean "off"\?/)],
    ]);
  });

  test("columns that the survey does not have, wherever they are named", () => {
    const source = "data: survey.csv\ncolumns: { Q44: identifier, Age: identifier }\nanswers: { Qx: [no, yes] }\ninstructed: { Q5: 4 }\n";
    expect(told(source).map(([place]) => place)).toEqual(["Q44", "Qx", "Q5"]);
  });

  test("nothing of a good one; without columns, nothing of items", () => {
    expect(told("data: survey.csv\nitems: Q1-Q3\n")).toEqual([]);
    expect(studyProblems("data: survey.csv\nitems: Q9\n", "scree.yaml")).toMatchObject({ problems: [], data: { value: "survey.csv" } });
  });

  test("missing data and broken YAML are told once", () => {
    expect(told("items: Q1\n")).toEqual([[expect.anything(), expect.stringMatching(/names no data/)]]);
    expect(told("data: [survey.csv\nitems: Q1\n")).toHaveLength(1);
    expect(told("datta: survey.csv\n")).toEqual([["datta", expect.stringMatching(/Did you mean "data"\?/)]]);
  });

  test("of any text: an answer, its places inside the text", () => {
    const line = fc.constantFrom(
      "data: a.csv",
      "items: [Q1",
      "  x: { a: 1, b: }",
      "checks: off",
      "- a",
      "analyses:",
      "  main:",
      "    factors: -1",
      "a: &x [*x]",
      "\t",
      "{",
      "? a",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const source = lines.join("\n");
        for (const { start, end } of studyProblems(source, "scree.yaml", columns).problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(Math.max(source.length, 1));
        }
      }),
    );
  });

  test("what the reader says first is among it", () => {
    const source = "data: a.csv\nchecks: { citation: of }\nanalyses: { main: { seed: -1 } }\n";
    const first = (() => {
      try {
        readStudy(source, "scree.yaml");
      } catch (error) {
        return (error as ScreeError).data.start;
      }
    })();
    const places = studyProblems(source, "scree.yaml").problems.map(({ start }) => start);
    expect(places).toHaveLength(2);
    expect(places).toContain(first);
  });
});

describe("withoutEntry", () => {
  test.each([
    ["a: 1\nb: 2\n", "b", "a: 1\n    \n"],
    ["m: { a: 1, b: 2 }", "a: ", "m: {       b: 2 }"],
    ["m: { a: 1, b: 2 }", "b: ", "m: { a: 1       }"],
    ["m:\n  a:\n    - 1\n    - 2\n", "a:", "m:\n    \n       \n       \n"],
  ])("%j without %j", (source, at, expected) => {
    expect(withoutEntry(source, source.indexOf(at))).toBe(expected);
  });
  test("nothing there", () => expect(withoutEntry("", 0)).toBeUndefined());
});
