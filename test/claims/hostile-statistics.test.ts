import { describe, expect, it } from "vitest";
import anovaTable from "../../src/claims/anova-table";
import coefficient from "../../src/claims/coefficient";
import confidenceInterval from "../../src/claims/confidence-interval";
import correlationMatrix from "../../src/claims/correlation-matrix";
import effectSize from "../../src/claims/effect-size";
import fitIndex from "../../src/claims/fit-index";
import type { Recogniser, RecogniserContext } from "../../src/claims/recogniser";
import rSquared from "../../src/claims/r-squared";
import starred from "../../src/claims/starred";
import testStatistic from "../../src/claims/test-statistic";
import testTable from "../../src/claims/test-table";
import type { Section, Sentence } from "../../src/manuscript/manuscript";
import { MappedBuilder } from "../../src/manuscript/mapped";
import { readManuscript } from "../../src/manuscript/read";

const bits = [
  "t(", "t(28) = ", "F(1,", "F_1,", "χ²(", "χ2(3, N = ", "p = ", "p < ", "ps ", "p p p ", "(", "[", ")", "95% CI ", "95% CI [0.1, ", "b = 0.5, SE = ", "R² = ", "adjusted R² ", "partial η² = ", "d = ", "Cohen's ", "M = 3.4, SD = ",
  "RMSEA = ", "CFI = .9, ", "χ²/df ", "1", "1,", "1.", ".1", "1e", "1 × 10", "-", "–", "= ", "==", "<<", "n.s. ", "r = .3, ", "z = ", "Q_", "\u200b", "\u202e", "é", "ΔF(", "* ", "Sig. ", "t(28) = 2.2, p = .03; ", "standardized ", "mean difference ", "confidence interval of the difference ",
]; // prettier-ignore

function sentenceOf(text: string): Sentence {
  const mapped = new MappedBuilder();
  mapped.copy(text, 0);
  const section: Section = { index: 0, title: "Results", level: 1, role: "results", range: { start: 0, end: 0 } };
  return { text, mapped: mapped.done(), block: "paragraph", section, index: 0, blockIndex: 0 };
}

const contextOf = (decimal: "." | ","): RecogniserContext => ({
  manuscript: readManuscript("", "a.md"),
  decimal,
  place: ({ sentence }) => ({ section: sentence!.section, sentence, source: "this" }),
});
const recognisers: readonly Recogniser[] = [testStatistic, coefficient, confidenceInterval, effectSize, fitIndex, rSquared];
const tabular: readonly Recogniser[] = [testTable, coefficient, anovaTable, correlationMatrix, fitIndex, starred];

function time(f: () => void): number {
  const from = performance.now();
  f();
  return performance.now() - from;
}

describe("hostile text", () => {
  it.each(recognisers.map((r) => [r.name, r] as const))("is read in linear time by %s", (_, recogniser) => {
    const slow: string[] = [];
    for (const bit of bits) {
      const read = (length: number, decimal: "." | ",") => {
        const sentence = sentenceOf(bit.repeat(Math.ceil(length / bit.length)));
        return Math.min(...[1, 2].map(() => time(() => recogniser.sentence!(sentence, contextOf(decimal)))));
      };
      for (const decimal of [".", ","] as const) {
        // the machine may be busy: slow is what is slow three times
        const attempts = [1, 2, 3].map(() => ({ ratio: 0, long: 0 }));
        const fast = attempts.some((a) => {
          const short = Math.max(read(4000, decimal), 0.5);
          a.long = read(32000, decimal);
          a.ratio = a.long / short;
          return a.long < 60 || a.ratio < 24;
        });
        if (!fast) slow.push(`${bit}: ${attempts[2].long.toFixed(1)} ms for 32,000 characters, ${attempts[2].ratio.toFixed(0)} times as long as for 4,000`);
      }
    }
    expect(slow).toEqual([]);
  });

  it("made of all pieces in any order neither throws nor gives a number that is none", () => {
    let state = 7;
    const next = (n: number) => (state = (state * 1103515245 + 12345) % 2147483648) % n;
    for (let run = 0; run < 1500; run++) {
      const text = Array.from({ length: 1 + next(14) }, () => bits[next(bits.length)] + (next(3) ? "" : String(next(99)))).join(next(2) ? "" : " ");
      for (const recogniser of recognisers) {
        for (const claim of recogniser.sentence!(sentenceOf(text), contextOf(next(2) ? "." : ","))) {
          expect(JSON.stringify(claim.values ?? {}), text).not.toMatch(/null|NaN|Infinity/);
          expect(claim.range.start).toBeLessThanOrEqual(claim.range.end);
          expect(claim.range.end).toBeLessThanOrEqual(text.length);
        }
      }
    }
  });

  it("in tables of odd shapes does no harm", () => {
    const headers = ["", "B", "SE", "t", "p", "95% CI", "df", "SS", "MS", "F", "1", "2", "3", "R²", "RMSEA", "CFI", "χ²", "*p*", "N"];
    let state = 3;
    const next = (n: number) => (state = (state * 1103515245 + 12345) % 2147483648) % n;
    for (let run = 0; run < 300; run++) {
      const width = 1 + next(8);
      const row = (from: readonly string[]) => `| ${Array.from({ length: width + next(2) }, () => from[next(from.length)]).join(" | ")} |`;
      const source = [
        row(headers),
        `|${" --- |".repeat(width)}`,
        ...Array.from({ length: next(6) }, () => row([...bits, "", "0.5", "-1.2*", ".03", "[1, 2]", "1. Trust"])),
        "",
        "Note. N = 3. * p < .05",
      ].join("\n");
      const manuscript = readManuscript(source, "a.md");
      const context: RecogniserContext = { manuscript, decimal: ".", place: ({ table }) => ({ section: table!.section, table, source: "this" }) };
      for (const table of manuscript.tables)
        for (const recogniser of tabular)
          expect(JSON.stringify(recogniser.table!(table, context).map((c) => c.values ?? {})), source).not.toMatch(/null|NaN|Infinity/);
    }
  });
});
