import fc from "fast-check";
import { expect, test } from "vitest";
import { count, interval, percent, probability, proportion, quantity } from "../../src/tables/number";

test("quantities keep their leading zero, have a true minus and commas between thousands", () => {
  expect([quantity(0.5), quantity(-0.5), quantity(2120.7199), quantity(1234567.891), quantity(12, 0)]).toEqual([
    "0.50",
    "−0.50",
    "2,120.72",
    "1,234,567.89",
    "12",
  ]);
});

test("what cannot exceed 1 has no leading zero", () => {
  expect([proportion(0.814), proportion(-0.42), proportion(1), proportion(-1), proportion(0.9999), proportion(0.8136, 3)]).toEqual([
    ".81",
    "−.42",
    "1.00",
    "−1.00",
    "1.00",
    ".814",
  ]);
});

test("what rounds to zero has no sign", () => {
  expect([quantity(-0.001), proportion(-0.004), percent(-0.0001)]).toEqual(["0.00", ".00", "0.00"]);
});

test("probabilities stop at .001 and .999", () => {
  expect([probability(0), probability(1e-300), probability(0.00099), probability(0.001), probability(0.0431), probability(0.9995), probability(1)]).toEqual([
    "< .001",
    "< .001",
    "< .001",
    ".001",
    ".043",
    "> .999",
    "> .999",
  ]);
});

test("counts and intervals", () => {
  expect([count(1248), count(308), interval([0.79, 0.8501], proportion), interval(null, proportion)]).toEqual(["1,248", "308", "[.79, .85]", "—"]);
});

test("no number is a dash, never NaN or Infinity", () => {
  for (const print of [quantity, proportion, count, percent, probability]) {
    for (const value of [null, undefined, NaN, Infinity, -Infinity]) expect(print(value)).toBe("—");
  }
});

test("printed and read back, a number is within half a unit of the last place", () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      for (const text of [quantity(value, decimals), proportion(value, decimals)]) {
        expect(Math.abs(Number(text.replace("−", "-")) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-12);
      }
    }),
  );
});
