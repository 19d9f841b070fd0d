import { type AnalysisSettings, defaultSettings, type ParallelVariant } from "../../psychometrics/analysis";
import { expandItems } from "../../psychometrics/selection";
import { select } from "../../study/select";
import { requests } from "../../study/settings";
import { type Study, type StudyAnalysis } from "../../study/study";
import { settingsWithTarget } from "../../study/study-target";
import { type Survey } from "../../survey/survey";
import { type Choices } from "../../webview/protocol";

/** What the panel's options are for an analysis of a study. */
export function choicesOf(study: Study, analysis: StudyAnalysis, survey: Survey): Choices {
  const selection = select(study, analysis, survey);
  const { items, reverse, scales } = selection;
  const settings = settingsWithTarget(study, analysis, survey, selection);
  return { items: items ?? null, reverse: reverse ?? [], scales: scales ?? [], missingCodes: study.missingCodes, settings };
}

/** The analysis of the study that gives what the panel shows. */
export function analysisLike(study: Study, choices: Choices, survey: Survey): StudyAnalysis | undefined {
  const wanted = fingerprint(choices, survey);
  return study.analyses.find((analysis) => fingerprint(choicesOf(study, analysis, survey), survey) === wanted);
}

/** The same for choices that mean the same, however items were named. */
function fingerprint(choices: Choices, survey: Survey): string {
  const { reverse, scales, missingCodes, settings } = choices;
  const names = survey.columns.map((column) => column.name);
  const numeric = new Set(survey.columns.filter((column) => column.kind === "numeric").map((column) => column.name));
  const expand = (list: readonly string[]) => expandItems(list, names, (name) => numeric.has(name));
  return JSON.stringify([
    itemsOf(choices, survey),
    expand(reverse).sort(),
    scales.map((scale) => [scale.name, expand(scale.items)]),
    [...missingCodes].sort((a, b) => a - b),
    Object.entries(settings)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}

const requestOf = new Map<string, string>(Object.entries(requests).map(([key, { setting }]) => [setting, key]));

/** "factorNames" is "factor-names". */
const hyphenated = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Settings that `scree.yaml` writes otherwise than they are kept. */
const written: Readonly<Record<string, (value: never) => readonly [key: string, value: unknown]>> = {
  kaiser: (on: boolean) => ["kaiser", on ? "on" : "off"],
  parallel: ({ eigenvalues, data, threshold }: ParallelVariant) => ["parallel", [eigenvalues, data, threshold]],
};

/**
 * What `scree.yaml` says of an analysis: the choices of method always, the rest where it is not the default.
 *
 * @param items those analysed, in order: a target names them
 */
export function settingsEntry(settings: AnalysisSettings, items: readonly string[]): Record<string, unknown> {
  const { extraction, rotation, factors, target, ...rest } = settings;
  const others = Object.entries(rest)
    .filter(([key, value]) => value !== undefined && value !== defaultSettings[key as keyof AnalysisSettings])
    .map(([key, value]) => (written[key] ? written[key](value as never) : [requestOf.get(key) ?? hyphenated(key), value]));
  const wanted = target && { target: Object.fromEntries(target.map((row, i) => [items[i], row])) };
  return { extraction, rotation, factors, ...wanted, ...Object.fromEntries(others) };
}

/** The items of an analysis in their order: those chosen, else every column that holds answers. */
export function itemsOf({ items }: Choices, survey: Survey): string[] {
  const names = survey.columns.map((column) => column.name);
  const numeric = new Set(survey.columns.filter((column) => column.kind === "numeric").map((column) => column.name));
  if (items) return expandItems(items, names, (name) => numeric.has(name));
  return survey.columns.filter((column) => column.role === "item" && column.kind === "numeric").map((column) => column.name);
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
