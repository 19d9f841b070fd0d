import * as vscode from "vscode";
import { type Edit } from "../../study/edit";
import { disable } from "../code-actions";
import { toRange } from "../places";
import { type LiveWatch } from "./live-watch";

const selector: vscode.DocumentSelector = [{ language: "markdown" }, { language: "quarto" }];

/** What can be done about a live table: refresh or restore it, refresh all, or keep the numbers as they are and let go of the data. */
export function liveActions(watch: LiveWatch): vscode.Disposable {
  const actions = vscode.languages.registerCodeActionsProvider(
    selector,
    {
      provideCodeActions(document, range) {
        const status = watch.latest(document)?.status;
        if (!status) return [];
        const offset = document.offsetAt(range.start);
        const findings = status.findings.filter((finding) => toRange(finding.range).intersection(range));
        const block = status.blocks.find(({ start, end }) => start <= offset && offset <= end);
        const fixes = findings.flatMap((finding) =>
          finding.fixes.map(({ title, edits }) => {
            const action = quickFix(title);
            action.edit = new vscode.WorkspaceEdit();
            for (const { range, newText } of edits) action.edit.replace(document.uri, toRange(range), newText);
            return action;
          }),
        );
        return [
          ...fixes,
          ...findings.filter(({ rule }) => rule === "unsupported-value").flatMap((finding) => disable(document, finding, [])),
          ...(findings.length > 0 && status.refresh.length > 0 ? [refreshAll()] : []),
          ...(block && block.state !== "fresh" ? [detached(document, block.detach)] : []),
        ];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );

  const lenses = vscode.languages.registerCodeLensProvider(selector, {
    onDidChangeCodeLenses: (listener, self, disposables) => watch.onDidChange(() => listener.call(self), undefined, disposables),
    provideCodeLenses(document) {
      const status = watch.latest(document)?.status;
      return (status?.blocks ?? []).map(({ start, state }) => {
        const range = new vscode.Range(document.positionAt(start), document.positionAt(start));
        return new vscode.CodeLens(range, { title: lensTitles[state], command: state === "stale" ? "scree.refreshTables" : "" });
      });
    },
  });
  return vscode.Disposable.from(actions, lenses);
}

const lensTitles = {
  fresh: "Scree: up to date",
  stale: "Scree: out of date · refresh",
  edited: "Scree: edited by hand",
  conflict: "Scree: edited by hand, and out of date",
  orphan: "Scree: no data",
  malformed: "Scree: cannot be read",
} as const;

const quickFix = (title: string) => new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);

function refreshAll(): vscode.CodeAction {
  const action = quickFix("Refresh all tables and numbers");
  action.command = { command: "scree.refreshTables", title: "Refresh tables" };
  return action;
}

function detached(document: vscode.TextDocument, edits: readonly Edit[]): vscode.CodeAction {
  const action = quickFix("Keep these numbers: remove the markers");
  action.edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits)
    action.edit.replace(document.uri, new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)), newText);
  return action;
}
