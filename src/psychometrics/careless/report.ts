import { type Warning } from "../../errors";
import { type Interval } from "../analysis";
import { type CarelessIndex } from "./careless-responding";
import { type CarelessThresholds } from "./thresholds";

/** What careless responding is looked for by, beside the items of the analysis. */
export interface CarelessOptions {
  readonly thresholds?: Partial<CarelessThresholds>;
  /** the column that says how long a person took; absent: the one that is named like it */
  readonly timing?: string;
  /** so many indices beyond their cut-offs flag a row; 1 unless given */
  readonly leastReasons?: number;
}

/** Careless responding in a survey: what was looked at, the flagged rows, and the results with and without them. Nothing is left out by it. */
export interface CarelessReport {
  readonly sample: {
    readonly file: string;
    readonly rows: number;
    readonly items: readonly string[];
    /** of the even–odd consistency; absent where there are fewer than three scales */
    readonly scales: readonly string[];
    /** the column that tells the response time */
    readonly timing: string | null;
    readonly identifier: string | null;
    readonly instructed: readonly { readonly item: string; readonly answer: number }[];
  };
  readonly thresholds: CarelessThresholds;
  readonly leastReasons: number;
  readonly indices: readonly CarelessIndexSummary[];
  /** the rows flagged, in the order of the file */
  readonly flagged: readonly FlaggedRow[];
  /** null where no row is flagged or none would be left */
  readonly comparison: CarelessComparison | null;
  readonly warnings: readonly Warning[];
}

export interface CarelessIndexSummary {
  readonly index: CarelessIndex;
  /** "a run of 12 of 24 items", "p < .001" */
  readonly cutoff: string;
  readonly source: string;
  /** rows beyond the cut-off; null where the index does not exist for these data */
  readonly rows: number | null;
  /** why it does not */
  readonly missing?: string;
}

export interface FlaggedRow {
  /** place in the survey, from 0 */
  readonly index: number;
  /** as the file counts it */
  readonly row: number;
  /** what the file's identifier says of the row */
  readonly identifier: string | null;
  readonly longstring: number;
  readonly variability: number | null;
  readonly evenOdd: number | null;
  readonly mahalanobis: { readonly squared: number; readonly p: number } | null;
  /** the earlier row, as the file counts it */
  readonly duplicateOf: number | null;
  readonly secondsPerItem: number | null;
  readonly failedInstructions: readonly string[];
  readonly reasons: readonly CarelessIndex[];
  /** the reasons in words */
  readonly why: readonly string[];
}

/** The results that a paper reports, of all rows and of those that are not flagged. */
export interface CarelessComparison {
  readonly all: ComparedResults;
  readonly without: ComparedResults;
  /** of the same number of factors in both, factor by factor after alignment; null where either has no such solution */
  readonly loadings: {
    readonly factors: number;
    readonly items: readonly string[];
    /** p × m */
    readonly all: readonly (readonly number[])[];
    readonly without: readonly (readonly number[])[];
    /** Tucker's φ of each factor with itself */
    readonly congruence: readonly number[];
    readonly largest: { readonly item: string; readonly factor: string; readonly difference: number };
  } | null;
}

export interface ComparedResults {
  /** rows, and those of them that were analysed */
  readonly rows: number;
  readonly used: number;
  readonly alpha: readonly { readonly scale: string; readonly alpha: number | null; readonly ci: Interval | null }[];
  readonly kmo: number | null;
  /** by the criterion of the settings */
  readonly factors: number | null;
  readonly eigenvalues: readonly number[];
}
