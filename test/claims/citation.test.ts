import { describe, expect, it } from "vitest";
import citation from "../../src/claims/citation";
import { readManuscript } from "../../src/manuscript/read";
import type { Citation } from "../../src/claims/citation";

const read = (text: string): Citation[] => {
  const manuscript = readManuscript(`# Introduction\n\n${text}\n`, "a.md");
  return citation.document!(manuscript, { manuscript, decimal: ".", place: ({ section }) => ({ section: section!, source: "this" }) }) as unknown as Citation[];
};
const works = (text: string) => read(text).map((c) => `${c.surnames.join("+")} ${c.years.join("/")}`);

describe("citations by author and year", () => {
  it.each([
    ["Shown by Abel (2015).", ["abel 2015"]],
    ["Abel and Bode (2015a, 2016) agree with López et al. (2020).", ["abel+bode 2015/2016", "lopez 2020"]],
    ["It is common (see Abel & Bode, 2015; Horn, 1965, p. 5; van der Berg et al., 2001).", ["abel+bode 2015", "horn 1965", "berg 2001"]],
    ["It is common (Chen,X.&Zhang, T.2021).", ["chen+zhang 2021"]],
    ["Smith, J., & Wang, L. (2020) point it out.", ["smith+wang 2020"]],
    ["This is counted by the Library Council (2020).", ["library+council 2020"]],
    ["Widely used (Smith 2010, Brown 2012).", ["smith 2010"]],
    ["Wie Weber und Lang (2021) zeigten (vgl. auch Schulz, 2019, S. 5).", ["weber+lang 2021", "schulz 2019"]],
  ])("%s", (text, expected) => {
    expect(works(text)).toEqual(expected);
  });

  it.each([
    "Data of May (2021) and June 2021.",
    "It ran (version 3, 2019) in R.",
    "The plan (2020–2022) was passed.",
    "The mean was [3.64, 10.85] in 2019.",
    "It (Education Act, 2011) applies.",
    "See Table 1 (2020 data).",
  ])("none in: %s", (text) => {
    expect(works(text)).toEqual([]);
  });
});

describe("citations by number and by key", () => {
  it("write ranges out", () => {
    expect(read("Shown [1], [3, 5–7] and again [2].").map((c) => c.numbers)).toEqual([[1], [3, 5, 6, 7], [2]]);
  });
  it("leave intervals alone", () => {
    expect(read("The 95% CI [3, 10] was wide.")).toEqual([]);
  });
  it("read pandoc's keys, not Quarto's cross-references", () => {
    expect(read("As shown [@horn1965; @abel], see @tbl-one and @fig-scree.").map((c) => c.key)).toEqual(["horn1965", "abel"]);
  });
});
