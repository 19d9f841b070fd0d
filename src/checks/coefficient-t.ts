import type { Claims } from "../claims/claim";
import type { Coefficient } from "../claims/coefficient";
import { divide, type Interval, meets, square } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { show } from "./show";
import { withSlip } from "./slip";

/** t (or z) of a regression coefficient is the coefficient divided by its standard error. */
const check: Check = {
  id: "coefficient-t",
  severity: "warning",
  summary: "A coefficient divided by its standard error does not give the t beside it.",
  explain: `*t* = *B*/SE (and the Wald χ² = (*B*/SE)²). B, SE and *t* stand for all values that round to what is printed; a warning is given only where no three of them fit.
Standardized coefficients are left out, because the standard error beside them is mostly that of *B*.
In a table, rows are judged only where at least as many others fit: where most do not, the columns hold something else (robust tests, bootstrapped errors).`,
  examples: {
    flagged: [
      "Use predicted skill, b = 0.52, SE = 0.10, t(126) = ==6.20==, p < .001.",
      "| Predictor | B | SE | t | p |\n| --- | --- | --- | --- | --- |\n| Age | 0.520 | 0.101 | 5.149 | < .001 |\n| Income | −0.310 | 0.052 | ==−9.962== | < .001 |\n| Health | 0.110 | 0.043 | 2.558 | .012 |",
      "| Predictor | B | SE | Wald | df | p |\n| --- | --- | --- | --- | --- | --- |\n| Age | 0.520 | 0.101 | 26.51 | 1 | < .001 |\n| Income | 0.310 | 0.052 | ==15.54== | 1 | < .001 |",
    ],
    clean: [
      "Use predicted skill, b = 0.52, SE = 0.10, t(126) = 5.32, p < .001.",
      "| Predictor | B | SE | t | p |\n| --- | --- | --- | --- | --- |\n| Age | 0.520 | 0.101 | 5.149 | < .001 |\n| Income | −0.032 | 0.009 | −3.519 | .001 |",
      "| Predictor | β | SE | t | p |\n| --- | --- | --- | --- | --- |\n| Age | 0.42 | 0.101 | 5.149 | < .001 |\n| Income | −0.35 | 0.009 | −3.519 | .001 |",
    ],
  },

  check(claims) {
    return tables(claims).flatMap((rows) => {
      const judged = rows.map((c) => ({ c, ratio: ratioOf(c) }));
      const fitting = judged.filter(({ c, ratio }) => ratio && meets(ratio, testInterval(c))).length;
      const failing = judged.filter(({ c, ratio }) => ratio && !meets(ratio, testInterval(c))).length;
      return judged.flatMap(({ c, ratio }): readonly Outcome[] => {
        if (!ratio)
          return [
            unchecked(
              c,
              c.se && c.test ? "the standard error beside a standardized coefficient is mostly not its own" : "no standard error and t are printed with it",
            ),
          ];
        const middle = c.estimate!.value / c.se!.value;
        const expected = c.test!.name === "wald" ? middle ** 2 : middle;
        if (meets(ratio, testInterval(c))) return [consistent(c, { test: Number.isFinite(expected) ? expected : null })];
        if (c.place.table && fitting < failing)
          return [unchecked(c, "most rows of the table do not follow t = B/SE, so that its columns seem to hold something else")];
        return [report(c, expected, ratio)];
      });
    });
  },
};

export default check;

/** The coefficients of each table; each one in prose by itself. */
function tables(claims: Claims): Coefficient[][] {
  const out = new Map<unknown, Coefficient[]>();
  for (const c of claims.of("coefficient")) {
    const key = c.place.table && !c.place.sentence ? c.place.table : c;
    const list = out.get(key);
    if (list) list.push(c);
    else out.set(key, [c]);
  }
  return [...out.values()];
}

function ratioOf(c: Coefficient): Interval | undefined {
  if (!c.estimate || !c.se || !c.test || c.se.value <= 0 || c.estimate.relation !== "=") return undefined;
  const ratio = divide(c.estimate.interval, { low: Math.max(c.se.interval.low, 0), high: c.se.interval.high });
  const signless = c.estimate.value !== 0 && c.test.value.value !== 0 && Math.sign(c.estimate.value) !== Math.sign(c.test.value.value);
  if (c.test.name === "wald") return square(ratio);
  return signless && c.test.value.value > 0 ? { low: -ratio.high, high: -ratio.low } : ratio; // |t| is printed now and then
}

const testInterval = (c: Coefficient): Interval => c.test!.value.interval;

function report(c: Coefficient, expected: number, ratio: Interval): Outcome {
  const name = c.test!.name === "wald" ? "Wald χ²" : c.test!.name;
  const formula = c.test!.name === "wald" ? `(${c.estimate!.text}/${c.se!.text})²` : `${c.estimate!.text}/${c.se!.text}`;
  const places = Math.max(2, c.test!.value.decimals);
  const label = c.place.sentence ? "" : ` of ${c.label}`;
  return finding(c, {
    range: c.test!.value.range,
    message: `The ${name}${label} is ${formula} = ${show(expected, places)}; printed is ${c.test!.value.text}.`,
    detail: withSlip(
      `With rounding it lies between ${show(ratio.low, places)} and ${show(ratio.high, places)}. One of coefficient, standard error and ${name} must be wrong, unless the test uses another standard error (robust, bootstrapped).`,
      c.test!.value,
      ratio,
    ),
    related: [
      { message: `the coefficient ${c.estimate!.text}`, range: c.estimate!.range },
      { message: `its standard error ${c.se!.text}`, range: c.se!.range },
    ],
  });
}
