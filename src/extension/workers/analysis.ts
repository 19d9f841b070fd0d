import { analyze } from "../../psychometrics/analyze";
import { readSurvey } from "../../survey/read";
import { type Survey } from "../../survey/survey";
import { allTables } from "../../tables/catalogue";
import { toHtml } from "../../tables/html";
import { toLatex } from "../../tables/latex";
import { toMarkdown } from "../../tables/markdown";
import { type Choices, type SurveyInfo } from "../../webview/protocol";
import { type Channel, connect } from "../remote/channel";
import { ownPort } from "../remote/own-port";
import { remoteFiles } from "../remote/remote-files";
import { type AnalyzeRequest, type Analyzed, type PrintRequest, type SurveyRequest } from "../remote/analysis-service";

/** Reads surveys and analyses them away from the editor's thread. */
const channel: Channel = connect(ownPort(), {
  survey: async (request: SurveyRequest, { signal }): Promise<SurveyInfo> => infoOf(await surveyOf(request, signal)),

  analyze: async ({ choices, ...request }: AnalyzeRequest, { signal, progress }): Promise<Analyzed> => {
    const survey = await surveyOf({ ...request, missingCodes: choices.missingCodes }, signal);
    const whole = await analyze(survey, selectionOf(choices), choices.settings, {
      signal,
      progress: (fraction, step) => progress({ fraction, step }),
    });
    const { correlation: _, ...analysis } = whole;
    return { analysis, tables: allTables(whole) };
  },

  print: ({ table, format }: PrintRequest): string => ({ markdown: toMarkdown, html: toHtml, latex: toLatex })[format](table),
});
const files = remoteFiles(() => channel);

/** The survey read last: options change the analysis many times for each reading. */
let last: { key: string; survey: Promise<Survey> } | undefined;

async function surveyOf({ uri, name, missingCodes }: SurveyRequest, signal: AbortSignal): Promise<Survey> {
  const key = JSON.stringify([uri, missingCodes, await files.stamp(uri)]);
  if (last?.key !== key) last = { key, survey: files.read(uri).then((bytes) => readSurvey(bytes, { name, missingCodes, signal })) };
  const mine = last;
  mine.survey.catch(() => last === mine && (last = undefined));
  return mine.survey;
}

const selectionOf = ({ items, reverse, scales }: Choices) => ({ items: items ?? undefined, reverse, scales: scales.length > 0 ? scales : undefined });

const infoOf = ({ source, rows, columns, warnings }: Survey): SurveyInfo => ({
  source,
  rows,
  columns: columns.map(({ name, label, role, roleReason, kind, missing }) => ({ name, label, role, roleReason, numeric: kind === "numeric", missing })),
  warnings,
});
