import * as vscode from "vscode";
import { overviewCounts, worstFirst } from "../../checks/overview";
import { type FolderRow, fromFolder, type ToFolder } from "../../webview/folder-protocol";
import { nameOf } from "../files";
import { command, notify } from "../notify";
import { pageHtml, pageOptions, pagePost } from "../page";
import { asScreeError } from "../remote/channel";
import { checkedFile } from "./checked-file";
import { type SubjectServices } from "./subject";

/** A search may distinguish case; the usual spellings are named. */
const endings = ["md", "markdown", "qmd", "rmd", "txt", "tex", "html", "htm", "docx", "pdf"].flatMap((ending) => [ending, ending.toUpperCase()]).concat("Rmd");
const most = 5_000;

/** ms between two tables: each holds all rows so far. */
const patience = 200;

type Services = Pick<SubjectServices, "analyses" | "checks" | "studies" | "office">;

/** "Scree: Check a folder of manuscripts": one table of all of them, filling as they are read. */
export function folders(root: vscode.Uri, services: Services): vscode.Disposable {
  return command("scree.checkFolder", async (given?: unknown) => {
    const folder = given instanceof vscode.Uri ? given : await chooseFolder();
    return folder && show(root, folder, services);
  });
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const [only, ...more] = vscode.workspace.workspaceFolders ?? [];
  if (only && more.length === 0) return only.uri;
  if (only) return (await vscode.window.showWorkspaceFolderPick({ placeHolder: "Which folder of manuscripts?" }))?.uri;
  return (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: "Check its manuscripts" }))?.[0];
}

/** Resolves to the rows, once all manuscripts are read. */
async function show(root: vscode.Uri, folder: vscode.Uri, services: Services): Promise<readonly FolderRow[]> {
  const panel = vscode.window.createWebviewPanel("scree.folder", `Manuscripts of ${nameOf(folder)}`, vscode.ViewColumn.Active, pageOptions(root));
  panel.iconPath = vscode.Uri.joinPath(root, "media", "icon.png");
  let rows: readonly FolderRow[] = [];
  let latest: ToFolder = { type: "folder", title: nameOf(folder), rows, total: 0 };
  let round = 0;

  const tell = pagePost<ToFolder>(panel);
  const post = () => tell(latest);
  const readAll = async () => {
    const mine = ++round;
    const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, `**/*.{${endings.join(",")}}`), "**/node_modules/**", most);
    if (mine !== round) return;
    rows = [];
    latest = { type: "folder", title: nameOf(folder), rows, total: found.length };
    if (found.length === 0) post();
    const read: FolderRow[] = [];
    let posted = 0;
    for (const uri of found) {
      read.push(await rowOf(uri, folder, services));
      if (mine !== round) return;
      if (read.length < found.length && Date.now() - posted < patience) continue;
      posted = Date.now();
      rows = [...read].sort((a, b) => worstFirst({ path: a.path, counts: a.counts ?? none }, { path: b.path, counts: b.counts ?? none }));
      latest = { type: "folder", title: nameOf(folder), rows, total: found.length };
      post();
    }
  };
  panel.onDidDispose(() => round++);
  panel.webview.onDidReceiveMessage((message) => {
    const asked = fromFolder(message);
    if (asked?.type === "ready") post();
    else if (asked?.type === "again") void readAll().catch(notify);
    else if (asked?.type === "open" && rows.some(({ uri }) => uri === asked.uri))
      void vscode.commands.executeCommand("scree.checkStatistics", vscode.Uri.parse(asked.uri, true));
    else if (asked?.type === "table")
      void vscode.workspace.openTextDocument({ language: "markdown", content: asMarkdown(rows) }).then(vscode.window.showTextDocument);
  });
  panel.webview.html = pageHtml(panel.webview, root, "folder", folder);
  await readAll();
  return rows;
}

const none = [-1, -1, -1];

async function rowOf(uri: vscode.Uri, folder: vscode.Uri, services: Services): Promise<FolderRow> {
  const path = uri.path.startsWith(`${folder.path}/`) ? uri.path.slice(folder.path.length + 1) : nameOf(uri);
  try {
    return { uri: uri.toString(), path, counts: overviewCounts((await checkedFile(uri, path, services)).result) };
  } catch (error) {
    return { uri: uri.toString(), path, problem: asScreeError(error).message };
  }
}

const asMarkdown = (rows: readonly FolderRow[]): string =>
  [
    "| Manuscript | Errors | Warnings | Information | Right | Not checkable |",
    "| :-- | --: | --: | --: | --: | --: |",
    ...rows.map(({ path, counts, problem }) => `| ${[path.replaceAll("|", "\\|"), ...(counts ?? [problem ?? "", "", "", "", ""])].join(" | ")} |`),
    "",
  ].join("\n");
