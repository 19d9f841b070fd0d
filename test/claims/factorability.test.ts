import { describe, expect, it } from "vitest";
import { recognised } from "./recognised";

const kmo = (text: string) => recognised("kmo", text).map((k) => [k.reported.text, k.label ?? k.praised, k.withBartlett]);
const bartlett = (text: string) => recognised("bartlett", text).map((b) => [b.chiSquare?.value, b.df?.value, b.p?.text]);

describe("KMO", () => {
  it.each([
    ["The KMO index was .898 (meritorious).", [[".898", "meritorious", false]]],
    ["The Kaiser–Meyer–Olkin measure of sampling adequacy was 0.46, so that the matrix was suitable for factoring.", [["0.46", "suitable", false]]],
    ["Das Kaiser-Meyer-Olkin-Maß betrug 0,86, und 0,91 war es beim zweiten Mal.", [["0,86", undefined, false]]],
    ["The result of KMO and Bartlett's sphericity test was 0.961.", [["0.961", undefined, true]]],
    ["KMO values above .60 are adequate.", []],
    ["For the single items the KMO ranged from .41 to .92.", []],
  ])("%s", (text, expected) => expect(kmo(text)).toEqual(expected));

  it("SPSS's table", () => {
    const source =
      "**Table 1.** KMO and Bartlett's Test\n\n| | | |\n|---|---|---|\n| Kaiser-Meyer-Olkin Measure of Sampling Adequacy. | | .752 |\n| Bartlett's Test of Sphericity | Approx. Chi-Square | 904.097 |\n| | df | 36 |\n| | Sig. | .000 |";
    expect(kmo(source)).toEqual([[".752", undefined, false]]);
    expect(bartlett(source)).toEqual([[904.097, 36, ".000"]]);
  });
});

describe("Bartlett's test", () => {
  it.each([
    ["Bartlett's test of sphericity gave χ²(120) = 4,028.11, *p* < .001.", [[4028.11, 120, ".001"]]],
    ["Bartlett's test rejected sphericity, χ²(36, N = 301) = 904.10, p < .001.", [[904.1, 36, ".001"]]],
    ["Bartlett's test: χ² = 50.2, df = 45, p = .27.", [[50.2, 45, ".27"]]],
    ["Der Bartlett-Test war signifikant, χ²(276) = 2.120,72, p < 0,001.", [[2120.72, 276, "0,001"]]],
    ["Mauchly's test of sphericity was significant, χ²(5) = 12.3, p = .03.", []],
  ])("%s", (text, expected) => expect(bartlett(text)).toEqual(expected));
});

describe("numbers of items", () => {
  const roles = (text: string) => recognised("item-count", text).map((c) => [c.reported.value, c.role]);
  it.each([
    ["The 16 items were submitted to principal axis factoring.", [[16, "analysed"]]],
    ["A questionnaire with twenty-four items was used.", [[24, "whole"]]],
    [
      "Six items were deleted, and 18 items were retained.",
      [
        [6, "deleted"],
        [18, "kept"],
      ],
    ],
    ["Four items loaded on the second factor.", [[4, "part"]]],
    ["Ein Fragebogen mit 24 Aussagen wurde beantwortet.", [[24, "whole"]]],
  ])("%s", (text, expected) => expect(roles(text)).toEqual(expected));
});
