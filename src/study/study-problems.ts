import { unknownRule } from "../checks/rule-ids";
import { ScreeError } from "../errors";
import { expandItems } from "../psychometrics/selection";
import { readStudy } from "./read-study";
import type { ItemList, Located, Study } from "./study";
import { withoutEntry } from "./without-entry";

/** Something wrong in a study file, at its place (UTF-16 offsets). */
export interface StudyProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
}

/** The columns of the study's survey, as far as names are concerned. */
export type Columns = readonly { readonly name: string; readonly numeric: boolean }[];

export interface StudyRead {
  readonly problems: readonly StudyProblem[];
  /** the data file that it names, where it could be read that far */
  readonly data?: Located<string>;
  readonly missingCodes: readonly number[];
}

const most = 50;

/**
 * Everything that is wrong in a study file, not only what comes first: keys, values, rules and, where the columns of the survey are known, items.
 */
export function studyProblems(source: string, path: string, columns?: Columns): StudyRead {
  const problems: StudyProblem[] = [];
  let text: string | undefined = source;
  for (let round = 0; text !== undefined && round < most; round++) {
    try {
      const study = readStudy(text, path);
      const more = [...unknownRules(study), ...(columns ? unknownItems(study, columns) : [])];
      return { problems: [...problems, ...more].sort((a, b) => a.start - b.start), data: study.data, missingCodes: study.missingCodes };
    } catch (error) {
      const problem = placed(error, source.length);
      // what is blank because it was wrong is not missing as well
      if (!problem || (problems.length > 0 && error instanceof ScreeError && ["no-data", "bad-yaml"].includes(error.code))) break;
      problems.push(problem);
      text = withoutEntry(text, problem.start);
    }
  }
  return { problems: problems.sort((a, b) => a.start - b.start), missingCodes: [] };
}

function unknownRules({ checks }: Study): readonly StudyProblem[] {
  return checks.flatMap(({ rule }) => {
    const unknown = unknownRule(rule.value);
    return unknown ? [{ start: rule.start, end: rule.end, message: `There is no rule "${rule.value}".`, hint: unknown.hint }] : [];
  });
}

function unknownItems(study: Study, columns: Columns): readonly StudyProblem[] {
  const names = columns.map(({ name }) => name);
  const lists: ItemList[] = [
    ...(study.items ? [study.items] : []),
    study.reverse,
    [...study.reading.columns, ...study.reading.answers, ...study.reading.instructed].map(({ column }) => column),
    [...study.labels].map(([name, label]) => ({ ...label, value: name })),
    ...[study, ...study.analyses].flatMap(({ scales = [] }) => scales.map(({ items }) => items)),
    ...study.analyses.flatMap(({ items, reverse }) => [items ?? [], reverse ?? []]),
  ];
  return lists.flat().flatMap((entry) => {
    try {
      expandItems([entry.value], names);
      return [];
    } catch (error) {
      if (!(error instanceof ScreeError)) throw error;
      return [{ start: entry.start, end: entry.end, message: error.message, hint: error.hint }];
    }
  });
}

/** @throws what is no mistake of the study */
function placed(error: unknown, length: number): StudyProblem | undefined {
  if (!(error instanceof ScreeError)) throw error;
  const { start, end } = error.data;
  if (typeof start !== "number" || typeof end !== "number") return undefined;
  const message = error.message.replace(/^[^\n]{1,2000}?, line \d{1,9}: /, "");
  return { start, end: Math.min(Math.max(end, start + 1), length), message: message.charAt(0).toUpperCase() + message.slice(1), hint: error.hint };
}
