import { describe, expect, it } from "vitest";
import { attribution } from "../../src/claims/attribution";
import { readManuscript } from "../../src/manuscript/read";

/** Whose result is the number between the bars? */
const whose = (marked: string, heading = "Discussion") => {
  const at = marked.indexOf("|");
  const m = readManuscript(`# T\n\n## ${heading}\n\n${marked.replaceAll("|", "")}\n`, "a.md");
  const sentence = m.blocks[m.blocks.length - 1].sentences[0];
  return attribution(sentence.section, sentence, at);
};

describe("whose result a sentence reports", () => {
  it.each([
    ["literature", "Unlike Dunn and Elias (2019), who found |three| factors, we could separate two."],
    ["this", "Unlike Dunn and Elias (2019), who found three factors, we found |four|."],
    ["this", "We found |four| factors, whereas Dunn (2019) found three."],
    ["literature", "We found four factors, whereas Dunn (2019) found |three|."],
    ["literature", "|Three| factors were found by Dunn (2019)."],
    ["literature", "Dunn (2019) reported |five| factors."],
    ["this", "The analysis gave |five| factors, but Dunn (2019) reported three."],
    ["this", "The KMO of |.86| is meritorious according to Kaiser (1974)."],
    ["this", "The KMO was |.86| (Kaiser, 1974)."],
  ])("%s: %s", (expected, text) => {
    expect(whose(text)).toBe(expected);
  });

  it("takes a cited sentence of an introduction for the literature", () => {
    expect(whose("A single factor has been reported (López, 2020), α = |.81|.", "Introduction")).toBe("literature");
  });
});
