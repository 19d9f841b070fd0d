import * as vscode from "vscode";
import { ruleSeverities, type RuleSeverity, type Severities } from "../checks/severities";
import { findStudy } from "../study/find-study";
import { fileHandlers, nameOf, readFile } from "./files";
import { resolveUri } from "./remote/remote-files";
import { type Checks } from "./remote/services";
import { settings } from "./settings";

/** What the nearest `scree.yaml` says of checking a manuscript. */
export interface NearStudy {
  /** how much each rule weighs: the study's word before the settings' */
  readonly severities: Severities;
  /** the study names this manuscript: its values are compared with the data */
  readonly isNamed: boolean;
}

export interface NearStudies extends vscode.Disposable {
  of(manuscript: vscode.Uri): Promise<NearStudy>;
  /** a study file came, changed or went, or the settings did */
  readonly onDidChange: vscode.Event<void>;
}

const exists = async (uri: string) => (await fileHandlers.stamp(uri)) !== null;

/** Reads study files only as far as a manuscript needs it, and none twice. */
export function nearStudies(checks: Checks): NearStudies {
  const known = new Map<string, Promise<NearStudy>>();
  const fire = new vscode.EventEmitter<void>();
  const forget = () => {
    known.clear();
    fire.fire();
  };
  const files = vscode.workspace.createFileSystemWatcher("**/scree.yaml");
  const listeners = [
    fire,
    files,
    files.onDidChange(forget),
    files.onDidCreate(forget),
    files.onDidDelete(forget),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("scree.check") && forget()),
  ];
  return {
    onDidChange: fire.event,
    of(manuscript) {
      const key = manuscript.toString();
      const found = known.get(key) ?? read(manuscript, checks);
      known.set(key, found);
      return found;
    },
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  };
}

async function read(manuscript: vscode.Uri, checks: Checks): Promise<NearStudy> {
  const chosen = settingsSeverities();
  const without = { severities: new Map(chosen), isNamed: false };
  if (manuscript.scheme === "untitled") return without;
  const path = await findStudy({ exists, resolve: resolveUri }, manuscript.toString());
  if (path === undefined) return without;
  const source = new TextDecoder().decode(await readFile(vscode.Uri.parse(path, true)).catch(() => new Uint8Array()));
  if (!/\b(?:checks|manuscripts)\b/.test(source)) return without; // spares the reader of YAML
  try {
    const { severities, isNamed } = await checks.study({ source, path, manuscript: manuscript.toString() });
    return { severities: new Map([...chosen, ...severities]), isNamed };
  } catch {
    // what is wrong with the study is said in the study file, once a manuscript needs it
    return { ...without, isNamed: source.includes(nameOf(manuscript)) };
  }
}

const isSeverity = (value: unknown): value is RuleSeverity => ruleSeverities.some((one) => one === value);

function settingsSeverities(): readonly [string, RuleSeverity][] {
  const off = settings.disabledRules().map((rule): [string, RuleSeverity] => [rule, "off"]);
  return [...Object.entries(settings.severities()).filter((entry): entry is [string, RuleSeverity] => isSeverity(entry[1])), ...off];
}
