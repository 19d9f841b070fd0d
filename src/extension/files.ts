import * as vscode from "vscode";
import { ScreeError } from "../errors";

/** What the workers ask of the editor: files by their URI, on disk or wherever the workspace lives; what is typed into an open one counts before it is saved. */
export const fileHandlers = {
  async read(uri: string): Promise<Uint8Array> {
    const open = unsaved(uri);
    return open ? vscode.workspace.encode(open.getText(), { encoding: open.encoding }) : readFile(vscode.Uri.parse(uri, true));
  },

  async write({ uri, content }: { readonly uri: string; readonly content: Uint8Array }): Promise<void> {
    await vscode.workspace.fs.writeFile(vscode.Uri.parse(uri, true), content);
  },

  /** changes whenever the file does; null where there is none */
  async stamp(uri: string): Promise<string | null> {
    const open = unsaved(uri);
    if (open) return `unsaved ${open.version}`;
    try {
      const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri, true));
      return `${mtime} ${size}`;
    } catch {
      return null;
    }
  },
};

const unsaved = (uri: string) => vscode.workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === uri);

export async function readFile(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    const missing = error instanceof vscode.FileSystemError && error.code === "FileNotFound";
    if (missing) throw new ScreeError("file-not-found", `${nameOf(uri)} does not exist.`, { hint: "Was it moved or renamed?" });
    throw new ScreeError("file-unreadable", `${nameOf(uri)} cannot be read.`, { hint: "Is it open in another program, or are you not allowed to read it?" });
  }
}

/** The last part of a URI's path. */
export const nameOf = (uri: vscode.Uri) => uri.path.slice(uri.path.lastIndexOf("/") + 1);

/** Whether a file is a survey beyond doubt, or a study that may be about one. */
export const isData = (uri: vscode.Uri): boolean =>
  nameOf(uri) === "scree.yaml" || surveyEndings.some((ending) => uri.path.toLowerCase().endsWith(`.${ending}`));

/** The endings of files that are surveys beyond doubt. */
export const surveyEndings = ["csv", "tsv", "tab", "sav", "zsav", "dta", "xlsx", "parquet"];
