import type { RuleSeverity } from "../checks/severities";
import type { Files } from "../files";
import { namesManuscript } from "./names-manuscript";
import { readStudy } from "./read-study";
import { severitiesOf } from "./rule-severities";

/** What a study says of checking a manuscript, in a form that can be sent. */
export interface StudyChecks {
  readonly severities: readonly [rule: string, RuleSeverity][];
  /** the manuscript is one of the study's own */
  readonly isNamed: boolean;
}

/** @throws ScreeError of the study file, at its place */
export function studyChecks(source: string, path: string, manuscript: string, files: Pick<Files, "resolve">): StudyChecks {
  const study = readStudy(source, path);
  return { severities: [...severitiesOf(study)], isNamed: namesManuscript(study, manuscript, files) };
}
