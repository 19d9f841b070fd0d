import { expect, test } from "vitest";
import { applyEdits } from "../../src/study/edit";
import { changeReading, type ReadingChange } from "../../src/study/edit-reading";
import { readStudy } from "../../src/study/read-study";
import { inOrder } from "../../src/survey/given-roles";

const source = `# the paper
data: survey.csv # from the web form
missing-codes: [99] # as in the codebook

scales:
  First: Q1-Q6 # of the pilot
`;

function changed(before: string, ...changes: readonly ReadingChange[]): string {
  return changes.reduce((text, change) => {
    const edit = changeReading(text, change);
    return edit ? applyEdits(text, [edit]) : text;
  }, before);
}

test.each<[ReadingChange, object]>([
  [{ kind: "role", column: "Q7", role: "item" }, { reading: { columns: [{ column: { value: "Q7" }, role: "item" }] } }],
  [
    { kind: "answers", column: "Q3", scale: inOrder(["Never", "Rarely", "Often"]) },
    { reading: { answers: [{ column: { value: "Q3" }, scale: inOrder(["Never", "Rarely", "Often"]) }] } },
  ],
  [
    {
      kind: "answers",
      column: "Q3",
      scale: [
        { word: "No", value: 0 },
        { word: "Yes", value: 1 },
      ],
    },
    {
      reading: {
        answers: [
          {
            scale: [
              { word: "No", value: 0 },
              { word: "Yes", value: 1 },
            ],
          },
        ],
      },
    },
  ],
  [{ kind: "instructed", column: "Q12", answer: "4" }, { reading: { instructed: [{ column: { value: "Q12" }, answer: "4" }] } }],
  [{ kind: "reverse", items: ["Q5", "Q7"] }, { reverse: [{ value: "Q5" }, { value: "Q7" }] }],
  [
    { kind: "missing", codes: [99, -9, "no comment"] },
    { missingCodes: [99, -9], missingWords: ["no comment"] },
  ],
  [{ kind: "encoding", encoding: "gb18030" }, { encoding: "gb18030" }],
  [{ kind: "delimiter", delimiter: ";" }, { delimiter: ";" }],
  [{ kind: "sheet", sheet: "Answers" }, { sheet: "Answers" }],
  [{ kind: "exclude", careless: true, rows: [] }, { reading: { exclude: { careless: true, rows: [] } } }],
  [{ kind: "exclude", careless: true, rows: [17] }, { reading: { exclude: { careless: true, rows: [17] } } }],
  [{ kind: "exclude", careless: false, rows: [17, 20] }, { reading: { exclude: { careless: false, rows: [17, 20] } } }],
  [{ kind: "careless", on: true }, { reading: { careless: {} } }],
])("%j is one edit that the study says afterwards, comments kept", (change, says) => {
  const after = changed(source, change);
  expect(readStudy(after, "s")).toMatchObject(says);
  for (const comment of ["# the paper", "# from the web form", "# of the pilot"]) expect(after).toContain(comment);
  expect(changeReading(after, change)).toBeUndefined();
});

test("what is taken back leaves the file as it was", () => {
  const undo: [ReadingChange, ReadingChange][] = [
    [
      { kind: "role", column: "Q7", role: "item" },
      { kind: "role", column: "Q7", role: undefined },
    ],
    [
      { kind: "answers", column: "Q3", scale: inOrder(["Never", "Often"]) },
      { kind: "answers", column: "Q3", scale: undefined },
    ],
    [
      { kind: "instructed", column: "Q12", answer: "agree" },
      { kind: "instructed", column: "Q12", answer: undefined },
    ],
    [
      { kind: "sheet", sheet: "Answers" },
      { kind: "sheet", sheet: undefined },
    ],
    [
      { kind: "exclude", careless: true, rows: [3] },
      { kind: "exclude", careless: false, rows: [] },
    ],
  ];
  for (const [change, back] of undo) expect(changed(source, change, back)).toBe(source);
});

test("one of several entries goes alone, and its neighbours' comments stay", () => {
  const two = `${source}columns:\n  Q7: item # a slider\n  Age: group # in years\n`;
  expect(changed(two, { kind: "role", column: "Q7", role: undefined })).toBe(two.replace("  Q7: item # a slider\n", ""));
  expect(changed(two, { kind: "role", column: "Age", role: "continuous" })).toBe(two.replace("Age: group", "Age: continuous"));
});

test("what is not YAML is left alone", () => {
  expect(changeReading("data: [a", { kind: "sheet", sheet: "b" })).toBeUndefined();
});
