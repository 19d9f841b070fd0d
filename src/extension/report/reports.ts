import * as vscode from "vscode";
import { fromReport, problemOf, reportState, type ToReport } from "../../webview/protocol";
import { nameOf } from "../files";
import { command, notify } from "../notify";
import { pageHtml, pageOptions, pagePost } from "../page";
import { chooseManuscript, type Look, type Subject, subjectOf, type SubjectServices } from "./subject";

const viewType = "scree.report";

/** "Scree: Check reported statistics": the whole list beside the manuscript, following it as it changes. */
export function reports(root: vscode.Uri, services: SubjectServices): vscode.Disposable {
  const open = new Map<string, { panel: vscode.WebviewPanel; subject: Subject }>();

  const answer = async (post: Post, subject: Subject, message: unknown) => {
    const asked = fromReport(message);
    if (asked?.type === "ready") post(toPage(subject, await subject.look()));
    else if (asked?.type === "show") await subject.show?.(asked.place);
    else if (asked?.type === "explain") await vscode.commands.executeCommand("scree.explainRule", asked.rule);
    else if (asked?.type === "export") {
      const { lines = [], result } = await subject.look();
      if (!result) return;
      const content = await services.checks.exported({ format: asked.format, name: nameOf(subject.uri), result, lines });
      const language = asked.format === "review" ? "markdown" : "json";
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
    }
  };

  const adopt = (panel: vscode.WebviewPanel, subject: Subject) => {
    const key = subject.uri.toString();
    open.set(key, { panel, subject });
    panel.title = `Review of ${nameOf(subject.uri)}`;
    panel.iconPath = vscode.Uri.joinPath(root, "media", "icon.png");
    const tell = pagePost<ToReport>(panel);
    const post: Post = (message) => message && tell(message);
    subject.onDidChange((look) => post(toPage(subject, look)));
    panel.onDidDispose(() => {
      subject.dispose();
      if (open.get(key)?.panel === panel) open.delete(key);
    });
    panel.webview.onDidReceiveMessage((message) => void answer(post, subject, message).catch(notify));
    panel.webview.options = pageOptions(root);
    panel.webview.html = pageHtml(panel.webview, root, "report", subject.uri);
    return subject;
  };

  /** Beside the text that is being read; a file without text takes the place in front. */
  const create = (subject: Subject) =>
    vscode.window.createWebviewPanel(
      viewType,
      nameOf(subject.uri),
      { viewColumn: subject.show ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active, preserveFocus: subject.show !== undefined },
      pageOptions(root),
    );

  return vscode.Disposable.from(
    command("scree.checkStatistics", async (given?: unknown) => {
      const uri = given instanceof vscode.Uri ? given : await chooseManuscript();
      if (!uri) return undefined;
      const known = open.get(uri.toString());
      known?.panel.reveal(undefined, known.subject.show !== undefined);
      const subject = known?.subject ?? (await subjectOf(uri, services));
      if (!known) adopt(create(subject), subject);
      return (await subject.look()).result;
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state) {
        const known = reportState(state);
        const subject = known && (await subjectOf(vscode.Uri.parse(known.uri, true), services).catch(() => undefined));
        if (subject) adopt(panel, subject);
        else panel.dispose();
      },
    }),
    new vscode.Disposable(() => [...open.values()].forEach(({ panel }) => panel.dispose())),
  );
}

type Post = (message: ToReport | undefined) => void;

function toPage(subject: Subject, { lines = [], result, error }: Look): ToReport | undefined {
  if (result) return { type: "report", title: nameOf(subject.uri), lines, result, jumps: subject.show !== undefined };
  return error && { type: "problem", problem: problemOf(error) };
}
