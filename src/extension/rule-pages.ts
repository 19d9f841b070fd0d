import * as vscode from "vscode";
import { type Checks, type RuleInfo } from "./remote/services";
import { ScreeError } from "../errors";
import { command } from "./notify";

export const ruleScheme = "scree-rule";

/** Where a rule's id leads to: its page, drawn as Markdown. */
export const ruleLink = (rule: string) => vscode.Uri.parse(`command:scree.explainRule?${encodeURIComponent(JSON.stringify([rule]))}`);

/** The rules explain themselves: a page made of what each says, with what it flags and what it leaves alone. */
export function rulePages(checks: Checks): vscode.Disposable {
  const ruleOf = async (id: string) => {
    const rule = (await checks.rules()).find((rule) => rule.id === id);
    if (!rule) throw new ScreeError("unknown-rule", `There is no rule called “${id}”.`, { hint: "The rules are listed by Scree: Explain a rule…" });
    return rule;
  };

  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(ruleScheme, {
      provideTextDocumentContent: async ({ path }) => (await ruleOf(path.replace(/^\/|\.md$/g, ""))).page,
    }),
    command("scree.explainRule", async (given?: unknown) => {
      const id = typeof given === "string" ? given : await pickRule(await checks.rules());
      if (id === undefined) return;
      await ruleOf(id);
      await showPage(vscode.Uri.from({ scheme: ruleScheme, path: `/${id}.md` }));
    }),
  );
}

async function pickRule(rules: readonly RuleInfo[]): Promise<string | undefined> {
  const picks = rules.map(({ id, severity, summary }) => ({ label: id, description: severity, detail: summary }));
  return (await vscode.window.showQuickPick(picks, { title: "Scree: what the rules check", matchOnDetail: true }))?.label;
}

/** Drawn where this editor can draw Markdown, as text where it cannot. */
async function showPage(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
  } catch {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true, viewColumn: vscode.ViewColumn.Beside });
  }
}
