import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summaryOf } from "../../../src/survey/preview/summary";
import { numbers, texts } from "./sample";

describe("summaryOf numbers", () => {
  const item = numbers("Q1", [1, 2, 2, 5, NaN, 2, NaN], {
    valueLabels: new Map([[2, "Agree"]]),
    declaredMissing: [{ code: 9, label: "Refused", rows: Uint32Array.of(6) }],
  });

  it("counts, and tells mean, SD and range", () => {
    const { valid, missing, distinct, numbers: figures } = summaryOf(item);
    expect({ valid, missing, distinct }).toEqual({ valid: 5, missing: 2, distinct: 3 });
    expect(figures).toMatchObject({ low: 1, high: 5, mean: 2.4 });
    expect(figures!.sd).toBeCloseTo(1.51657509, 8); // R: sd(c(1, 2, 2, 5, 2))
  });
  it("lists the most frequent answers with their labels, and the declared codes", () => {
    expect(summaryOf(item).frequent[0]).toEqual({ text: "2", label: "Agree", times: 3 });
    expect(summaryOf(item).codes).toEqual([{ text: "9", label: "Refused", times: 1 }]);
  });
  it("gives every whole number of a short range a bar, those that nobody chose too", () => {
    expect(summaryOf(item).histogram).toEqual({ single: true, bars: [1, 3, 0, 0, 1] });
  });
  it("says nothing of an empty or constant column", () => {
    expect(summaryOf(numbers("x", [NaN, NaN]))).toEqual({ valid: 0, missing: 2, codes: [], distinct: 0, frequent: [] });
    const constant = summaryOf(numbers("x", [3, 3]));
    expect(constant.histogram).toBeUndefined();
    expect(constant.numbers).toEqual({ low: 3, high: 3, mean: 3, sd: 0 });
    expect(summaryOf(numbers("x", [3])).numbers!.sd).toBeNull();
  });
  it("stops counting different values at 10,000", () => {
    const many = summaryOf(
      numbers(
        "x",
        Array.from({ length: 10_001 }, (_, i) => i + 0.5),
      ),
    );
    expect([many.distinct, many.frequent]).toEqual([10_001, []]);
    expect(many.histogram!.bars.reduce((sum, times) => sum + times, 0)).toBe(10_001);
  });
  it("keeps the digits of large numbers", () => {
    expect(summaryOf(numbers("x", [1e9 + 1, 1e9 + 2, 1e9 + 3])).numbers!.sd).toBeCloseTo(1, 9);
  });

  it("bars always hold every valid answer, and nothing is NaN", () => {
    const value = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(NaN));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 80 }), (values) => {
        const summary = summaryOf(numbers("x", values));
        if (summary.histogram) expect(summary.histogram.bars.reduce((sum, times) => sum + times, 0)).toBe(summary.valid);
        for (const figure of Object.values(summary.numbers ?? {})) expect(figure === null || Number.isFinite(figure)).toBe(true);
        expect(summary.valid + summary.missing).toBe(values.length);
      }),
    );
  });
});

describe("summaryOf texts", () => {
  it("counts the answers", () => {
    const summary = summaryOf(texts("t", ["b", "a", "b", "", "c"]));
    expect(summary).toMatchObject({ valid: 4, missing: 1, distinct: 3 });
    expect(summary.frequent).toEqual([
      { text: "b", times: 2 },
      { text: "a", times: 1 },
      { text: "c", times: 1 },
    ]);
    expect(summary.histogram).toEqual({ single: true, bars: [2, 1, 1] });
  });
  it("lists none where all are different", () => {
    const { frequent, histogram, distinct } = summaryOf(texts("id", ["a", "b", "c"]));
    expect([frequent, histogram, distinct]).toEqual([[], undefined, 3]);
  });
});
