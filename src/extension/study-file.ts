import * as vscode from "vscode";
import { studyFileName } from "../study/study";
import { type Columns } from "../study/study-problems";
import { nameOf } from "./files";
import { type Analyses } from "./remote/analysis-service";
import { asScreeError, isCancelled } from "./remote/channel";
import { resolveUri } from "./remote/remote-files";
import { type Checks, type StudyProblemsResult } from "./remote/services";

const pause = 300; // ms without a keystroke

/** Helps to write a `scree.yaml`: underlines what is wrong (keys, values, rules, and items that the survey does not have), and offers what can stand at a place. */
export function studyFiles(checks: Checks, analyses: Pick<Analyses, "survey">): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection("scree-study");
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const known = new Map<string, Columns>();
  const read = async (document: vscode.TextDocument) => {
    const { version } = document;
    const found = await problemsOf(document, checks, analyses, (columns) => known.set(document.uri.toString(), columns));
    if (document.version === version && !document.isClosed) collection.set(document.uri, found);
  };
  const look = (document: vscode.TextDocument, delay: number) => {
    if (nameOf(document.uri) !== studyFileName || ["git", "review"].includes(document.uri.scheme)) return;
    clearTimeout(timers.get(document.uri.toString()));
    timers.set(
      document.uri.toString(),
      setTimeout(() => void read(document).catch((error: unknown) => isCancelled(error) || console.error(error)), delay),
    );
  };
  const close = ({ uri }: vscode.TextDocument) => {
    clearTimeout(timers.get(uri.toString()));
    collection.delete(uri);
  };

  vscode.workspace.textDocuments.forEach((document) => look(document, 0));
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument((document) => look(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && look(document, pause)),
    vscode.workspace.onDidCloseTextDocument(close),
    vscode.languages.registerCompletionItemProvider(
      { pattern: `**/${studyFileName}` },
      { provideCompletionItems: (document, position) => completions(checks, document, position, known.get(document.uri.toString())) },
      "[",
      "{",
      ",",
      ":",
      " ",
    ),
    new vscode.Disposable(() => timers.forEach(clearTimeout)),
  );
}

const kinds = { key: vscode.CompletionItemKind.Property, value: vscode.CompletionItemKind.EnumMember, column: vscode.CompletionItemKind.Field };

async function completions(checks: Checks, document: vscode.TextDocument, position: vscode.Position, columns?: Columns): Promise<vscode.CompletionItem[]> {
  const offered = await checks.studyCompletions({ source: document.getText(), offset: document.offsetAt(position), columns });
  const range = document.getWordRangeAtPosition(position, /[\p{L}\p{N}_.-]+/u);
  return offered.map(({ label, insert, kind, detail }) => {
    const item = new vscode.CompletionItem(label, kinds[kind]);
    item.insertText = insert;
    item.range = range;
    item.detail = detail;
    return item;
  });
}

async function problemsOf(
  document: vscode.TextDocument,
  checks: Checks,
  analyses: Pick<Analyses, "survey">,
  learn: (columns: Columns) => void,
): Promise<readonly vscode.Diagnostic[]> {
  const request = { source: document.getText(), path: studyFileName };
  const first = await checks.studyProblems(request);
  const columns = await columnsOf(document.uri, first, analyses);
  if (Array.isArray(columns)) learn(columns as Columns);
  const { problems } = Array.isArray(columns) ? await checks.studyProblems({ ...request, columns }) : first;
  const all = [...problems, ...(columns && !Array.isArray(columns) ? [columns as StudyProblemsResult["problems"][number]] : [])];
  return all.map(({ start, end, message, hint }) => {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    const diagnostic = new vscode.Diagnostic(range, [message, hint].filter(Boolean).join(" "), vscode.DiagnosticSeverity.Error);
    diagnostic.source = "Scree";
    return diagnostic;
  });
}

/** The columns of the survey that a study names; a problem at that place where it cannot be read; undefined where it names none. */
async function columnsOf(
  study: vscode.Uri,
  { data, missingCodes }: StudyProblemsResult,
  analyses: Pick<Analyses, "survey">,
): Promise<Columns | StudyProblemsResult["problems"][number] | undefined> {
  if (!data) return undefined;
  try {
    const uri = resolveUri(study.toString(), data.value);
    const { columns } = await analyses.survey({ uri, name: data.value, missingCodes });
    return columns.map(({ name, numeric }) => ({ name, numeric }));
  } catch (error) {
    if (isCancelled(error)) throw error;
    const { message, hint } = asScreeError(error);
    return { start: data.start, end: data.end, message, hint };
  }
}
