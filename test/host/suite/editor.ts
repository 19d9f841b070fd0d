import * as vscode from "vscode";
import { until } from "./runner";

export const folder = () => vscode.workspace.workspaceFolders![0].uri;
export const file = (name: string) => vscode.Uri.joinPath(folder(), name);

export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(name)), { viewColumn: vscode.ViewColumn.One, preview: false });
}

export const found = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Scree");
export const codeOf = ({ code }: vscode.Diagnostic) => String(typeof code === "object" ? code.value : code);
export const codes = (uri: vscode.Uri) => found(uri).map(codeOf);

export const diagnostic = (uri: vscode.Uri, code: string) =>
  until(
    `the diagnostic ${code}`,
    () => found(uri).find((one) => codeOf(one) === code),
    () => codes(uri),
  );

export const gone = (uri: vscode.Uri, code: string) =>
  until(
    `no diagnostic ${code}`,
    () => !codes(uri).includes(code),
    () => codes(uri),
  );

export const actionsAt = (uri: vscode.Uri, range: vscode.Range) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", uri, range, vscode.CodeActionKind.QuickFix.value);

export async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === "string" ? content : content.value))).join("\n");
}

export async function cursorAt(editor: vscode.TextEditor, line: string): Promise<void> {
  const at = editor.document.getText().indexOf(line);
  const position = editor.document.positionAt(at);
  editor.selection = new vscode.Selection(position, position);
  // the extension hears of the selection a moment later
  await new Promise((done) => setTimeout(done, 200));
}

export async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
}

export async function remove(name: string): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file(name));
  } catch {
    // it was not there
  }
}

/** Every editor closed, nothing saved. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}
