import type * as vscode from "vscode";
import { defaultSettings } from "../../psychometrics/analysis";
import { type Choices, type FromPanel, fromPanel, type MatrixText, problemOf, type Reading, type ToPanel } from "../../webview/protocol";
import { fileHandlers, nameOf } from "../files";
import { notify } from "../notify";
import { pagePost } from "../page";
import { type Inserter } from "../tables/live-tables";
import { asScreeError, isCancelled } from "../remote/channel";
import { type Analyses, type Analyzed, type DataSource, type Progress } from "../remote/analysis-service";
import { corrections } from "./corrections";
import { panelRequests } from "./requests";

/** What a panel opens with where no study says otherwise. */
export const defaultChoices: Choices = { items: null, reverse: [], scales: [], missingCodes: [], settings: defaultSettings };

export interface PanelServices {
  readonly analyses: Analyses;
  readonly inserter: Inserter;
}

const unsaid: Reading = { missingWords: [], excluded: { careless: false, rows: [] }, careless: false };

/** What a panel is opened on, and what it showed before a reload of the window. */
export interface Opened {
  readonly uri: vscode.Uri;
  readonly matrix?: MatrixText;
  readonly choices?: Choices;
}

/** One open panel: a survey, the choices made, and the analysis of them. */
export interface Session extends vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  choices(): Choices;
  reload(): Promise<void>;
  /** what the page was told last: a result, or why there is none */
  outcome(): Promise<Outcome>;
  /** as if its page had asked */
  answer(message: unknown): Promise<void>;
}

export type Outcome = Extract<ToPanel, { type: "result" | "problem" }>;

/** What the requests of a page can see and do. */
export interface Shown {
  readonly source: DataSource;
  choices(): Choices;
  reading(): Reading;
  result(): Analyzed | undefined;
  post(message: ToPanel): void;
  say(text: string): void;
  /** other choices, as if they had been made on the page */
  choose(choices: Choices): Promise<void>;
  reload(): Promise<void>;
}

export function session(panel: vscode.WebviewPanel, opened: Opened, services: PanelServices): Session {
  const { analyses } = services;
  const { uri, matrix } = opened;
  const source: DataSource = { uri: uri.toString(), name: nameOf(uri), ...(matrix && { matrix }) };
  let choices = opened.choices ?? defaultChoices;
  /** once somebody has chosen, what the study says of its first analysis no longer counts */
  let chosen = opened.choices !== undefined;
  let shown: Extract<ToPanel, { type: "survey" }> | undefined;
  let result: Analyzed | undefined;
  /** whether a study says how this file is read */
  let studied = false;
  /** what the last reading gave */
  let reloaded: string | undefined;
  let running: AbortController | undefined;
  let turn = 0;
  let newest = Promise.resolve();
  let latest: Outcome | undefined;
  let told: (outcome: Outcome) => void;
  const first = new Promise<Outcome>((resolve) => (told = resolve));

  const tell = pagePost<ToPanel>(panel);
  const post = (message: ToPanel) => {
    tell(message);
    if (message.type === "result" || message.type === "problem") latest = message;
  };
  const say = (text: string) => post({ type: "said", text });
  const fail = (error: unknown) => {
    if (!isCancelled(error)) post({ type: "problem", problem: problemOf(asScreeError(error)) });
  };

  /** The newest choices win: what still runs for older ones is given up. What takes long comes after what does not. */
  const analyze = async (): Promise<void> => {
    running?.abort();
    const mine = (running = new AbortController());
    const asked = choices;
    const progress = ({ fraction, step }: Progress) => running === mine && post({ type: "progress", fraction, step });
    try {
      for (const stage of stagesOf(asked)) {
        const analyzed = await analyses.analyze({ ...source, choices: stage }, { signal: mine.signal, progress });
        if (running !== mine) return;
        result = analyzed;
        post({ type: "result", choices: asked, ...analyzed });
      }
    } catch (error) {
      if (running !== mine) return;
      if (isCancelled(error)) return analyze(); // in another panel: all share a worker, which has ended
      fail(error);
    } finally {
      if (running === mine && latest) told(latest);
    }
  };

  /** Of two readings the one begun last counts, and who waits for the other waits for that. */
  const reload = (): Promise<void> => (newest = readAgain(++turn));

  const readAgain = async (mine: number): Promise<void> => {
    try {
      const study = matrix ? null : await analyses.study({ uri: source.uri, ofSurvey: true });
      if (mine !== turn) return await newest;
      if (study) choices = chosen ? { ...choices, missingCodes: study.choices.missingCodes } : study.choices;
      studied = study !== null;
      const survey = await analyses.survey({ ...source, missingCodes: choices.missingCodes });
      const now: Extract<ToPanel, { type: "survey" }> = {
        type: "survey",
        survey,
        choices,
        study: study?.name ?? null,
        reading: study?.reading ?? unsaid,
        ...(matrix && { matrix }),
      };
      const state = JSON.stringify([now, await fileHandlers.stamp(source.uri)]);
      if (mine !== turn) return await newest;
      if (state === reloaded && latest?.type === "result") return; // a change elsewhere that changes nothing here
      reloaded = state;
      post((shown = now));
      await analyze();
    } catch (error) {
      if (mine !== turn) return newest;
      if (isCancelled(error)) return reload(); // in another panel
      fail(error);
      if (latest) told(latest);
    }
  };

  const giveUp = () => {
    running?.abort();
    running = undefined;
    turn++;
    newest = Promise.resolve();
  };

  /** A page that has just loaded, or comes back from where it was hidden, is told what is known; what is under way will follow. */
  const ready = () => {
    if (shown) post({ ...shown, choices });
    if (latest) post(latest);
  };

  const choose = async (wanted: Choices) => {
    const recoded = wanted.missingCodes.join() !== choices.missingCodes.join();
    chosen = true;
    if (recoded && studied) {
      choices = { ...wanted, missingCodes: choices.missingCodes };
      const codes = [...wanted.missingCodes, ...(shown?.reading.missingWords ?? [])];
      await corrected.correct([{ kind: "missing", codes }], "scree.yaml has the codes.").catch((error: unknown) => {
        ready(); // the page waits for a result, and shows the choice that was not taken
        throw error;
      });
      return;
    }
    choices = wanted;
    reloaded = undefined;
    await (recoded ? reload() : analyze());
  };

  const cancel = () => {
    giveUp();
    analyses.stop(); // whatever it was busy with
    choices = { ...choices, settings: { ...choices.settings, bootstrap: undefined } };
    if (result) post({ type: "result", choices, ...result });
    say("Cancelled.");
  };

  const view: Shown = { source, choices: () => choices, reading: () => shown?.reading ?? unsaid, result: () => result, post, say, choose, reload };
  const corrected = corrections(view, analyses);
  const requests = panelRequests(view, corrected, services);
  const answer = async (message: unknown) => {
    const asked: FromPanel | undefined = fromPanel(message);
    try {
      if (asked?.type === "ready") ready();
      else if (asked?.type === "reload") {
        reloaded = undefined;
        await reload();
      } else if (asked?.type === "choose") await choose(asked.choices);
      else if (asked?.type === "cancel") cancel();
      else if (asked) await requests(asked);
    } catch (error) {
      notify(error);
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
    answer,
    dispose() {
      giveUp();
      listener.dispose();
    },
  };
}

/** A bootstrap repeats the analysis hundreds of times: its intervals are added to a result that is seen already. */
function stagesOf(choices: Choices): readonly Choices[] {
  const { bootstrap, ...settings } = choices.settings;
  return bootstrap ? [{ ...choices, settings }, choices] : [choices];
}
