import { type Check } from "../../checks/check";
import { type FileResult } from "../../checks/result";
import { type StudyChecks } from "../../study/study-checks";
import { type StudyCompletion } from "../../study/study-completions";
import { type Columns, type StudyRead } from "../../study/study-problems";
import { type ExportRequest } from "../report/exported";
import { type Remote } from "./worker";

export interface CheckRequest {
  readonly text: string;
  readonly path: string;
  readonly disabled: readonly string[];
}

/** What a rule says about itself. */
export interface RuleInfo extends Pick<Check, "id" | "severity" | "summary"> {
  /** what it computes, with its source and examples, in Markdown */
  readonly page: string;
}

export interface StudyChecksRequest {
  /** of the study file */
  readonly source: string;
  readonly path: string;
  /** its URI */
  readonly manuscript: string;
}

export interface StudyProblemsRequest {
  readonly source: string;
  readonly path: string;
  /** of the survey; absent: items are not looked up */
  readonly columns?: Columns;
}

export interface StudyCompletionsRequest {
  readonly source: string;
  readonly offset: number;
  readonly columns?: Columns;
}

export type StudyProblemsResult = StudyRead;

/** The checks worker as the editor calls it. */
export interface Checks {
  check(request: CheckRequest, signal?: AbortSignal): Promise<FileResult>;
  rules(): Promise<readonly RuleInfo[]>;
  /** what can stand at a place of a study file */
  studyCompletions(request: StudyCompletionsRequest): Promise<readonly StudyCompletion[]>;
  /** everything that is wrong in a study file */
  studyProblems(request: StudyProblemsRequest): Promise<StudyProblemsResult>;
  exported(request: ExportRequest): Promise<string>;
  /** what a study file says of checking a manuscript. @throws ScreeError at its place */
  study(request: StudyChecksRequest): Promise<StudyChecks>;
}

const checkLimit = 20_000; // ms; a 300 KB manuscript takes some hundredths of a second

export function checksService(worker: Remote): Checks {
  let catalogue: Promise<readonly RuleInfo[]> | undefined;
  return {
    check: (request, signal) => worker.call<FileResult>("check", request, { signal, limit: checkLimit }),
    studyCompletions: (request) => worker.call<readonly StudyCompletion[]>("studyCompletions", request, { limit: checkLimit }),
    studyProblems: (request) => worker.call<StudyProblemsResult>("studyProblems", request, { limit: checkLimit }),
    exported: (request) => worker.call<string>("exported", request, { limit: checkLimit }),
    study: (request) => worker.call<StudyChecks>("study", request, { limit: checkLimit }),
    rules() {
      catalogue ??= worker.call<readonly RuleInfo[]>("rules", undefined, { limit: checkLimit });
      catalogue.catch(() => (catalogue = undefined));
      return catalogue;
    },
  };
}
