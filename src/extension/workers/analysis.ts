import { ScreeError } from "../../errors";
import { type Analysis } from "../../psychometrics/analysis";
import { analyze } from "../../psychometrics/analyze";
import { studyFileName } from "../../study/study";
import { rCommands } from "../../psychometrics/replay/r";
import { replayOf } from "../../psychometrics/replay/replay";
import { spssSyntax } from "../../psychometrics/replay/spss";
import { readSurvey } from "../../survey/read";
import { type Survey } from "../../survey/survey";
import { allTables, tableKinds } from "../../tables/catalogue";
import { toHtml } from "../../tables/html";
import { toLatex } from "../../tables/latex";
import { toMarkdown } from "../../tables/markdown";
import { type Choices, type SurveyInfo } from "../../webview/protocol";
import {
  type AnalyzeRequest,
  type Analyzed,
  type KnownStudy,
  type PrintRequest,
  type ReplayRequest,
  type SurveyRequest,
  type TableInfo,
} from "../remote/analysis-service";
import { type Channel, connect } from "../remote/channel";
import { ownPort } from "../remote/own-port";
import { remoteFiles } from "../remote/remote-files";
import { insertion, type Insertion, type InsertionRequest } from "../studies/insertion";
import { type LiveStatus, liveStatus, type StatusRequest, unusableStudy } from "../studies/live-status";
import { studyCache } from "../studies/opened";
import { choicesOf } from "../studies/study-choices";

/** Reads surveys, analyses them and keeps live tables, away from the editor's thread. */
const channel: Channel = connect(ownPort(), {
  survey: async (request: SurveyRequest): Promise<SurveyInfo> => infoOf(await surveyOf(request)),

  analyze: async ({ choices, ...request }: AnalyzeRequest, { signal, progress }): Promise<Analyzed> => {
    const survey = await surveyOf({ ...request, missingCodes: choices.missingCodes });
    const whole = await analyze(survey, selectionOf(choices), choices.settings, {
      signal,
      progress: (fraction, step) => progress({ fraction, step }),
    });
    analysed = { survey, choices: JSON.stringify(choices), analysis: whole };
    const { correlation: _, ...analysis } = whole;
    return { analysis, tables: allTables(whole) };
  },

  print: ({ table, format }: PrintRequest): string => ({ markdown: toMarkdown, html: toHtml, latex: toLatex })[format](table),

  replay: async ({ choices, language, ...request }: ReplayRequest, { signal }): Promise<string> => {
    const survey = await surveyOf({ ...request, missingCodes: choices.missingCodes });
    const known = analysed?.survey === survey && analysed.choices === JSON.stringify(choices) ? analysed.analysis : undefined;
    const analysis = known ?? (await analyze(survey, selectionOf(choices), choices.settings, { signal }));
    const replay = replayOf(survey, selectionOf(choices), analysis, { file: request.name, missingCodes: choices.missingCodes });
    return language === "r" ? rCommands(replay) : spssSyntax(replay);
  },

  tables: (): TableInfo[] => tableKinds.map(({ id, summary }) => ({ id, summary })),

  /** what the study beside or above a survey or manuscript says; for a survey only where it is that study's own */
  study: async ({ uri, ofSurvey }: { uri: string; ofSurvey: boolean }): Promise<KnownStudy | null> => {
    const found = await studies.of(uri).catch((error: unknown) => {
      if (ofSurvey) return undefined; // the survey can be analysed without
      throw error;
    });
    if (!found) return null;
    const { study, survey } = found.open;
    const data = files.resolve(found.path, study.data.value);
    if (ofSurvey && data !== uri) return null;
    return {
      uri: found.path,
      data,
      name: studyFileName,
      analyses: study.analyses.map(({ name }) => name),
      choices: choicesOf(study, study.analyses[0], survey),
    };
  },

  status: async (request: StatusRequest): Promise<LiveStatus> => {
    try {
      return await liveStatus(request, (await studies.of(request.uri))?.open);
    } catch (error) {
      if (error instanceof ScreeError) return unusableStudy(request, error);
      throw error;
    }
  },

  insert: (request: InsertionRequest): Promise<Insertion> =>
    insertion(request, files, studies, (uri, missingCodes) => surveyOf({ uri, missingCodes, name: decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1)) })),
});
const files = remoteFiles(() => channel);
const studies = studyCache(() => files);

/** The analysis made last, which is the one that is asked about. */
let analysed: { readonly survey: Survey; readonly choices: string; readonly analysis: Analysis } | undefined;

/** The survey read last: options change the analysis many times for each reading. */
let last: { key: string; survey: Promise<Survey> } | undefined;

async function surveyOf({ uri, name, missingCodes }: SurveyRequest): Promise<Survey> {
  const own = await asStudied(uri, missingCodes);
  if (own) return own;
  const key = JSON.stringify([uri, missingCodes, await files.stamp(uri)]);
  if (last?.key !== key) last = { key, survey: files.read(uri).then((bytes) => readSurvey(bytes, { name, missingCodes })) };
  const mine = last;
  mine.survey.catch(() => last === mine && (last = undefined));
  return mine.survey;
}

/** A survey that a study is about is read as the study says: its encoding, its questions. */
async function asStudied(uri: string, missingCodes: readonly number[]): Promise<Survey | undefined> {
  const found = await studies.of(uri).catch(() => undefined);
  if (!found) return undefined;
  const { study, survey } = found.open;
  const same = files.resolve(found.path, study.data.value) === uri && [...study.missingCodes].sort().join() === [...missingCodes].sort().join();
  return same ? survey : undefined;
}

const selectionOf = ({ items, reverse, scales }: Choices) => ({ items: items ?? undefined, reverse, scales: scales.length > 0 ? scales : undefined });

const infoOf = ({ source, rows, columns, warnings }: Survey): SurveyInfo => ({
  source,
  rows,
  columns: columns.map(({ name, label, role, roleReason, kind, missing }) => ({ name, label, role, roleReason, numeric: kind === "numeric", missing })),
  warnings,
});
