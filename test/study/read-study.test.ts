import { describe, expect, test } from "vitest";
import type { ScreeError } from "../../src/errors";
import { defaultSettings } from "../../src/psychometrics/analysis";
import { readStudy } from "../../src/study/read-study";
import { severitiesOf } from "../../src/study/rule-severities";
import { openSmall } from "./memory";

const whole = `# the paper
data: survey.csv
encoding: utf-8
delimiter: ";"
missing-codes: [99, -9]
items:
  Q1: I like it
  Q2: "No: not at all"
reverse: Q2
scales:
  First: Q1-Q6
  "Second, longer": [Q7, Q8-Q12]
analyses:
  main: { extraction: pca, rotation: promax, factors: 4, seed: 7 }
  plain:
manuscripts: [paper.md, text/other.qmd]
checks: { citation: off, p-value: error }
`;

test("everything that a study can say", () => {
  const study = readStudy(whole, "scree.yaml");
  expect(study.data).toMatchObject({ value: "survey.csv", line: 2 });
  expect([study.encoding, study.delimiter, study.missingCodes]).toEqual(["utf-8", ";", [99, -9]]);
  expect(study.items!.map((item) => item.value)).toEqual(["Q1", "Q2"]);
  expect(study.labels.get("Q2")).toMatchObject({ value: "No: not at all", line: 8 });
  expect(study.reverse.map((item) => item.value)).toEqual(["Q2"]);
  expect(study.scales.map((scale) => [scale.name, scale.items.map((item) => item.value)])).toEqual([
    ["First", ["Q1-Q6"]],
    ["Second, longer", ["Q7", "Q8-Q12"]],
  ]);
  expect(study.analyses.map(({ name, settings }) => [name, settings])).toEqual([
    ["main", { ...defaultSettings, extraction: "pca", rotation: "promax", factors: 4, seed: 7 }],
    ["plain", defaultSettings],
  ]);
  expect(study.manuscripts.map((path) => path.value)).toEqual(["paper.md", "text/other.qmd"]);
  expect([...severitiesOf(study)]).toEqual([
    ["citation", "off"],
    ["p-value", "error"],
  ]);
});

test("the least that a study can say", () => {
  const study = readStudy("data: survey.csv", "scree.yaml");
  expect(study.analyses).toEqual([{ name: "main", settings: defaultSettings }]);
  expect([study.items, study.scales, study.reverse, study.missingCodes]).toEqual([undefined, [], [], []]);
});

const failure = (source: string): ScreeError => {
  try {
    readStudy(source, "scree.yaml");
  } catch (error) {
    return error as ScreeError;
  }
  throw new Error("nothing was thrown");
};

describe("what is wrong is said at its line, with a way out", () => {
  test.each([
    ["", "no-data", 1, 'Add a line such as "data: survey.csv".'],
    ["items: Q1", "no-data", 1, "data"],
    ["data: a.csv\nscale:\n  A: Q1", "unknown-key", 2, 'Did you mean "scales"?'],
    ["data: a.csv\nanalyses:\n  main:\n    rotaton: promax", "unknown-key", 4, 'Did you mean "rotation"?'],
    ["data: a.csv\nanalyses:\n  main:\n    rotation: varimx", "unknown-value", 4, 'Did you mean "varimax"?'],
    ["data: a.csv\nanalyses:\n  main:\n    factors: many", "unknown-value", 4, "kaiser, parallel, map"],
    ["data: a.csv\nanalyses:\n  main:\n    factors: 0", "unknown-value", 4, "1 to 1000"],
    ["data: a.csv\nanalyses:\n  main:\n    iterations: 1.5", "unknown-value", 4, "whole number"],
    ["data: a.csv\nanalyses:\n  main:\n    seed: abc", "wrong-type", 4, "scree.yaml"],
    ["data: a.csv\nanalyses:\n  my main:\n    seed: 1", "bad-name", 3, "letters"],
    ["data: a.csv\nmissing-codes: [99, { a: 1 }]", "wrong-type", 2, "example"],
    ["data: [a.csv]", "wrong-type", 1, "example"],
    ["data: a.csv\nscales: Q1-Q6", "wrong-type", 2, "example"],
    ["data: a.csv\ndata: b.csv", "duplicate-key", 2, "Keep one"],
    ["data: a.csv\nitems: [Q1, Q2", "bad-yaml", 2, "indentation"],
    ["- data", "wrong-type", 1, "example"],
  ])("%j", (source, code, line, hint) => {
    const error = failure(source);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(new RegExp(`^scree\\.yaml, line ${line}: .+\\.$`));
    expect(error.message).not.toContain("\n");
    expect(error.data.line).toBe(line);
    expect(error.hint).toContain(hint);
  });
});

test("an alias is followed, and a bomb of aliases is not unpacked", () => {
  expect(readStudy("data: &a survey.csv\nmanuscripts: [*a]", "s").manuscripts[0].value).toBe("survey.csv");
  const bomb = `data: x\nlabels: {${Array.from(
    { length: 20 },
    (_, i) =>
      `k${i}: &l${i} [${
        i === 0
          ? "x"
          : Array(9)
              .fill(`*l${i - 1}`)
              .join(", ")
      }]`,
  ).join(", ")}}`;
  expect(failure(bomb).code).toBe("wrong-type");
});

test("an unknown item is named at its line once the data are read", async () => {
  const open = await openSmall("data: survey.csv\nscales:\n  First:\n    - A1\n    - A22\n");
  await expect(open.analysis()).rejects.toMatchObject({
    code: "unknown-item",
    message: "scree.yaml, line 5: There is no column A22.",
    hint: "Did you mean A2?",
  });
});

test("a data file that is not there is named at its line", async () => {
  await expect(openSmall("# study\ndata: nowhere.csv\n")).rejects.toMatchObject({
    code: "file-not-found",
    message: "scree.yaml, line 2: the data file nowhere.csv cannot be read.",
  });
});

test("labels of the study stand for those of the file", async () => {
  const open = await openSmall("data: survey.csv\nlabels:\n  A1: First question\nanalyses:\n  main: { factors: 1, iterations: 0 }\n");
  expect((await open.analysis()).items.map((item) => item.label)).toEqual(["First question", undefined, undefined, undefined, undefined, undefined]);
});

describe("checks:", () => {
  const of = (lines: string) => readStudy(`data: survey.csv\n${lines}`, "scree.yaml");

  test("may be absent or empty", () => {
    for (const lines of ["", "checks:", "checks: {}"]) expect(severitiesOf(of(lines)).size).toBe(0);
  });

  test("an impossible severity is said at its line", () => {
    expect(failure("data: survey.csv\nchecks:\n  p-value: eror\n")).toMatchObject({
      code: "unknown-value",
      message: expect.stringMatching(/^scree\.yaml, line 3: "eror"/),
      hint: 'Did you mean "error"?',
    });
  });

  test("so is a rule that does not exist, with the nearest name; rules of studies are rules", () => {
    expect(() => severitiesOf(of("checks:\n  stale-table: error\n  citatoin: off\n"))).toThrow(
      expect.objectContaining({
        code: "unknown-rule",
        message: 'scree.yaml, line 4: there is no rule "citatoin".',
        hint: "Did you mean citation?",
        data: expect.objectContaining({ line: 4, start: 48, end: 56 }),
      }),
    );
  });
});
