import { describe, expect, it } from "vitest";
import { readManuscript } from "../../src/manuscript/read";

describe("the sign before decimals", () => {
  it.each([
    [",", "Von 310 Bögen kamen 250 zurück (64,7 %)."],
    [",", "α = 0,81 und χ²(276) = 2.120,72."],
    [".", "The test was significant, F(2,29) = 4.2."],
    [".", "As others found [3,12], it was so [4,5]."],
    [".", "N = 1,248 and 2,300 answered."],
    [".", "Nothing to see."],
  ])("%s: %s", (sign, text) => {
    expect(readManuscript(text, "a.md").decimal).toBe(sign);
  });
});
