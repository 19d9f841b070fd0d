import { ScreeError } from "../../errors";
import { studyFileName } from "../../study/study";
import { tableKinds } from "../../tables/catalogue";
import { toHtml } from "../../tables/html";
import { toLatex } from "../../tables/latex";
import { toMarkdown } from "../../tables/markdown";
import { type SurveyInfo } from "../../webview/protocol";
import { type KnownStudy, type PrintRequest, type SurveyRequest, type TableInfo } from "../remote/analysis-service";
import { type Channel, connect } from "../remote/channel";
import { ownPort } from "../remote/own-port";
import { remoteFiles } from "../remote/remote-files";
import { insertion, type Insertion, type InsertionRequest } from "../studies/insertion";
import { type LiveStatus, liveStatus, type StatusRequest, unusableStudy } from "../studies/live-status";
import { studyCache } from "../studies/opened";
import { choicesOf } from "../studies/study-choices";
import { analyses } from "../work/analyses";
import { type CalculationRequest, calculations } from "../work/calculators";
import { followUps } from "../work/follow-ups";
import { place } from "../work/place";
import { matrixInfo, surveyInfo } from "../work/survey-info";
import { publishedOf, surveys } from "../work/surveys";

const files = remoteFiles(() => channel);
const studies = studyCache(() => files);
const read = surveys(files, studies);
const made = analyses(read);
const follow = followUps(read, made);
const calculated = calculations(read);

/** Reads surveys, analyses them and keeps live tables, away from the editor's thread. */
const channel: Channel = connect(ownPort(), {
  survey: async (request: SurveyRequest): Promise<SurveyInfo> =>
    request.matrix ? matrixInfo(publishedOf(request)) : surveyInfo(await read.of(request, request.missingCodes)),

  analyze: made.analyze,
  table: made.table,
  replay: made.replay,
  scores: made.scores,
  target: made.target,
  confirm: follow.confirm,
  compare: follow.compare,
  calculate: ({ name, ...request }: CalculationRequest & { name: string }) => calculated[name](request),

  place,
  print: ({ table, format }: PrintRequest): string => ({ markdown: toMarkdown, html: toHtml, latex: toLatex })[format](table),

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
      all: study.analyses.map((analysis) => choicesOf(study, analysis, survey)),
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
    insertion(request, files, studies, (uri, missingCodes) => read.of({ uri, name: decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1)) }, missingCodes)),
});
