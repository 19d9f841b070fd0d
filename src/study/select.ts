import { ScreeError } from "../errors";
import type { Selection } from "../psychometrics/analysis";
import { expandItems } from "../psychometrics/selection";
import type { Survey } from "../survey/survey";
import type { ItemList, Study, StudyAnalysis } from "./study";

/**
 * What an analysis of the study selects in its survey, item by item.
 * @throws ScreeError `unknown-item` at its line of `scree.yaml`, with the nearest name
 */
export function select(study: Study, analysis: StudyAnalysis, survey: Survey): Selection {
  const names = survey.columns.map((column) => column.name);
  const numeric = new Set(survey.columns.filter((column) => column.kind === "numeric").map((column) => column.name));
  const expand = (list: ItemList): string[] =>
    list.flatMap((entry) => {
      try {
        return expandItems([entry.value], names, (name) => numeric.has(name));
      } catch (error) {
        if (!(error instanceof ScreeError)) throw error;
        throw new ScreeError(error.code, `${study.path}, line ${entry.line}: ${error.message}`, {
          hint: error.hint,
          data: { ...error.data, file: study.path, line: entry.line, start: entry.start, end: entry.end },
        });
      }
    });
  expand([...study.labels].map(([name, label]) => ({ ...label, value: name })));
  const items = analysis.items ?? study.items;
  const scales = analysis.scales ?? study.scales;
  return {
    ...(items ? { items: expand(items) } : {}),
    reverse: expand(analysis.reverse ?? study.reverse),
    ...(scales.length > 0 ? { scales: scales.map((scale) => ({ name: scale.name, items: expand(scale.items) })) } : {}),
  };
}
