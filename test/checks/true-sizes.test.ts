import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checks } from "../../src/checks/catalogue";
import type { Finding } from "../../src/checks/check";
import { runChecks } from "../../src/checks/run";
import { recognise } from "../../src/claims/recognise";
import { readManuscript } from "../../src/manuscript/read";
import { pOfR, pOfT } from "../../src/numerics/p-values";
import { quantileOfT } from "./t-quantile";
import { print, printP, type Surface, surfaces } from "./surfaces";

const rules = checks.filter((c) => ["stars", "correlation-range", "effect-size", "fit-index", "confidence-interval", "p-value", "p-decision"].includes(c.id));
const article = (surface: Surface, body: string) =>
  surface.path.endsWith(".txt") ? `A Study of Things\n\n3. Results\n\n${body}\n` : `# A Study of Things\n\n## Results\n\n${body}\n`;
function said(surface: Surface, body: string): string[] {
  const claims = recognise(readManuscript(article(surface, body), surface.path));
  return runChecks(rules, claims, { alpha: 0.05 }).flatMap((o) => (o.outcome === "finding" ? [`${(o as Finding).rule}: ${(o as Finding).message}`] : []));
}
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const runs = { numRuns: 50 };

describe.each(surfaces.map((s) => [s.name, s] as const))("true sizes and matrices in the style of %s", (_, surface) => {
  const { symbol, separator } = surface;
  const comma = surface.decimal === "," ? "; " : ", ";

  const groups = fc.record({
    a: real(5, 60),
    b: real(5, 60),
    sa: real(2, 12),
    sb: real(2, 12),
    na: fc.integer({ min: 8, max: 200 }),
    nb: fc.integer({ min: 8, max: 200 }),
  });
  const comparison = ({ a, b, sa, sb, na, nb }: { a: number; b: number; sa: number; sb: number; na: number; nb: number }, slip = { d: 1, interval: 0 }) => {
    const df = na + nb - 2;
    const pooled = Math.sqrt(((na - 1) * sa ** 2 + (nb - 1) * sb ** 2) / df);
    const error = pooled * Math.sqrt(1 / na + 1 / nb);
    const t = (a - b) / error;
    const q = quantileOfT(0.975, df) * error;
    const m = (mean: number, sd: number, n: number) =>
      `(${symbol("M")} = ${print(surface, mean, 2)}${separator}${symbol("SD")} = ${print(surface, sd, 2)}${separator}${symbol("n")} = ${n})`;
    return {
      t,
      d: (a - b) / pooled,
      body:
        `The first group ${m(a, sa, na)} and the second ${m(b, sb, nb)} were compared, ${symbol("t")}(${df}) = ${print(surface, t, 2)}${separator}${printP(surface, pOfT(t, df))}${separator}${symbol("d")} = ${print(surface, ((a - b) / pooled) * slip.d, 2)}. ` +
        `The 95% confidence interval of the difference of ${print(surface, a - b, 2)} was [${print(surface, a - b - q + slip.interval, 2)}${comma}${print(surface, a - b + q + slip.interval, 2)}].`,
    };
  };
  it("d and the interval of a difference", () => {
    fc.assert(
      fc.property(groups, (g) => {
        const { t, d, body } = comparison(g);
        expect(said(surface, body)).toEqual([]);
        fc.pre(Math.abs(d) > 0.3 && Math.abs(t) > 0.5);
        expect(said(surface, comparison(g, { d: 3.7, interval: 0 }).body).join()).toMatch(/effect-size/);
        expect(said(surface, comparison(g, { d: 1, interval: 500 }).body).join()).toMatch(/confidence-interval/);
      }),
      runs,
    );
  });

  const factors = fc.record({ n: fc.integer({ min: 40, max: 400 }), loadings: fc.array(real(-0.9, 0.9), { minLength: 3, maxLength: 6 }) });
  const matrix = (r: (i: number, j: number) => number, p: number, n: number, full: boolean, stars = true) => {
    const mark = (x: number) => {
      const q = pOfR(Number(x.toFixed(2)), n - 2);
      const s = q < 0.01 ? "**" : q < 0.05 ? "*" : "";
      return stars && !full ? (surface.path.endsWith(".txt") || surface.name === "HTML" ? s : s.replaceAll("*", "\\*")) : "";
    };
    const cell = (i: number, j: number) =>
      i === j ? (full ? print(surface, 1, 2) : "—") : j < i || full ? print(surface, r(i, j), 2, true) + mark(r(i, j)) : "";
    const star = surface.path.endsWith(".txt") || surface.name === "HTML" ? "*" : "\\*";
    return surface.table(
      ["", ...Array.from({ length: p }, (_, j) => String(j + 1))],
      Array.from({ length: p }, (_, i) => [`${i + 1}. Scale ${"ABCDEF"[i]}`, ...Array.from({ length: p }, (_, j) => cell(i, j))]),
      "Correlations of the scales",
      `${symbol("N")} = ${n}.${full ? "" : ` ${star} ${symbol("p")} ${surface.name === "HTML" ? "&lt;" : "<"} ${print(surface, 0.05, 2, true)}, ${star}${star} ${symbol("p")} ${surface.name === "HTML" ? "&lt;" : "<"} ${print(surface, 0.01, 2, true)}.`}`,
    );
  };
  it("correlation matrices with stars", () => {
    fc.assert(
      fc.property(factors, ({ n, loadings }) => {
        const r = (i: number, j: number) => (i === j ? 1 : loadings[i] * loadings[j]);
        const p = loadings.length;
        expect(said(surface, matrix(r, p, n, false))).toEqual([]);
        expect(said(surface, matrix(r, p, n, true))).toEqual([]);
        const slipped = (i: number, j: number) => (i === 0 && j === p - 1 ? (r(i, j) > 0 ? r(i, j) - 0.3 : r(i, j) + 0.3) : r(i, j));
        if (p > 3 || (p * (p - 1)) / 2 > 2) expect(said(surface, matrix(slipped, p, n, true)).join()).toMatch(/correlation-range/);
        const beyond = (i: number, j: number) => (i === 1 && j === 0 ? 1.23 : r(i, j));
        expect(said(surface, matrix(beyond, p, n, false, false)).join()).toMatch(/correlation-range/);
      }),
      runs,
    );
  });

  const model = fc.record({ df: fc.integer({ min: 10, max: 300 }), ratio: real(1.2, 4), n: fc.integer({ min: 150, max: 900 }) });
  it("fit indices", () => {
    fc.assert(
      fc.property(model, ({ df, ratio, n }) => {
        const chi = Number((df * ratio).toFixed(2));
        const rmsea = Math.sqrt((chi - df) / (df * (n - 1)));
        const body = (x: { ratio?: number; cfi?: number; rmsea?: number }) =>
          `The model was fitted, ${surface.chi}(${df}${comma}${symbol("N")} = ${n}) = ${print(surface, chi, 2)}${separator}${surface.chi}/df = ${print(surface, x.ratio ?? chi / df, 2)}${separator}CFI = ${print(surface, x.cfi ?? 0.953, 3, true)}${separator}RMSEA = ${print(surface, x.rmsea ?? rmsea, 3, true)}.`;
        expect(said(surface, body({}))).toEqual([]);
        expect(said(surface, body({ ratio: ratio + 0.4 })).join()).toMatch(/fit-index/);
        expect(said(surface, body({ cfi: 1.042 })).join()).toMatch(/fit-index/);
        expect(said(surface, body({ rmsea: rmsea * 1.6 + 0.01 })).join()).toMatch(/fit-index/);
      }),
      runs,
    );
  });
});
