import { readFileSync } from "node:fs";
import { Matrix } from "ml-matrix";
import { shared } from "../shared";

/* eslint-disable @typescript-eslint/no-explicit-any -- the reference files are deep, and read key by key */

export interface ReferenceSet {
  readonly name: string;
  readonly n: number;
  readonly items: string[];
  readonly R: Matrix;
  readonly factors: number;
  readonly results: any;
}

const names = [
  "attitude.listwise",
  "hs1939.listwise",
  "likert320.listwise",
  "likert320.pairwise",
  "bfi25.listwise",
  "bfi25.pairwise",
  "ability16.listwise",
  "ability16.pairwise",
];

/** The reference results of R, a data set each; empty where the reference is absent. */
export const referenceSets: ReferenceSet[] = shared ? names.map(read) : [];

function read(name: string): ReferenceSet {
  const file = referenceJson(`${name}.json`);
  const R = new Matrix(file.results.correlations.pearson.values);
  return { name, n: file.n, items: file.items, R, factors: file.results.efa_psych.nfactors, results: file.results };
}

/** A file of the reference folder. */
export function referenceJson(file: string): any {
  return shared ? JSON.parse(readFileSync(`${shared}/reference/${file}`, "utf8")) : { results: {} };
}

export function matrixOf(table: { values: number[][] }): Matrix {
  return new Matrix(table.values);
}

/**
 * Columns of `ours` put beside those of `theirs` by largest |congruence|, reflected to agree; Φ moves with them.
 */
export function matched(ours: Matrix, theirs: Matrix, phi?: Matrix | null): { loadings: Matrix; phi: Matrix | null } {
  const m = ours.columns;
  const left = new Set(Array.from({ length: m }, (_, k) => k));
  const order: number[] = [];
  const sign: number[] = [];
  for (let k = 0; k < m; k++) {
    const column = theirs.getColumnVector(k);
    let best = { at: -1, congruence: 0 };
    for (const at of left) {
      const other = ours.getColumnVector(at);
      const congruence = column.dot(other) / (column.norm() * other.norm() || 1);
      if (best.at < 0 || Math.abs(congruence) > Math.abs(best.congruence)) best = { at, congruence };
    }
    left.delete(best.at);
    order.push(best.at);
    sign.push(best.congruence < 0 ? -1 : 1);
  }
  const loadings = new Matrix(ours.rows, m);
  for (let i = 0; i < ours.rows; i++) order.forEach((from, to) => loadings.set(i, to, sign[to] * ours.get(i, from)));
  if (!phi) return { loadings, phi: null };
  const correlations = order.map((a, i) => order.map((b, j) => sign[i] * sign[j] * phi.get(a, b)));
  return { loadings, phi: new Matrix(correlations) };
}

/** Largest absolute difference of the cells. */
export function worst(ours: Matrix, theirs: Matrix): number {
  return Matrix.sub(ours, theirs).abs().max();
}
