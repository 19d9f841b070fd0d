import * as vscode from "vscode";
import { type FileResult } from "../../../src/checks/result";
import { checkManuscript } from "../../../src/checks/run";
import { applyFixes } from "../../checks/apply-fixes";
import { closeAll, file } from "./editor";
import { equal, ok, test } from "./runner";

const names = [
  "p-zero.md",
  "response-rate.md",
  "response-rate-german.md",
  "table-text.md",
  "suppressions.md",
  "p-zero.tex",
  "p-zero.html",
  "p-zero.txt",
  "factor-analysis.md",
  "cumulative.md",
  "tests.md",
  "shares.md",
];

for (const name of names) {
  test(`the editor finds in ${name} what the core finds, and its fixes give the same text`, async () => {
    const document = await vscode.workspace.openTextDocument(file(`fixes/${name}`));
    await vscode.window.showTextDocument(document);
    const path = vscode.workspace.asRelativePath(document.uri);
    const source = document.getText();
    const check = async () => {
      const result = await vscode.commands.executeCommand<FileResult>("scree.checkStatistics", document.uri);
      equal(result, JSON.parse(JSON.stringify(checkManuscript(document.getText(), { path }))), "the result");
      return result;
    };
    const first = await check();
    ok(first.findings.length > 0, "there is something to find");

    const expected = applyFixes(source, checkManuscript(source, { path })).text;
    await applyAll(document, first);
    equal(document.getText(), expected, "the text after all fixes");
    const again = await check();
    equal(applyFixes(expected, again).applied.length, 0, "fixes left after all were applied");
    while (document.getText() !== source) await vscode.commands.executeCommand("undo");
    await closeAll();
  });
}

/** Every fix that does not overlap with one before it, from the last to the first, each as the edits that its code action makes. */
async function applyAll(document: vscode.TextDocument, result: FileResult): Promise<void> {
  const { applied } = applyFixes(document.getText(), result);
  const titles = applied.flatMap(({ fixes }) => fixes.slice(0, 1).map(({ title }) => title));
  const edit = new vscode.WorkspaceEdit();
  for (const finding of applied) {
    const { start, end } = finding.range;
    const range = new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range);
    const action = actions.find(({ title, edit }) => edit && titles.includes(title) && title === finding.fixes[0].title);
    ok(action?.edit, `the action “${finding.fixes[0].title}” among ${actions.map(({ title }) => title).join("; ")}`);
    for (const [uri, edits] of action.edit.entries()) edits.forEach(({ range, newText }) => edit.replace(uri, range, newText));
  }
  ok(await vscode.workspace.applyEdit(edit), "the edit");
}
