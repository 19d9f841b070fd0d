import { type Analysis } from "../../psychometrics/analysis";
import { type Table } from "../../tables/table";
import { type Choices, type CopyFormat, type ReplayLanguage, type SurveyInfo } from "../../webview/protocol";
import { type Insertion, type InsertionRequest } from "../studies/insertion";
import { type LiveStatus, type StatusRequest } from "../studies/live-status";
import { type CallOptions } from "./channel";
import { type Remote } from "./worker";

export interface SurveyRequest {
  readonly uri: string;
  readonly name: string;
  readonly missingCodes: readonly number[];
}

export interface AnalyzeRequest {
  readonly uri: string;
  readonly name: string;
  readonly choices: Choices;
}

export interface Analyzed {
  /** the correlations stay where they are: a page has no use for them */
  readonly analysis: Omit<Analysis, "correlation">;
  readonly tables: readonly Table[];
}

export interface PrintRequest {
  readonly table: Table;
  readonly format: CopyFormat;
}

export interface ReplayRequest extends AnalyzeRequest {
  readonly language: ReplayLanguage;
}

export interface TableInfo {
  readonly id: string;
  readonly summary: string;
}

/** A study as a survey or a manuscript finds it. */
export interface KnownStudy {
  readonly uri: string;
  readonly data: string;
  readonly name: string;
  /** the first is meant where none is named */
  readonly analyses: readonly string[];
  readonly choices: Choices;
}

export interface Progress {
  readonly fraction: number;
  readonly step: string;
}

/** The analysis worker as the editor calls it. */
export interface Analyses {
  survey(request: SurveyRequest, signal?: AbortSignal): Promise<SurveyInfo>;
  analyze(request: AnalyzeRequest, options?: { signal?: AbortSignal; progress?: (progress: Progress) => void }): Promise<Analyzed>;
  /** a table as text for the clipboard */
  print(request: PrintRequest): Promise<string>;
  /** the commands of another program that repeat an analysis */
  replay(request: ReplayRequest, options?: { signal?: AbortSignal }): Promise<string>;
  tables(): Promise<readonly TableInfo[]>;
  study(request: { readonly uri: string; readonly ofSurvey: boolean }): Promise<KnownStudy | null>;
  status(request: StatusRequest): Promise<LiveStatus>;
  insert(request: InsertionRequest): Promise<Insertion>;
  /** ends whatever runs at once; the next call starts afresh */
  stop(): void;
}

export function analysesService(worker: Remote): Analyses {
  return {
    survey: (request, signal) => worker.call<SurveyInfo>("survey", request, { signal }),
    analyze: (request, options) => worker.call<Analyzed>("analyze", request, options as CallOptions),
    print: (request) => worker.call<string>("print", request),
    replay: (request, options) => worker.call<string>("replay", request, options),
    tables: () => worker.call<readonly TableInfo[]>("tables", undefined),
    study: (request) => worker.call<KnownStudy | null>("study", request),
    status: (request) => worker.call<LiveStatus>("status", request),
    insert: (request) => worker.call<Insertion>("insert", request),
    stop: () => worker.stop(),
  };
}
