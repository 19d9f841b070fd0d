import type { Warning } from "../../errors";
import type { ColumnRole } from "../../survey/survey";

export interface ColumnInfo {
  readonly name: string;
  readonly label?: string;
  readonly role: ColumnRole;
  readonly roleReason: string;
  readonly numeric: boolean;
  readonly missing: number;
  /** of an item that only checks attention: the answer that was asked for */
  readonly instructedAnswer?: string;
  /** codes that stand for no answer here */
  readonly declared?: readonly MissingCodeInfo[];
  /** the answers that can be given, from the lowest up; absent where there are too many */
  readonly answers?: readonly { readonly value: number; readonly label?: string; readonly count: number }[];
  /** the same of a column of words, in the order of the file */
  readonly words?: readonly { readonly word: string; readonly count: number }[];
}

export interface TableInfo {
  readonly id: string;
  /** one line for menus */
  readonly summary: string;
}

export interface MissingCodeInfo {
  readonly code: string;
  readonly label?: string;
  readonly cells: number;
  /** the first of them, as the file counts its rows */
  readonly rows: readonly number[];
}

/** Values that look like a code for no answer, or that nobody can have given. */
export interface Suspect {
  readonly kind: "code" | "range";
  readonly column: string;
  readonly values: readonly number[];
  readonly cells: number;
  /** the first of them, as the file counts its rows */
  readonly rows: readonly number[];
}

/** How the file is read, as far as `scree.yaml` says it. */
export interface Reading {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly missingWords: readonly string[];
  readonly excluded: { readonly careless: boolean; readonly rows: readonly number[] };
  /** careless responding is part of the study's analyses */
  readonly careless: boolean;
}

export interface SurveyInfo {
  readonly source: string;
  /** a matrix has no answers: nothing is missing in it, reversed or scored */
  readonly kind: "answers" | "matrix";
  readonly rows: number;
  readonly columns: readonly ColumnInfo[];
  readonly warnings: readonly Warning[];
  readonly suspects: readonly Suspect[];
  /** rows that the study leaves out */
  readonly excluded?: { readonly rows: number; readonly reason: string };
  /** of a workbook with several */
  readonly sheets?: readonly string[];
}
