import { type Interval, scale } from "../numerics/interval";
import type { ClaimBase } from "./claim";
import type { Block } from "./column-role";
import type { Component } from "./component";
import type { Reported } from "./number";

/** One eigenvalue, or a sum of squared loadings that a paper prints in its place. */
export interface EigenvalueClaim extends ClaimBase<"eigenvalue"> {
  readonly reported: Reported;
  readonly component?: Component;
  readonly block: Block;
  /** printed as "SS loadings", not as an eigenvalue */
  readonly sumOfSquares: boolean;
  /** its line in a table (a row, or a column of a transposed one) */
  readonly line?: number;
}

/** A share of the variance that components explain. */
export interface VariancePercentClaim extends ClaimBase<"variance-percent"> {
  readonly reported: Reported;
  /** in per cent, also where a proportion is printed */
  readonly percent: Interval;
  readonly scope: "component" | "cumulative" | "total" | "unstated";
  readonly component?: Component;
  readonly block: Block;
  readonly line?: number;
}

export type VarianceClaim = EigenvalueClaim | VariancePercentClaim;

/** All of an eigenvalue's claim but whose it is and where it stands. */
export const eigenvalueClaim = (reported: Reported, header: string) => ({
  kind: "eigenvalue" as const,
  text: reported.text,
  range: reported.range,
  reported,
  sumOfSquares: /\bSS\b|squared/i.test(header),
  values: { value: reported.value },
});

/** All of a percentage's claim but whose it is and where it stands; `unit` 100 where a proportion is printed. */
export const percentClaim = (reported: Reported, scope: VariancePercentClaim["scope"], unit: number) => ({
  kind: "variance-percent" as const,
  text: `${reported.text}${reported.percent ? "%" : ""}`,
  range: reported.range,
  reported,
  percent: scale(reported.interval, unit),
  scope,
  values: { value: reported.value, scope },
});
