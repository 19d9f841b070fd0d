import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checks } from "../../src/checks/catalogue";
import type { Finding } from "../../src/checks/check";
import { runChecks } from "../../src/checks/run";
import { recognise } from "../../src/claims/recognise";
import { readManuscript } from "../../src/manuscript/read";
import { krejcieMorgan, yamane } from "../../src/psychometrics/sample-size";
import { print, type Surface, surfaces } from "./surfaces";

/** Descriptives and sampling: what samples really give, printed in eight styles, is left alone; the same with a number changed beyond rounding is found. */
const mine = [
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
  "table-text",
  "enumeration-count",
  "count-conflict",
];
const rules = checks.filter((c) => mine.includes(c.id));

function findings(surface: Surface, text: string): string[] {
  const claims = recognise(readManuscript(text, surface.path));
  return runChecks(rules, claims, { alpha: 0.05 })
    .filter((o): o is Finding => o.outcome === "finding" && o.severity !== "information")
    .map((f) => `${f.rule}: ${f.message}`);
}

const article = (surface: Surface, ...sections: readonly (readonly [title: string, body: string])[]) =>
  sections.map(([title, body], i) => (surface.path.endsWith(".txt") ? `${i + 1}. ${title}\n\n${body}\n` : `# ${title}\n\n${body}\n`)).join("\n");
const runs = { numRuns: 50 };
const total = (x: readonly number[]) => x.reduce((s, v) => s + v, 0);
const percent = (surface: Surface, value: number, decimals: number) => `${print(surface, value, decimals)}${surface.decimal === "," ? " " : ""}%`;

/** English sentences are printed in the English styles only; tables in all. */
const english = surfaces.filter((s) => s.decimal === ".");

describe.each(surfaces.map((s) => [s.name, s] as const))("true tables in the style of %s", (_, surface) => {
  const { symbol } = surface;
  const titles = surface.decimal === "," ? "Ergebnisse" : "Results";

  const counts = fc.record({
    counts: fc.array(fc.integer({ min: 3, max: 400 }), { minLength: 6, maxLength: 9 }),
    decimals: fc.integer({ min: 1, max: 2 }),
    slip: fc.nat(5),
  });
  it("of counts and percentages give no finding; a wrong percentage is found", () => {
    fc.assert(
      fc.property(counts, ({ counts, decimals, slip }) => {
        const n = total(counts);
        const table = (change: number) =>
          article(surface, [
            titles,
            surface.table(
              ["Category", symbol("n"), "%"],
              counts.map((c, i) => [`Category ${"ABCDEFGHI"[i]}`, String(c), print(surface, (100 * c) / n + (i === slip ? change : 0), decimals)]),
              "Frequencies",
              `${symbol("N")} = ${n}.`,
            ),
          ]);
        expect(findings(surface, table(0))).toEqual([]);
        expect(findings(surface, table(4.3)).join()).toMatch(/percent-count/);
      }),
      runs,
    );
  });

  const answers = fc.record({
    n: fc.integer({ min: 12, max: 90 }),
    items: fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 90, maxLength: 90 }), { minLength: 5, maxLength: 8 }),
    decimals: fc.integer({ min: 2, max: 3 }),
  });
  it("of means on a scale give no finding; means outside and spreads too wide are found", () => {
    fc.assert(
      fc.property(answers, ({ n, items, ...style }) => {
        const decimals = surface.decimal === "," ? 2 : style.decimals; // "1,833" of a German text may be a thousand
        const rows = items.map((x) => moments(x.slice(0, n)));
        const table = (change: (r: Moments, i: number) => Moments) =>
          article(surface, [
            titles,
            surface.table(
              ["Item", symbol("M"), symbol("SD")],
              rows.map(change).map((r, i) => [`Item ${"ABCDEFGH"[i]}`, print(surface, r.mean, decimals), print(surface, r.sd, decimals)]),
              "Means of the items (1 = never, 5 = always)",
              `${symbol("N")} = ${n}.`,
            ),
          ]);
        expect(
          findings(
            surface,
            table((r) => r),
          ),
        ).toEqual([]);
        expect(
          findings(
            surface,
            table((r, i) => (i === 1 ? { ...r, mean: r.mean + 4.2 } : r)),
          ).join(),
        ).toMatch(/mean-range/);
        expect(
          findings(
            surface,
            table((r, i) => (i === 1 ? { ...r, sd: 2.6 } : r)),
          ).join(),
        ).toMatch(/sd-bound/);
      }),
      runs,
    );
  });

  const shares = fc.record({
    n: fc.integer({ min: 60, max: 2000 }),
    p: fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), { minLength: 4, maxLength: 8 }),
  });
  it("of proportions give no finding; a standard deviation that is none of theirs is found", () => {
    fc.assert(
      fc.property(shares, ({ n, p }) => {
        const rows = p.map((share) => moments(Array.from({ length: n }, (_, i) => (i < Math.round(share * n) ? 1 : 0))));
        const table = (slip: number) =>
          article(surface, [
            titles,
            surface.table(
              ["Item", symbol("M"), symbol("SD")],
              rows.map((r, i) => [`Item ${"ABCDEFGH"[i]}`, print(surface, r.mean, 2, true), print(surface, r.sd + (i === 2 ? slip : 0), 2, true)]),
              "Approval (0 = no, 1 = yes)",
              `${symbol("N")} = ${n}.`,
            ),
          ]);
        expect(findings(surface, table(0))).toEqual([]);
        expect(findings(surface, table(-0.09)).join()).toMatch(/debit/);
      }),
      runs,
    );
  });
});

interface Moments {
  readonly mean: number;
  readonly sd: number;
}
function moments(x: readonly number[]): Moments {
  const mean = total(x) / x.length;
  return { mean, sd: Math.sqrt(total(x.map((v) => (v - mean) ** 2)) / (x.length - 1)) };
}

describe.each(english.map((s) => [s.name, s] as const))("true sentences in the style of %s", (_, surface) => {
  const { symbol } = surface;

  it("rates of return", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 3000 }),
        fc.double({ min: 0.2, max: 0.95, noNaN: true }),
        fc.integer({ min: 0, max: 2 }),
        (sent, share, decimals) => {
          const returned = Math.round(sent * share);
          const text = (rate: number) =>
            article(surface, [
              "Method",
              `A total of ${sent} questionnaires were distributed and ${returned} returned, a response rate of ${percent(surface, rate, decimals)}.`,
            ]);
          const rate = (100 * returned) / sent;
          expect(findings(surface, text(rate))).toEqual([]);
          expect(findings(surface, text(rate > 50 ? rate - 5.2 : rate + 5.2)).join()).toMatch(/response-rate/);
        },
      ),
      runs,
    );
  });

  it("sizes by formula", () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 30000 }), (population) => {
        for (const [name, value] of [
          ["Krejcie and Morgan", krejcieMorgan(population)],
          ["Yamane", yamane(population)],
        ] as const) {
          const text = (size: number) => article(surface, ["Method", `By the formula of ${name}, a population of ${population} requires ${size} respondents.`]);
          for (const size of [Math.ceil(value), Math.round(value)]) expect(findings(surface, text(size))).toEqual([]);
          expect(findings(surface, text(Math.ceil(value * 1.17) + 3)).join()).toMatch(/sample-formula/);
          expect(findings(surface, text(Math.floor(value * 0.85) - 3)).join()).toMatch(/sample-formula/);
        }
      }),
      runs,
    );
  });

  it("groups and the size of the sample", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 12, max: 90 }), { minLength: 3, maxLength: 8 }), fc.nat(7), (sizes, slip) => {
        const n = total(sizes);
        const text = (change: number, abstract = n) => {
          const printed = sizes.map((size, i) => `${size + (i === slip % sizes.length ? change : 0)} (School ${"ABCDEFGH"[i]})`);
          return article(
            surface,
            ["Abstract", `We surveyed ${abstract} pupils about homework.`],
            ["Method", `The numbers of participants per school were ${printed.slice(0, -1).join(", ")}, and ${printed[printed.length - 1]}.`],
            ["Results", `The analyses rest on ${symbol("N")} = ${n} pupils. For all ${symbol("N")} = ${n} the answers are complete.`],
          );
        };
        expect(findings(surface, text(0))).toEqual([]);
        expect(findings(surface, text(10)).join()).toMatch(/subgroup-total/);
        fc.pre((n + 9) % 50 !== 0); // "about 400" for 391 is a summary's way
        expect(findings(surface, text(0, n + 9)).join()).toMatch(/sample-size/);
      }),
      runs,
    );
  });

  it("answers to a question", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 5, maxLength: 5 }), fc.integer({ min: 0, max: 2 }), (counts, decimals) => {
        const n = total(counts);
        const labels = ["were very satisfied", "satisfied", "undecided", "dissatisfied", "very dissatisfied"];
        const text = (change: number) =>
          article(surface, [
            "Results",
            `Asked about the hours, ${counts.map((c, i) => `${i === 4 ? "and " : ""}${percent(surface, (100 * c) / n + (i === 0 ? change : 0), decimals)} ${labels[i]}`).join(", ")}.`,
          ]);
        expect(findings(surface, text(0))).toEqual([]);
        expect(findings(surface, text(6.1)).join()).toMatch(/percent-total/);
      }),
      runs,
    );
  });

  it("shares of one whole", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 9000 }),
        fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 0, max: 2 }),
        (whole, parts, slip) => {
          const counts = parts.map((p) => Math.round(whole * p));
          const shown = (i: number, change: number) => percent(surface, ((100 * counts[i]) / whole) * (i === slip ? change : 1), 1);
          const text = (change: number) =>
            article(surface, [
              "Introduction",
              `By June 2021, ${counts[0]} thousand people had visited, which is ${shown(0, change)} of all users; ${counts[1]} thousand users, or ${shown(1, change)} of all users, had borrowed, and ${counts[2]} thousand (${shown(2, change)} of all users) had searched.`,
            ]);
          expect(findings(surface, text(1))).toEqual([]);
          expect(findings(surface, text(0.82)).join(), text(0.82)).toMatch(/percent-base/);
        },
      ),
      runs,
    );
  });

  it("lists", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.boolean(), (n, letters) => {
        const words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        const item = (i: number) => `(${letters ? "abcdefghi"[i] : i + 1}) take step ${"ABCDEFGHI"[i]}`;
        const text = (stated: number) =>
          article(surface, [
            "Conclusion",
            `We propose ${words[stated - 2]} measures: ${Array.from({ length: n }, (_, i) => (i === n - 1 ? "and " : "") + item(i)).join(", ")}.`,
          ]);
        expect(findings(surface, text(n))).toEqual([]);
        expect(findings(surface, text(n + 1)).join()).toMatch(/enumeration-count/);
      }),
      runs,
    );
  });

  it("numbers of a table repeated in the text, rounded or not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.7, max: 9, noNaN: true }), { minLength: 3, maxLength: 6 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(2),
        (values, decimals, row) => {
          const printed = values.map((v) => Number(v.toFixed(3)));
          const text = (change: number) =>
            article(surface, [
              "Results",
              `${surface.name === "Quarto" ? "@tbl-one" : "Table 1"} shows that the eigenvalue of the ${["first", "second", "third"][row]} factor was ${print(surface, printed[row] + change, decimals)}.\n\n${surface.table(
                ["Factor", "Eigenvalue"],
                printed.map((v, i) => [String(i + 1), print(surface, v, 3)]),
                "Eigenvalues",
              )}`,
            ]);
          expect(findings(surface, text(0))).toEqual([]);
          const changed = printed[row] + 0.43;
          fc.pre(printed.every((v) => Math.abs(v - changed) > 0.11));
          expect(findings(surface, text(0.43)).join()).toMatch(/table-text/);
        },
      ),
      runs,
    );
  });
});
