import { describe, expect, it } from "vitest";
import { attribution } from "../../src/claims/attribution";
import { readManuscript } from "../../src/manuscript/read";

/** Whose result the last sentence of a manuscript reports. */
function of(source: string): string {
  const sentences = readManuscript(source, "a.md").blocks.flatMap((b) => b.sentences);
  const sentence = sentences[sentences.length - 1];
  return attribution(sentence.section, sentence);
}

describe("whose result a sentence reports", () => {
  it("takes a narrative citation for the one who found it", () => {
    expect(of("# Results\n\nLópez (2020) analysed 30 items and reported a single factor.")).toBe("literature");
    expect(of("# Results\n\nAccording to López (2020), five factors were found.")).toBe("literature");
  });

  it("keeps a result that is only judged by somebody's yardstick", () => {
    expect(of("# Results\n\nThe KMO was 0.90, meritorious according to Kaiser (1974).")).toBe("this");
    expect(of("# Method\n\nWith the formula of Cochran (1977), 385 answers were needed.")).toBe("this");
  });

  it("keeps a result that is given for example", () => {
    expect(of("# Method\n\nFor example, the first component has the largest eigenvalue of 8.32.")).toBe("this");
  });

  it("leaves previous studies to themselves", () => {
    expect(of("# Discussion\n\nPrevious studies found three factors.")).toBe("literature");
  });
});

describe("what looks like a yardstick and is not", () => {
  it("leaves the study of others to them", () => {
    expect(of("# Discussion\n\nIn the study of López (2020), five factors were found.")).toBe("literature");
  });
});
