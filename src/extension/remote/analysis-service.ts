import { type Analysis } from "../../psychometrics/analysis";
import { type Table } from "../../tables/table";
import { type Choices, type CopyFormat, type SurveyInfo } from "../../webview/protocol";
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

export interface Progress {
  readonly fraction: number;
  readonly step: string;
}

/** The analysis worker as the editor calls it. */
export interface Analyses {
  survey(request: SurveyRequest, signal?: AbortSignal): Promise<SurveyInfo>;
  /** a table as text for the clipboard */
  print(request: PrintRequest): Promise<string>;
  analyze(request: AnalyzeRequest, options?: { signal?: AbortSignal; progress?: (progress: Progress) => void }): Promise<Analyzed>;
}

export function analysesService(worker: Remote): Analyses {
  return {
    survey: (request, signal) => worker.call<SurveyInfo>("survey", request, { signal }),
    print: (request) => worker.call<string>("print", request),
    analyze: (request, options) => worker.call<Analyzed>("analyze", request, options as CallOptions),
  };
}
