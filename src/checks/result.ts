import type { Position } from "../manuscript/lines";
import type { Box } from "../manuscript/places";

/** A manuscript's result as the faces and outside scripts see it (contract.md): plain data, positions in line, column and offset. */
export interface FileResult {
  readonly path: string;
  readonly statistics: readonly StatisticResult[];
  readonly findings: readonly FindingResult[];
  /** what to know of the reading, a sentence each: parts in other files, tables of a PDF in doubt; absent where there is nothing to say */
  readonly remarks?: readonly string[];
}

export interface RangeResult {
  readonly start: Position;
  readonly end: Position;
  /** of a PDF: the page that it begins on, from 1. Lines are then those of the converted text. */
  readonly page?: number;
  /** of a PDF: around what it touches on that page, the cells of a table or the runs of a line. In points from the upper left corner of the page. */
  readonly box?: Box;
}

export interface StatisticResult {
  readonly kind: string;
  readonly text: string;
  readonly verdict: "consistent" | "inconsistent" | "unchecked";
  readonly reason?: string;
  readonly range: RangeResult;
  readonly values: Readonly<Record<string, unknown>>;
  readonly computed: Readonly<Record<string, unknown>>;
}

export interface FindingResult {
  readonly rule: string;
  readonly severity: "error" | "warning" | "information";
  readonly message: string;
  readonly detail?: string;
  readonly range: RangeResult;
  readonly related: readonly { readonly message: string; readonly range: RangeResult }[];
  readonly fixes: readonly { readonly title: string; readonly edits: readonly { readonly range: RangeResult; readonly newText: string }[] }[];
}
