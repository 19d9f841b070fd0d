import { describe, expect, it } from "vitest";
import { findingWord } from "../../src/checks/finding-word";
import { itemRanges, typedItems } from "../../src/webview/parts/item-ranges";
import { passage } from "../../src/checks/passage";
import { adequacyWord, reliabilityVerdict, sampleVerdict } from "../../src/webview/parts/verdicts";
import { type Reliability } from "../../src/psychometrics/analysis";

const place = (line: number, from: number, to: number) => ({ start: { line, column: from + 1, offset: from }, end: { line, column: to + 1, offset: to } });

describe("itemRanges", () => {
  const all = ["id", "Q1", "Q2", "Q3", "Q4", "group"];
  it.each([
    [["Q1", "Q2", "Q3", "Q4"], ["Q1–Q4"]],
    [
      ["id", "group"],
      ["id", "group"],
    ],
    [
      ["Q1", "Q2", "Q4"],
      ["Q1", "Q2", "Q4"],
    ],
    [[], []],
    [["gone"], []],
  ])("%j is told as %j", (names, expected) => expect(itemRanges(names, all)).toEqual(expected));

  it("reads what is typed", () => expect(typedItems(" Q1-Q6, Q9 ;Q12,")).toEqual(["Q1-Q6", "Q9", "Q12"]));
});

describe("passage", () => {
  it("is the sentence around the place", () => {
    const line = "It was tried. The largest eigenvalue was 84.324, as expected. More follows.";
    const at = line.indexOf("84.324");
    expect(passage([line], place(1, at, at + 6))).toEqual({ before: "The largest eigenvalue was ", marked: "84.324", after: ", as expected." });
  });

  it("does not end a sentence at a decimal or after p", () => {
    const line = "We found *t*(28) = 2.10, *p* = .04 in the first study.";
    const at = line.indexOf("*t*");
    expect(passage([line], place(1, at, line.indexOf(", *p*")))).toEqual({
      before: "We found ",
      marked: "t(28) = 2.10",
      after: ", p = .04 in the first study.",
    });
  });

  it("of a table's row is its cells", () => {
    const line = "| Q1 | .82 | .43 |";
    const at = line.indexOf(".82");
    expect(passage([line], place(1, at, at + 3))).toEqual({ before: "Q1 · ", marked: ".82", after: " · .43" });
  });

  it("cuts long lines at a word", () => {
    const line = `${"word ".repeat(200)}84.324 ${"word ".repeat(200)}`;
    const at = line.indexOf("84");
    const { before, after } = passage([line], place(1, at, at + 6));
    expect(before.length).toBeLessThan(160);
    expect(before.startsWith("…")).toBe(true);
    expect(after.endsWith("…")).toBe(true);
  });

  it("survives places that the text does not have", () => expect(passage([], place(9, 3, 9))).toEqual({ before: "", marked: "", after: "" }));
});

describe("verdicts", () => {
  it("tell the sample", () => {
    const sample = { file: "s.csv", rows: 320, used: 308, items: Array.from({ length: 24 }, (_, i) => `Q${i + 1}`), reversed: [] };
    expect(sampleVerdict({ sample })).toBe("308 of 320 respondents · 24 items · 12 left out for a missing answer");
    expect(sampleVerdict({ sample: { ...sample, used: 320 } })).toBe("320 respondents · 24 items");
  });

  it("tell α, or its range", () => {
    const scale = (alpha: number | null) => ({ alpha, alphaCi: null }) as unknown as Reliability;
    expect(reliabilityVerdict([scale(0.764), scale(0.82)])).toEqual(["α from .76 to .82"]);
    expect(reliabilityVerdict([scale(null)])).toEqual(["α cannot be computed"]);
  });

  it.each([
    [0.93, "marvelous"],
    [0.86, "meritorious"],
    [0.5, "miserable"],
    [0.49, "unacceptable"],
  ])("call a KMO of %d %s", (kmo, word) => expect(adequacyWord(kmo)).toBe(word));

  it("give every finding a word", () => {
    expect(findingWord("eigenvalue-range", "error")).toBe("impossible");
    expect(findingWord("no-such-rule", "error")).toBe("contradiction");
    expect(findingWord("kmo-bartlett", "information")).toBe("incomplete");
  });
});
