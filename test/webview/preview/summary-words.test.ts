import { describe, expect, it } from "vitest";
import { columnWords, figure, roleLine, statistic, validLine } from "../../../src/webview/preview/summary-words";

const item = { name: "Q1", label: "I read", role: "item", roleReason: "5 distinct values", numeric: true, labelled: true } as const;
const summary = {
  valid: 312,
  missing: 8,
  codes: [{ text: "9", label: "Refused", times: 3 }],
  distinct: 5,
  numbers: { low: 1, high: 5, mean: 3.4, sd: 1 },
  frequent: [
    { text: "4", label: "Agree", times: 156 },
    { text: "5", times: 78 },
  ],
};

describe("a column in words", () => {
  it("has its figures in a line each", () => {
    expect(roleLine(item, summary)).toBe("item · 5 values");
    expect(validLine(summary)).toBe("n 312 · 8 missing");
    expect(columnWords(item, summary)).toEqual([
      "Q1",
      "I read",
      "item: 5 distinct values",
      "312 valid, 8 missing (of these 9 Refused 3 times), 5 values",
      "mean 3.40, SD 1.00, from 1 to 5",
      "most frequent: 4 Agree (156, 50%), 5 (78, 25%)",
    ]);
  });
  it("tells no mean of a group", () => {
    const words = columnWords({ ...item, role: "group" }, summary).join("; ");
    expect(words).not.toContain("mean");
    expect(words).toContain("most frequent");
  });
  it.each([
    [1, "1"],
    [-2.5, "−2.5"],
    [1234.567, "1234.57"],
    [0.0004, "0.000400"],
  ])("%d is told as %s", (value, text) => expect(figure(value)).toBe(text));
  it.each([
    [1, "1.00"],
    [-0.456, "−0.46"],
    [0, "0.00"],
  ])("a mean of %d as %s", (value, text) => expect(statistic(value)).toBe(text));
});
