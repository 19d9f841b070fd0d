import * as vscode from "vscode";
import { ScreeError } from "../../errors";
import { type Edit } from "../../study/edit";
import { type Flavour } from "../../tables/markdown";
import { type Table } from "../../tables/table";
import { type Choices, type FigureName } from "../../webview/protocol";
import { fileHandlers, nameOf, readFile } from "../files";
import { type LastManuscript } from "../last-manuscript";
import { type Analyses } from "../remote/analysis-service";
import { settings } from "../settings";
import { figureEdit } from "../studies/figure";
import { replaceText } from "../text-files";

/** What the panel shows, of which file. */
export interface Shown {
  readonly data: vscode.Uri;
  readonly choices: Choices;
}

export interface Inserter {
  /** live tables at the cursor of the manuscript used last, as one edit. What was done, in words; undefined: nothing */
  insert(tables: readonly string[], from: Shown | { readonly analysis?: string }): Promise<string | undefined>;
  /** tables that no study can keep up to date, as they are */
  plain(tables: readonly Table[]): Promise<string | undefined>;
  /** a plot as a file beside the manuscript, and the figure that shows it */
  figure(survey: string, drawing: { readonly figure: FigureName; readonly svg: string; readonly words: string }): Promise<string | undefined>;
}

export function inserter(analyses: Analyses, manuscript: LastManuscript): Inserter {
  return {
    async insert(tables, from) {
      const editor = await manuscript.show();
      if (!editor) return undefined;
      const { document } = editor;
      if (document.isUntitled) throw unsaved(document);
      const panel = "data" in from ? { data: from.data.toString(), choices: from.choices } : undefined;
      const { version } = document;
      const offset = document.offsetAt(editor.selection.active);
      const { edit, end, study } = await analyses.insert({
        manuscript: { uri: document.uri.toString(), text: document.getText(), offset },
        tables,
        flavour: flavourOf(document),
        panel,
        analysis: "analysis" in from ? from.analysis : undefined,
      });
      if (document.version !== version) throw meanwhile(document);
      if (study) await replaceText(vscode.Uri.parse(study.uri, true), study.before, study.after);
      await apply(document, [edit]);
      const position = document.positionAt(end);
      editor.selection = new vscode.Selection(position, position);
      editor.revealRange(new vscode.Range(document.positionAt(edit.range.start), position));
      const what = tables.length === 1 ? `the ${tables[0]} table` : `${tables.length} tables`;
      return `Inserted ${what} into ${nameOf(document.uri)}${study ? (study.before === null ? " and made scree.yaml" : " and added an analysis to scree.yaml") : ""}.`;
    },

    async plain(tables) {
      const editor = await manuscript.show();
      if (!editor) return undefined;
      const { document } = editor;
      const { version } = document;
      const edit = await analyses.place({ tables, text: document.getText(), offset: document.offsetAt(editor.selection.active), flavour: flavourOf(document) });
      if (document.version !== version) throw meanwhile(document);
      await apply(document, [edit]);
      const end = document.positionAt(edit.range.start + edit.newText.trimEnd().length);
      editor.selection = new vscode.Selection(end, end);
      editor.revealRange(new vscode.Range(document.positionAt(edit.range.start), end));
      const what = tables.length === 1 ? `the table “${tables[0].title}”` : `${tables.length} tables`;
      return `Inserted ${what} into ${nameOf(document.uri)}, as it is now: no data keep it up to date.`;
    },

    async figure(survey, { figure, svg, words }) {
      const editor = await manuscript.show();
      if (!editor) return undefined;
      const { document } = editor;
      if (document.isUntitled) throw unsaved(document);
      const file = await freeFile(document.uri, `${survey.replace(/\.[^.]*$/, "")}-${figure}`, svg);
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(document.uri, "..", file), new TextEncoder().encode(svg));
      await apply(document, [figureEdit(document.getText(), document.offsetAt(editor.selection.active), { figure, file, words }, flavourOf(document))]);
      return `Inserted the figure into ${nameOf(document.uri)} and saved it as ${file}.`;
    },
  };
}

/** A name beside the manuscript that no other figure has: what stands there may be shown elsewhere, or drawn by hand. */
async function freeFile(manuscript: vscode.Uri, base: string, svg: string): Promise<string> {
  for (let n = 1; ; n++) {
    const file = n === 1 ? `${base}.svg` : `${base}-${n}.svg`;
    const uri = vscode.Uri.joinPath(manuscript, "..", file);
    if ((await fileHandlers.stamp(uri.toString())) === null || new TextDecoder().decode(await readFile(uri)) === svg) return file;
  }
}

export const flavourOf = (document: vscode.TextDocument): Flavour => {
  const flavour = settings.flavour();
  return flavour === "auto" ? (document.languageId === "quarto" || document.uri.path.endsWith(".qmd") ? "quarto" : "gfm") : flavour;
};

/** All edits at once: one undo takes them back. */
export async function apply(document: vscode.TextDocument, edits: readonly Edit[]): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits)
    change.replace(document.uri, new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)), newText);
  if (!(await vscode.workspace.applyEdit(change)))
    throw new ScreeError("not-editable", `${nameOf(document.uri)} cannot be changed.`, { hint: "Is it read-only?" });
}

const meanwhile = (document: vscode.TextDocument) =>
  new ScreeError("manuscript-changed", `${nameOf(document.uri)} was changed meanwhile, so nothing was inserted.`, { hint: "Insert again." });

const unsaved = (document: vscode.TextDocument) =>
  new ScreeError("unsaved-manuscript", `${nameOf(document.uri)} is not saved, and what is inserted finds its files from the manuscript's folder.`, {
    hint: "Save it beside the survey, then insert again.",
  });
