import { Matrix } from "ml-matrix";
import { type Analysis, type AnalysisSettings, defaultSettings, type Reliability } from "../../../src/psychometrics/analysis";
import { analyze } from "../../../src/psychometrics/analyze";
import { answersOf, type DataSet, type Figures } from "../figures";
import { matched } from "../reference";
import { surveyOf } from "../survey";
import { recorded } from "./coverage";

/** A data set with the figures of other programs, and its analysis by Scree, end to end. */
export interface Case {
  readonly set: DataSet;
  readonly missing: "listwise" | "pairwise";
  readonly expected: Figures;
  readonly run: (settings?: Partial<AnalysisSettings>) => Promise<Analysis>;
  /** with the items reversed that the scales' keys reverse */
  readonly keyed: (settings?: Partial<AnalysisSettings>) => Promise<Analysis>;
}

export type Pairs = readonly (readonly [number | null | undefined, number | null | undefined])[];

export interface Quantity {
  readonly name: string;
  readonly against: string;
  readonly tolerance: number;
  /** differences are divided by the size of the expected figure */
  readonly relative?: boolean;
  /** pairs of [actual, expected]; an empty list where the data set has no such figure */
  readonly pairs: (on: Case) => Promise<Pairs>;
}

const analyses = new Map<string, Promise<Analysis>>();

export function caseOf(set: DataSet, missing: "listwise" | "pairwise"): Case {
  const { items, columns } = answersOf(set);
  const survey = surveyOf(Object.fromEntries(items.map((item, i) => [item, columns[i]])));
  const expected = recorded(set, missing);
  const scales = Object.entries(expected.reliability as Record<string, Figures>).map(([name, scale]) => ({ name, items: scale.items as string[] }));
  const reversed = Object.values(expected.reliability as Record<string, Figures>).flatMap(({ keyed_items = [] }) =>
    keyed_items.filter((item: string) => item.startsWith("-")).map((item: string) => item.slice(1)),
  );
  const with_ =
    (reverse: readonly string[]) =>
    (settings: Partial<AnalysisSettings> = {}) => {
      const chosen: AnalysisSettings = { ...defaultSettings, missing, convention: "psych", iterations: 0, factors: expected.efa_psych.nfactors, ...settings };
      const key = JSON.stringify([set, chosen, reverse]);
      if (!analyses.has(key)) analyses.set(key, analyze(survey, { scales, reverse }, chosen));
      return analyses.get(key)!;
    };
  return { set, missing, expected, run: with_([]), keyed: with_(reversed) };
}

export const flat = (rows: readonly (readonly (number | null)[])[]) => rows.flat();
export const zip = (actual: readonly (number | null | undefined)[], expected: readonly (number | null)[]) =>
  actual.map((value, i) => [value, expected[i]] as const);
export const byItem = (actual: Readonly<Record<string, number | null>>, expected: Readonly<Record<string, number>>) =>
  Object.keys(expected).map((item) => [actual[item], expected[item]] as const);
export const listwiseOnly =
  (pairs: Quantity["pairs"]): Quantity["pairs"] =>
  async (on) =>
    on.missing === "listwise" ? pairs(on) : [];

/** Each scale beside its figures: all items as they are, the scales keyed. */
export const ofScales =
  (pick: (actual: Reliability, expected: Figures, on: Case) => Pairs, settings: Partial<AnalysisSettings> = {}): Quantity["pairs"] =>
  async (on) => {
    const [plain, keyed] = await Promise.all([on.run(settings), on.keyed(settings)]);
    return keyed.reliability.flatMap((scale, i) => pick(scale.scale === "all_items" ? plain.reliability[i] : scale, on.expected.reliability[scale.scale], on));
  };

/** Loadings (and factor correlations, structure, sums of squares) after matching the factors by congruence. */
export const loadings =
  (
    settings: Partial<AnalysisSettings>,
    expected: (figures: Figures) => { loadings: Figures; phi?: Figures; structure?: Figures; sums?: readonly number[] } | undefined,
  ): Quantity["pairs"] =>
  async (on) => {
    const wanted = expected(on.expected);
    if (!wanted?.loadings) return [];
    const { solution } = await on.run(settings);
    if (!solution) return [[NaN, 0]];
    const matrix = (rows: readonly (readonly number[])[]) => new Matrix(rows as number[][]);
    const theirs = new Matrix(wanted.loadings.values);
    const ours = matched(matrix(solution.loadings), theirs, matrix(solution.factorCorrelations));
    const structure = wanted.structure && matched(matrix(solution.structure), new Matrix(wanted.structure.values)).loadings;
    const sums = wanted.sums && ours.phi!.mmul(ours.loadings.transpose().mmul(ours.loadings)).diagonal();
    return [
      ...zip(flat(ours.loadings.to2DArray()), flat(theirs.to2DArray())),
      ...(wanted.phi ? zip(flat(ours.phi!.to2DArray()), flat(wanted.phi.values)) : []),
      ...(structure ? zip(flat(structure.to2DArray()), flat(wanted.structure.values)) : []),
      // as shares of the items' variance
      ...(sums ? sums.map((sum, k) => [sum / theirs.rows, wanted.sums![k] / theirs.rows] as const) : []),
    ];
  };
