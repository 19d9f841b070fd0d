import type { RuleSeverity } from "../checks/severities";
import type { AnalysisSettings } from "../psychometrics/analysis";
import type { DataKeys } from "./data-keys";

/** A value of `scree.yaml` with its place, so that what is wrong with it can be said where it stands. */
export interface Located<T> {
  readonly value: T;
  /** from 1 */
  readonly line: number;
  /** UTF-16 offsets in the file */
  readonly start: number;
  readonly end: number;
}

/** Names and ranges of items as written: "Q1-Q24". */
export type ItemList = readonly Located<string>[];

export interface StudyScale {
  readonly name: string;
  readonly items: ItemList;
}

/** An analysis of the study by its name. What it leaves out it takes from the study. */
export interface StudyAnalysis {
  readonly name: string;
  readonly settings: AnalysisSettings;
  /** the loadings that a target rotation comes near to, null where one is free; rotation and number of factors follow from it */
  readonly target?: { readonly rows: readonly { readonly item: Located<string>; readonly loadings: readonly (number | null)[] }[]; readonly line: number };
  readonly items?: ItemList;
  readonly reverse?: ItemList;
  readonly scales?: readonly StudyScale[];
}

/** What `scree.yaml` says: the survey of a paper, its scales, its analyses and its manuscripts. Paths are relative to the file. */
export interface Study {
  readonly path: string;
  readonly data: Located<string>;
  readonly encoding?: string;
  readonly delimiter?: string;
  /** of a workbook; absent: the first */
  readonly sheet?: string;
  readonly missingCodes: readonly number[];
  /** words that stand for no answer, from the same list */
  readonly missingWords: readonly string[];
  /** columns, answer scales and rows as the user corrects them */
  readonly reading: DataKeys;
  /** absent: every column that holds answers to an item */
  readonly items?: ItemList;
  /** the questions, item by item; they stand for the file's own labels */
  readonly labels: ReadonlyMap<string, Located<string>>;
  readonly reverse: ItemList;
  readonly scales: readonly StudyScale[];
  /** at least one; the first is meant where none is named */
  readonly analyses: readonly StudyAnalysis[];
  readonly manuscripts: readonly Located<string>[];
  /** how much the findings of single rules weigh in these manuscripts (`severitiesOf`) */
  readonly checks: readonly { readonly rule: Located<string>; readonly severity: RuleSeverity }[];
}

export const studyFileName = "scree.yaml";
