import { ScreeError } from "../../errors";
import { type Survey } from "../../survey/survey";
import { tableKinds } from "../../tables/catalogue";
import { type TableOptions } from "../../tables/options";
import { type Flavour } from "../../tables/markdown";
import { applyEdits, smallestEdit, type Edit } from "../../study/edit";
import { insertTable } from "../../study/insert";
import { studyOf } from "../../study/open-study";
import { readStudy } from "../../study/read-study";
import { studyFileName } from "../../study/study";
import { type Choices } from "../../webview/protocol";
import { resolveUri } from "../remote/remote-files";
import { type Stamped, type studyCache } from "./opened";
import { analysisLike } from "./study-choices";
import { newStudy, withAnalysis } from "./study-file";

export interface InsertionRequest {
  readonly manuscript: { readonly uri: string; readonly text: string; readonly offset: number };
  readonly tables: readonly string[];
  readonly flavour: Flavour;
  /** what the panel shows; absent: an analysis of the manuscript's own study */
  readonly panel?: { readonly data: string; readonly choices: Choices };
  /** the name of that analysis; absent: its first */
  readonly analysis?: string;
}

export interface Insertion {
  readonly edit: Edit;
  /** where the cursor goes: behind what was inserted */
  readonly end: number;
  /** `scree.yaml` as it has to be written, where it has to; `before` is null where there was none */
  readonly study?: { readonly uri: string; readonly before: string | null; readonly after: string };
}

/** One or several live tables at a place of a manuscript, and the study file that says where they come from. */
export async function insertion(
  request: InsertionRequest,
  files: Stamped,
  studies: ReturnType<typeof studyCache>,
  surveyOf: (uri: string, missingCodes: readonly number[]) => Promise<Survey>,
): Promise<Insertion> {
  const { manuscript, tables, flavour, panel } = request;
  if (manuscript.uri.startsWith("untitled:"))
    throw new ScreeError("unsaved-manuscript", "A live table needs a manuscript that is saved: its data are found from the manuscript's folder.", {
      hint: "Save it, then insert again.",
    });
  const { open, analysisName, study } = await studyFor(
    { ...request, ...(panel && { panel: { ...panel, choices: neededBy(tables, panel.choices) } }) },
    files,
    studies,
    surveyOf,
  );
  const analysis = await open.analysis(analysisName);
  let text = manuscript.text;
  let at = manuscript.offset;
  for (const id of tables) {
    const edit = insertTable(text, at, { id, analysis, analysisName, options: optionsOf(id, panel?.choices), madeFrom: open.madeFrom(analysisName) }, flavour);
    text = applyEdits(text, [edit]);
    at = edit.range.start + edit.newText.trimEnd().length;
  }
  const edit = smallestEdit(manuscript.text, text);
  return { edit, end: at, study };
}

/** A bootstrap takes its time whenever a table is looked at: only tables of its intervals come from an analysis with one. */
function neededBy(tables: readonly string[], choices: Choices): Choices {
  const intervals = tables.some((id) => id === "loading-intervals" || id === "bootstrap");
  return intervals ? choices : { ...choices, settings: { ...choices.settings, bootstrap: undefined } };
}

/** The options of the panel that this table has a use for: its marker names no other. */
function optionsOf(id: string, choices: Choices | undefined): TableOptions {
  const usable: readonly string[] = tableKinds.find((kind) => kind.id === id)?.options ?? [];
  return Object.fromEntries(Object.entries(choices?.tables ?? {}).filter(([name, value]) => usable.includes(name) && value !== undefined));
}

async function studyFor(
  { manuscript, panel, analysis }: InsertionRequest,
  files: Stamped,
  studies: ReturnType<typeof studyCache>,
  surveyOf: (uri: string, missingCodes: readonly number[]) => Promise<Survey>,
) {
  const found = await studies.of(manuscript.uri);
  if (!panel) {
    if (!found)
      throw new ScreeError("no-study", "No scree.yaml says which survey this manuscript is about.", {
        hint: "Choose the survey with Scree: Analyze survey and insert from there.",
      });
    const first = found.open.study.analyses[0].name;
    return { open: found.open, analysisName: analysis === first ? undefined : analysis };
  }

  const survey = await surveyOf(panel.data, panel.choices.missingCodes);
  if (!found) return beside(manuscript.uri, panel, survey);
  const { study } = found.open;
  if (resolveUri(found.path, study.data.value) !== panel.data) {
    throw new ScreeError("other-study", `The manuscript's scree.yaml is about ${study.data.value}, not about this survey.`, {
      hint: "Give a manuscript about other data a folder of its own, or copy the table instead.",
    });
  }
  const like = analysisLike(study, panel.choices, found.open.survey);
  if (like) return { open: found.open, analysisName: like === study.analyses[0] ? undefined : like.name };

  const before = new TextDecoder().decode(await files.read(found.path));
  const changed = withAnalysis(before, study, panel.choices, found.open.survey);
  const open = studyOf(readStudy(changed.source, study.path), found.open.survey);
  return { open, analysisName: changed.name, study: { uri: found.path, before, after: changed.source } };
}

/** The first table of a manuscript writes the study file beside it. */
function beside(manuscript: string, { data, choices }: NonNullable<InsertionRequest["panel"]>, survey: Survey) {
  const uri = resolveUri(manuscript, studyFileName);
  const path = relativePath(manuscript, data);
  const text = newStudy(path, choices, survey);
  const open = studyOf(readStudy(text, studyFileName), survey);
  return { open, analysisName: undefined, study: { uri, before: null, after: text } };
}

/** From the folder of one URI to another, as a person would write it. Only analyze() reads by it. */
export function relativePath(from: string, to: string): string {
  const parts = (uri: string) => uri.split("/").map(decodeURIComponent);
  const [a, b] = [parts(from).slice(0, -1), parts(to)];
  let shared = 0;
  while (shared < a.length && shared < b.length - 1 && a[shared] === b[shared]) shared++;
  if (shared < 3)
    throw new ScreeError("too-far-apart", "The manuscript and the survey have no folder in common.", {
      hint: "Put both into one workspace, or copy the table instead.",
    });
  return [...a.slice(shared).map(() => ".."), ...b.slice(shared)].join("/");
}
