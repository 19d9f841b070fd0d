import { type Analysis } from "../../psychometrics/analysis";
import { type Table } from "../../tables/table";
import { type Edit } from "../../study/edit";
import { type ReadingChange } from "../../study/edit-reading";
import { type Target } from "../../study/target-file";
import { type Calculated, type CalculatorName } from "../../webview/parts/calculator-messages";
import {
  type Choices,
  type CopyFormat,
  type Followed,
  type MatrixText,
  type Reading,
  type ReplayLanguage,
  type ScoreMethod,
  type TableInfo,
  type SurveyInfo,
} from "../../webview/protocol";
import { type PlaceRequest } from "../work/place";
import { type CalculationRequest } from "../work/calculators";
import { type Insertion, type InsertionRequest } from "../studies/insertion";
import { type LiveStatus, type StatusRequest } from "../studies/live-status";
import { type CallOptions } from "./channel";
import { type Remote } from "./worker";

/** What is analysed: a data file, or the text of a correlation matrix with its N. */
export interface DataSource {
  readonly uri: string;
  readonly name: string;
  readonly matrix?: MatrixText;
}

export interface SurveyRequest extends DataSource {
  readonly missingCodes: readonly number[];
}

export interface AnalyzeRequest extends DataSource {
  readonly choices: Choices;
}

export interface Analyzed {
  /** the correlations stay where they are: a page has no use for them */
  readonly analysis: Omit<Analysis, "correlation">;
  readonly tables: readonly Table[];
  /** those that this analysis has besides, made when they are asked for */
  readonly onRequest: readonly TableInfo[];
}

export interface PrintRequest {
  readonly table: Table;
  readonly format: CopyFormat;
}

export interface ReplayRequest extends AnalyzeRequest {
  readonly language: ReplayLanguage;
}

export interface TableRequest extends AnalyzeRequest {
  readonly id: string;
}

export interface ScoresRequest extends AnalyzeRequest {
  readonly method: ScoreMethod;
}

/** Factor scores as a file, and what they are worth. */
export interface Scored {
  readonly csv: string;
  readonly table: Table;
  /** rows that have scores, of so many */
  readonly scored: number;
  readonly rows: number;
}

export interface TargetRequest extends AnalyzeRequest {
  readonly target: DataSource;
}

export interface CompareRequest extends AnalyzeRequest {
  /** another analysis of the same data, or a file of loadings */
  readonly other: { readonly name: string; readonly choices: Choices } | { readonly name: string; readonly file: DataSource };
}

/** A study as a survey or a manuscript finds it. */
export interface KnownStudy {
  readonly uri: string;
  readonly data: string;
  readonly name: string;
  /** the first is meant where none is named */
  readonly analyses: readonly string[];
  readonly choices: Choices;
  /** of every analysis, in the order of their names */
  readonly all: readonly Choices[];
  readonly reading: Reading;
}

/** `scree.yaml` as it has to be written for a correction. */
export interface CorrectionRequest extends AnalyzeRequest {
  readonly changes: readonly ReadingChange[];
}

export interface Correction {
  readonly uri: string;
  /** null: there was none */
  readonly before: string | null;
  readonly after: string;
}

export interface Progress {
  readonly fraction: number;
  readonly step: string;
}

interface Calling {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

/** What the analysis worker answers, by name: the argument, and what comes back. */
interface Calls {
  survey(request: SurveyRequest): SurveyInfo;
  analyze(request: AnalyzeRequest): Analyzed;
  /** one that is made on request */
  table(request: TableRequest): Table;
  /** a table as text for the clipboard */
  print(request: PrintRequest): string;
  /** the commands of another program that repeat an analysis */
  replay(request: ReplayRequest): string;
  scores(request: ScoresRequest): Scored;
  target(request: TargetRequest): Target;
  confirm(request: AnalyzeRequest): Followed;
  compare(request: CompareRequest): Followed;
  calculate(request: CalculationRequest & { readonly name: CalculatorName }): Calculated;
  tables(): readonly TableInfo[];
  study(request: { readonly uri: string; readonly ofSurvey: boolean }): KnownStudy | null;
  status(request: StatusRequest): LiveStatus;
  insert(request: InsertionRequest): Insertion;
  /** tables as they are, at a place of a text */
  place(request: PlaceRequest): Edit;
  correct(request: CorrectionRequest): Correction;
  careless(request: AnalyzeRequest): Followed;
}

const names = [
  "survey",
  "analyze",
  "table",
  "print",
  "replay",
  "scores",
  "target",
  "confirm",
  "compare",
  "calculate",
  "tables",
  "study",
  "status",
  "insert",
  "place",
  "correct",
  "careless",
] as const;

/** The analysis worker as the editor calls it. */
export type Analyses = {
  readonly [name in keyof Calls]: (...given: [...Parameters<Calls[name]>, options?: Calling]) => Promise<ReturnType<Calls[name]>>;
} & {
  /** ends whatever runs at once; the next call starts afresh */
  stop(): void;
};

export function analysesService(worker: Remote): Analyses {
  const call = (name: keyof Calls) => [name, (request: unknown, options?: CallOptions) => worker.call(name, request, options)];
  return { ...Object.fromEntries(names.map(call)), stop: () => worker.stop() } as unknown as Analyses;
}
