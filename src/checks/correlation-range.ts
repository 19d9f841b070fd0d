import type { CorrelationMatrix, MatrixCell } from "../claims/correlation-matrix";
import { Matrix } from "ml-matrix";
import { symmetricEigen } from "../numerics/eigen";
import { type Check, consistent, finding, type Finding, type Outcome } from "./check";
import { replaceNumber } from "./replace-number";
import { show } from "./show";

/** A correlation lies between −1 and 1; a matrix of them is symmetric, has ones in its diagonal and no negative eigenvalue. */
const check: Check = {
  id: "correlation-range",
  severity: "error",
  summary: "A correlation beyond ±1, R² above 1, or a correlation matrix that no data can have.",
  explain: `|r| ≤ 1 and 0 ≤ R² ≤ 1. A correlation matrix is symmetric with ones in the diagonal (a warning where one cell differs while the others agree;
matrices whose halves hold different things are left alone) and has no negative eigenvalue: correlations rounded by *h* shift the eigenvalues of *p* variables by at most (p − 1)·h,
and only a smallest eigenvalue below that is reported, as a warning, since pairwise deletion can bring it about.`,
  examples: {
    flagged: [
      "After the oblique rotation, the factors correlated between .16 and ==1.34==.",
      "Satisfaction was related to trust, ==r(118) = 1.25, p < .001==.",
      "The model fitted well, ==R² = 1.82==, F(2, 29) = 69.21, p < .001.",
      "Table 1. *Correlations*\n\n| | 1 | 2 | 3 |\n| --- | --- | --- | --- |\n| 1. Trust | 1.00 | .45 | ==.32== |\n| 2. Use | .45 | 1.00 | .28 |\n| 3. Age | .23 | .28 | 1.00 |",
      "Table 1. *Correlations*\n\n| | 1 | 2 | 3 |\n| --- | --- | --- | --- |\n| 1. Trust | — | | |\n| 2. Use | ==.95== | — | |\n| 3. Age | .90 | −.80 | — |",
    ],
    clean: [
      "The two factors correlated at r = .85. Items that correlate weakly have a variance inflation of 1.34; the correlations ranged from .16 to .44.",
      "Satisfaction was related to trust, r(118) = .25, p = .006.",
      "Table 1. *Correlations*\n\n| | 1 | 2 | 3 |\n| --- | --- | --- | --- |\n| 1. Trust | 1.00 | .45 | .32 |\n| 2. Use | .45 | 1.00 | .28 |\n| 3. Age | .32 | .28 | 1.00 |",
      "Table 1. *Correlations. Women above, men below the diagonal*\n\n| | 1 | 2 | 3 |\n| --- | --- | --- | --- |\n| 1. Trust | — | .45 | .32 |\n| 2. Use | .41 | — | .28 |\n| 3. Age | .35 | .22 | — |",
    ],
  },

  check(claims) {
    const out: Outcome[] = [];
    for (const test of claims.of("test-statistic")) {
      if (test.test !== "r" || test.approximate) continue;
      if (Math.abs(test.value.value) <= 1 || !(test.p || test.df)) continue;
      out.push(finding(test, { message: `A correlation lies between −1 and 1; ${test.value.text} does not.`, detail: "The decimal point may be missing." }));
    }
    for (const r of claims.of("correlation")) {
      if (Math.abs(r.reported.value) <= 1) out.push(consistent(r));
      else if (Math.abs(r.reported.value) < 2) out.push(finding(r, { message: `A correlation lies between −1 and 1; ${r.reported.text} does not.` }));
    }
    for (const r of claims.of("r-squared")) {
      const value = r.value.percent ? r.value.value / 100 : r.value.value;
      if (value > 1 && r.value.decimals > 0)
        out.push(finding(r, { message: `R² is a share of the variance and cannot exceed 1; printed is ${r.value.text}.` }));
      else if (value < 0 && r.variant === "plain") out.push(finding(r, { message: `R² cannot be negative; printed is ${r.value.text}.` }));
    }
    for (const matrix of claims.of("correlation-matrix")) {
      const found = ofMatrix(matrix, claims.manuscript.source);
      out.push(...(found.length > 0 ? found : [consistent(matrix)]));
    }
    return out;
  },
};

export default check;

const halves =
  /above (?:and below )?the (?:main )?diagonal|below the (?:main )?diagonal|upper (?:triang|diagonal|half|part)|lower (?:triang|diagonal|half|part)|(?:ober|unter)halb der/i;

function ofMatrix(m: CorrelationMatrix, source: string): Finding[] {
  const beyond = each(m).filter(({ cell, i, j }) => i !== j && Math.abs(cell.value.value) > 1 && cell.value.decimals > 0);
  if (m.named && beyond.length > 0)
    return beyond.map(({ cell }) => finding(m, { range: cell.value.range, message: `A correlation lies between −1 and 1; ${cell.value.text} does not.` }));
  const unequal = asymmetric(m);
  if (unequal.length > 0) return unequal;
  return [...diagonal(m, source), ...indefinite(m)];
}

interface Placed {
  readonly cell: MatrixCell;
  readonly i: number;
  readonly j: number;
}

function each(m: CorrelationMatrix): Placed[] {
  return m.cells.flatMap((row, i) => row.flatMap((cell, j) => (cell ? [{ cell, i, j }] : [])));
}

/** Pairs that differ while most pairs agree: a slip. Where most differ, the halves hold different things. */
function asymmetric(m: CorrelationMatrix): Finding[] {
  if (halves.test(m.words)) return [];
  const pairs = each(m).flatMap(({ cell, i, j }) => {
    const mirror = i < j ? m.cells[j]?.[i] : undefined;
    return mirror ? [{ upper: cell, lower: mirror, i, j }] : [];
  });
  const unequal = pairs.filter(
    ({ upper, lower }) =>
      Math.abs(upper.value.value - lower.value.value) >
      0.5 * 10 ** -Math.min(upper.value.decimals, lower.value.decimals) * (upper.value.decimals === lower.value.decimals ? 0.01 : 1.01),
  );
  if (unequal.length === 0 || pairs.length - unequal.length < Math.max(2, 1.5 * unequal.length)) return [];
  return unequal.map(({ upper, lower, i, j }) =>
    finding(m, {
      severity: "warning",
      range: upper.value.range,
      message: `The correlation of ${m.names[i]} and ${m.names[j]} is ${upper.value.text} above the diagonal and ${lower.value.text} below it.`,
      detail: `The other ${pairs.length - unequal.length} pairs agree. The correlation of two variables is the same in both directions.`,
      related: [{ message: `${lower.value.text} here`, range: lower.value.range }],
    }),
  );
}

function diagonal(m: CorrelationMatrix, source: string): Finding[] {
  const entries = m.cells.flatMap((row, i) => (row[i] ? [row[i]] : []));
  const wrong = entries.filter((c) => Math.abs(c.value.value) !== 1);
  if (wrong.length === 0 || entries.length - wrong.length <= wrong.length) return [];
  return wrong.map((cell) =>
    finding(m, {
      severity: "warning",
      range: cell.value.range,
      message: `The diagonal of a correlation matrix holds ones; here it holds ${cell.value.text}.`,
      fixes: wrong.length === 1 ? replaceNumber(cell.value, 1, source) : [],
    }),
  );
}

function indefinite(m: CorrelationMatrix): Finding[] {
  const p = m.cells.length;
  if (p < 3 || p > 60 || halves.test(m.words) || !m.named) return [];
  const R = Matrix.eye(p, p);
  let half = 0;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < i; j++) {
      const cell = m.cells[i][j] ?? m.cells[j]?.[i];
      if (!cell || Math.abs(cell.value.value) > 1) return [];
      half = Math.max(half, 0.5 * 10 ** -cell.value.decimals);
      R.set(i, j, cell.value.value);
      R.set(j, i, cell.value.value);
    }
  }
  const twoSided = each(m).some(({ i, j }) => i < j) && each(m).some(({ i, j }) => i > j);
  if (
    twoSided &&
    each(m)
      .filter(({ i, j }) => i < j)
      .some(({ cell, i, j }) => m.cells[j]?.[i] && m.cells[j][i].value.value !== cell.value.value)
  )
    return [];
  const smallest = Math.min(...symmetricEigen(R).values);
  if (smallest >= -(p - 1) * half - 1e-9) return [];
  const first = each(m).find(({ i, j }) => i !== j)!.cell;
  return [
    finding(m, {
      severity: "warning",
      range: { start: first.value.range.start, end: first.value.range.end },
      message: `No data have these correlations together: the matrix of ${p} variables has a smallest eigenvalue of ${show(smallest, 3)}.`,
      detail: `Rounding can shift it by at most ${show((p - 1) * half, 3)}. A slip in one of the correlations or pairwise deletion of missing values brings this about.`,
    }),
  ];
}
