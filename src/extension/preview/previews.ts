import * as vscode from "vscode";
import { command } from "../notify";
import { pageHtml, pageOptions } from "../page";
import { type StartWorker } from "../remote/worker";
import { type PreviewDocument, previewDocument } from "./document";
import { type Analyses } from "../remote/analysis-service";
import { readingKeys } from "../remote/preview-service";
import { type PreviewSession, previewSession } from "./session";
import { chooseWay, readAs, takeWay } from "./ways";

/** Two, because an editor is either the usual one for its files or one to choose. */
const viewType = "scree.preview";
const optionalType = "scree.preview.text";

/** The read-only editor of data files: a grid of their cells, with the commands that move in it. */
export function previews(root: vscode.Uri, startWorker: StartWorker, analyses: Analyses): vscode.Disposable {
  const open = new Set<PreviewSession>();
  const opened = new vscode.EventEmitter<PreviewSession>();
  let last: PreviewSession | undefined;

  const provider: vscode.CustomReadonlyEditorProvider<PreviewDocument> = {
    openCustomDocument: (uri) => previewDocument(uri, startWorker),

    resolveCustomEditor(document, panel) {
      const mine = previewSession(document, panel, analyses);
      open.add((last = mine));
      opened.fire(mine);
      panel.onDidChangeViewState(() => panel.active && (last = mine));
      panel.onDidDispose(() => {
        mine.dispose();
        open.delete(mine);
        if (last === mine) last = [...open].at(-1);
      });
      panel.webview.options = pageOptions(root);
      panel.webview.html = pageHtml(panel.webview, root, "preview", document.uri);
    },
  };

  /** The editor of a file that is being opened; undefined where none comes. */
  const sessionOf = (uri: vscode.Uri): Promise<PreviewSession | undefined> => {
    const isOf = ({ document }: PreviewSession) => document.uri.toString() === uri.toString();
    const known = [...open].find(isOf);
    if (known) return Promise.resolve(known);
    return new Promise((resolve) => {
      const listening = opened.event((session) => isOf(session) && settle(session));
      const late = setTimeout(() => settle(undefined), 10_000);
      const settle = (session: PreviewSession | undefined) => {
        listening.dispose();
        clearTimeout(late);
        resolve(session);
      };
    });
  };

  const inFront = () => [...open].find(({ panel }) => panel.active) ?? last;

  return vscode.Disposable.from(
    opened,
    ...[viewType, optionalType].map((type) => vscode.window.registerCustomEditorProvider(type, provider, { supportsMultipleEditorsPerDocument: true })),
    command("scree.previewSurvey", async (given?: unknown) => {
      const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
      const type = uri && /\.(csv|tsv|tab|xlsx)$/i.test(uri.path) ? optionalType : viewType;
      if (!uri) return undefined;
      await vscode.commands.executeCommand("vscode.openWith", uri, type);
      return (await sessionOf(uri))?.document.outcome();
    }),
    command("scree.preview.find", (text?: unknown) => {
      if (typeof text === "string") return inFront()?.find(text);
      inFront()?.post({ type: "find" });
      return undefined;
    }),
    command("scree.preview.goToColumn", async (name?: unknown) => {
      const session = inFront();
      if (typeof name !== "string") return session?.askColumn();
      if (!session?.table()) await session?.document.outcome();
      const column = session?.table()?.columns.findIndex((one) => one.name === name) ?? -1;
      return column < 0 ? undefined : session?.go({ column });
    }),
    command("scree.preview.goToRow", async (row?: unknown) => {
      const session = inFront();
      const first = session?.table()?.firstNumber ?? 1;
      return typeof row === "number" && Number.isInteger(row) && row >= first ? session?.go({ row: row - first }) : session?.askRow();
    }),
    command("scree.preview.readAs", async (key?: unknown, value?: unknown) => {
      const document = inFront()?.document;
      if (!document) return undefined;
      const way = readingKeys.find((one) => one === key) ?? (await chooseWay(document));
      if (way && (typeof value === "string" || value === null)) await readAs(way, value, document, analyses);
      else if (way) await takeWay(way, document, analyses);
      return document.outcome();
    }),
    command("scree.preview.labels", (shown?: unknown) => inFront()?.post({ type: "show", ...(shown === "values" || shown === "labels" ? { shown } : {}) })),
  );
}
