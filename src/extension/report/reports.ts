import * as vscode from "vscode";
import { fromReport, type Offsets, problemOf, reportState, type ToReport } from "../../webview/protocol";
import { nameOf } from "../files";
import { type Checked, type Manuscripts } from "../manuscripts";
import { command, notify } from "../notify";
import { pageHtml, pageOptions } from "../page";
import { reviewMarkdown } from "./review";

const viewType = "scree.report";

/** "Scree: Check reported statistics": the whole list beside the manuscript, following it as it changes. */
export function reports(root: vscode.Uri, manuscripts: Manuscripts): vscode.Disposable {
  const open = new Map<string, { panel: vscode.WebviewPanel; document: vscode.TextDocument }>();

  const post = (panel: vscode.WebviewPanel, document: vscode.TextDocument, checked: Checked) => {
    const { result, error } = checked;
    if (result) void panel.webview.postMessage({ type: "report", title: nameOf(document.uri), lines: linesOf(document), result, stale: false } satisfies ToReport);
    else if (error) void panel.webview.postMessage({ type: "problem", problem: problemOf(error) } satisfies ToReport);
  };

  const answer = async (panel: vscode.WebviewPanel, document: vscode.TextDocument, message: unknown) => {
    const asked = fromReport(message);
    if (asked?.type === "ready") post(panel, document, await manuscripts.watch(document));
    else if (asked?.type === "show") await show(document, asked.place);
    else if (asked?.type === "explain") await vscode.commands.executeCommand("scree.explainRule", asked.rule);
    else if (asked?.type === "export") {
      const { result } = await manuscripts.watch(document);
      if (result) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "markdown", content: reviewMarkdown(nameOf(document.uri), linesOf(document), result) }));
    }
  };

  const adopt = (panel: vscode.WebviewPanel, document: vscode.TextDocument) => {
    const key = document.uri.toString();
    open.set(key, { panel, document });
    panel.title = `Review of ${nameOf(document.uri)}`;
    panel.iconPath = vscode.Uri.joinPath(root, "media", "icon.png");
    panel.onDidDispose(() => open.get(key)?.panel === panel && open.delete(key));
    panel.webview.onDidReceiveMessage((message) => void answer(panel, document, message).catch(notify));
    panel.webview.options = pageOptions(root);
    panel.webview.html = pageHtml(panel.webview, root, "report", document.uri);
  };

  return vscode.Disposable.from(
    manuscripts.onDidCheck(({ document, checked }) => {
      const shown = open.get(document.uri.toString());
      if (shown && checked) post(shown.panel, document, checked);
    }),
    command("scree.checkStatistics", async (given?: unknown) => {
      const document = given instanceof vscode.Uri ? await vscode.workspace.openTextDocument(given) : vscode.window.activeTextEditor?.document;
      if (!document) {
        void vscode.window.showInformationMessage("Open a manuscript first: Markdown, Quarto or plain text.");
        return undefined;
      }
      const known = open.get(document.uri.toString());
      if (known) known.panel.reveal(undefined, true);
      else adopt(vscode.window.createWebviewPanel(viewType, nameOf(document.uri), { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, pageOptions(root)), document);
      return (await manuscripts.watch(document)).result;
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state) {
        const known = reportState(state);
        const document = known && (await Promise.resolve(vscode.workspace.openTextDocument(vscode.Uri.parse(known.uri, true))).catch(() => undefined));
        if (document) adopt(panel, document);
        else panel.dispose();
      },
    }),
    new vscode.Disposable(() => [...open.values()].forEach(({ panel }) => panel.dispose())),
  );
}

const linesOf = (document: vscode.TextDocument) => document.getText().split(/\r\n|\n|\r/);

async function show(document: vscode.TextDocument, { start, end }: Offsets): Promise<void> {
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === document.uri.toString());
  const editor = await vscode.window.showTextDocument(document, { viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
