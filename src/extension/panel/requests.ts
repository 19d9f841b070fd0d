import * as vscode from "vscode";
import { ScreeError } from "../../errors";
import { type Table } from "../../tables/table";
import { type CopyFormat, type FollowUp, type FromPanel, problemOf, type ScoreMethod } from "../../webview/protocol";
import { nameOf } from "../files";
import { asScreeError, isCancelled } from "../remote/channel";
import { saveBeside } from "../save";
import { type Corrections } from "./corrections";
import { otherSolution } from "./other-solution";
import { type PanelServices, type Shown } from "./session";

/** The tables of a results section, in its order: what "Insert report" inserts. */
const report = ["descriptives", "reliability", "kmo-bartlett", "variance", "loadings", "factor-correlations"];

/** What a page asks for besides an analysis. */
export function panelRequests(shown: Shown, corrected: Corrections, { analyses, inserter }: PanelServices): (asked: FromPanel) => Promise<void> {
  const { source, post, say } = shown;
  const uri = vscode.Uri.parse(source.uri, true);
  /** of follow-ups: they are no live tables */
  const others = new Map<string, Table>();
  const request = () => ({ ...source, choices: shown.choices() });

  const tableOf = async (id: string): Promise<Table> =>
    others.get(id) ?? shown.result()?.tables.find((table) => table.id === id) ?? (await analyses.table({ ...request(), id }));

  const copy = async (id: string, format: CopyFormat) => {
    const table = await tableOf(id);
    await vscode.env.clipboard.writeText(await analyses.print({ table, format }));
    say(`Copied: ${table.title}`);
  };

  const insert = async (id: string) => {
    const ids = id === "all" ? report.filter((wanted) => shown.result()?.tables.some((table) => table.id === wanted)) : [id];
    const careless = id.startsWith("careless");
    // these tables are kept up to date where the study looks for careless responding
    if (careless && !shown.reading().careless) await corrected.correct([{ kind: "careless", on: true }], "scree.yaml looks for careless responding.");
    const live = careless || (!source.matrix && !others.has(id));
    const done = live ? await inserter.insert(ids, { data: uri, choices: shown.choices() }) : await inserter.plain(await Promise.all(ids.map(tableOf)));
    if (done) say(done);
  };

  const replay = async (language: "r" | "spss") => {
    await vscode.env.clipboard.writeText(await analyses.replay({ ...request(), language }));
    say(`Copied: the same analysis as ${language === "r" ? "an R script" : "SPSS syntax"}`);
  };

  const follow = async (what: FollowUp) => {
    try {
      const other = what === "compare" ? await otherSolution(shown, analyses) : undefined;
      if (what === "compare" && !other) return;
      const found = other ? await analyses.compare({ ...request(), other }) : await analyses[what as "confirm" | "careless"](request());
      found.tables.forEach((table) => others.set(table.id, table));
      post({ type: "follow", what, found });
    } catch (error) {
      if (!isCancelled(error)) post({ type: "follow", what, found: problemOf(asScreeError(error)) });
    }
  };

  const scores = async (method: ScoreMethod) => {
    const { csv, table, scored, rows } = await analyses.scores({ ...request(), method });
    others.set(table.id, table);
    post({ type: "table", table });
    const name = `${source.name.replace(/\.[^.]*$/, "")}-scores.csv`;
    const file = await saveBeside(uri, name, csv, { title: "Save factor scores", filters: { CSV: ["csv"] } });
    if (file) say(`Scores of ${scored} of ${rows} rows are in ${nameOf(file)}.`);
  };

  const target = async () => {
    const [file] =
      (await vscode.window.showOpenDialog({
        title: "The loadings to come near to: item,F1,F2,… and a line for each item, blank where one is free",
        defaultUri: vscode.Uri.joinPath(uri, ".."),
        filters: { "Target loadings": ["csv", "tsv", "txt", "xlsx"] },
      })) ?? [];
    if (!file) return;
    const wanted = await analyses.target({ ...request(), target: { uri: file.toString(), name: nameOf(file) } });
    const choices = shown.choices();
    await shown.choose({ ...choices, settings: { ...choices.settings, rotation: "target", target: wanted, factors: wanted[0].length } });
  };

  return async (asked) => {
    if (asked.type === "copy") await copy(asked.table, asked.format);
    else if (asked.type === "replay") await replay(asked.language);
    else if (asked.type === "insert") await insert(asked.table);
    else if (asked.type === "follow") await follow(asked.what);
    else if (asked.type === "scores") await scores(asked.method);
    else if (asked.type === "target") await target();
    else if (asked.type === "correct") await corrected.correct(asked.changes, asked.said);
    else if (asked.type === "undo") await corrected.undo();
    else if (asked.type === "table") post({ type: "table", table: await tableOf(asked.table) });
    else if (asked.type === "figure") {
      const done = await inserter.figure(source.name, asked);
      if (done) say(done);
    } else throw new ScreeError("unknown-request", "The panel asked for something that is not known.");
  };
}
