import { describe, expect, it } from "vitest";
import { checks } from "../../src/checks/catalogue";
import { collect } from "../../src/claims/recognise";
import type { Claim } from "../../src/claims/claim";
import type { RecogniserContext } from "../../src/claims/recogniser";
import { recognisers } from "../../src/claims/recognisers";
import { readManuscript } from "../../src/manuscript/read";

const names = [
  "heading",
  "reference",
  "citation",
  "cross-reference",
  "sample-size",
  "sample-formula",
  "response-rate",
  "share",
  "subgroups",
  "enumeration",
  "counted",
  "scale-points",
  "table-statement",
  "table-count",
  "descriptive",
  "frequency",
  "part-of",
  "percentages",
];
const rules = [
  "grim",
  "grimmer",
  "debit",
  "mean-range",
  "sd-bound",
  "percent-count",
  "percent-total",
  "percent-base",
  "subgroup-total",
  "sample-size",
  "sample-formula",
  "response-rate",
  "scale-points",
  "enumeration-count",
  "count-conflict",
  "table-reference",
  "heading",
  "citation",
  "reference-duplicate",
];
const mine = recognisers.filter((r) => names.includes(r.name));
const bits = [
  "(Abel, 2015; ", "Abel (2015) ", "((((", "[[[[", "[1] ", "[1, ", "Table 1, ", "Table 1 and ", "@tbl-", "@a", "A. ", "Abel, K., & ", "van der ", "and ", "(a) ", "1) ", "four ", "four things: a, ", "a, ", "; ", ": ",
  "12 men, ", "12 women and ", "12 ", "1,", "12% ", "12% of all users; ", "1 million, ", "12.5% were good, ", "M = 3.1, SD = ", "1 = never, ", "five-point ", "N = ", "of the 5 ", "41 of 75 (", "75 students, of whom ", "Cochran 385 ",
  "response rate 5% of 12 ", "population of ", "ten universities ", "Abcdefghij", "aaaaaaaaaa ", "2015 ", "(2015 ", "=", "- ", "et al., ", "<!-- scree-disable x ", "Scale of ", "Abel's ", "\u200b", "\u202e", "é",
]; // prettier-ignore

/** Recognises and checks a text with one recogniser or rule at a time. */
function read(source: string, path: string): { claims: Claim[]; time: Map<string, number> } {
  const manuscript = readManuscript(source, path);
  const context: RecogniserContext = {
    manuscript,
    decimal: manuscript.decimal,
    place: ({ sentence, table, section }) => ({
      section: section ?? sentence?.section ?? table?.section ?? manuscript.sections[0],
      sentence,
      table,
      source: "this",
    }),
  };
  const time = new Map<string, number>();
  const timed = <T>(name: string, f: () => T): T => {
    const from = performance.now();
    const value = f();
    time.set(name, performance.now() - from);
    return value;
  };
  const claims = mine.flatMap((r) =>
    timed(r.name, () => [
      ...manuscript.blocks.flatMap((b) => b.sentences.flatMap((s) => r.sentence?.(s, context) ?? [])),
      ...manuscript.tables.flatMap((t) => r.table?.(t, context) ?? []),
      ...(r.document?.(manuscript, context) ?? []),
    ]),
  );
  const all = collect(manuscript, claims);
  for (const check of checks) if (rules.includes(check.id)) timed(`${check.id} (rule)`, () => check.check(all, { alpha: 0.05 }));
  return { claims, time };
}

describe("hostile text", () => {
  it.each(["a.md", "a.txt"])(
    "is read and checked in linear time (%s)",
    (path) => {
      const slow: string[] = [];
      for (const bit of bits) {
        for (const head of ["# Results\n\n", "# References\n\n"]) {
          const timeOf = (length: number) => {
            const [a, b] = [1, 2].map(() => read(head + bit.repeat(Math.ceil(length / bit.length)) + "\n", path).time);
            return new Map([...a].map(([name, ms]) => [name, Math.min(ms, b.get(name)!)])); // the machine may be busy
          };
          const slowNow = () => {
            const [short, long] = [timeOf(3000), timeOf(24000)];
            return new Set([...long].filter(([name, ms]) => ms > 120 && ms > 30 * Math.max(short.get(name)!, 1)).map(([name]) => name));
          };
          // slow is what is slow three times
          const suspects = [...slowNow()];
          const again = suspects.length > 0 ? [slowNow(), slowNow()] : [];
          slow.push(...suspects.filter((name) => again.every((names) => names.has(name))).map((name) => `${name}: ${bit}`));
        }
      }
      expect(slow).toEqual([]);
    },
    60_000,
  );

  it("of all pieces in any order neither throws nor gives a number or a place that is none", () => {
    let state = 11;
    const next = (n: number) => (state = (state * 1103515245 + 12345) % 2147483648) % n;
    for (let run = 0; run < 600; run++) {
      const words = Array.from({ length: 1 + next(16) }, () => bits[next(bits.length)] + (next(3) ? "" : String(next(99)))).join(next(2) ? "" : " ");
      const source = `${["# Abstract", "# Method", "# Results", "# References"][next(4)]}\n\n${words}\n`;
      for (const claim of read(source, next(2) ? "a.md" : "a.txt").claims) {
        expect(JSON.stringify(claim.values ?? {}), source).not.toMatch(/NaN|Infinity/);
        expect(claim.range.start, source).toBeLessThanOrEqual(claim.range.end);
        expect(claim.range.end, source).toBeLessThanOrEqual(source.length);
      }
    }
  });

  it("in tables of odd shapes does no harm", () => {
    const headers = ["", "n", "%", "n (%)", "M", "SD", "M (SD)", "Item", "Mean", "Number of items", "GMV", "N"];
    let state = 5;
    const next = (n: number) => (state = (state * 1103515245 + 12345) % 2147483648) % n;
    for (let run = 0; run < 300; run++) {
      const width = 1 + next(6);
      const row = (from: readonly string[]) => `| ${Array.from({ length: width + next(2) }, () => from[next(from.length)]).join(" | ")} |`;
      const cells = ["", "0", "12", "12.5", "12 (13.3)", ".53", "-1", "3.10 (0.9)", "Total", "Male", "100", "1e9", "(", "—"];
      const source = [
        "Table 1 shows that 3 have GMV above 1 billion.",
        "",
        "**Table 1**",
        "",
        "Items (1 = never, 5 = always)",
        "",
        row(headers),
        `|${" --- |".repeat(width)}`,
        ...Array.from({ length: next(7) }, () => row(cells)),
        "",
        "*Note.* *N* = 12.",
      ].join("\n");
      expect(JSON.stringify(read(source, "a.md").claims.map((c) => c.values ?? {})), source).not.toMatch(/NaN|Infinity/);
    }
  });
});
