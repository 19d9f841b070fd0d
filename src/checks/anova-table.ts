import type { AnovaRow, AnovaTable } from "../claims/anova-table";
import type { Reported } from "../claims/number";
import { divide, type Interval, meets, sum } from "../numerics/interval";
import { type Check, consistent, finding, type Finding, type Outcome } from "./check";
import { anovaCorrection } from "./anova-correction";
import { show } from "./show";
import { withSlip } from "./slip";

/** MS = SS/df, F = MS/MS of the error, and the parts add up to the total. */
const check: Check = {
  id: "anova-table",
  severity: "error",
  summary: "In a table of an analysis of variance a mean square, an F or a total does not follow from the other cells.",
  explain: `MS = SS/df. F = MS of the effect / MS of the error (of any error row, where there are several). The degrees of freedom add up to those of the total;
the sums of squares are added up only where there is one effect, because Type III sums need not add up in unbalanced designs. All cells stand for the values that round to them.
A correction is offered where the other cells confirm each other: an F whose two mean squares follow from their sums of squares, a mean square that its F confirms as SS/df, a total of degrees of freedom that each give their mean square.`,
  examples: {
    flagged: [
      "| Source | SS | df | MS | F | p |\n| --- | --- | --- | --- | --- | --- |\n| Between groups | 84.20 | 2 | ==32.10== | 5.62 | .005 |\n| Within groups | 876.40 | 117 | 7.49 | | |\n| Total | 960.60 | 119 | | | |",
      "| Source | SS | df | MS | F | p |\n| --- | --- | --- | --- | --- | --- |\n| Between groups | 84.20 | 2 | 42.10 | ==6.52== | .005 |\n| Within groups | 876.40 | 117 | 7.49 | | |\n| Total | 960.60 | 119 | | | |",
      "| Source | SS | df | MS | F | p |\n| --- | --- | --- | --- | --- | --- |\n| Between groups | 84.20 | 2 | 42.10 | 5.62 | .005 |\n| Within groups | 876.40 | 117 | 7.49 | | |\n| Total | ==980.60== | 119 | | | |",
    ],
    clean: [
      "| Source | SS | df | MS | F | p |\n| --- | --- | --- | --- | --- | --- |\n| Between groups | 84.20 | 2 | 42.10 | 5.62 | .005 |\n| Within groups | 876.40 | 117 | 7.49 | | |\n| Total | 960.60 | 119 | | | |",
      "| Source | Type III Sum of Squares | df | Mean Square | F | Sig. |\n| --- | --- | --- | --- | --- | --- |\n| Corrected Model | 84.20 | 2 | 42.10 | 5.62 | .005 |\n| Intercept | 1284.20 | 1 | 1284.20 | 171.45 | < .001 |\n| Group | 84.20 | 2 | 42.10 | 5.62 | .005 |\n| Error | 876.40 | 117 | 7.49 | | |\n| Total | 2244.80 | 120 | | | |\n| Corrected Total | 960.60 | 119 | | | |",
      "| Source | SS | df | MS | F |\n| --- | --- | --- | --- | --- |\n| Time | 12.40 | 2 | 6.20 | 3.10 |\n| Error (Time) | 116.00 | 58 | 2.00 | |\n| Time × Group | 8.00 | 2 | 4.00 | 2.00 |",
    ],
  },

  check(claims) {
    return claims.of("anova-table").flatMap((table): readonly Outcome[] => {
      const found = [...meanSquares(table), ...ratios(table), ...totals(table)].map((one) => ({ ...one, fixes: anovaCorrection(one.range, table, claims) }));
      return found.length > 0 ? found : [consistent(table)];
    });
  },
};

export default check;

const usable = (r: AnovaRow): boolean => r.df !== undefined && r.df.value > 0;

function meanSquares(table: AnovaTable): Finding[] {
  return table.rows.flatMap((row) => {
    if (!usable(row) || !row.ss || !row.ms || row.role === "total") return [];
    const df: Interval = row.df!.decimals > 0 ? row.df!.interval : { low: row.df!.value, high: row.df!.value };
    const expected = divide(row.ss.interval, df);
    if (meets(expected, row.ms.interval)) return [];
    return [
      miss(
        table,
        row.ms,
        `The mean square of ${row.label} is ${row.ss.text}/${row.df!.text} = ${show(row.ss.value / row.df!.value, row.ms.decimals + 1)}; printed is ${row.ms.text}.`,
        row.ss,
        expected,
      ),
    ];
  });
}

/** F against the mean square of each error row: one has to fit. Rows whose own mean square is in doubt are passed over. */
function ratios(table: AnovaTable): Finding[] {
  const square = (row: AnovaRow): Interval | undefined =>
    row.ms?.interval ?? (row.ss && usable(row) ? divide(row.ss.interval, { low: row.df!.value, high: row.df!.value }) : undefined);
  const errors = table.rows.filter((r) => r.role === "error" && square(r) && square(r)!.low > 0);
  if (errors.length === 0 || meanSquares(table).length > 0) return [];
  const judged = table.rows.flatMap((row) => {
    const own = square(row);
    if (!row.f || !own || row.role === "error" || row.role === "total") return [];
    return [{ row, own, fits: errors.some((e) => meets(divide(own, square(e)!), row.f!.interval)) }];
  });
  const wrong = judged.filter((j) => !j.fits);
  if (wrong.length * 2 > judged.length && judged.length > 1) return []; // another error term than those printed
  return wrong.map(({ row, own }) => {
    const e = square(errors[errors.length - 1])!;
    const middle = (own.low + own.high) / (e.low + e.high);
    return miss(
      table,
      row.f!,
      `F of ${row.label} is its mean square over that of ${errors[errors.length - 1].label}, ${show(middle, row.f!.decimals + 1)}; printed is ${row.f!.text}.`,
      row.ms ?? row.ss!,
      divide(own, e),
    );
  });
}

function totals(table: AnovaTable): Finding[] {
  const all = table.rows.filter((r) => r.role === "total");
  const corrected = all.find((r) => /correct|korrigiert/i.test(r.label));
  const total = corrected ?? (all.length === 1 && !table.rows.some((r) => r.role === "intercept") ? all[0] : undefined);
  const errors = table.rows.filter((r) => r.role === "error");
  if (!total || errors.length !== 1) return [];
  const effects = table.rows.filter((r) => r.role === "effect");
  const model = table.rows.find((r) => r.role === "model");
  const parts = model ? [model, errors[0]] : [...effects, errors[0]];
  const out: Finding[] = [];
  if (total.df && parts.every((r) => r.df) && parts.length > 1) {
    const expected = parts.reduce((n, r) => n + r.df!.value, 0);
    if (Math.abs(expected - total.df.value) > 1e-9 + parts.filter((r) => r.df!.decimals > 0).length * 0.01) {
      out.push(
        miss(
          table,
          total.df,
          `The degrees of freedom add up to ${parts.map((r) => r.df!.text).join(" + ")} = ${show(expected, total.df.decimals)}; the total is printed as ${total.df.text}.`,
          parts[0].df!,
          { low: expected, high: expected },
        ),
      );
    }
  }
  if (total.ss && parts.length === 2 && parts.every((r) => r.ss)) {
    const expected = sum(parts.map((r) => r.ss!.interval));
    if (!meets(expected, total.ss.interval)) {
      out.push(
        miss(
          table,
          total.ss,
          `The sums of squares add up to ${parts.map((r) => r.ss!.text).join(" + ")} = ${show(
            parts.reduce((n, r) => n + r.ss!.value, 0),
            total.ss.decimals,
          )}; the total is printed as ${total.ss.text}.`,
          parts[0].ss!,
          expected,
        ),
      );
    }
  }
  return out;
}

function miss(table: AnovaTable, at: Reported, message: string, other: Reported, right?: Interval): Finding {
  return finding(table, {
    range: at.range,
    message,
    detail: right && withSlip(undefined, at, right),
    related: [{ message: `${other.text} here`, range: other.range }],
  });
}
