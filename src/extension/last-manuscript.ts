import * as vscode from "vscode";
import { nameOf } from "./files";

const isManuscript = (document: vscode.TextDocument) => ["markdown", "quarto"].includes(document.languageId);

/** Where a table goes: the cursor of the Markdown editor used last, even while a panel has the focus. */
export interface LastManuscript extends vscode.Disposable {
  /** shows the manuscript; asks where there was none. Undefined: the user wants none */
  show(): Promise<vscode.TextEditor | undefined>;
  /** without showing or asking */
  document(): vscode.TextDocument | undefined;
}

export function lastManuscript(): LastManuscript {
  let last: { document: vscode.TextDocument; selection: vscode.Selection; column: vscode.ViewColumn | undefined } | undefined;
  const note = (editor: vscode.TextEditor | undefined) => {
    if (editor && isManuscript(editor.document)) last = { document: editor.document, selection: editor.selection, column: editor.viewColumn };
  };
  note(vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find(({ document }) => isManuscript(document)));
  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(note),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => note(textEditor)),
    vscode.workspace.onDidCloseTextDocument((document) => last?.document === document && (last = undefined)),
  ];

  return {
    document: () => last?.document,
    async show() {
      const known = last;
      if (known) {
        const open = vscode.window.visibleTextEditors.find(({ document }) => document === known.document);
        return open ?? vscode.window.showTextDocument(known.document, { viewColumn: known.column ?? vscode.ViewColumn.One, selection: known.selection });
      }
      const document = await chooseManuscript();
      return document && vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false });
    },
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  };
}

async function chooseManuscript(): Promise<vscode.TextDocument | undefined> {
  const found = await vscode.workspace.findFiles("**/*.{md,qmd}", "**/node_modules/**", 200);
  const fresh = { label: "$(new-file) A new manuscript", uri: undefined };
  const picks = [...found.map((uri) => ({ label: nameOf(uri), description: vscode.workspace.asRelativePath(uri), uri })), fresh];
  const pick = await vscode.window.showQuickPick(picks, { title: "Scree: insert a table", placeHolder: "Into which manuscript?" });
  if (!pick) return undefined;
  return pick.uri ? vscode.workspace.openTextDocument(pick.uri) : vscode.workspace.openTextDocument({ language: "markdown", content: "" });
}
