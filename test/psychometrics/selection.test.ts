import { describe, expect, test } from "vitest";
import { expandItems, nearestName } from "../../src/psychometrics/selection";

const names = ["id", "Q1", "Q2", "comment", "Q3", "Q4", "pre-test", "post"];
const isAnswer = (name: string) => name !== "comment";

describe("items named", () => {
  test("by names and ranges, each once, in the order named", () => {
    expect(expandItems(["Q3", "Q1-Q3"], names, isAnswer)).toEqual(["Q3", "Q1", "Q2"]);
    expect(expandItems(["Q4–Q2"], names, isAnswer)).toEqual(["Q2", "Q3", "Q4"]);
    expect(expandItems([" Q1 - Q2 ", ""], names, isAnswer)).toEqual(["Q1", "Q2"]);
  });
  test("a column whose name holds a dash is a name, also as the end of a range", () => {
    expect(expandItems(["pre-test"], names)).toEqual(["pre-test"]);
    expect(expandItems(["Q4-pre-test"], names)).toEqual(["Q4", "pre-test"]);
    expect(expandItems(["pre-test-post"], names)).toEqual(["pre-test", "post"]);
  });
  test("an unknown name is refused with the nearest one", () => {
    expect(() => expandItems(["q1"], names)).toThrow(expect.objectContaining({ message: "There is no column q1.", hint: "Did you mean Q1?" }));
    expect(() => expandItems(["Q1-Q44"], names)).toThrow(expect.objectContaining({ message: "There is no column Q44.", hint: "Did you mean Q4?" }));
    expect(() => expandItems(["happiness"], names)).toThrow(expect.objectContaining({ hint: expect.stringContaining("The columns are id, Q1") }));
  });
  test("names too far away are not suggested", () => {
    expect(nearestName("zzz", names)).toBeUndefined();
    expect(nearestName("pretest", names)).toBe("pre-test");
  });
});
