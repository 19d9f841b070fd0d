import * as vscode from "vscode";
import { defaultSettings } from "../../psychometrics/analysis";
import { type Choices, type CopyFormat, fromPanel, problemOf, type ReplayLanguage, type ToPanel } from "../../webview/protocol";
import { nameOf } from "../files";
import { type Inserter } from "../tables/live-tables";
import { asScreeError, isCancelled } from "../remote/channel";
import { type Analyses, type Analyzed } from "../remote/analysis-service";

/** What a panel opens with where no study says otherwise. */
const defaultChoices: Choices = { items: null, reverse: [], scales: [], missingCodes: [], settings: defaultSettings };

/** The tables of a results section, in its order: what "Insert report" inserts. */
const report = ["descriptives", "reliability", "kmo-bartlett", "variance", "loadings", "factor-correlations"];

export interface PanelServices {
  readonly analyses: Analyses;
  readonly inserter: Inserter;
}

/** One open panel: a survey, the choices made, and the analysis of them. */
export interface Session extends vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  choices(): Choices;
  reload(): Promise<void>;
  /** what the page was told last: a result, or why there is none */
  outcome(): Promise<Outcome>;
}

export type Outcome = Extract<ToPanel, { type: "result" | "problem" }>;

export function session(panel: vscode.WebviewPanel, uri: vscode.Uri, restored: Choices | undefined, services: PanelServices): Session {
  const { analyses, inserter } = services;
  const source = { uri: uri.toString(), name: nameOf(uri) };
  let choices = restored ?? defaultChoices;
  let shown: Extract<ToPanel, { type: "survey" }> | undefined;
  let result: Analyzed | undefined;
  let running: AbortController | undefined;
  let latest: Outcome | undefined;
  let told: (outcome: Outcome) => void;
  const first = new Promise<Outcome>((resolve) => (told = resolve));
  const post = (message: ToPanel) => {
    void panel.webview.postMessage(message);
    if (message.type === "result" || message.type === "problem") told((latest = message));
  };
  const say = (text: string) => post({ type: "said", text });

  const fail = (error: unknown) => {
    if (!isCancelled(error)) post({ type: "problem", problem: problemOf(asScreeError(error)) });
  };

  /** The newest choices win: what still runs for older ones is given up. */
  const analyze = async () => {
    running?.abort();
    const mine = (running = new AbortController());
    const asked = choices;
    try {
      const { signal } = mine;
      const progress = ({ fraction, step }: { fraction: number; step: string }) => running === mine && post({ type: "progress", fraction, step });
      const analyzed = await analyses.analyze({ ...source, choices: asked }, { signal, progress });
      if (running !== mine) return;
      result = analyzed;
      post({ type: "result", choices: asked, ...analyzed });
    } catch (error) {
      if (running === mine) fail(error);
    }
  };

  const reload = async () => {
    try {
      const study = restored ? undefined : await analyses.study({ uri: source.uri, ofSurvey: true });
      if (study) choices = study.choices;
      const survey = await analyses.survey({ ...source, missingCodes: choices.missingCodes });
      shown = { type: "survey", survey, choices, study: study?.name ?? null };
      post(shown);
      await analyze();
    } catch (error) {
      fail(error);
    }
  };

  /** A page that has just loaded, or comes back from where it was hidden, is told what is known; what is under way will follow. */
  const ready = () => {
    if (shown) post({ ...shown, choices });
    if (latest) post(latest);
  };

  const copy = async (id: string, format: CopyFormat) => {
    const table = result?.tables.find((table) => table.id === id);
    if (!table) return;
    await vscode.env.clipboard.writeText(await analyses.print({ table, format }));
    say(`Copied: ${table.title}`);
  };

  const replay = async (language: ReplayLanguage) => {
    await vscode.env.clipboard.writeText(await analyses.replay({ ...source, choices, language }));
    say(`Copied: the same analysis as ${language === "r" ? "an R script" : "SPSS syntax"}`);
  };

  const insert = async (id: string) => {
    const ids = id === "all" ? report.filter((wanted) => result?.tables.some((table) => table.id === wanted)) : [id];
    const done = await inserter.insert(ids, { data: uri, choices });
    if (done) say(done);
  };

  const answer = async (message: unknown) => {
    const asked = fromPanel(message);
    try {
      if (asked?.type === "ready") ready();
      else if (asked?.type === "reload") await reload();
      else if (asked?.type === "choose") {
        const recoded = asked.choices.missingCodes.join() !== choices.missingCodes.join();
        ({ choices } = asked);
        restored = choices;
        await (recoded ? reload() : analyze());
      } else if (asked?.type === "cancel") {
        running?.abort();
        running = undefined;
        analyses.stop(); // whatever it was busy with
        if (result) post({ type: "result", choices, ...result });
        say("Cancelled.");
      } else if (asked?.type === "copy") await copy(asked.table, asked.format);
      else if (asked?.type === "replay") await replay(asked.language);
      else if (asked?.type === "insert") await insert(asked.table);
      else if (asked?.type === "figure") {
        const done = await inserter.figure(source.name, asked);
        if (done) say(done);
      }
    } catch (error) {
      if (isCancelled(error)) return;
      const { message, hint } = asScreeError(error);
      void vscode.window.showErrorMessage(hint ? `${message} ${hint}` : message);
    }
  };

  const listener = panel.webview.onDidReceiveMessage((message) => void answer(message));
  void reload(); // while the page loads
  return {
    uri,
    panel,
    choices: () => choices,
    reload,
    outcome: async () => latest ?? first,
    dispose() {
      running?.abort();
      running = undefined;
      listener.dispose();
    },
  };
}
