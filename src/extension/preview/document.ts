import * as vscode from "vscode";
import { studyFileName } from "../../study/study";
import { problemOf } from "../../webview/protocol";
import { type PreviewTable, type ToPreview, type Way } from "../../webview/preview/protocol";
import { fileHandlers, nameOf } from "../files";
import { asScreeError, isCancelled } from "../remote/channel";
import { type PreviewReader, previewReader, type ReadingChoices } from "../remote/preview-service";
import { remote, type StartWorker } from "../remote/worker";

/** A survey that is open in one or several editors, with the worker that holds its cells. */
export interface PreviewDocument extends vscode.CustomDocument {
  readonly reader: PreviewReader;
  /** how it was read last, the study that says so, and the line at which reading failed */
  known(): { readonly choices: ReadingChoices; readonly study: string | null; readonly line?: number };
  /** what a page is to be told first: the table or why there is none, and what is under way */
  state(): readonly ToPreview[];
  readonly onDidChange: vscode.Event<ToPreview>;
  /** reads the file again, as the user says */
  read(choices?: ReadingChoices): Promise<void>;
  /** what has come of the reading under way */
  outcome(): Promise<ToPreview | undefined>;
}

/** What a user can do about a file of this kind. */
export function waysOf(uri: vscode.Uri, failed: boolean): Way[] {
  const ending = /\.([a-z\d]+)$/i.exec(uri.path)?.[1].toLowerCase() ?? "";
  const text = ["csv", "tsv", "tab", "txt"].includes(ending);
  const sheets = ["xlsx", "xlsm"].includes(ending);
  const coded = text || ["sav", "zsav", "dta"].includes(ending);
  return [
    ...(coded ? ["encoding" as const] : []),
    ...(text ? ["delimiter" as const] : []),
    ...(sheets ? ["sheet" as const] : []),
    ...(failed ? ["text" as const, "retry" as const] : []),
  ];
}

export function previewDocument(uri: vscode.Uri, startWorker: StartWorker): PreviewDocument {
  const reader = previewReader(remote(startWorker, "preview", fileHandlers));
  const changed = new vscode.EventEmitter<ToPreview>();
  let choices: ReadingChoices = {};
  let known: ReturnType<PreviewDocument["known"]> = { choices: {}, study: null };
  let last: ToPreview | undefined;
  let rows: ToPreview | undefined;
  let reading = 0;
  let isClosed = false;
  let running: AbortController | undefined;
  let settled: Promise<void> | undefined;

  const tell = (message: ToPreview) => {
    if (message.type === "rows") rows = message;
    else {
      last = message;
      rows = undefined;
    }
    changed.fire(message);
  };

  const readNow = async () => {
    if (isClosed) return; // a question about it may be answered later
    running?.abort();
    const mine = (running = new AbortController());
    const table = (opened: Omit<PreviewTable, "reading" | "ways">) =>
      tell({ type: "table", table: { ...opened, reading: ++reading, ways: waysOf(uri, false) } });
    try {
      const opened = await reader.open(
        { uri: uri.toString(), name: nameOf(uri), ...choices },
        {
          signal: mine.signal,
          progress: (news) => {
            if (running !== mine) return;
            if ("first" in news) table(news.first);
            else tell({ type: "rows", rows: news.rows });
          },
        },
      );
      if (running !== mine) return;
      known = { choices: opened.choices, study: opened.study };
      table(opened.table);
    } catch (error) {
      if (running !== mine || isCancelled(error)) return;
      const failure = asScreeError(error);
      const { line } = failure.data;
      known = { choices: known.choices, study: known.study, ...(typeof line === "number" ? { line } : {}) };
      tell({ type: "problem", problem: problemOf(failure), ways: waysOf(uri, true) });
    }
  };

  const read = (wanted: ReadingChoices = choices) => {
    choices = wanted;
    return (settled = readNow());
  };

  let soon: ReturnType<typeof setTimeout> | undefined;
  const again = (wait = 200) => {
    clearTimeout(soon);
    soon = setTimeout(() => void read(), wait); // a program may write in several steps
  };
  const typed = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    if (contentChanges.length > 0 && document.uri.toString() === uri.toString()) again(600);
  };
  const isStudy = (changed: vscode.Uri) => nameOf(changed) === studyFileName && uri.path.startsWith(changed.path.slice(0, -studyFileName.length));
  const studied = (changed: vscode.Uri) => isStudy(changed) && again();
  const folder = vscode.Uri.joinPath(uri, "..");
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, nameOf(uri).replace(/[[\]{}?*]/g, "?")));
  const studies = vscode.workspace.createFileSystemWatcher(`**/${studyFileName}`);
  const watching = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(typed),
    studies,
    studies.onDidChange(studied),
    studies.onDidCreate(studied),
    studies.onDidDelete(studied),
    watcher,
    watcher.onDidChange(() => again()),
    watcher.onDidCreate(() => again()),
  );
  void read();

  return {
    uri,
    reader,
    known: () => known,
    state: () => [last, rows].filter((message) => message !== undefined),
    onDidChange: changed.event,
    read,
    async outcome() {
      for (let waited: unknown; waited !== settled;) await (waited = settled); // a reading may be given up for another
      return last;
    },
    dispose() {
      isClosed = true;
      clearTimeout(soon);
      running?.abort();
      running = undefined;
      watching.dispose();
      changed.dispose();
      reader.stop();
    },
  };
}
