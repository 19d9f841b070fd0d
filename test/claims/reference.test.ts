import { describe, expect, it } from "vitest";
import { entryOf } from "../../src/claims/reference";

describe("an entry of the list of references", () => {
  it.each([
    [
      "Abel, K., & Bode, T. (2015). A scale of writing. Journal of Text, 12(3), 45–67.",
      { surnames: ["abel", "bode"], years: [2015], journal: "Journal of Text", volume: "12", issue: "3", firstPage: "45" },
    ],
    [
      "Weber, T., & Lang, S. (2021). Digitale Texte. Hochschule heute, 8(1), 13–31.",
      { surnames: ["weber", "lang"], journal: "Hochschule heute", volume: "8", issue: "1", firstPage: "13" },
    ],
    [
      "Huang, Y., et al. (2020). Engagement in shops: Evidence from a case. Journal of Trade Research, 120, 243-251.",
      { surnames: ["huang"], journal: "Journal of Trade Research", volume: "120", issue: undefined, firstPage: "243" },
    ],
    [
      "Costello, A. B., & Osborne, J. W. (2005). Best practices. Practical Assessment, Research & Evaluation, 10(7), 1–9.",
      { volume: "10", issue: "7", firstPage: "1" },
    ],
    [
      "[3] Zhou, G. Xu, Z. Liu. Contract design: Cost per click vs cost per sale. Kybernetes, 2020, 49(2): 601-626.",
      { number: 3, journal: "Kybernetes", volume: "49", issue: "2", firstPage: "601" },
    ],
    [
      "[9]. Qin Zejia. The model of streaming[J]. *Technology Monthly*,2020,33(03):25-28.",
      { number: 9, journal: "Technology Monthly", volume: "33", issue: "03", firstPage: "25" },
    ],
    ["Abel K. A scale of writing. Text Today. 2015;2:1-9.", { journal: "Text Today", volume: "2", firstPage: "1" }],
  ])("%s", (text, expected) => {
    expect(entryOf(text)).toMatchObject(expected);
  });

  it("without journal and pages has none", () => {
    expect(entryOf("Cochran, W. G. (1977). Sampling techniques (3rd ed.). Wiley.")).toEqual({
      number: undefined,
      authors: "Cochran, W. G. ",
      surnames: ["cochran"],
      years: [1977],
      title: "Sampling techniques (3rd ed",
    });
    expect(entryOf("Gong S. Strategies of streaming[J]. Time Economics,2021,18(08):20-26.")).toMatchObject({ volume: "18", firstPage: "20" });
    expect(entryOf(" (2004). . Older people: Key indicators.")).toMatchObject({ surnames: [], years: [2004] });
  });

  it("keeps the names of organisations", () => {
    expect(entryOf("Library Council (2020). Use of shared platforms. Library Trends, 18(2), 99–121.").surnames).toEqual(["library", "council"]);
  });
});
