import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checks } from "../../src/checks/catalogue";
import { runChecks } from "../../src/checks/run";
import type { Finding } from "../../src/checks/check";
import { recognise } from "../../src/claims/recognise";
import { readManuscript } from "../../src/manuscript/read";
import { pOfChiSquare, pOfF, pOfT } from "../../src/numerics/p-values";
import { quantileOfT } from "./t-quantile";
import { print, printP, type Surface, surfaces } from "./surfaces";

const mine = [
  "p-value",
  "p-decision",
  "p-zero",
  "stars",
  "correlation-range",
  "coefficient-t",
  "r-squared-f",
  "anova-table",
  "effect-size",
  "confidence-interval",
  "fit-index",
];
const rules = checks.filter((c) => mine.includes(c.id));

function findings(surface: Surface, text: string): Finding[] {
  const claims = recognise(readManuscript(text, surface.path));
  return runChecks(rules, claims, { alpha: 0.05 }).filter((o): o is Finding => o.outcome === "finding");
}
const said = (found: readonly Finding[]) => found.map((f) => `${f.rule}: ${f.message}`);
const runs = { numRuns: 60 };

const article = (surface: Surface, body: string) =>
  surface.path.endsWith(".txt")
    ? `A Study of Things\n\n3. Results\n\n${body}\n`
    : `# A Study of Things\n\n## ${surface.decimal === "," ? "Ergebnisse" : "Results"}\n\n${body}\n`;

/** The p that a reader would print another number for: beyond any rounding. */
const otherP = (p: number) => (p < 0.2 ? p + 0.31 : p - 0.17);

describe.each(surfaces.map((s) => [s.name, s] as const))("true tests in the style of %s", (_, surface) => {
  const { symbol, separator } = surface;
  const word = surface.decimal === "," ? "Die Gruppen unterschieden sich" : "The groups differed";
  const comma = surface.decimal === "," ? "; " : ", ";

  const result = fc.oneof(
    fc
      .record({ df: fc.integer({ min: 3, max: 900 }), t: fc.double({ min: 0.05, max: 6, noNaN: true }), digits: fc.integer({ min: 2, max: 3 }) })
      .map(({ df, t, digits }) => {
        const p = pOfT(t, df);
        return { p, body: (q: number) => `${word}, ${symbol("t")}(${df}) = ${print(surface, -t, digits)}${separator}${printP(surface, q)}.` };
      }),
    fc
      .record({ df1: fc.integer({ min: 1, max: 6 }), df2: fc.integer({ min: 5, max: 400 }), f: fc.double({ min: 0.05, max: 12, noNaN: true }) })
      .map(({ df1, df2, f }) => ({
        p: pOfF(f, df1, df2),
        body: (q: number) => `${word}, ${symbol("F")}(${df1}${comma}${df2}) = ${print(surface, f, 2)}${separator}${printP(surface, q)}.`,
      })),
    fc
      .record({ df: fc.integer({ min: 1, max: 40 }), x: fc.double({ min: 0.1, max: 60, noNaN: true }), n: fc.integer({ min: 30, max: 999 }) })
      .map(({ df, x, n }) => ({
        p: pOfChiSquare(x, df),
        body: (q: number) => `${word}, ${surface.chi}(${df}${comma}${symbol("N")} = ${n}) = ${print(surface, x, 2)}${separator}${printP(surface, q)}.`,
      })),
  );

  it("give no finding, and are recognised", () => {
    fc.assert(
      fc.property(result, ({ p, body }) => {
        const text = article(surface, body(p));
        expect(said(findings(surface, text))).toEqual([]);
        const claims = recognise(readManuscript(text, surface.path)).of("test-statistic");
        expect(claims).toHaveLength(1);
        expect(claims[0].p).toBeDefined();
        expect(claims[0].df).toBeDefined();
      }),
      runs,
    );
  });

  it("with another p are found", () => {
    fc.assert(
      fc.property(result, ({ p, body }) => {
        fc.pre(Math.abs(p - 0.05) > 0.002); // on which side of α such a p lies depends on the rounding of the statistic
        expect(findings(surface, article(surface, body(otherP(p)))).map((f) => f.rule)).toEqual([p < 0.05 === otherP(p) < 0.05 ? "p-value" : "p-decision"]);
      }),
      runs,
    );
  });

  const model = fc.record({
    n: fc.integer({ min: 40, max: 600 }),
    rows: fc.array(fc.record({ b: fc.double({ min: -5, max: 5, noNaN: true }), se: fc.double({ min: 0.2, max: 1.5, noNaN: true }) }), {
      minLength: 3,
      maxLength: 6,
    }),
    digits: fc.integer({ min: 2, max: 3 }),
  });
  type Row = { b: number; se: number; t: number; low: number; high: number };
  const rowsOf = (m: { n: number; rows: { b: number; se: number }[] }): Row[] =>
    m.rows.map(({ b, se }) => {
      const q = quantileOfT(0.975, m.n - m.rows.length);
      return { b, se, t: b / se, low: b - q * se, high: b + q * se };
    });
  const regression = (rows: readonly Row[], n: number, digits: number) =>
    article(
      surface,
      surface.table(
        ["Predictor", symbol("B"), symbol("SE"), symbol("t"), symbol("p"), "95% CI"],
        rows.map((r, i) => [
          `Predictor ${"ABCDEF"[i]}`,
          print(surface, r.b, digits),
          print(surface, r.se, digits),
          print(surface, r.t, 2),
          printP(surface, pOfT(r.t, n - rows.length), false),
          `[${print(surface, r.low, digits)}${comma}${print(surface, r.high, digits)}]`,
        ]),
        "Regression of one thing on others",
      ),
    );

  it("in regression tables give no finding; a wrong t and a wrong interval are found", () => {
    fc.assert(
      fc.property(model, (m) => {
        const rows = rowsOf(m);
        expect(said(findings(surface, regression(rows, m.n, m.digits)))).toEqual([]);
        const wrongT = rows.map((r, i) => (i === 1 ? { ...r, t: r.t * 1.6 + (r.t < 0 ? -4 : 4) } : r));
        expect(said(findings(surface, regression(wrongT, m.n, m.digits))).join()).toMatch(/coefficient-t/);
        const wrongInterval = rows.map((r, i) => (i === 1 ? { ...r, low: r.high + 0.2, high: r.high + 2 } : r));
        expect(said(findings(surface, regression(wrongInterval, m.n, m.digits))).join()).toMatch(/confidence-interval/);
      }),
      runs,
    );
  });

  const fit = fc.record({ k: fc.integer({ min: 1, max: 6 }), n: fc.integer({ min: 30, max: 700 }), r2: fc.double({ min: 0.06, max: 0.9, noNaN: true }) });
  const summary = (r2: number, f: number, k: number, df2: number, n: number) =>
    article(
      surface,
      `${surface.decimal === "," ? "Das Modell war bedeutsam" : "The model was significant"}, ${symbol("R")}${surface.squared} = ${print(surface, r2, 3, true)}${separator}${symbol("F")}(${k}${comma}${df2}) = ${print(surface, f, 2)}${separator}${printP(surface, pOfF(f, k, df2))}${separator}${symbol("N")} = ${n}.`,
    );
  it("of regressions agree with R² and N, or are found", () => {
    fc.assert(
      fc.property(fit, ({ k, n, r2 }) => {
        const df2 = n - k - 1;
        const f = r2 / k / ((1 - r2) / df2);
        expect(said(findings(surface, summary(r2, f, k, df2, n)))).toEqual([]);
        expect(said(findings(surface, summary(r2 > 0.5 ? r2 - 0.17 : r2 + 0.17, f, k, df2, n))).join()).toMatch(/r-squared-f/);
        expect(said(findings(surface, summary(r2, f, k, n - 1, n))).join()).toMatch(/r-squared-f/);
      }),
      runs,
    );
  });

  const anova = fc.record({
    groups: fc.integer({ min: 2, max: 6 }),
    n: fc.integer({ min: 20, max: 300 }),
    between: fc.double({ min: 1, max: 900, noNaN: true }),
    within: fc.double({ min: 20, max: 9000, noNaN: true }),
  });
  const source = (
    { groups, n, between, within }: { groups: number; n: number; between: number; within: number },
    slip: { ms?: number; f?: number; df?: number } = {},
  ) => {
    const [df1, df2] = [groups - 1, n - groups];
    const [ms1, ms2] = [between / df1, within / df2];
    const f = ms1 / ms2;
    const row = (...cells: (string | number)[]) => cells.map((c) => (typeof c === "number" ? print(surface, c, 2) : c));
    return article(
      surface,
      surface.table(
        ["Source", symbol("SS"), symbol("df"), symbol("MS"), symbol("F"), symbol("p")],
        [
          [...row("Between groups", between), String(df1), ...row(ms1 + (slip.ms ?? 0), f + (slip.f ?? 0)), printP(surface, pOfF(f, df1, df2), false)],
          [...row("Within groups", within), String(df2), ...row(ms2), "", ""],
          [...row("Total", between + within), String(n - 1 + (slip.df ?? 0)), "", "", ""],
        ],
        "Analysis of variance",
      ),
    );
  };
  it("in analysis of variance tables agree with each other, or are found", () => {
    fc.assert(
      fc.property(anova, (a) => {
        expect(said(findings(surface, source(a)))).toEqual([]);
        const { groups, n, between, within } = a;
        if (between / (groups - 1) > 1 && within / (n - groups) > 1) {
          expect(said(findings(surface, source(a, { ms: 3 + between }))).join()).toMatch(/anova-table/);
          expect(said(findings(surface, source(a, { f: 2 + (between / (groups - 1) / (within / (n - groups))) * 0.2 }))).join()).toMatch(/anova-table/);
        }
        expect(said(findings(surface, source(a, { df: 2 }))).join()).toMatch(/anova-table/);
      }),
      runs,
    );
  });
});
