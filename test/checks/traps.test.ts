import { describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";

const alarms = (source: string) =>
  checkManuscript(source, { path: "a.md" })
    .findings.filter((f) => f.severity !== "information")
    .map((f) => `${f.rule}: ${f.message}`);

/** What looks like a contradiction and is none; beside each the same without its excuse. */
describe("traps", () => {
  it("what the literature found is not held against this study", () => {
    const paper = (source: string) =>
      `# Introduction\n\n${source} found five factors, a KMO of .91 and a Cronbach's alpha of .93 for the whole questionnaire in a sample of 512 students.\n\n# Results\n\nThe 12 items were submitted to a principal component analysis. The KMO index was .84. Three components were extracted. Cronbach's alpha for the whole questionnaire was .81. The analyses rest on *N* = 320 students.\n\n# Discussion\n\nThe three components found are useful.\n\n# References\n\nSmith, J. (2019). A scale. *Text Today*, *8*(1), 13–31.`;
    expect(alarms(paper("Smith (2019)"))).toEqual([]);
    expect(alarms(paper("An earlier study (Smith, 2019)"))).toEqual([]);
  });

  it("percentages of a question with several answers may exceed 100", () => {
    const list = "29.3% borrowed books, 43.6% searched, 24.5% used reading rooms, and 15.4% asked for advice";
    expect(alarms(`# Results\n\nSeveral answers could be given: ${list}.`)).toEqual([]);
    expect(
      alarms(`# Results\n\nThe platform was used in many ways. ${list.replace("29.3%", "About a third, 29.3%,")}; multiple responses were possible.`),
    ).toEqual([]);
    const single = "Asked about the hours, 29.3% were very satisfied, 43.6% satisfied, 24.5% undecided, 7.5% dissatisfied, and 1.3% very dissatisfied.";
    expect(alarms(`# Results\n\n${single}`).join()).toMatch(/percent-total/);
    expect(alarms(`# Results\n\n${single} Respondents could give more than one answer.`)).toEqual([]);
  });

  it("a one-tailed test has half the p, where its sentence says so", () => {
    expect(alarms("# Results\n\nThe groups differed, *t*(28) = 1.80, *p* = .041 (one-tailed).")).toEqual([]);
    expect(alarms("# Results\n\nA one-tailed test showed that the groups differed, *t*(28) = 1.80, *p* = .041.")).toEqual([]);
    expect(alarms("# Results\n\nThe groups differed, *t*(28) = 1.80, *p* = .041.").join()).toMatch(/p-decision|p-value/);
    expect(alarms("# Results\n\nThe first was tested one-tailed, *t*(28) = 1.80, *p* = .041. The groups differed, *t*(28) = 1.80, *p* = .041.")).toHaveLength(
      1,
    );
  });

  it("a pilot sample is not the main sample", () => {
    const paper = (pilot: string) =>
      `# Abstract\n\nWe surveyed 320 students.\n\n# Method\n\n${pilot}The main survey was answered by *N* = 320 students (117 men and 203 women).\n\n# Results\n\nCronbach's alpha for the whole questionnaire was .84. All results refer to *N* = 320.`;
    expect(alarms(paper("In a pilot study with 30 students (12 men and 18 women) Cronbach's alpha for the whole questionnaire was .79. "))).toEqual([]);
    expect(alarms(paper("The questionnaire was pilot-tested on 302 students of another university. "))).toEqual([]);
  });

  it("stated exclusions account for two sizes", () => {
    const paper = (left: string) =>
      `# Abstract\n\nWe surveyed 302 students.\n\n# Method\n\nA total of 320 students took part. ${left}\n\n# Results\n\nAll results refer to *N* = 302 students. Of the *N* = 302 students, 203 were women.`;
    expect(alarms(paper("Eighteen were excluded because of missing answers, which left 302."))).toEqual([]);
    expect(alarms(paper("The answers of 18 students were discarded."))).toEqual([]);
    expect(
      alarms("# Abstract\n\nWe surveyed 302 students.\n\n# Method\n\nA total of 320 students took part. The analyses rest on *N* = 320 respondents.").join(),
    ).toMatch(/sample-size/);
  });

  it("several studies have their own samples, factors and scales", () => {
    const study = (n: number, size: number, factors: string, alpha: string, points: string) =>
      `# Study ${n}\n\n## Method\n\nA total of ${size} students took part. Answers were given on a ${points} scale.\n\n## Results\n\nExploratory factor analysis of the 12 items yielded ${factors} factors (KMO = .8${n}). Cronbach's alpha of the whole scale was ${alpha}.`;
    expect(alarms(`${study(1, 320, "three", ".84", "five-point")}\n\n${study(2, 302, "four", ".78", "seven-point")}`)).toEqual([]);
  });
});
