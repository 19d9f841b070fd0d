import { expect, test } from "vitest";
import { applyEdits } from "../../src/study/edit";
import { setInStudy } from "../../src/study/edit-study";
import { readStudy } from "../../src/study/read-study";

const source = `# the paper
data: survey.csv # from the web form

scales:
  First: Q1-Q6 # of the pilot
analyses:
  main: { rotation: varimax, factors: 4 }
`;

test("one value changes, comments and all else stay", () => {
  const edit = setInStudy(source, ["analyses", "main", "rotation"], "promax")!;
  const after = applyEdits(source, [edit]);
  expect(after).toBe(source.replace("varimax", "promax"));
  expect(edit.range.end - edit.range.start).toBeLessThanOrEqual(7);
});

test("a new analysis, a list, a removal", () => {
  const added = applyEdits(source, [setInStudy(source, ["analyses", "short"], { items: ["Q1", "Q2"], factors: 1 })!]);
  expect(added.startsWith(source.slice(0, source.indexOf("analyses")))).toBe(true);
  expect(readStudy(added, "s").analyses[1]).toMatchObject({ name: "short", settings: { factors: 1 } });
  const listed = applyEdits(source, [setInStudy(source, ["reverse"], ["Q5", "Q7"])!]);
  expect(listed).toContain("reverse: [ Q5, Q7 ]");
  expect(listed).toContain("# of the pilot");
  const removed = applyEdits(source, [setInStudy(source, ["scales"], undefined)!]);
  expect(readStudy(removed, "s").scales).toEqual([]);
  expect(removed).toContain("# from the web form");
});

test("what is not YAML is left alone", () => {
  expect(setInStudy("data: [a", ["data"], "b")).toBeUndefined();
});
