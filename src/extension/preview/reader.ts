import { correctionsOf } from "../../study/corrections";
import { findStudy } from "../../study/find-study";
import { readStudy } from "../../study/read-study";
import { type Study } from "../../study/study";
import { finishSurvey, namesOf } from "../../survey/finish";
import { formatOf } from "../../survey/format";
import { headBytes, headCuts, headRows, isLarge } from "../../survey/preview/head";
import { type CellRange, type Shown } from "../../survey/preview/cells";
import { tabSeparated } from "../../survey/preview/copy";
import { findCell, type Search } from "../../survey/preview/search";
import { summaryOf } from "../../survey/preview/summary";
import { windowOf } from "../../survey/preview/window";
import { pause } from "../../survey/pause";
import { readDraft, type SurveyOptions } from "../../survey/read";
import { type Survey } from "../../survey/survey";
import { workbookSheets } from "../../survey/xlsx";
import { type Tile } from "../../webview/preview/protocol";
import { cancelled, type Handlers } from "../remote/channel";
import { disk } from "../remote/disk";
import { type Opened, type OpenedTable, type OpenRequest, type Reading, type ReadingChoices } from "../remote/preview-service";
import { type Stamped } from "../studies/opened";

/** So long a page may take to ask for the first cells, in milliseconds. */
const mostPatience = 400;
const wait = (time: number) => new Promise<void>((done) => setTimeout(done, time));

/** Inside a worker: the survey of one open preview. */
export function previewHandlers(files: () => Stamped): Handlers {
  let survey: Survey | undefined;
  let looked: () => void = () => undefined;
  const here = () => {
    if (survey) return survey;
    throw cancelled(); // it is being read again, and the page will ask for what it then shows
  };

  return {
    async open(request: OpenRequest, { signal, progress }: { signal: AbortSignal; progress: (value: unknown) => void }): Promise<Opened> {
      survey = undefined;
      const tell = (reading: Reading) => progress(reading);
      const known = await studyOf(files(), request.uri);
      const choices: ReadingChoices = { ...choicesOf(known?.study), ...given(request) };
      const options: SurveyOptions = { name: request.name, ...choices, signal };
      const read: Read = (bytes, more = {}) => readAsStudied(bytes, { ...options, ...more }, known?.study);
      const show = (rows: Survey) => tell({ first: tableOf((survey = rows), false) });

      const typed = await isUnsaved(files(), request.uri);
      const first = typed ? undefined : await firstRows(request.uri, request.name, read);
      if (first && !signal.aborted) show(first);
      const bytes = (typed ? undefined : await disk.whole(request.uri)) ?? (await files().read(request.uri));
      signal.throwIfAborted();
      if (!first) {
        const early = await firstRowsOf(bytes, bytes.length, request.name, read);
        if (early && !signal.aborted) show(early);
      }
      if (survey) await Promise.race([new Promise<void>((done) => (looked = done)), wait(mostPatience)]); // the first cells go before the rest
      const whole = await read(bytes, { progress: (rows) => tell({ rows }) });
      signal.throwIfAborted(); // a newer reading may be further
      return { table: tableOf((survey = whole), true), study: known?.path ?? null, choices };
    },

    tiles({ ranges, shown }: { ranges: readonly CellRange[]; shown: Shown }): Tile[] {
      const survey = here();
      looked();
      return ranges.map((range) => ({ range, columns: windowOf(survey, range, shown) }));
    },

    async summaries({ column, columns }: { column: number; columns: number }) {
      const summaries = [];
      for (const one of here().columns.slice(column, column + columns)) {
        summaries.push(summaryOf(one));
        await pause(); // cells that are scrolled to go first
      }
      return summaries;
    },

    find: async (search: Search, { signal }: { signal: AbortSignal }) => (await findCell(here(), search, signal)) ?? null,

    copy: ({ range, shown }: { range: CellRange; shown: Shown }) => tabSeparated(here(), range, shown),

    sheets: async ({ uri, name }: { uri: string; name: string }) => workbookSheets((await disk.whole(uri)) ?? (await files().read(uri)), name),
  };
}

/** The study beside or above a file, where it is about that file; one with mistakes in it is told in the editor of `scree.yaml`, not here. */
async function studyOf(files: Stamped, uri: string): Promise<{ readonly path: string; readonly study: Study } | undefined> {
  try {
    const path = await findStudy(files, uri);
    if (path === undefined) return undefined;
    const study = readStudy(new TextDecoder().decode(await files.read(path)), path);
    return files.resolve(path, study.data.value) === uri ? { path, study } : undefined;
  } catch {
    return undefined;
  }
}

const choicesOf = (study: Study | undefined): ReadingChoices => given({ encoding: study?.encoding, delimiter: study?.delimiter, sheet: study?.sheet });

/** Only what is said: an absent choice does not hide another's. */
const given = ({ encoding, delimiter, sheet }: ReadingChoices): ReadingChoices => ({
  ...(encoding === undefined ? {} : { encoding }),
  ...(delimiter === undefined ? {} : { delimiter }),
  ...(sheet === undefined ? {} : { sheet }),
});

/** What is typed into an open editor of the file counts before it is saved, and only the editor has it. */
const isUnsaved = async (files: Stamped, uri: string): Promise<boolean> => (await files.stamp(uri))?.startsWith("unsaved") ?? false;

type Read = (bytes: Uint8Array, more?: Partial<SurveyOptions>) => Promise<Survey>;

/** The first rows of a large text of the disk, before the rest of it is even read. */
async function firstRows(uri: string, name: string, read: Read): Promise<Survey | undefined> {
  const size = await disk.size(uri);
  if (size === undefined || !isLarge("delimited", size)) return undefined;
  const head = await disk.head(uri, headBytes);
  return head && firstRowsOf(head, size, name, read);
}

/**
 * From the beginning of a file, or the whole of it: only that tells the first rows of SPSS, Stata and Parquet files.
 * undefined where the file is small, its format does not allow it, or its beginning cannot be read alone: the whole will tell what is wrong.
 */
async function firstRowsOf(bytes: Uint8Array, size: number, name: string, read: Read): Promise<Survey | undefined> {
  try {
    const format = formatOf(bytes, name);
    if (!isLarge(format, size)) return undefined;
    if (["sav", "dta", "parquet"].includes(format) && bytes.length === size) return await read(bytes, { firstRows: headRows });
    if (format !== "delimited") return undefined;
  } catch {
    return undefined;
  }
  const head = bytes.subarray(0, headBytes);
  for (const cut of headCuts(head)) {
    try {
      return await read(head.subarray(0, cut));
    } catch {
      // an earlier cut may be better
    }
  }
  return undefined;
}

/** With the corrections of its study, but no row left out: what is shown is the file. */
async function readAsStudied(bytes: Uint8Array, options: SurveyOptions, study: Study | undefined): Promise<Survey> {
  const draft = await readDraft(bytes, options);
  const survey = finishSurvey(draft, study && correctionsOf(study, namesOf(draft)));
  if (!study?.labels.size) return survey;
  return { ...survey, columns: survey.columns.map((column) => ({ ...column, label: study.labels.get(column.name)?.value ?? column.label })) };
}

const tableOf = ({ source, rows, headerRows, columns, warnings }: Survey, whole: boolean): OpenedTable => ({
  source,
  rows,
  firstNumber: 1 + (headerRows ?? 0),
  columns: columns.map((column) => ({
    name: column.name,
    ...(column.label ? { label: column.label } : {}),
    role: column.role,
    roleReason: column.roleReason,
    numeric: column.kind === "numeric",
    labelled: column.kind === "numeric" && ((column.valueLabels?.size ?? 0) > 0 || (column.declaredMissing ?? []).some(({ label }) => label !== undefined)),
  })),
  warnings: warnings.map(({ message }) => message),
  whole,
});
