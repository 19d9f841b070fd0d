import { expect, test } from "vitest";
import { type NumericColumn, rowNumber } from "../../src/survey/survey";
import { withoutRows } from "../../src/survey/without-rows";
import { numbers, survey } from "./preview/sample";

test("missing codes move with their rows, and go with them", () => {
  const declaredMissing = [
    { code: 98, rows: Uint32Array.of(0) },
    { code: 99, label: "Refused", rows: Uint32Array.of(2, 4) },
  ];
  const left = withoutRows(survey(numbers("Q1", [NaN, 1, NaN, 2, NaN], { declaredMissing })), [0, 2], "by number");
  const column = left.columns[0] as NumericColumn;
  expect(column.declaredMissing).toEqual([{ code: 99, label: "Refused", rows: Uint32Array.of(2) }]);
  expect(rowNumber(left, 2)).toBe(5);
  expect(column.missing).toBe(1);
});
