import * as vscode from "vscode";
import { panelState } from "../../webview/protocol";
import { isData, nameOf, surveyEndings } from "../files";
import { command } from "../notify";
import { pageHtml, pageOptions } from "../page";
import { matrixFromClipboard } from "./matrix";
import { type Opened, type PanelServices, type Session, session } from "./session";

const viewType = "scree.panel";

/** The panels "Scree: Analyze survey", one a file. */
export interface Panels extends vscode.Disposable {
  /** the panel used last, while it is open */
  last(): Session | undefined;
}

export function panels(root: vscode.Uri, services: PanelServices): Panels {
  const open = new Map<string, Session>();
  let last: Session | undefined;

  const adopt = (panel: vscode.WebviewPanel, opened: Opened) => {
    const { uri } = opened;
    const key = uri.toString();
    const mine = session(panel, opened, services);
    open.set(key, (last = mine));
    panel.title = nameOf(uri);
    panel.iconPath = vscode.Uri.joinPath(root, "media", "icon.png");
    panel.onDidChangeViewState(() => panel.active && (last = mine));
    panel.onDidDispose(() => {
      mine.dispose();
      if (open.get(key) === mine) open.delete(key);
      if (last === mine) last = [...open.values()].at(-1);
    });
    panel.webview.options = pageOptions(root);
    panel.webview.html = pageHtml(panel.webview, root, "panel", uri);
    return mine;
  };

  const analyze = async (given?: unknown) => {
    const uri = given instanceof vscode.Uri ? given : await chooseSurvey();
    if (!uri) return undefined;
    const known = open.get(uri.toString());
    if (known) {
      known.panel.reveal();
      await known.reload();
      return known.outcome();
    }
    return show({ uri }).outcome();
  };

  const show = (opened: Opened) =>
    adopt(
      vscode.window.createWebviewPanel(
        viewType,
        nameOf(opened.uri),
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
        { ...pageOptions(root), retainContextWhenHidden: false },
      ),
      opened,
    );

  const analyzeMatrix = async (given?: unknown) => {
    const opened = await matrixFromClipboard(given);
    return opened && show(opened).outcome();
  };

  const changed = (uri: vscode.Uri) => {
    if (nameOf(uri) === "scree.yaml") open.forEach((mine) => void mine.reload());
    else void open.get(uri.toString())?.reload();
  };
  /** What is typed into the data or the study counts when the typing pauses. */
  let typing: ReturnType<typeof setTimeout> | undefined;
  const typed = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    if (contentChanges.length === 0 || open.size === 0 || !isData(document.uri)) return;
    clearTimeout(typing);
    typing = setTimeout(() => changed(document.uri), 600);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(`**/{scree.yaml,${surveyEndings.map((ending) => `*.${ending}`).join(",")}}`, true, false, true);
  const disposables = [
    command("scree.analyzeSurvey", analyze),
    command("scree.analyzeMatrix", analyzeMatrix),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state) {
        const known = panelState(state);
        if (known) adopt(panel, { uri: vscode.Uri.parse(known.uri, true), matrix: known.matrix, choices: known.choices ?? undefined });
        else panel.dispose();
      },
    }),
    watcher,
    watcher.onDidChange(changed),
    vscode.workspace.onDidSaveTextDocument((document) => changed(document.uri)),
    vscode.workspace.onDidChangeTextDocument(typed),
    new vscode.Disposable(() => clearTimeout(typing)),
  ];
  return { last: () => last, dispose: () => vscode.Disposable.from(...disposables, ...[...open.values()].map(({ panel }) => panel)).dispose() };
}

/** The file in front, else one of the workspace's, else any. */
async function chooseSurvey(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const inFront = active instanceof vscode.TabInputText || active instanceof vscode.TabInputCustom ? active.uri : undefined;
  if (inFront && surveyEndings.some((ending) => inFront.path.toLowerCase().endsWith(`.${ending}`))) return inFront;
  const found = await vscode.workspace.findFiles(`**/*.{${surveyEndings.join(",")}}`, "**/node_modules/**", 200);
  const other = { label: "Another file…", uri: undefined };
  const picks = [...found.map((uri) => ({ label: nameOf(uri), description: vscode.workspace.asRelativePath(uri), uri })), other];
  const pick =
    found.length > 0
      ? await vscode.window.showQuickPick(picks, { title: "Scree: analyze a survey", placeHolder: "Which survey?", matchOnDescription: true })
      : other;
  if (!pick) return undefined;
  return (
    pick.uri ?? (await vscode.window.showOpenDialog({ title: "Analyze a survey", filters: { "Survey data": [...surveyEndings, "txt", "json", "jsonl"] } }))?.[0]
  );
}
