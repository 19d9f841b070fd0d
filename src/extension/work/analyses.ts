import { ScreeError } from "../../errors";
import { type Analysis } from "../../psychometrics/analysis";
import { analyze, analyzeMatrix } from "../../psychometrics/analyze";
import { chooseItems } from "../../psychometrics/chosen-items";
import { rCommands } from "../../psychometrics/replay/r";
import { replayOf, replayOfMatrix } from "../../psychometrics/replay/replay";
import { spssSyntax } from "../../psychometrics/replay/spss";
import { scoreSurvey } from "../../psychometrics/score-survey";
import { itemsThatVary } from "../../psychometrics/varying-items";
import { type Target, targetFor } from "../../study/target-file";
import { scoresFile } from "../../survey/scores-file";
import { type Survey } from "../../survey/survey";
import { allTables, makeTable, tableKinds } from "../../tables/catalogue";
import { type Table } from "../../tables/table";
import { type Choices } from "../../webview/protocol";
import {
  type Analyzed,
  type AnalyzeRequest,
  type Progress,
  type ReplayRequest,
  type Scored,
  type ScoresRequest,
  type TableRequest,
  type TargetRequest,
} from "../remote/analysis-service";
import { publishedOf, type Surveys } from "./surveys";

interface Context {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

export const selectionOf = ({ items, reverse, scales }: Choices) => ({ items: items ?? undefined, reverse, scales: scales.length > 0 ? scales : undefined });

/** What the panel shows of an analysis, and what it can be asked for besides. */
export function analyses(surveys: Surveys) {
  /** The analysis made last, which is the one that is asked about. */
  let last: { readonly key: string; readonly survey?: Survey; readonly analysis: Analysis } | undefined;

  const keyOf = ({ uri, choices, matrix }: AnalyzeRequest) => JSON.stringify([uri, matrix, { ...choices, tables: undefined }]);

  async function whole(request: AnalyzeRequest, { signal, progress }: Context = {}): Promise<{ survey?: Survey; analysis: Analysis }> {
    const { choices, matrix } = request;
    const survey = matrix ? undefined : await surveys.of(request, choices.missingCodes);
    const key = keyOf(request);
    if (last?.key === key && last.survey === survey) return last;
    const options = { signal, progress: progress && ((fraction: number, step: string) => progress({ fraction, step })) };
    const analysis = survey
      ? await analyze(survey, selectionOf(choices), choices.settings, options)
      : await analyzeMatrix(publishedOf(request, choices.items), choices.settings, options);
    last = { key, survey, analysis };
    return last;
  }

  return {
    whole,

    async analyze(request: AnalyzeRequest, context: Context): Promise<Analyzed> {
      const { analysis: made } = await whole(request, context);
      const { correlation: _, ...analysis } = made;
      const onRequest = tableKinds.filter((kind) => kind.onRequest && kind.unavailable(made) === undefined).map(({ id, summary }) => ({ id, summary }));
      return { analysis, tables: allTables(made, request.choices.tables), onRequest };
    },

    async table({ id, ...request }: TableRequest, context: Context): Promise<Table> {
      return makeTable(id, (await whole(request, context)).analysis, request.choices.tables);
    },

    async replay({ language, ...request }: ReplayRequest, context: Context): Promise<string> {
      const { survey, analysis } = await whole(request, context);
      const { choices, name, matrix } = request;
      const replay = survey
        ? replayOf(survey, selectionOf(choices), analysis, { file: name, missingCodes: choices.missingCodes })
        : replayOfMatrix(publishedOf({ uri: request.uri, name, matrix }, choices.items), analysis);
      return language === "r" ? rCommands(replay) : spssSyntax(replay);
    },

    async scores({ method, ...request }: ScoresRequest, context: Context): Promise<Scored> {
      const { survey, analysis } = await whole(request, context);
      if (!survey) throw new ScreeError("scores-without-answers", "A correlation matrix has no answers to score.", { hint: "Analyze the survey itself." });
      const { scores, columns } = scoreSurvey(survey, selectionOf(request.choices), analysis, method);
      return {
        csv: scoresFile(survey, analysis.solution!.names, columns),
        table: makeTable("factor-scores", { ...analysis, scores }, request.choices.tables),
        scored: scores.scored,
        rows: survey.rows,
      };
    },

    /** the loadings of a file in the order of the items analysed */
    async target({ target, ...request }: TargetRequest): Promise<Target> {
      const wanted = await surveys.plain(target);
      if (request.matrix) return targetFor(publishedOf(request, request.choices.items).items, wanted);
      const survey = await surveys.of(request, request.choices.missingCodes);
      const chosen = chooseItems(survey, selectionOf(request.choices));
      return targetFor(
        itemsThatVary(chosen.items, request.choices.settings).items.map(({ name }) => name),
        wanted,
      );
    },
  };
}
