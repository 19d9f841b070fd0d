import { describe, expect, test } from "vitest";
import { numbersIn } from "../../src/claims/number";
import { checkManuscript } from "../../src/checks/run";
import { slip } from "../../src/checks/slip";
import { point, rounding } from "../../src/numerics/interval";

const number = (text: string, decimal: "." | "," = ".") =>
  numbersIn({ text, starts: Array.from(text, (_, i) => i), ends: Array.from(text, (_, i) => i + 1) } as Parameters<typeof numbersIn>[0], decimal)[0];

describe("the one slip that explains a number", () => {
  test.each([
    ["29.6", rounding(26.875, 9), "Two digits may have changed places: 26.9."],
    [".63", rounding(0.36, 2), "Two digits may have changed places: .36."],
    ["2.68", rounding(26.83, 2), "The decimal point may have slipped."],
    ["268", rounding(2.68, 2), "The decimal point may have slipped."],
    ["-.41", rounding(0.41, 2), "The sign may be wrong."],
    ["37.1", point(37.18), "The last digit may have been cut off instead of rounded."],
    ["267", point(276), "Two digits may have changed places: 276."],
  ])("%s", (printed, right, sentence) => {
    expect(slip(number(printed), right)).toBe(sentence);
  });

  test("a decimal comma stays one", () => {
    expect(slip(number("29,6", ","), point(26.9))).toBe("Two digits may have changed places: 26,9.");
  });

  test.each([
    ["29.6", point(29.6), "it is right"],
    ["29.6", point(28.4), "another digit explains nothing"],
    ["29.6", { low: 20, high: 27 }, "what would be right is too wide"],
    ["5", point(50), "a single digit fits too much"],
    ["four", point(40), "a word has no decimal point"],
  ])("none: %s, %o, %s", (printed, right) => {
    expect(slip(number(printed), right)).toBeUndefined();
  });
});

test.each([
  [
    "**Table 1**\n\nSample\n\n| Characteristic | n | % |\n| --- | ---: | ---: |\n| Male | 117 | 36.6 |\n| Female | 203 | 63.4 |\n| Large | 137 | 42.8 |\n| Medium | 97 | 30.3 |\n| Small | 86 | 29.6 |\n| Urban | 120 | 37.5 |\n\n*Note.* *N* = 320.",
    "Two digits may have changed places: 26.9.",
  ],
  ["The questionnaire had 24 items. Bartlett's test gave χ²(267) = 2120.72, p < .001.", "Two digits may have changed places: 276."],
  [
    "The 24 items were factor-analysed.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 5.60 | 23.34 |\n| 2 | 25.6 | 10.65 |\n| 3 | 2.02 | 8.42 |",
    "The decimal point may have slipped.",
  ],
  [
    "**Table 1**\n\nRatings of calmness\n\n| Time | M | SD |\n| --- | ---: | ---: |\n| Before | 2.92 | 1.09 |\n| After | 3.74 | 1.46 |\n\n*Note.* *N* = 27. Single item; answers from 1 to 7.",
    "cut off instead of rounded",
  ],
])("the detail of a finding says it", (source, sentence) => {
  const details = checkManuscript(source, { path: "a.md" }).findings.map(({ detail }) => detail);
  expect(details.join(" ")).toContain(sentence);
});
