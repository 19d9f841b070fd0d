import type { Analysis } from "../psychometrics/analysis";
import type { Source, Streamed } from "./analysis-input";
import { type Given, list } from "./arguments";
import { needsRows } from "./streamed";

/** The commands of another program that repeat an analysis. @throws ScreeError `no-spss-counterpart` */
export async function replayed(language: "r" | "spss", given: Given, analysis: Analysis, source: Source | Streamed): Promise<string> {
  if ("streamed" in source) throw needsRows("The commands of another program");
  const [{ replayOf, replayOfMatrix }, { rCommands }, { spssSyntax }] = await Promise.all([
    import("../psychometrics/replay/replay"),
    import("../psychometrics/replay/r"),
    import("../psychometrics/replay/spss"),
  ]);
  const replay =
    "published" in source
      ? replayOfMatrix(source.published, analysis)
      : replayOf(source.survey, source.selection, analysis, {
          file: source.files.at(-1) ?? "survey.csv",
          missingCodes: source.missingCodes ?? list(given.values("missing-codes")).map(Number).filter(Number.isFinite),
          delimiter: given.value("delimiter"),
        });
  return language === "r" ? rCommands(replay) : spssSyntax(replay);
}
