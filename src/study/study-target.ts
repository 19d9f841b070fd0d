import { ScreeError } from "../errors";
import type { AnalysisSettings, Selection } from "../psychometrics/analysis";
import { chooseItems } from "../psychometrics/chosen-items";
import { itemsThatVary } from "../psychometrics/varying-items";
import type { Survey } from "../survey/survey";
import type { Study, StudyAnalysis } from "./study";
import { inOrderOf } from "./target-file";

/**
 * The settings of an analysis of the study with its target, which asks for a target rotation and, unless their number is given, for as many factors as it has.
 *
 * @throws ScreeError `bad-target` at its line, and those of the selection
 */
export function settingsWithTarget({ path }: Study, { settings, target }: StudyAnalysis, survey: Survey, selection: Selection): AnalysisSettings {
  if (!target) return settings;
  const bad = (message: string, hint: string, item?: string) => {
    const { line, start, end } = target.rows.find((row) => row.item.value === item)?.item ?? { line: target.line };
    return new ScreeError("bad-target", `${path}, line ${line}: ${message}`, { hint, data: { file: path, line, start, end } });
  };
  const { items } = itemsThatVary(chooseItems(survey, selection).items, settings);
  const rows = new Map(target.rows.map(({ item, loadings }) => [item.value, loadings]));
  const wanted = inOrderOf(
    items.map(({ name }) => name),
    rows,
    bad,
  );
  return { ...settings, rotation: "target", target: wanted, factors: typeof settings.factors === "number" ? settings.factors : wanted[0].length };
}
