import { type AnalysisSettings, defaultSettings } from "../../psychometrics/analysis";
import { expandItems } from "../../psychometrics/selection";
import { select } from "../../study/select";
import { type Study, type StudyAnalysis } from "../../study/study";
import { type Survey } from "../../survey/survey";
import { type Choices } from "../../webview/protocol";

/** What the panel's options are for an analysis of a study. */
export function choicesOf(study: Study, analysis: StudyAnalysis, survey: Survey): Choices {
  const { items, reverse, scales } = select(study, analysis, survey);
  return { items: items ?? null, reverse: reverse ?? [], scales: scales ?? [], missingCodes: study.missingCodes, settings: analysis.settings };
}

/** The analysis of the study that gives what the panel shows. */
export function analysisLike(study: Study, choices: Choices, survey: Survey): StudyAnalysis | undefined {
  const wanted = fingerprint(choices, survey);
  return study.analyses.find((analysis) => fingerprint(choicesOf(study, analysis, survey), survey) === wanted);
}

/** The same for choices that mean the same, however items were named. */
function fingerprint({ items, reverse, scales, missingCodes, settings }: Choices, survey: Survey): string {
  const names = survey.columns.map((column) => column.name);
  const numeric = new Set(survey.columns.filter((column) => column.kind === "numeric").map((column) => column.name));
  const expand = (list: readonly string[]) => expandItems(list, names, (name) => numeric.has(name));
  const chosen = items ? expand(items) : survey.columns.filter((column) => column.role === "item" && column.kind === "numeric").map((column) => column.name);
  return JSON.stringify([
    chosen,
    expand(reverse).sort(),
    scales.map((scale) => [scale.name, expand(scale.items)]),
    [...missingCodes].sort((a, b) => a - b),
    Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}

/** What `scree.yaml` says of an analysis: the choices of method always, the rest where it is not the default. */
export function settingsEntry(settings: AnalysisSettings): Record<string, unknown> {
  const { extraction, rotation, factors, ...rest } = settings;
  const others = Object.entries(rest).filter(([key, value]) => value !== defaultSettings[key as keyof AnalysisSettings]);
  return { extraction, rotation, factors, ...Object.fromEntries(others) };
}

/** Items as a person would write them: runs of the file's order as "Q1-Q24". */
export function writtenItems(list: readonly string[], names: readonly string[]): string[] {
  const runs: string[][] = [];
  for (const name of list) {
    const run = runs.at(-1);
    const follows = run && names.indexOf(run.at(-1)!) >= 0 && names.indexOf(name) === names.indexOf(run.at(-1)!) + 1;
    if (follows) run.push(name);
    else runs.push([name]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}-${run.at(-1)}`] : run));
}
