import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { contradictingItems } from "../../src/psychometrics/contradicting-items";
import { samplingAdequacy } from "../../src/psychometrics/kmo";

/** Correlations of the pairs named, .1 elsewhere. */
const correlations = (items: string, pairs: Record<string, number>) =>
  new Matrix([...items].map((a) => [...items].map((b) => (a === b ? 1 : (pairs[a + b] ?? pairs[b + a] ?? 0.1)))));

test("three items whose correlations cannot be had at once are named", () => {
  const R = correlations("abcde", { ab: 0.9, bc: 0.9, ac: -0.9, de: 0.5 });
  expect(contradictingItems(R, [..."abcde"])).toEqual(["a", "b", "c"]);
  expect(() => samplingAdequacy(R, [..."abcde"])).toThrow(/smallest eigenvalue is −\d\.\d+\)\. Those of a, b,? (?:and )?c contradict each other most\./);
});

test("where three are not enough, the items of the impossible combination", () => {
  // four items that all correlate −.4 cannot be: the least possible is −1/3; any three can
  const R = correlations("abcdef", { ab: -0.4, ac: -0.4, ad: -0.4, bc: -0.4, bd: -0.4, cd: -0.4, ef: 0.3 });
  expect(contradictingItems(R, [..."abcdef"])).toEqual(["a", "b", "c", "d"]);
});
