import { describe, expect, test } from "vitest";
import { replaceNumber, soleRounding } from "../../src/checks/replace-number";
import { checkManuscript } from "../../src/checks/run";
import { numbersIn } from "../../src/claims/number";

/** The first number of a text, as a correction by `value` prints it. */
function corrected(text: string, value: number, decimal: "." | "," = "."): string | undefined {
  const places = { starts: Array.from(text, (_, i) => i), ends: Array.from(text, (_, i) => i + 1) };
  const [first] = numbersIn({ text, ...places } as Parameters<typeof numbersIn>[0], decimal);
  return replaceNumber(first, value, text)[0]?.edits[0].newText;
}

describe("a correction is dressed as the number was", () => {
  test.each([
    ["29.6", 26.875, "26.9"],
    [".79", 0.7266, ".73"],
    ["0.79", 0.7266, "0.73"],
    ["2,120.72", 1210.7, "1,210.70"],
    ["2120.72", 12210.7, "12210.70"],
    ["277", 276, "276"],
    ["-.41", -0.14, "-.14"],
  ])("%s by %d", (printed, value, text) => {
    expect(corrected(printed, value)).toBe(text);
  });

  test("decimal comma and point of thousands", () => {
    expect(corrected("35,99", 33.99, ",")).toBe("33,99");
    expect(corrected("2.120,72", 1210.7, ",")).toBe("1.210,70");
  });

  test("none for words, another sign, the same number, or one printed twice", () => {
    expect(corrected("four", 5)).toBeUndefined();
    expect(corrected(".41", -0.41)).toBeUndefined();
    expect(corrected("29.6", 29.6)).toBeUndefined();
    expect(corrected("29.6 here and 29.6 there", 26.9)).toBeUndefined();
    expect(corrected("29.6 here and 129.6 or 29.61 there", 26.9)).toBe("26.9");
  });
});

test("one figure that all values round to, or none", () => {
  expect(soleRounding({ low: 5.6164, high: 5.6202 }, 2)).toBe(5.62);
  expect(soleRounding({ low: 2.5548, high: 2.5572 }, 2)).toBeUndefined();
});

describe("no correction where either of two numbers may be wrong", () => {
  test.each([
    [
      "the number of items, or the degrees of freedom",
      "The questionnaire had 24 items. Bartlett's test of sphericity was significant, χ²(300) = 2120.72, p < .001.",
    ],
    [
      "the percentage, or the last sum",
      "Factor analysis.\n\n| Factor | % of variance | Cumulative % |\n|---|---|---|\n| 1 | 28.37 | 28.37 |\n| 2 | 9.77 | 37.04 |",
    ],
    [
      "the eigenvalue, or the percentage",
      "The 24 items were factor-analysed.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 5.60 | 23.34 |\n| 2 | 2.96 | 10.67 |\n| 3 | 2.02 | 8.42 |",
    ],
    [
      "the AVE, or its root",
      "**Table 1.** Discriminant validity (Fornell–Larcker)\n\n| Construct | AVE | Trust | Use |\n|---|---|---|---|\n| Trust | .64 | .90 | |\n| Use | .53 | .41 | .73 |\n\n*Note.* Square roots of AVE on the diagonal.",
    ],
    [
      "the mean square, or the sum of squares",
      "| Source | SS | df | MS |\n| --- | --- | --- | --- |\n| Between groups | 84.20 | 2 | 32.10 |\n| Within groups | 876.40 | 117 | 7.49 |",
    ],
    ["the statistic, or p", "The model was significant, F(2, 28) = 4.20, p = .003."],
    ["p too coarse to tell that the degrees of freedom were exchanged", "The model was significant, F(28, 2) = 4.84, p < .05."],
    [
      "the total, or a part",
      "Principal component analysis was used. The two components together explained 48.1% of the variance.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | 9.77 |",
    ],
  ])("%s", (_, source) => {
    const { findings } = checkManuscript(source, { path: "a.md" });
    expect(findings.filter(({ severity }) => severity !== "information").length).toBeGreaterThan(0);
    expect(findings.flatMap(({ fixes }) => fixes)).toEqual([]);
  });
});
