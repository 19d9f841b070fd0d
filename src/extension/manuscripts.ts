import * as vscode from "vscode";
import { type FileResult } from "../checks/result";
import { switchedOff, withSeverities } from "../checks/severities";
import { type NearStudies } from "./near-study";
import { asScreeError, isCancelled } from "./remote/channel";
import { type Checks } from "./remote/services";
import { type ScreeError } from "../errors";
import { settings } from "./settings";

const languages = ["markdown", "quarto"];
const pause = 150; // ms without a keystroke before a text is read again

/** The result of one version of a document. */
export interface Checked {
  readonly version: number;
  readonly result?: FileResult;
  /** why there is none */
  readonly error?: ScreeError;
}

/** Keeps the results of the open manuscripts up to date. */
export interface Manuscripts extends vscode.Disposable {
  /** fires when a document's result changed, or went (undefined) */
  readonly onDidCheck: vscode.Event<{ readonly document: vscode.TextDocument; readonly checked: Checked | undefined }>;
  /** of the document's present text; absent while it is being read */
  latest(document: vscode.TextDocument): Checked | undefined;
  /** checks a document of any language now, and from then on */
  watch(document: vscode.TextDocument): Promise<Checked>;
}

interface Entry {
  readonly document: vscode.TextDocument;
  checked?: Checked;
  timer?: ReturnType<typeof setTimeout>;
  running?: Promise<void>;
}

/** Markdown and Quarto are read when opened and after each change; other texts once somebody asked. */
export function manuscripts(checks: Checks, studies: NearStudies): Manuscripts {
  const entries = new Map<string, Entry>();
  const asked = new Set<string>();
  const fire = new vscode.EventEmitter<{ document: vscode.TextDocument; checked: Checked | undefined }>();
  const keyOf = (document: vscode.TextDocument) => document.uri.toString();

  const wanted = (document: vscode.TextDocument) =>
    asked.has(keyOf(document)) || (settings.checksAutomatically() && languages.includes(document.languageId) && !isHistory(document.uri));

  /** One reading at a time; a text that changed meanwhile is read again, and only the newest one's result counts. */
  const read = async (entry: Entry): Promise<void> => {
    const { document } = entry;
    while (entries.get(keyOf(document)) === entry && entry.checked?.version !== document.version) {
      const { version } = document;
      const checked = await readVersion(checks, studies, document, version);
      if (document.version !== version || entries.get(keyOf(document)) !== entry) continue;
      if (!checked) return;
      entry.checked = checked;
      fire.fire({ document, checked });
    }
  };

  const start = (entry: Entry) => {
    clearTimeout(entry.timer);
    entry.running ??= read(entry).finally(() => (entry.running = undefined));
    return entry.running;
  };

  const open = (document: vscode.TextDocument): Entry | undefined => {
    if (!wanted(document)) return undefined;
    const key = keyOf(document);
    let entry = entries.get(key);
    if (!entry) entries.set(key, (entry = { document }));
    return entry;
  };

  const close = (document: vscode.TextDocument) => {
    const entry = entries.get(keyOf(document));
    if (!entry) return;
    clearTimeout(entry.timer);
    entries.delete(keyOf(document));
    fire.fire({ document, checked: undefined });
  };

  const all = () => {
    for (const { document } of [...entries.values()]) close(document);
    for (const document of vscode.workspace.textDocuments) {
      const entry = open(document);
      if (entry) void start(entry);
    }
  };

  const listeners = [
    fire,
    vscode.workspace.onDidOpenTextDocument((document) => {
      const entry = open(document);
      if (entry) void start(entry);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const entry = contentChanges.length > 0 ? entries.get(keyOf(document)) : undefined;
      if (!entry) return;
      clearTimeout(entry.timer);
      entry.timer = setTimeout(() => void start(entry), pause);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      close(document);
      asked.delete(keyOf(document));
    }),
    studies.onDidChange(all),
  ];
  all();

  return {
    onDidCheck: fire.event,
    latest: (document) => {
      const checked = entries.get(keyOf(document))?.checked;
      return checked?.version === document.version ? checked : undefined;
    },
    async watch(document) {
      asked.add(keyOf(document));
      const entry = open(document)!;
      for (;;) {
        await start(entry);
        if (entry.checked?.version === document.version) return entry.checked;
        if (document.isClosed || entries.get(keyOf(document)) !== entry) return { version: document.version };
      }
    },
    dispose: () => {
      for (const { timer } of entries.values()) clearTimeout(timer);
      vscode.Disposable.from(...listeners).dispose();
    },
  };
}

async function readVersion(checks: Checks, studies: NearStudies, document: vscode.TextDocument, version: number): Promise<Checked | undefined> {
  const path = vscode.workspace.asRelativePath(document.uri);
  const text = document.getText();
  try {
    const { severities } = await studies.of(document.uri);
    return { version, result: withSeverities(await checks.check({ text, path, disabled: switchedOff(severities) }), severities) };
  } catch (error) {
    return isCancelled(error) ? undefined : { version, error: asScreeError(error) };
  }
}

/** Older versions shown by source control are not what the author writes. */
const isHistory = (uri: vscode.Uri) => ["git", "review", "output", "vscode-scm", "scree-rule"].includes(uri.scheme);
