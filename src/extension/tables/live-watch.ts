import * as vscode from "vscode";
import { withSeverities } from "../../checks/severities";
import { type LiveStatus } from "../studies/live-status";
import { diagnosticOf } from "../diagnostics";
import { lineStarts, positionAt } from "../../manuscript/lines";
import { studyFileName } from "../../study/study";
import { isData, nameOf, readFile, surveyEndings } from "../files";
import { type Analyses } from "../remote/analysis-service";
import { isCancelled } from "../remote/channel";
import { type NearStudies } from "../near-study";
import { toRange } from "../places";
import { flavourOf } from "./live-tables";

const pause = 300; // ms

/** The live tables of one version of a document. */
export interface Watched {
  readonly version: number;
  readonly status: LiveStatus;
}

export interface LiveWatch extends vscode.Disposable {
  readonly onDidChange: vscode.Event<vscode.Uri>;
  latest(document: vscode.TextDocument): Watched | undefined;
  /** of the document's present text; undefined where it has no live tables */
  settled(document: vscode.TextDocument): Promise<Watched | undefined>;
  /** of the document's text and the data as they are now */
  now(document: vscode.TextDocument): Promise<Watched>;
}

const isManuscript = (document: vscode.TextDocument) => ["markdown", "quarto"].includes(document.languageId) && document.uri.scheme !== "git";
const holdsMarkers = (document: vscode.TextDocument) => /scree\s?:/i.test(document.getText());

/** Looks after the live tables of the open manuscripts, and after the values of those that a study names: again when a text, its study or its data change. */
export function liveWatch(analyses: Analyses, nearStudies: NearStudies): LiveWatch {
  const concerns = async (document: vscode.TextDocument) => holdsMarkers(document) || (await nearStudies.of(document.uri)).isNamed;
  const kept = new Map<string, Watched>();
  const studies = new Map<string, vscode.Uri>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const collection = vscode.languages.createDiagnosticCollection("scree-tables");
  const fire = new vscode.EventEmitter<vscode.Uri>();

  const clear = (document: vscode.TextDocument) => {
    clearTimeout(timers.get(document.uri.toString()));
    kept.delete(document.uri.toString());
    collection.delete(document.uri);
    void studyProblem(document.uri, { findings: [], blocks: [], refresh: [], values: 0 });
    fire.fire(document.uri);
  };

  const now = async (document: vscode.TextDocument): Promise<Watched> => {
    for (;;) {
      const { version } = document;
      const text = document.getText();
      const { severities, isNamed } = await nearStudies.of(document.uri);
      const found = await analyses.status({ uri: document.uri.toString(), text, flavour: flavourOf(document), isNamed });
      const status = { ...found, findings: withSeverities(found, severities).findings };
      if (document.version !== version && !document.isClosed) continue;
      const watched = { version, status };
      if (document.isClosed) return watched;
      kept.set(document.uri.toString(), watched);
      collection.set(
        document.uri,
        status.findings.map((finding) => diagnosticOf(finding, document.uri)),
      );
      await studyProblem(document.uri, status);
      fire.fire(document.uri);
      return watched;
    }
  };

  /** The study file is underlined where it is wrong, as long as a manuscript needs it. */
  const studyProblem = async (manuscript: vscode.Uri, { study }: LiveStatus) => {
    const before = studies.get(manuscript.toString());
    if (before) collection.delete(before);
    studies.delete(manuscript.toString());
    if (!study) return;
    const uri = vscode.Uri.parse(study.uri, true);
    if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) return; // it tells all its problems itself
    const starts = lineStarts(new TextDecoder().decode(await readFile(uri)));
    const range = toRange({ start: positionAt(starts, study.start), end: positionAt(starts, study.end) });
    const diagnostic = new vscode.Diagnostic(range, study.message, vscode.DiagnosticSeverity.Error);
    diagnostic.source = "Scree";
    collection.set(uri, [diagnostic]);
    studies.set(manuscript.toString(), uri);
  };

  const look = (document: vscode.TextDocument, delay: number) => {
    if (!isManuscript(document)) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void lookNow(document).catch((error: unknown) => again(error, document)), delay),
    );
  };
  const lookNow = async (document: vscode.TextDocument) => {
    if (await concerns(document)) await now(document);
    else if (kept.has(document.uri.toString())) clear(document);
  };
  /** Somebody cancelled an analysis, and with it this look at the tables. */
  const again = (error: unknown, document: vscode.TextDocument) => {
    if (isCancelled(error) && !document.isClosed) look(document, 1_000);
    else if (!isCancelled(error)) console.error(error);
  };
  const lookAtAll = () => vscode.workspace.textDocuments.forEach((document) => look(document, pause));

  const files = vscode.workspace.createFileSystemWatcher(`**/{scree.yaml,${surveyEndings.map((ending) => `*.${ending}`).join(",")}}`);
  const listeners = [
    collection,
    fire,
    files,
    files.onDidChange(lookAtAll),
    files.onDidCreate(lookAtAll),
    files.onDidDelete(lookAtAll),
    vscode.workspace.onDidOpenTextDocument((document) => (nameOf(document.uri) === studyFileName ? lookAtAll() : look(document, 0))),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      if (isData(document.uri)) lookAtAll();
      else look(document, pause);
    }),
    vscode.workspace.onDidSaveTextDocument((document) => (isManuscript(document) ? look(document, pause) : lookAtAll())),
    vscode.workspace.onDidCloseTextDocument(clear),
    nearStudies.onDidChange(lookAtAll),
  ];
  vscode.workspace.textDocuments.forEach((document) => look(document, 0));

  const latest = (document: vscode.TextDocument) => {
    const watched = kept.get(document.uri.toString());
    return watched?.version === document.version ? watched : undefined;
  };
  return {
    onDidChange: fire.event,
    latest,
    settled: async (document) => latest(document) ?? (isManuscript(document) && (await concerns(document)) ? now(document) : undefined),
    now,
    dispose: () => {
      timers.forEach(clearTimeout);
      vscode.Disposable.from(...listeners).dispose();
    },
  };
}
