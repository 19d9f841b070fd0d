import * as vscode from "vscode";
import { type FindingResult } from "../checks/result";
import { type Manuscripts } from "./manuscripts";
import { toRange } from "./places";
import { suppressionComment } from "./suppression-comment";

/** What can be done about a finding: its own fixes, as the rule gives them, and keeping the place as it is. Nothing here is done unasked. */
export function codeActions(manuscripts: Manuscripts): vscode.Disposable {
  const kinds = [vscode.CodeActionKind.QuickFix];
  return vscode.languages.registerCodeActionsProvider(
    { pattern: "**" },
    {
      provideCodeActions(document, range, context) {
        const findings = manuscripts.latest(document)?.result?.findings ?? [];
        return findings
          .filter((finding) => toRange(finding.range).intersection(range))
          .flatMap((finding) => {
            const diagnostics = context.diagnostics.filter((diagnostic) => isOf(diagnostic, finding));
            return [...fixes(document, finding, diagnostics), ...disable(document, finding, diagnostics)];
          });
      },
    },
    { providedCodeActionKinds: kinds },
  );
}

const isOf = (diagnostic: vscode.Diagnostic, finding: FindingResult) =>
  diagnostic.source === "Scree" &&
  typeof diagnostic.code === "object" &&
  diagnostic.code.value === finding.rule &&
  diagnostic.range.isEqual(toRange(finding.range));

function fixes(document: vscode.TextDocument, { fixes }: FindingResult, diagnostics: vscode.Diagnostic[]): vscode.CodeAction[] {
  return fixes.map(({ title, edits }) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    for (const { range, newText } of edits) action.edit.replace(document.uri, toRange(range), newText);
    action.diagnostics = diagnostics;
    return action;
  });
}

/** A comment that keeps the place as it is. In plain text there is none that a reader would not see. */
export function disable(document: vscode.TextDocument, { rule, range }: FindingResult, diagnostics: vscode.Diagnostic[]): vscode.CodeAction[] {
  if (document.languageId === "plaintext") return [];
  const lines = Array.from({ length: range.start.line }, (_, at) => document.lineAt(at).text);
  const { line, character, text } = suppressionComment(lines, range.start.line - 1, rule, document.eol === vscode.EndOfLine.CRLF ? "\r\n" : "\n");
  const action = new vscode.CodeAction(`Keep this as it is (disable ${rule} here)`, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.insert(document.uri, new vscode.Position(line, character), text);
  action.diagnostics = diagnostics;
  action.isPreferred = false;
  return [action];
}
