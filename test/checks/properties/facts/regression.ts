import fc from "fast-check";
import { pOfF, pOfT } from "../../../../src/numerics/p-values";
import { quantileOfT } from "../../t-quantile";
import { bounded, type Cell, count, int, num, type Paper, paper, para, pCell, pOf, result, section, sym, table, text, wrong } from "../kit/document";
import { real } from "../kit/real";

const names = ["Age", "Income", "Health", "Trust"];

const model = fc.record({
  k: fc.integer({ min: 2, max: 4 }),
  n: fc.integer({ min: 60, max: 600 }),
  r2: real(0.08, 0.75),
  terms: fc.array(fc.record({ se: real(0.05, 0.9), t: real(-6, 6) }), { minLength: 4, maxLength: 4 }),
});

/** A regression: R², F, and the coefficients with standard errors, t, p and intervals. */
export const regression: fc.Arbitrary<Paper> = model.map(({ k, n, r2, terms }) => {
  const df2 = n - k - 1;
  const f = r2 / k / ((1 - r2) / df2);
  const fOf = (x: number) => x / k / ((1 - x) / df2);
  const q = quantileOfT(0.975, df2);
  const rows: Cell[][] = terms.slice(0, k).map(({ se, t }, i) => {
    const b = se * t;
    const limit = (side: number) => b + side * q * se;
    const tError = (x: number, y: number) => Math.abs(x / y) * (0.0005 / Math.abs(x) + 0.0005 / y) + 0.005;
    return [
      names[i],
      num(
        b,
        3,
        wrong("coefficient-t", (x) => x !== 0 && Math.abs(x / se - t) > 3 * tError(x, se) + 0.02),
        wrong("confidence-interval", (x) => x < limit(-1) - 0.01 || x > limit(1) + 0.01),
      ),
      num(
        se,
        3,
        wrong("coefficient-t", (x) => x > 0 && Math.abs(b / x - t) > 3 * tError(b || 0.001, x) + 0.02),
      ),
      num(
        t,
        2,
        wrong("coefficient-t", (x) => Math.abs(x - t) > 3 * tError(b || 0.001, se) + 0.02),
      ),
      pCell(
        pOfT(t, df2),
        wrong("p-value", (x) => x <= 1 && Math.abs(x - pOfT(t, df2)) > 0.02 && x > 0.05 === pOfT(t, df2) > 0.05),
      ),
      text`[${num(
        limit(-1),
        3,
        wrong("confidence-interval", (x) => x > b + 0.01),
      )}, ${num(
        limit(1),
        3,
        wrong("confidence-interval", (x) => x < b - 0.01),
      )}]`,
    ];
  });
  return paper(
    section("Method", para(text`We tested ${int(n)} participants.`, text`Es wurden ${int(n)} Personen befragt.`)),
    section(
      "Results",
      para(
        text`The ${count(k)} predictors explained a substantial share of the variance, ${sym("R²")} = ${bounded(
          r2,
          3,
          wrong("r-squared-f", (x) => x > 0.01 && x < 0.99 && (fOf(x - 0.002) > f + 0.02 || fOf(x + 0.002) < f - 0.02)),
          wrong("correlation-range", (x) => x > 1),
        )}, ${result(
          "F",
          [
            int(k),
            int(
              df2,
              wrong("r-squared-f", (x) => x > 9 && Math.abs(x - df2) > 3),
            ),
          ],
          num(
            f,
            2,
            wrong("r-squared-f", (x) => x < fOf(r2 - 0.002) - 0.02 || x > fOf(r2 + 0.002) + 0.02),
          ),
        )}, ${pOf(pOfF(f, k, df2))} (Table 1).`,
        text`Die Prädiktoren klärten einen beträchtlichen Teil der Varianz auf, ${sym("R²")} = ${bounded(
          r2,
          3,
          wrong("r-squared-f", (x) => x > 0.01 && x < 0.99 && (fOf(x - 0.002) > f + 0.02 || fOf(x + 0.002) < f - 0.02)),
          wrong("correlation-range", (x) => x > 1),
        )}, ${result(
          "F",
          [int(k), int(df2)],
          num(
            f,
            2,
            wrong("r-squared-f", (x) => x < fOf(r2 - 0.002) - 0.02 || x > fOf(r2 + 0.002) + 0.02),
          ),
        )}, ${pOf(pOfF(f, k, df2))} (Tabelle 1).`,
      ),
      table("Regression of satisfaction on the predictors", ["Predictor", sym("B"), sym("SE"), sym("t"), sym("p"), "95% CI"], rows),
    ),
  );
});

/** A table of an analysis of variance with sums, mean squares and F. */
export const anova: fc.Arbitrary<Paper> = fc
  .record({ groups: fc.integer({ min: 3, max: 6 }), n: fc.integer({ min: 60, max: 400 }), between: real(20, 300), within: real(300, 3000) })
  .map(({ groups, n, between, within }) => {
    const df1 = groups - 1;
    const df2 = n - groups;
    const ss = [between, within].map((x) => Number(x.toFixed(2)));
    const ms = [ss[0] / df1, ss[1] / df2];
    const f = ms[0] / ms[1];
    const at = (rule: (x: number) => boolean) => wrong("anova-table", rule);
    const off = (truth: number) => at((x) => Math.abs(x - truth) > 0.03 + 0.02 * truth);
    return paper(
      section(
        "Results",
        para(
          text`Table 1 shows the analysis of variance of the ${count(groups)} groups.`,
          text`Tabelle 1 zeigt die Varianzanalyse der ${count(groups)} Gruppen.`,
        ),
        table(
          "Analysis of variance",
          ["Source", "SS", sym("df"), "MS", sym("F"), sym("p")],
          [
            [
              "Between groups",
              num(ss[0], 2, off(ss[0])),
              int(df1),
              num(ms[0], 2, off(ms[0])),
              num(
                f,
                2,
                at((x) => Math.abs(x - f) > 0.02 + 0.02 * f),
              ),
              pCell(pOfF(f, df1, df2)),
            ],
            ["Within groups", num(ss[1], 2, off(ss[1])), int(df2), num(ms[1], 2, off(ms[1])), "", ""],
            [
              "Total",
              num(
                ss[0] + ss[1],
                2,
                at((x) => Math.abs(x - ss[0] - ss[1]) > 0.05),
              ),
              int(
                n - 1,
                at((x) => x > 0 && Math.abs(x - n + 1) > 0.5),
              ),
              "",
              "",
              "",
            ],
          ],
        ),
      ),
    );
  });

/** An interval of a difference in a sentence; the difference may be given by its size, so that the sign proves nothing. */
export const interval: fc.Arbitrary<Paper> = fc.record({ b: real(-9, 9), width: real(0.4, 6) }).map(({ b, width }) => {
  const [low, high] = [b - width, b + width];
  return paper(
    section(
      "Results",
      para(
        text`The mean difference of ${num(
          b,
          2,
          wrong("confidence-interval", (x) => Math.abs(x) > Math.max(high, -low) + 0.02),
        )} had a 95% confidence interval of [${num(
          low,
          2,
          wrong("confidence-interval", (x) => x > Math.abs(b) + 0.02),
        )}, ${num(
          high,
          2,
          wrong("confidence-interval", (x) => x < -Math.abs(b) - 0.02),
        )}].`,
      ),
    ),
  );
});
