import { ScreeError } from "../errors";
import type { Files } from "../files";
import type { Analysis, Selection } from "../psychometrics/analysis";
import { analyze } from "../psychometrics/analyze";
import { withComparison } from "../psychometrics/careless/careless-survey";
import { chooseItems } from "../psychometrics/chosen-items";
import { nearestName } from "../psychometrics/selection";
import { finishSurvey, namesOf } from "../survey/finish";
import { readDraft } from "../survey/read";
import { answers, type Column, type Survey } from "../survey/survey";
import { correctionsOf } from "./corrections";
import { carelessOf, withoutExcluded } from "./exclusions";
import { Hash } from "./hash";
import { readStudy } from "./read-study";
import { select } from "./select";
import type { Study, StudyAnalysis } from "./study";
import { settingsWithTarget } from "./study-target";

/** A study with its survey read: gives analyses by name, each computed once. */
export interface OpenStudy {
  readonly study: Study;
  readonly survey: Survey;
  /** absent name: the first analysis. @throws ScreeError `unknown-analysis`, and those of `analyze` */
  analysis(name?: string): Promise<Analysis>;
  /** what a table of this analysis is made from, as ten characters: five of the data, five of the settings and the engine */
  madeFrom(name?: string): string;
}

/** Goes up by one whenever a figure of the engine can change, so that tables made before it are seen to be old. */
export const engineVersion = 1;

/**
 * Reads a study and its survey.
 * @throws ScreeError of the study file and of the survey, each at its place
 */
export async function openStudy(files: Files, path: string, signal?: AbortSignal): Promise<OpenStudy> {
  const study = readStudy(new TextDecoder().decode(await files.read(path)), path);
  const dataPath = files.resolve(path, study.data.value);
  const bytes = await files.read(dataPath).catch((error: unknown) => {
    if (!(error instanceof ScreeError)) throw error;
    throw new ScreeError(error.code, `${path}, line ${study.data.line}: the data file ${study.data.value} cannot be read.`, {
      hint: "Its path is relative to the folder of the study file.",
      data: { file: path, line: study.data.line, start: study.data.start, end: study.data.end },
      cause: error,
    });
  });
  const { encoding, delimiter, sheet } = study;
  const draft = await readDraft(bytes, { name: study.data.value, encoding, delimiter, sheet, signal });
  const survey = finishSurvey(draft, correctionsOf(study, namesOf(draft)));
  return studyOf(study, withoutExcluded(study, survey), signal);
}

/** The same with both already read. */
export function studyOf(study: Study, survey: Survey, signal?: AbortSignal): OpenStudy {
  const computed = new Map<string, Promise<Analysis>>();
  const labelled = withLabels(survey, study);
  return {
    study,
    survey: labelled,
    async analysis(name) {
      const chosen = analysisOf(study, name);
      const known = computed.get(chosen.name);
      if (known) return known;
      const selection = select(study, chosen, labelled);
      const result = analyze(labelled, selection, settingsWithTarget(study, chosen, labelled, selection), { signal });
      const whole = study.reading.careless ? withCareless(result, study, labelled, selection, signal) : result;
      computed.set(chosen.name, whole);
      return whole;
    },
    madeFrom(name) {
      const chosen = analysisOf(study, name);
      return dataHash(labelled, study, chosen) + settingsHash(study, chosen, labelled);
    },
  };
}

/** @throws ScreeError `unknown-analysis` */
export function analysisOf(study: Study, name?: string): StudyAnalysis {
  const chosen = name === undefined ? study.analyses[0] : study.analyses.find((analysis) => analysis.name === name);
  if (chosen) return chosen;
  const names = study.analyses.map((analysis) => analysis.name);
  const near = nearestName(name!, names);
  throw new ScreeError("unknown-analysis", `${study.path} has no analysis "${name}".`, {
    hint: near ? `Did you mean "${near}"?` : `Its analyses are ${names.join(", ")}.`,
    data: { analysis: name },
  });
}

function withLabels(survey: Survey, study: Study): Survey {
  if (study.labels.size === 0) return survey;
  return { ...survey, columns: survey.columns.map((column) => ({ ...column, label: study.labels.get(column.name)?.value ?? column.label })) };
}

/** Over the answers of the columns that the analysis uses, as they stand in the file; missing is NaN. */
function dataHash(survey: Survey, study: Study, chosen: StudyAnalysis): string {
  const { items, scales } = chooseItems(survey, { ...select(study, chosen, survey), reverse: [] });
  const names = new Set([...items.map((item) => item.name), ...scales.flatMap((scale) => scale.items)]);
  const hash = new Hash();
  for (const column of survey.columns) {
    if (!names.has(column.name) || column.kind !== "numeric") continue;
    hash.text(column.name).numbers(Array.from(column.values, (value) => (value === column.sentinel ? NaN : value)));
  }
  if (study.reading.careless) hashCareless(hash, study, survey, names);
  return hash.print(5);
}

/** The tables of careless responding look at all rows, and at columns that are no items. */
function hashCareless(hash: Hash, { reading }: Study, survey: Survey, items: ReadonlySet<string>): void {
  hash.text(JSON.stringify([reading.careless, survey.excluded?.rows ?? []]));
  for (const column of (survey.excluded?.of ?? survey).columns)
    if (items.has(column.name) || ["instructed", "timing", "identifier"].includes(column.role)) hashColumn(hash, column);
}

function hashColumn(hash: Hash, column: Column): void {
  hash.text(column.name);
  if (column.kind === "text") column.values.forEach((value) => hash.text(value));
  else hash.numbers(answers(column));
}

/** The analysis with what the tables of careless responding print. */
async function withCareless(analysis: Promise<Analysis>, study: Study, survey: Survey, selection: Selection, signal?: AbortSignal): Promise<Analysis> {
  const result = await analysis;
  const careless = await withComparison(carelessOf(study, survey), survey.excluded?.of ?? survey, selection, result.settings, { signal });
  return { ...result, careless };
}

function settingsHash(study: Study, chosen: StudyAnalysis, survey: Survey): string {
  const { items, reverse, scales } = select(study, chosen, survey);
  const settings = Object.entries(chosen.settings).sort(([a], [b]) => (a < b ? -1 : 1));
  const target = chosen.target ? [chosen.target.rows.map(({ item, loadings }) => [item.value, loadings])] : [];
  return new Hash().text(JSON.stringify([engineVersion, settings, items ?? null, reverse ?? [], scales ?? [], ...target])).print(5);
}
