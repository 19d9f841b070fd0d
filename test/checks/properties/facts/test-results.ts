import fc from "fast-check";
import { pOfChiSquare, pOfF, pOfR, pOfT, pOfZ } from "../../../../src/numerics/p-values";
import { bounded, type Inline, int, num, type Paper, paper, para, pOf, type Printed, result, section, sym, text, wrong } from "../kit/document";
import { real } from "../kit/real";

/** A test, its p as a function of the value printed, and the values that a printed one can stand for. */
interface Test {
  readonly symbol: string;
  readonly df: readonly (Printed | Inline)[];
  readonly value: number;
  readonly decimals: number;
  readonly p: (value: number) => number;
}

const decimals = fc.integer({ min: 2, max: 3 });
const t = fc
  .record({ df: fc.integer({ min: 8, max: 600 }), value: real(0.2, 4), negative: fc.boolean(), decimals })
  .map(({ df, value, negative, decimals }): Test => ({ symbol: "t", df: [int(df)], value: negative ? -value : value, decimals, p: (x) => pOfT(x, df) }));
const f = fc
  .record({ df1: fc.integer({ min: 1, max: 6 }), df2: fc.integer({ min: 12, max: 500 }), value: real(0.2, 9), decimals })
  .map(({ df1, df2, value, decimals }): Test => ({ symbol: "F", df: [int(df1), int(df2)], value, decimals, p: (x) => pOfF(x, df1, df2) }));
const chi = fc
  .record({ df: fc.integer({ min: 1, max: 12 }), times: real(0.4, 3), n: fc.integer({ min: 40, max: 999 }), decimals })
  .map(({ df, times, n, decimals }): Test => ({
    symbol: "χ²",
    df: [int(df), text`${sym("N")} = ${int(n)}`],
    value: df * times,
    decimals,
    p: (x) => pOfChiSquare(x, df),
  }));
const z = fc.record({ value: real(0.3, 3.5), decimals }).map(({ value, decimals }): Test => ({ symbol: "z", df: [], value, decimals, p: (x) => pOfZ(x) }));
const test = fc.oneof(t, f, chi, z);
const correlation = fc.record({ df: fc.integer({ min: 20, max: 300 }), share: real(0.5, 3.5), decimals }).map(({ df, share, decimals }) => {
  const r = share / Math.sqrt(df + share * share);
  return { df, r, decimals };
});

/** p that the printed test can have, its rounding and cutting off allowed for, and some more. */
function possible({ value, decimals, p }: Test): { low: number; high: number } {
  const h = 1.1 * 10 ** -decimals;
  const size = Math.abs(value);
  return { low: p(size + h), high: p(Math.max(0, size - h)) };
}

const outside =
  ({ low, high }: { low: number; high: number }) =>
  (x: number) =>
    x > 0 && x <= 1 && (x < low - 0.002 || x > high + 0.002);
const words = {
  yes: text`The two groups differed significantly`,
  no: text`The two groups did not differ significantly`,
  ja: text`Die Gruppen unterschieden sich signifikant`,
  nein: text`Die Gruppen unterschieden sich nicht signifikant`,
};

/** A sentence with a test and its p. */
export const testResult: fc.Arbitrary<Paper> = test.map((one) => {
  const p = one.p(one.value);
  const range = possible(one);
  const wrongP = outside(range);
  const flips = (x: number) => wrongP(x) && x > 0.05 !== p > 0.05 && Math.abs(x - 0.05) > 0.004 && (p < 0.05 ? range.high < 0.048 : range.low > 0.052);
  const printed = result(
    one.symbol,
    one.df,
    num(
      one.value,
      one.decimals,
      wrong("p-value", (x) => {
        const other = possible({ ...one, value: x });
        return p > 0.001 && (p > other.high + 0.002 || p < other.low - 0.002) && other.high < 0.05 === p < 0.05;
      }),
    ),
  );
  const shown = pOf(
    p,
    wrong("p-value", (x) => wrongP(x) && x > 0.05 === p > 0.05),
    wrong("p-decision", flips),
    wrong("p-zero", (x) => x === 0),
  );
  return paper(
    section("Results", para(text`${p < 0.05 ? words.yes : words.no}, ${printed}, ${shown}.`, text`${p < 0.05 ? words.ja : words.nein}, ${printed}, ${shown}.`)),
  );
});

/** A correlation with its degrees of freedom and p. */
export const correlationResult: fc.Arbitrary<Paper> = correlation.map(({ df, r, decimals }) => {
  const one: Test = { symbol: "r", df: [int(df)], value: r, decimals, p: (x) => pOfR(Math.min(0.999999, x), df) };
  const p = one.p(r);
  const asCases = possible({ ...one, p: (x) => pOfR(Math.min(0.999999, x), df - 2) }); // "r(20)" of 20 cases
  const wrongP = (x: number) => outside(possible(one))(x) && outside(asCases)(x);
  return paper(
    section(
      "Results",
      para(
        text`Satisfaction was related to trust, ${result(
          "r",
          one.df,
          bounded(
            r,
            decimals,
            wrong("correlation-range", (x) => Math.abs(x) > 1),
          ),
        )}, ${pOf(
          p,
          wrong("p-value", (x) => wrongP(x) && x > 0.05 === p > 0.05),
        )}.`,
        text`Die Zufriedenheit hing mit dem Vertrauen zusammen, ${result("r", one.df, bounded(r, decimals))}, ${pOf(
          p,
          wrong("p-value", (x) => wrongP(x) && x > 0.05 === p > 0.05),
        )}.`,
      ),
    ),
  );
});

/** Two groups compared: means, t, p and Cohen's d. */
export const twoGroups: fc.Arbitrary<Paper> = fc
  .record({
    a: real(20, 60),
    difference: real(0.5, 9),
    sa: real(3, 12),
    sb: real(3, 12),
    na: fc.integer({ min: 12, max: 200 }),
    nb: fc.integer({ min: 12, max: 200 }),
  })
  .map(({ a, difference, sa, sb, na, nb }) => {
    const b = a - difference;
    const df = na + nb - 2;
    const pooled = Math.sqrt(((na - 1) * sa ** 2 + (nb - 1) * sb ** 2) / df);
    const value = difference / (pooled * Math.sqrt(1 / na + 1 / nb));
    const d = difference / pooled;
    const group = (mean: number, sd: number, n: number) => text`(${sym("M")} = ${num(mean, 2)}, ${sym("SD")} = ${num(sd, 2)}, ${sym("n")} = ${int(n)})`;
    const others = alternatives(value, df, na, nb, difference, sa, sb);
    const size = num(
      d,
      2,
      wrong("effect-size", (x) => Math.abs(x - d) > 0.06 + 0.15 * d && others.every((y) => Math.abs(x - y) > 0.04 + 0.06 * y)),
    );
    return paper(
      section(
        "Results",
        para(
          text`Cars with manual gearboxes ${group(a, sa, na)} and cars with automatic ones ${group(b, sb, nb)} differed in fuel economy, ${result("t", [int(df)], num(value, 2))}, ${pOf(pOfT(value, df))}, ${sym("d")} = ${size}.`,
          text`Männer ${group(a, sa, na)} und Frauen ${group(b, sb, nb)} unterschieden sich, ${result("t", [int(df)], num(value, 2))}, ${pOf(pOfT(value, df))}, ${sym("d")} = ${size}.`,
        ),
      ),
    );
  });
/** What else is called d: 2t/√df, t/√n, Glass's Δ, the mean of the two variances … */
const alternatives = (t: number, df: number, na: number, nb: number, difference: number, sa: number, sb: number) => [
  (2 * t) / Math.sqrt(df),
  t / Math.sqrt(df),
  t / Math.sqrt(df + 1),
  t / Math.sqrt(na + nb),
  (2 * t) / Math.sqrt(na + nb),
  difference / sa,
  difference / sb,
  difference / Math.sqrt((sa ** 2 + sb ** 2) / 2),
];

/** F with partial η², χ² with Cramér's V. */
export const otherSizes: fc.Arbitrary<Paper> = fc.oneof(
  fc.record({ df1: fc.integer({ min: 1, max: 4 }), df2: fc.integer({ min: 20, max: 300 }), value: real(0.5, 12) }).map(({ df1, df2, value }) => {
    const eta = (df1 * value) / (df1 * value + df2);
    return paper(
      section(
        "Results",
        para(
          text`The groups differed, ${result("F", [int(df1), int(df2)], num(value, 2))}, ${pOf(pOfF(value, df1, df2))}, ${sym("η²ₚ")} = ${bounded(
            eta,
            3,
            wrong("effect-size", (x) => x <= 1 && Math.abs(x - eta) > 0.01 && Math.abs(x - eta) > 0.15 * eta),
          )}.`,
        ),
      ),
    );
  }),
  fc.record({ n: fc.integer({ min: 60, max: 900 }), value: real(0.5, 30) }).map(({ n, value }) => {
    const v = Math.sqrt(value / n);
    return paper(
      section(
        "Results",
        para(
          text`Gender and choice were related, ${result("χ²", [int(1), text`${sym("N")} = ${int(n)}`], num(value, 2))}, ${pOf(pOfChiSquare(value, 1))}, Cramér's ${sym("V")} = ${bounded(
            v,
            2,
            wrong("effect-size", (x) => x <= 1 && Math.abs(x - v) > 0.05 + 0.35 * v && x > 0),
          )}.`,
        ),
      ),
    );
  }),
);
