import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { numbersIn, soleNumber } from "../../src/claims/number";
import { undress } from "../../src/manuscript/inline";
import { shifted } from "../../src/manuscript/mapped";

const read = (text: string, decimal: "." | "," = ".") => numbersIn(shifted(text, 0), decimal).map((n) => [n.text, n.value, n.decimals, n.relation]);

describe("numbers as printed", () => {
  it.each([
    [
      "α was .973 and 0.97",
      [
        [".973", 0.973, 3, "="],
        ["0.97", 0.97, 2, "="],
      ],
    ],
    [
      "p < .001, r = -.45",
      [
        [".001", 0.001, 3, "<"],
        ["-.45", -0.45, 2, "="],
      ],
    ],
    [
      "χ²(120) = 4,028.11",
      [
        ["120", 120, 0, "="],
        ["4,028.11", 4028.11, 2, "="],
      ],
    ],
    [
      "F(2,29)",
      [
        ["2", 2, 0, "="],
        ["29", 29, 0, "="],
      ],
    ],
    ["N = 1\u202f248", [["1\u202f248", 1248, 0, "="]]],
    [
      "twenty-four items of one hundred and twenty",
      [
        ["twenty-four", 24, 0, "="],
        ["one hundred and twenty", 120, 0, "="],
      ],
    ],
    ["two thousand five hundred", [["two thousand five hundred", 2500, 0, "="]]],
    [
      "five or six; someone else",
      [
        ["five", 5, 0, "="],
        ["six", 6, 0, "="],
      ],
    ],
    ["Q1 to Q24, x_2, 5th", []],
    ["1.2 × 10^-3", [["1.2 × 10^-3", 0.0012, 4, "="]]],
    [
      "vier Komponenten, cinco factores",
      [
        ["vier", 4, 0, "="],
        ["cinco", 5, 0, "="],
      ],
    ],
    [
      "p<=.05 and ≥ 3",
      [
        [".05", 0.05, 2, "≤"],
        ["3", 3, 0, "≥"],
      ],
    ],
    [
      ".40–.45 or 3-5",
      [
        [".40", 0.4, 2, "="],
        [".45", 0.45, 2, "="],
        ["3", 3, 0, "="],
        ["5", 5, 0, "="],
      ],
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  /** As printed, in a sentence and alone in a cell: the value and the places after the decimal sign. */
  const printed: readonly (readonly [string, number, number])[] = [
    ["0.81", 0.81, 2], [".81", 0.81, 2], [".810", 0.81, 3], ["1,248", 1248, 0], ["12,345.67", 12345.67, 2], ["1\u202f248", 1248, 0], ["1\u2009248", 1248, 0], ["1\u00a0248", 1248, 0], ["1 248", 1248, 0],
    ["1 000 000", 1e6, 0], ["1'248", 1248, 0], ["1’248.5", 1248.5, 1], ["1.2 × 10^-3", 0.0012, 4], ["1.2×10⁻³", 0.0012, 4], ["1.2 x 10-3", 0.0012, 4], ["1.2e-3", 0.0012, 4], ["3.6E-02", 0.036, 3], ["12.5%", 12.5, 1],
    ["12.5 %", 12.5, 1], ["3‰", 0.3, 1], ["−.45", -0.45, 2], ["–.45", -0.45, 2], ["‑0.45", -0.45, 2], ["﹣2", -2, 0], ["－2", -2, 0], ["-.45", -0.45, 2], [".45**", 0.45, 2], [".45^a", 0.45, 2], [".45ᵃ", 0.45, 2],
    [".45†", 0.45, 2], ["(0.45)", 0.45, 2], ["[.45]", 0.45, 2], ["0·81", 0.81, 2], ["０.８１", 0.81, 2], ["5 kg", 5, 0], ["12 ms", 12, 0], ["30 years", 30, 0], ["20yrs", 20, 0],
  ]; // prettier-ignore

  it.each(printed)("%s in a sentence and in a cell", (text, value, decimals) => {
    const sentence = undress(shifted(`The value = ${text}, as is usual.`, 0));
    const found = numbersIn(sentence).filter((n) => !n.words);
    expect(found.map((n) => [n.value, n.decimals])).toEqual([[value, decimals]]);
    const alone = soleNumber(undress(shifted(text, 0)));
    expect([alone?.value, alone?.decimals]).toEqual([value, decimals]);
  });

  it.each([
    ["3.21 ± 0.87", [3.21, 0.87]],
    ["3.21 (0.87)", [3.21, 0.87]],
    ["117 (36.6%)", [117, 36.6]],
    [".40–.45", [0.4, 0.45]],
    ["from −.40 to .45", [-0.4, 0.45]],
    ["r = - .45", [-0.45]],
    ["two thirds, three-quarters, one half and twenty-four", [2 / 3, 0.75, 0.5, 24]],
    ["two third-year students and the second half", [2]],
    ["the 2nd of 1,2,3", [1, 2, 3]],
    ["Table 1 248 persons", [1, 248]],
    ["in 2019 320 persons", [2019, 320]],
  ])("several in one: %s", (text, values) => {
    expect(numbersIn(undress(shifted(text, 0))).map((n) => n.value)).toEqual(values);
  });

  it("reads decimal commas where the text has them", () => {
    expect(read("χ²(276) = 2.120,72; α = 0,86; 1.024 Befragte", ",")).toEqual([["276", 276, 0, "="], ["2.120,72", 2120.72, 2, "="], ["0,86", 0.86, 2, "="], ["1.024", 1024, 0, "="]]); // prettier-ignore
  });

  it("stands for an interval, or for a half-line", () => {
    const [a, b] = numbersIn(shifted("0.961 and < .05", 0));
    expect([a.interval.low, a.interval.high].map((x) => x.toFixed(6))).toEqual(["0.960500", "0.961500"]);
    expect([b.interval.low, b.interval.high]).toEqual([-Infinity, 0.05]);
  });

  it("knows a cell that is one number", () => {
    expect(soleNumber(shifted("-.87**", 0))?.value).toBe(-0.87);
    expect(soleNumber(shifted("[3.64, 10.85]", 0))).toBeUndefined();
    expect(soleNumber(shifted("12 boys", 0))).toBeUndefined();
  });

  it("finds what was printed, at its place", () => {
    const printed = fc
      .tuple(fc.boolean(), fc.integer({ min: 0, max: 99999 }), fc.integer({ min: 1, max: 4 }))
      .map(([minus, n, d]) => (minus ? "-" : "") + (n / 10 ** d).toFixed(d));
    fc.assert(
      fc.property(printed, fc.constantFrom("= ", "(", "was ", "< "), (number, before) => {
        const text = `value ${before}${number} here`;
        const [n] = numbersIn(shifted(text, 0)).filter((x) => !x.words);
        expect(n.text).toBe(number);
        expect(n.value).toBe(Number(number));
        expect(text.slice(n.start, n.end)).toBe(number);
      }),
    );
  });
});
