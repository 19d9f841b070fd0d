import * as vscode from "vscode";
import { type ReadingChange } from "../../study/edit-reading";
import { delimiters, encodings } from "../../webview/parts/file-choices";
import { type Way } from "../../webview/preview/protocol";
import { nameOf } from "../files";
import { defaultChoices } from "../panel/session";
import { type Analyses } from "../remote/analysis-service";
import { type ReadingChoices, readingKeys } from "../remote/preview-service";
import { replaceText } from "../text-files";
import { type PreviewDocument, waysOf } from "./document";

/** What a user does about a file that was not read as it should be. */
export async function takeWay(way: Way, document: PreviewDocument, analyses: Analyses): Promise<void> {
  if (way === "retry") return document.read();
  if (way === "text") return openAsText(document);
  const pick = await choose(way, document);
  if (pick) await readAs(way, pick.value, document, analyses);
}

/** At the line that could not be read, where that is known. */
async function openAsText(document: PreviewDocument): Promise<void> {
  const { line } = document.known();
  const selection = line === undefined ? undefined : new vscode.Range(line - 1, 0, line - 1, 0);
  await vscode.commands.executeCommand("vscode.openWith", document.uri, "default", { ...(selection ? { selection } : {}) });
}

/** Reads the file again as the user says, null as Scree recognises it; the study remembers where there is one. */
export async function readAs(key: keyof ReadingChoices, value: string | null, document: PreviewDocument, analyses: Analyses): Promise<void> {
  const { study, choices } = document.known();
  if (study) await remember(document, analyses, { [key]: value ?? undefined });
  const { [key]: _, ...others } = choices;
  await document.read(value === null ? others : { ...others, [key]: value });
}

/** Which of the ways to read the file differently; without a question where there is one. */
export async function chooseWay(document: PreviewDocument): Promise<keyof ReadingChoices | undefined> {
  const ways = waysOf(document.uri, false).filter((way) => way !== "text" && way !== "retry");
  if (ways.length < 2) return ways[0];
  const picks = ways.map((way) => ({ label: `Another ${way}…`, way }));
  return (await vscode.window.showQuickPick(picks, { title: `Read ${nameOf(document.uri)} differently` }))?.way;
}

interface Pick extends vscode.QuickPickItem {
  /** null: as Scree recognises it */
  readonly value: string | null;
}

async function choose(key: keyof ReadingChoices, document: PreviewDocument): Promise<Pick | undefined> {
  const now = document.known().choices[key];
  const named =
    key === "sheet"
      ? (await document.reader.sheets({ uri: document.uri.toString(), name: nameOf(document.uri) })).map(pickOf)
      : key === "encoding"
        ? encodingPicks
        : delimiterPicks;
  const recognised: Pick = { label: key === "sheet" ? "The first sheet" : "Recognise it", value: null };
  const picks = [recognised, ...named].map((pick) => ({ ...pick, label: pick.value === (now ?? null) ? `$(check) ${pick.label}` : pick.label }));
  return vscode.window.showQuickPick(picks, { title: `The ${key} of ${nameOf(document.uri)}`, matchOnDescription: true });
}

const pickOf = (value: string): Pick => ({ label: value, value });

const encodingPicks: readonly Pick[] = encodings.map(({ label, what }) => ({ label, description: what, value: label }));
const delimiterPicks: readonly Pick[] = Array.from(delimiters, ([value, label]) => ({ label, description: value.trim(), value }));

/** What was chosen without a study must hold in the analysis too: a study is made beside the file. */
export async function keepChoices(document: PreviewDocument, analyses: Analyses): Promise<boolean> {
  const { study, choices } = document.known();
  if (study || Object.keys(choices).length === 0) return false;
  await remember(document, analyses, choices);
  await document.read();
  return true;
}

/** Writes choices into the study, so that the analysis and the next reading know them; undefined takes one out. */
async function remember({ uri }: PreviewDocument, analyses: Analyses, choices: ReadingChoices): Promise<void> {
  const changes = readingKeys.filter((key) => key in choices).map((key) => ({ kind: key, [key]: choices[key] }) as ReadingChange);
  const { uri: study, before, after } = await analyses.correct({ uri: uri.toString(), name: nameOf(uri), choices: defaultChoices, changes });
  if (before !== after) await replaceText(vscode.Uri.parse(study, true), before, after);
}
