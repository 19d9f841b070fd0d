import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { ScreeError } from "../errors";
import type { Analysis } from "../psychometrics/analysis";
import { scoreMethods } from "../psychometrics/score-survey";
import type { Source, Streamed } from "./analysis-input";
import { choice, type Given, type OptionKind } from "./arguments";
import type { Io } from "./io";
import { needsRows } from "./streamed";

export const scoreOptions: Readonly<Record<string, OptionKind>> = { scores: "value", "scores-out": "value", force: "flag" };

/** @throws ScreeError `scores-over-data`, `file-exists` */
async function refuseScoresFile(given: Given, source: Pick<Source, "files">, io: Io): Promise<void> {
  const path = given.value("scores-out");
  if (path === undefined) return;
  const real = (file: string) => realpath(file).catch(() => resolve(file));
  const target = await real(path);
  for (const file of source.files) {
    if ((await real(file)) === target)
      throw new ScreeError("scores-over-data", `${path} holds what is analysed; scores are never written into it.`, {
        hint: "Name another file for --scores-out.",
      });
  }
  if (!given.has("force") && (await io.files.exists(path)))
    throw new ScreeError("file-exists", `${path} exists already.`, { hint: "Name another file for --scores-out, or add --force to replace it." });
}

/**
 * The analysis with the factor scores that the command line asks for, written to the file that it names.
 * @throws ScreeError `scores-without-answers`, `file-exists`, `scores-over-data`, and those of the scores
 */
export async function withScores(given: Given, analysis: Analysis, source: Source | Streamed, io: Io): Promise<Analysis> {
  const path = given.value("scores-out");
  const method = choice(given, "scores", scoreMethods) ?? (path === undefined ? undefined : "regression");
  if (method === undefined) return analysis;
  if ("streamed" in source) throw needsRows("Factor scores");
  if ("published" in source)
    throw new ScreeError("scores-without-answers", "A correlation matrix has no answers to score.", { hint: "Give the data, or leave --scores out." });
  await refuseScoresFile(given, source, io);
  const [{ scoreSurvey }, { scoresFile }] = await Promise.all([import("../psychometrics/score-survey"), import("../survey/scores-file")]);
  const { scores, columns } = scoreSurvey(source.survey, source.selection, analysis, method);
  if (path === undefined) return { ...analysis, scores };
  await io.files.write(path, new TextEncoder().encode(scoresFile(source.survey, analysis.solution!.names, columns)));
  io.err(`scree: scores of ${scores.scored} of ${source.survey.rows} rows were written to ${path}.`);
  return { ...analysis, scores: { ...scores, file: path } };
}
