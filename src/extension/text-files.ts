import * as vscode from "vscode";
import { ScreeError } from "../errors";
import { smallestEdit } from "../study/edit";
import { nameOf } from "./files";

/** Where a file is open, what stands in its editor is the file: words not yet saved are neither lost nor passed over. */
const openDocument = (uri: vscode.Uri) => vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

/** The text of a file as its editor has it, or the disk. */
export async function textOf(uri: vscode.Uri): Promise<string> {
  return openDocument(uri)?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/**
 * One text in place of another, as one step that the editor can undo. A file that had nothing unsaved in it is saved again.
 *
 * @param before null: the file is made
 * @throws ScreeError `changed-meanwhile`, `not-editable`
 */
export async function replaceText(uri: vscode.Uri, before: string | null, after: string): Promise<void> {
  const meanwhile = () => new ScreeError("changed-meanwhile", `${nameOf(uri)} was changed meanwhile, so nothing was written.`, { hint: "Try again." });
  if (before === null) {
    if (openDocument(uri) || (await exists(uri))) throw meanwhile();
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(after));
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  if (asEdited(document, text) !== asEdited(document, before)) throw meanwhile();
  const wasSaved = !document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  const { range, newText } = smallestEdit(text, asEdited(document, after));
  edit.replace(uri, new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)), newText);
  if (!(await vscode.workspace.applyEdit(edit))) throw new ScreeError("not-editable", `${nameOf(uri)} cannot be changed.`, { hint: "Is it read-only?" });
  if (wasSaved) await document.save();
}

const exists = (uri: vscode.Uri) =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

/** An editor keeps a byte order mark to itself, and has one kind of line end where the file may have two. */
const asEdited = ({ eol }: vscode.TextDocument, text: string): string =>
  text.replace(/^\ufeff/, "").replace(/\r\n|\r|\n/g, eol === vscode.EndOfLine.CRLF ? "\r\n" : "\n");
