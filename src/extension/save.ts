import * as vscode from "vscode";
import { ScreeError } from "../errors";
import { nameOf } from "./files";

/**
 * Saves a text beside a file, under the name that the user gives it: never into that file, and over another only after asking.
 * Undefined: the user wants none.
 *
 * @throws ScreeError `over-data`
 */
export async function saveBeside(
  beside: vscode.Uri,
  name: string,
  text: string,
  { title, filters }: { readonly title: string; readonly filters: Record<string, string[]> },
): Promise<vscode.Uri | undefined> {
  const file = await vscode.window.showSaveDialog({ title, filters, defaultUri: vscode.Uri.joinPath(beside, "..", name) });
  return file && (await writeApart(beside, file, text));
}

/** @throws ScreeError `over-data` */
export async function writeApart(data: vscode.Uri, file: vscode.Uri, text: string): Promise<vscode.Uri> {
  const same = (uri: vscode.Uri) => uri.toString().toLowerCase(); // some file systems take no notice of case
  if (same(file) === same(data) || nameOf(file) === "scree.yaml")
    throw new ScreeError("over-data", `${nameOf(file)} holds what is analysed; nothing else is ever written into it.`, { hint: "Choose another name." });
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return file;
}
