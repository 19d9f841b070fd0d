import * as vscode from "vscode";
import { ScreeError } from "../../errors";
import { nameOf } from "../files";
import { type LastManuscript } from "../last-manuscript";
import { command } from "../notify";
import { type Panels } from "../panel/panels";
import { type Analyses } from "../remote/analysis-service";
import { apply, type Inserter, type Shown } from "./live-tables";
import { type LiveWatch } from "./live-watch";

/** "Scree: Insert table…" and "Scree: Refresh tables". */
export function tableCommands(analyses: Analyses, inserter: Inserter, watch: LiveWatch, manuscript: LastManuscript, panels: Panels): vscode.Disposable {
  return vscode.Disposable.from(
    command("scree.insertTable", async (given?: unknown) => {
      const table = typeof given === "string" ? given : await pickTable(analyses);
      if (table === undefined) return undefined;
      const from = await sourceOf(analyses, manuscript, panels);
      const done = from && (await inserter.insert([table], from));
      if (done) vscode.window.setStatusBarMessage(`Scree: ${done}`, 5_000);
      return done;
    }),
    command("scree.refreshTables", async () => {
      const document = vscode.window.activeTextEditor?.document ?? manuscript.document();
      if (!document) throw new ScreeError("no-manuscript", "No manuscript is open.", { hint: "Open the Markdown file whose tables you want to refresh." });
      return refresh(watch, document);
    }),
  );
}

async function pickTable(analyses: Analyses): Promise<string | undefined> {
  const picks = (await analyses.tables()).map(({ id, summary }) => ({ label: id, detail: summary }));
  return (await vscode.window.showQuickPick(picks, { title: "Scree: insert a table", placeHolder: "Which table?", matchOnDetail: true }))?.label;
}

/** What an open panel shows; else an analysis of the manuscript's own study; else a survey has to be chosen first. */
async function sourceOf(analyses: Analyses, manuscript: LastManuscript, panels: Panels): Promise<Shown | { analysis?: string } | undefined> {
  const panel = panels.last();
  if (panel) return { data: panel.uri, choices: panel.choices() };
  const document = manuscript.document();
  const study = document && (await analyses.study({ uri: document.uri.toString(), ofSurvey: false }));
  if (study) return study.analyses.length === 1 ? {} : pickAnalysis(study.analyses);
  const analyze = "Analyze a survey";
  const wish = await vscode.window.showInformationMessage("A table needs a survey: analyze one, then insert its tables.", analyze);
  if (wish === analyze) await vscode.commands.executeCommand("scree.analyzeSurvey");
  return undefined;
}

async function pickAnalysis(names: readonly string[]): Promise<{ analysis: string } | undefined> {
  const pick = await vscode.window.showQuickPick(
    names.map((label, i) => ({ label, description: i === 0 ? "the first of scree.yaml" : undefined })),
    { title: "Scree: insert a table", placeHolder: "Of which analysis?" },
  );
  return pick && { analysis: pick.label };
}

/** Everything that is out of date, as one edit; what was changed by hand is left alone and named. */
async function refresh(watch: LiveWatch, document: vscode.TextDocument): Promise<string> {
  const { version, status } = await watch.now(document);
  if (document.version !== version)
    throw new ScreeError("manuscript-changed", `${nameOf(document.uri)} was changed meanwhile, so nothing was refreshed.`, { hint: "Refresh again." });
  if (status.refresh.length > 0) await apply(document, status.refresh);
  const said = wording(status);
  const byHand = status.blocks.filter(({ state }) => state === "edited" || state === "conflict").length;
  const unread =
    status.blocks.filter(({ state }) => state === "orphan" || state === "malformed").length +
    status.findings.filter(({ rule }) => rule === "live-table").length;
  if (byHand + unread > 0) {
    const problems = "Show in Problems";
    void vscode.window
      .showWarningMessage(`${said} ${leftAlone(byHand, unread)}`, problems)
      .then((wish) => wish && vscode.commands.executeCommand("workbench.actions.view.problems"));
  } else void vscode.window.setStatusBarMessage(`Scree: ${said}`, 5_000);
  return said;
}

function wording({ blocks, refresh }: { blocks: readonly { state: string }[]; refresh: readonly unknown[] }): string {
  const stale = blocks.filter(({ state }) => state === "stale").length;
  if (refresh.length === 0) return blocks.length === 0 ? "There are no live tables here." : "Everything is up to date.";
  return stale === 0 ? "Refreshed the numbers in the text." : `Refreshed ${stale} ${stale === 1 ? "table" : "tables"}.`;
}

function leftAlone(byHand: number, unread: number): string {
  const parts = [
    ...(byHand > 0 ? [`${byHand} ${byHand === 1 ? "table was" : "tables were"} edited by hand and left alone.`] : []),
    ...(unread > 0 ? [`${unread} ${unread === 1 ? "place" : "places"} could not be read.`] : []),
  ];
  return parts.join(" ");
}
