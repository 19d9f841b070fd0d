import fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { boundRules } from "../../src/checks/bound-rules";
import type { Analysis } from "../../src/psychometrics/analysis";
import { liveFindings } from "../../src/study/findings";
import type { OpenStudy } from "../../src/study/open-study";
import { statusOf } from "../../src/study/refresh";
import { unsupportedValues } from "../../src/study/unsupported-values";
import { openSmall, smallStudy, smallSurvey } from "../study/memory";
import { unmark } from "./unmark";

let open: OpenStudy;
beforeAll(async () => {
  open = await openSmall();
});

const found = async (source: string, study = open) =>
  liveFindings(source, await statusOf(source, study), "paper.md", await unsupportedValues(source, "paper.md", study));

describe.each(boundRules.map((rule) => [rule.id, rule] as const))("the examples of %s", (id, { examples }) => {
  it("are at least three of each", () => {
    expect(examples.flagged.length).toBeGreaterThanOrEqual(3);
    expect(examples.clean.length).toBeGreaterThanOrEqual(3);
  });

  it.each(examples.flagged)("flagged: %s", async (example) => {
    const { source, marked } = unmark(example);
    const own = (await found(source)).filter(({ rule }) => rule === id);
    expect(marked.length).toBeGreaterThan(0);
    const meets = (range: (typeof own)[number]["range"]) => marked.filter(({ start, end }) => range.start.offset < end && start < range.end.offset).length;
    expect(own.map(({ message, range }) => [message, meets(range)])).toEqual(marked.map(() => [expect.any(String), 1]));
  });

  it.each(examples.clean)("clean: %s", async (example) => {
    expect(await found(example)).toEqual([]);
  });
});

/** The figures of a study that a paper reports, each with the sentence or table around it, and all figures of its kind. */
function reported(analysis: Analysis): { value: number; kind: readonly number[]; text: (printed: string) => string }[] {
  const { kmo, bartlett } = analysis.factorability!;
  const eigenvalues = analysis.retention!.eigenvalues.map(Number);
  const { initial, extraction, rotation } = analysis.solution!.variance;
  const blocks = [...initial, ...extraction, ...rotation];
  const sums = blocks.flatMap((row) => (row.sumOfSquares === undefined ? [] : Number(row.sumOfSquares)));
  const rotated = rotation.map((row) => row.sumOfSquares ?? 0);
  const common = rotated.map((one) => (100 * one) / rotated.reduce((a, b) => a + b, 0));
  const loadings = [...analysis.solution!.loadings, ...analysis.solution!.unrotated, ...analysis.solution!.structure].flat().map(Number);
  const table = (head: string, row: string) => `The 6 items were factor analysed.\n\n| ${head} |\n|${"---|".repeat(head.split("|").length)}\n| ${row} |`;
  return [
    ...analysis.reliability.map(({ scale, alpha, standardizedAlpha, omegaTotal }) => ({
      value: alpha!,
      kind: [alpha!, standardizedAlpha!, omegaTotal!],
      text: (printed: string) => table("Scale | Items | α", `${scale} | 3 | ${printed}`),
    })),
    { value: kmo!, kind: [kmo!], text: (printed) => `The Kaiser–Meyer–Olkin measure was ${printed}.` },
    {
      value: bartlett.chiSquare!,
      kind: [bartlett.chiSquare!],
      text: (printed) => `Bartlett's test of sphericity was significant, χ²(15) = ${printed}, *p* < .001.`,
    },
    { value: eigenvalues[0], kind: [...eigenvalues, ...sums], text: (printed) => table("Factor | Eigenvalue", `1 | ${printed}`) },
    {
      value: Number(initial[0].percent),
      kind: [...blocks.flatMap(({ percent, cumulative }) => [Number(percent), Number(cumulative)]), ...common],
      text: (printed) => table("Factor | Eigenvalue | % of variance", `1 | ${eigenvalues[0].toFixed(2)} | ${printed}`),
    },
    {
      value: Number(loadings[1]),
      kind: loadings.flatMap((one) => [one, -one]),
      text: (printed) =>
        `**Table 1.** Factor loadings\n\n| Item | Factor 1 | Factor 2 |\n|---|---|---|\n${analysis
          .solution!.loadings.map(([first, second], i) => `| Item ${i + 1} | ${Number(first).toFixed(3)} | ${i === 0 ? printed : Number(second).toFixed(3)} |`)
          .join("\n")}`,
    },
  ];
}

/** Simulated surveys: some answers of the small one are others. */
const surveys = fc.array(fc.tuple(fc.nat(59), fc.nat(5), fc.integer({ min: 1, max: 5 })), { maxLength: 25 });

test("what a survey gives is supported, however rounded; with one digit changed it is not", async () => {
  let unsupported = 0;
  await fc.assert(
    fc.asyncProperty(surveys, fc.integer({ min: 2, max: 4 }), fc.nat(3), fc.integer({ min: 1, max: 9 }), async (changes, decimals, at, by) => {
      const study = await openSmall(
        smallStudy,
        smallSurvey((rows) => changes.forEach(([row, column, answer]) => (rows[row][column] = answer))),
      );
      const analyses = [await study.analysis("main"), await study.analysis("oblique")];
      const all = analyses.map(reported);
      for (const [i, { value, text }] of all[0].entries()) {
        const printed = value.toFixed(decimals);
        expect([printed, await found(`# Results\n\n${text(printed)}\n`, study)]).toEqual([printed, []]);
        const digit = printed.length - 1 - (at % decimals);
        const wrong = printed.slice(0, digit) + ((Number(printed[digit]) + by) % 10) + printed.slice(digit + 1);
        const half = 0.5 * 10 ** -decimals + 1e-9;
        if (all.some((one) => one[i].kind.some((other) => Math.abs(other - Number(wrong)) <= half))) continue; // true of another of its kind
        const findings = await found(`# Results\n\n${text(wrong)}\n`, study);
        expect(findings.filter(({ rule, severity }) => rule === "unsupported-value" && severity === "error").map(({ message }) => message)).toEqual([
          expect.stringContaining(wrong.replace("-", "")),
        ]);
        unsupported++;
      }
    }),
    { numRuns: 30, seed: 11 },
  );
  expect(unsupported).toBeGreaterThan(150);
}, 60_000);
