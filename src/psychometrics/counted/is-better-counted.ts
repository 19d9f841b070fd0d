import { type Survey } from "../../survey/survey";
import { type AnalysisSettings } from "../analysis";

/** From so many answers on, counting pairs is faster than multiplying them, and columns of doubles would take half a gigabyte for every million rows of 50 items. */
const manyAnswers = 4_000_000;

/**
 * Whether an analysis can be made from the counts of its items' answers, and is better made so.
 * @internal
 */
export function isBetterCounted(survey: Survey, settings: AnalysisSettings): boolean {
  const permutes = settings.parallel ? settings.parallel.data === "permuted" : settings.correlation !== "pearson" && settings.iterations > 0;
  const items = survey.columns.filter(({ kind, role }) => kind === "numeric" && role === "item").length;
  return survey.rows * items >= manyAnswers && !settings.bootstrap && !settings.comparisonData && !permutes;
}
