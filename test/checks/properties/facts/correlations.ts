import fc from "fast-check";
import { pOfR } from "../../../../src/numerics/p-values";
import { bounded, type Cell, either, int, type Paper, paper, para, section, swap, sym, table, text, wrong } from "../kit/document";
import { real } from "../kit/real";

const names = ["Trust", "Use", "Care", "Skill", "Age"];

/** Scores of k variables that share one cause: their correlations are a matrix that data have. */
const matrix = fc
  .record({
    causes: fc.array(real(-0.85, 0.9), { minLength: 3, maxLength: 5 }),
    n: fc.integer({ min: 60, max: 500 }),
    decimals: fc.integer({ min: 2, max: 3 }),
  })
  .map(({ causes, n, decimals }) => ({ n, decimals, r: causes.map((a, i) => causes.map((b, j) => (i === j ? 1 : a * b))) }));

const starsOf = (p: number) => (p < 0.01 ? "**" : p < 0.05 ? "*" : "");

/** A full correlation matrix. */
export const fullMatrix: fc.Arbitrary<Paper> = matrix.map(({ r, n, decimals }) =>
  paper(
    section(
      "Results",
      para(text`Table 1 shows the correlations.`, text`Tabelle 1 zeigt die Korrelationen.`),
      table(
        "Correlation matrix",
        ["", ...r.map((_, i) => String(i + 1))],
        r.map((row, i): Cell[] => [
          `${i + 1}. ${names[i]}`,
          ...row.map((x, j) =>
            bounded(
              x,
              decimals,
              wrong("correlation-range", (y) => (i === j ? y !== 1 : Math.abs(y - x) > 2 * 10 ** -decimals)),
            ),
          ),
        ]),
        text`${sym("N")} = ${int(n)}.`,
      ),
    ),
  ),
);

/** Half a matrix with stars; the number of cases in the note. */
export const starredMatrix: fc.Arbitrary<Paper> = matrix.map(({ r, n, decimals }) => {
  const cell = (x: number): Cell => {
    const printed = Number(x.toFixed(decimals));
    const clear = [0.01, 0.05].every((level) =>
      [-1.2, 1.2].every((s) => pOfR(Math.min(0.9999, Math.abs(printed) + s * 10 ** -decimals), n - 2) < level === pOfR(printed, n - 2) < level),
    );
    const stars = starsOf(pOfR(x, n - 2));
    const other = stars === "" && pOfR(x, n - 2) > 0.07 ? "**" : undefined;
    return text`${bounded(x, decimals)}${either(stars, ...(clear && other ? [swap("stars", other)] : []))}`;
  };
  return paper(
    section(
      "Results",
      para(text`Table 1 shows the correlations.`, text`Tabelle 1 zeigt die Korrelationen.`),
      table(
        "Correlations",
        ["", ...r.map((_, i) => String(i + 1))],
        r.map((row, i): Cell[] => [`${i + 1}. ${names[i]}`, ...row.map((x, j) => (j > i ? "" : j === i ? "—" : cell(x)))]),
        text`${sym("N")} = ${int(n)}. * ${sym("p")} < ${bounded(0.05, 2)}, ** ${sym("p")} < ${bounded(0.01, 2)}.`,
      ),
    ),
  );
});
