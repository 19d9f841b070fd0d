import { ScreeError } from "../../errors";
import { studyFileName } from "../../study/study";
import { tableKinds } from "../../tables/catalogue";
import { toHtml } from "../../tables/html";
import { toLatex } from "../../tables/latex";
import { workbookSheets } from "../../survey/xlsx";
import { toMarkdown } from "../../tables/markdown";
import { type SurveyInfo, type TableInfo } from "../../webview/protocol";
import { type KnownStudy, type PrintRequest, type SurveyRequest } from "../remote/analysis-service";
import { type Channel, connect } from "../remote/channel";
import { ownPort } from "../remote/own-port";
import { remoteFiles } from "../remote/remote-files";
import { insertion, type Insertion, type InsertionRequest } from "../studies/insertion";
import { type LiveStatus, liveStatus, type StatusRequest, unusableStudy } from "../studies/live-status";
import { studyCache } from "../studies/opened";
import { choicesOf } from "../studies/study-choices";
import { analyses } from "../work/analyses";
import { type CalculationRequest, calculations } from "../work/calculators";
import { corrections } from "../work/corrections";
import { followUps } from "../work/follow-ups";
import { place } from "../work/place";
import { matrixInfo, surveyInfo } from "../work/survey-info";
import { publishedOf, surveys } from "../work/surveys";

const files = remoteFiles(() => channel);
const studies = studyCache(() => files);
const read = surveys(files, studies);
const made = analyses(read);
const follow = followUps(read, made, studies);
const calculated = calculations(read);

/** Reads surveys, analyses them and keeps live tables, away from the editor's thread. */
const channel: Channel = connect(ownPort(), {
  survey: async (request: SurveyRequest): Promise<SurveyInfo> => {
    if (request.matrix) return matrixInfo(publishedOf(request, null));
    const info = surveyInfo(await read.of(request, request.missingCodes));
    if (!/\.xls[xm]$/i.test(request.name)) return info;
    const sheets = workbookSheets(await files.read(request.uri), request.name);
    return sheets.length > 1 ? { ...info, sheets } : info;
  },

  analyze: made.analyze,
  table: made.table,
  replay: made.replay,
  scores: made.scores,
  target: made.target,
  confirm: follow.confirm,
  compare: follow.compare,
  careless: follow.careless,
  correct: corrections(files, studies, read),
  calculate: ({ name, ...request }: CalculationRequest & { name: string }) => calculated[name](request),

  place,
  print: ({ table, format }: PrintRequest): string => ({ markdown: toMarkdown, html: toHtml, latex: toLatex })[format](table),

  tables: (): TableInfo[] => tableKinds.map(({ id, summary }) => ({ id, summary })),

  /** what the study beside or above a survey or manuscript says; for a survey only where it is that study's own */
  study: async ({ uri, ofSurvey }: { uri: string; ofSurvey: boolean }): Promise<KnownStudy | null> => {
    const found = await studies.of(uri).catch(async (error: unknown) => {
      const path = await studies.find(uri);
      const own = path !== undefined && (await studies.dataOf(path).catch(() => undefined)) === uri;
      if (ofSurvey && !own) return undefined; // the survey can be analysed without
      throw error;
    });
    if (!found) return null;
    const { study, survey } = found.open;
    const data = files.resolve(found.path, study.data.value);
    if (ofSurvey && data !== uri) return null;
    const { encoding, delimiter, sheet, missingWords, reading } = study;
    return {
      uri: found.path,
      data,
      name: studyFileName,
      analyses: study.analyses.map(({ name }) => name),
      choices: choicesOf(study, study.analyses[0], survey),
      all: study.analyses.map((analysis) => choicesOf(study, analysis, survey)),
      reading: {
        ...(encoding && { encoding }),
        ...(delimiter && { delimiter }),
        ...(sheet && { sheet }),
        missingWords,
        excluded: reading.exclude,
        careless: reading.careless !== undefined,
      },
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
