import * as vscode from "vscode";
import { type FileResult } from "../../checks/result";
import { type ScreeError } from "../../errors";
import { type Converted } from "../../manuscript/convert";
import { needsConversion } from "../../manuscript/decode";
import { type Offsets } from "../../webview/protocol";
import { nameOf } from "../files";
import { type Checked, type Manuscripts } from "../manuscripts";
import { type Analyses } from "../remote/analysis-service";
import { asScreeError } from "../remote/channel";
import { type OfficeRequest } from "../remote/office";
import { type Checks } from "../remote/services";
import { type NearStudies } from "../near-study";
import { type LiveWatch } from "../tables/live-watch";
import { checkedFile, together } from "./checked-file";

/** What is known of a manuscript: a result and the lines that it is quoted from, or why there is none. */
export interface Look {
  readonly result?: FileResult;
  readonly lines?: readonly string[];
  readonly error?: ScreeError;
}

/** What a report is about. */
export interface Subject extends vscode.Disposable {
  readonly uri: vscode.Uri;
  look(): Promise<Look>;
  readonly onDidChange: vscode.Event<Look>;
  /** brings the author to a place of the text; absent where there is no text to show */
  show?(place: Offsets): Promise<void>;
}

export interface SubjectServices {
  readonly manuscripts: Manuscripts;
  readonly live: LiveWatch;
  readonly checks: Checks;
  readonly analyses: Pick<Analyses, "status">;
  readonly studies: NearStudies;
  readonly office: (request: OfficeRequest) => Promise<Converted>;
}

export async function subjectOf(uri: vscode.Uri, services: SubjectServices): Promise<Subject> {
  return needsConversion(uri.path) ? convertedSubject(uri, services) : documentSubject(await vscode.workspace.openTextDocument(uri), services);
}

/** A text, with what its live tables have to say. */
function documentSubject(document: vscode.TextDocument, { manuscripts, live }: SubjectServices): Subject {
  const lookOf = ({ result: checked, error }: Checked): Look => {
    if (!checked) return { error };
    return { result: together(checked, live.latest(document)?.status.findings ?? []), lines: linesOf(document.getText()) };
  };
  const fire = new vscode.EventEmitter<Look>();
  const listeners = [
    fire,
    manuscripts.onDidCheck(({ document: changed, checked }) => changed === document && checked && fire.fire(lookOf(checked))),
    live.onDidChange((uri) => {
      const checked = uri.toString() === document.uri.toString() ? manuscripts.latest(document) : undefined;
      if (checked) fire.fire(lookOf(checked));
    }),
  ];
  return {
    uri: document.uri,
    async look() {
      const [checked] = await Promise.all([manuscripts.watch(document), live.settled(document).catch(() => undefined)]);
      return lookOf(checked);
    },
    onDidChange: fire.event,
    show: (place) => show(document, place),
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  };
}

/** A Word document or PDF: read again when its file changes. */
function convertedSubject(uri: vscode.Uri, services: SubjectServices): Subject {
  const path = vscode.workspace.asRelativePath(uri);
  const fire = new vscode.EventEmitter<Look>();
  let latest: Promise<Look> | undefined;

  const read = async (): Promise<Look> => {
    try {
      const { text, result } = await checkedFile(uri, path, services);
      return { result, lines: linesOf(text) };
    } catch (error) {
      return { error: asScreeError(error) };
    }
  };
  /** Of two readings, the one begun last counts. */
  const again = async () => {
    const mine = (latest = read());
    const look = await mine;
    if (latest === mine) fire.fire(look);
  };
  const changed = (file: vscode.Uri) => void (file.toString() === uri.toString() && again());
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.joinPath(uri, ".."), "*.{pdf,docx,PDF,DOCX}"),
    false,
    false,
    true,
  );
  const listeners = [fire, watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed), services.studies.onDidChange(() => void again())];
  return {
    uri,
    look: () => (latest ??= read()),
    onDidChange: fire.event,
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  };
}

const linesOf = (text: string) => text.split(/\r\n|\n|\r/);

async function show(document: vscode.TextDocument, { start, end }: Offsets): Promise<void> {
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === document.uri.toString());
  const editor = await vscode.window.showTextDocument(document, { viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The endings of files that are manuscripts, for choosing one. */
const manuscriptEndings = ["md", "markdown", "qmd", "Rmd", "tex", "docx", "pdf", "txt"];

/** The file in front; where that is none, one of the workspace's, else any. */
export async function chooseManuscript(): Promise<vscode.Uri | undefined> {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const inFront = tab instanceof vscode.TabInputText || tab instanceof vscode.TabInputCustom ? tab.uri : undefined;
  if (inFront && needsConversion(inFront.path)) return inFront;
  if (vscode.window.activeTextEditor) return vscode.window.activeTextEditor.document.uri;
  const found = await vscode.workspace.findFiles(`**/*.{${manuscriptEndings.join(",")}}`, "**/node_modules/**", 200);
  const other = { label: "Another file…", uri: undefined };
  const picks = [...found.map((uri) => ({ label: nameOf(uri), description: vscode.workspace.asRelativePath(uri), uri })), other];
  const pick =
    found.length > 0
      ? await vscode.window.showQuickPick(picks, { title: "Scree: check reported statistics", placeHolder: "Of which manuscript?", matchOnDescription: true })
      : other;
  if (!pick) return undefined;
  return pick.uri ?? (await vscode.window.showOpenDialog({ title: "Check reported statistics", filters: { Manuscripts: manuscriptEndings } }))?.[0];
}
