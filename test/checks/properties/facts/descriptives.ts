import fc from "fast-check";
import { bounded, int, num, type Paper, paper, para, section, sym, table, text, wrong } from "../kit/document";

const total = (x: readonly number[]) => x.reduce((s, v) => s + v, 0);
const moments = (x: readonly number[]) => {
  const mean = total(x) / x.length;
  return { mean, sd: Math.sqrt(total(x.map((v) => (v - mean) ** 2)) / (x.length - 1)) };
};
const answers = fc.record({
  n: fc.integer({ min: 12, max: 80 }),
  items: fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 80, maxLength: 80 }), { minLength: 5, maxLength: 7 }),
});
/** Does some number of whole answers give this mean, printed with two decimals? */
const grim = (mean: number, n: number) =>
  Math.abs(Math.round(mean * n) / n - mean) <= 0.005 + 1e-9 || [-1, 1].some((d) => Math.abs((Math.round(mean * n) + d) / n - mean) <= 0.005 + 1e-9);

/** Means and standard deviations of questions answered on five points; a mean below 1 may be a proportion, one far above a sum. */
export const ratings: fc.Arbitrary<Paper> = answers.map(({ n, items }) =>
  paper(
    section(
      "Results",
      para(text`Table 1 shows the answers to the statements.`, text`Tabelle 1 zeigt die Antworten auf die Aussagen.`),
      table(
        "Means of the statements (1 = never, 5 = always)",
        ["Statement", sym("M"), sym("SD")],
        items.map((x, i) => {
          const { mean, sd } = moments(x.slice(0, n));
          const bound = (m: number) => Math.sqrt((n / (n - 1)) * (m - 1) * (5 - m));
          return [
            `Statement ${"ABCDEFGH"[i]}`,
            num(
              mean,
              2,
              wrong("mean-range", (m) => m > 5.01 && m < 9),
              wrong("grim", (m) => m > 1.05 && m < 4.95 && sd < bound(m) - 0.05 && !grim(m, n)),
            ),
            num(
              sd,
              2,
              wrong("sd-bound", (s) => s > bound(Number(mean.toFixed(2))) + 0.05),
            ),
          ];
        }),
        text`${sym("N")} = ${int(n)}.`,
      ),
    ),
  ),
);

/** One question in a sentence, with few answers. */
export const oneQuestion: fc.Arbitrary<Paper> = fc
  .record({ n: fc.integer({ min: 8, max: 24 }), x: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 24, maxLength: 24 }) })
  .map(({ n, x }) => {
    const { mean, sd } = moments(x.slice(0, n));
    return paper(
      section(
        "Results",
        para(
          text`The question was rated from 1 (never) to 5 (always) (${sym("M")} = ${num(mean, 2)}, ${sym("SD")} = ${num(
            sd,
            2,
            wrong("grimmer", (s) => s > 0.2 && s < 2 && !grimmer(Number(mean.toFixed(2)), s, n)),
          )}, ${sym("n")} = ${int(n)}).`,
        ),
      ),
    );
  });

/** Is there a sum of squares of whole answers, of the right parity, that gives the standard deviation with this mean? Cutting off is allowed for. */
function grimmer(mean: number, sd: number, n: number): boolean {
  for (let sum = Math.floor((mean - 0.011) * n); sum <= Math.ceil((mean + 0.011) * n); sum++) {
    if (Math.abs(sum / n - mean) > 0.0101) continue;
    const squares = (s: number) => s * s * (n - 1) + (sum * sum) / n;
    for (let q = Math.ceil(squares(Math.max(0, sd - 0.0101)) - 1e-6); q <= squares(sd + 0.0101) + 1e-6; q++) if ((q - sum) % 2 === 0) return true;
  }
  return false;
}

/** Shares of yes and no with their standard deviations. */
export const approvals: fc.Arbitrary<Paper> = fc
  .record({ n: fc.integer({ min: 60, max: 1500 }), shares: fc.array(fc.integer({ min: 12, max: 88 }), { minLength: 4, maxLength: 7 }), unbiased: fc.boolean() })
  .map(({ n, shares }) =>
    paper(
      section(
        "Results",
        para(text`Table 1 shows who approved of the statements.`, text`Tabelle 1 zeigt, wer den Aussagen zustimmte.`),
        table(
          "Approval of the statements (0 = no, 1 = yes)",
          ["Statement", sym("M"), sym("SD")],
          shares.map((share, i) => {
            const m = Math.round((share * n) / 100) / n;
            const sd = Math.sqrt((n / (n - 1)) * m * (1 - m));
            return [
              `Statement ${"ABCDEFGH"[i]}`,
              bounded(m, 2),
              bounded(
                sd,
                2,
                wrong("debit", (s) => s > 0 && s < 1 && Math.abs(s - sd) > 0.03),
              ),
            ];
          }),
          text`${sym("N")} = ${int(n)}.`,
        ),
      ),
    ),
  );
