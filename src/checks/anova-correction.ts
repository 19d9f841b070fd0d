import type { AnovaRow, AnovaTable } from "../claims/anova-table";
import type { Claims } from "../claims/claim";
import type { Reported } from "../claims/number";
import type { Range } from "../manuscript/mapped";
import { divide, type Interval, meets, point, rounding } from "../numerics/interval";
import type { Fix } from "./check";
import { agrees, recompute } from "./p-recomputed";
import { replaceNumber, soleRounding } from "./replace-number";

/**
 * What a cell of an analysis of variance has to be, where the other cells confirm each other, so that it alone can be wrong: an F whose mean squares are both SS/df, a mean
 * square whose F is that of SS/df, the total of degrees of freedom that each give their mean square. None where the printed p is that of the cell as it stands.
 */
export function anovaCorrection({ start }: Range, table: AnovaTable, claims: Claims): readonly Fix[] {
  const isHere = (at: Reported | undefined): boolean => at?.range.start === start;
  const errors = table.rows.filter((r) => r.role === "error");
  const row = table.rows.find((r) => isHere(r.ms) || isHere(r.f) || isHere(r.df));
  if (!row || errors.length !== 1 || !confirmed(errors[0])) return [];
  const { source } = claims.manuscript;
  const fix = (at: Reported, value: number | undefined) => (value === undefined ? [] : replaceNumber(at, value, source));
  if (row.df && isHere(row.df)) {
    const parts = table.rows.filter(
      (r) => r.role !== "total" && r.role !== "intercept" && (r.role !== "model" || !table.rows.some((o) => o.role === "effect")),
    );
    return row.role === "total" && parts.every(confirmed)
      ? fix(
          row.df,
          parts.reduce((n, r) => n + r.df!.value, 0),
        )
      : [];
  }
  const square = quotient(row);
  if (!square || !row.ms || !row.f || row === errors[0]) return [];
  const ratio = divide(square, errors[0].ms!.interval);
  if (isHere(row.ms)) return meets(ratio, row.f.interval) ? fix(row.ms, soleRounding(square, row.ms.decimals)) : [];
  const f = confirmed(row)
    ? soleRounding(divide(both(square, row.ms.interval), both(quotient(errors[0])!, errors[0].ms!.interval)), row.f.decimals)
    : undefined;
  return f !== undefined && itsP(f, row.f, claims) ? fix(row.f, f) : [];
}

/** SS/df of a row. */
function quotient({ ss, df }: AnovaRow): Interval | undefined {
  return ss && df && df.decimals === 0 && df.value > 0 ? divide(ss.interval, point(df.value)) : undefined;
}

const both = (a: Interval, b: Interval): Interval => ({ low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) });

/** Three cells that agree: SS/df = MS. */
function confirmed(row: AnovaRow): boolean {
  const square = quotient(row);
  return square !== undefined && row.ms !== undefined && row.ms.interval.low > 0 && meets(square, row.ms.interval);
}

/** Is the p printed beside F, if any, the one of the corrected F? */
function itsP(f: number, printed: Reported, claims: Claims): boolean {
  const test = claims.of("test-statistic").find((t) => t.value.range.start === printed.range.start);
  if (!test?.p) return true;
  const p = recompute({ ...test, value: { ...printed, value: f, interval: rounding(f, printed.decimals) } }, 2);
  return typeof p !== "string" && agrees(test, p.interval, 0.05);
}
