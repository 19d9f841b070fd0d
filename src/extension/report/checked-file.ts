import type * as vscode from "vscode";
import { withBoxes } from "../../checks/boxes";
import { type FileResult } from "../../checks/result";
import { switchedOff, withSeverities } from "../../checks/severities";
import { decodeText, needsConversion } from "../../manuscript/decode";
import { readFile } from "../files";
import { type SubjectServices } from "./subject";

type Services = Pick<SubjectServices, "analyses" | "checks" | "studies" | "office">;

/** What the text contradicts by itself and what the data do not give, in the order of the text. */
export const together = (checked: FileResult, more: FileResult["findings"]): FileResult => ({
  ...checked,
  findings: [...checked.findings, ...more].sort((a, b) => a.range.start.offset - b.range.start.offset),
});

/** A manuscript's file, checked as `scree check` does: with its data where its study names it or live tables stand in it, and weighed as the study says. */
export async function checkedFile(
  uri: vscode.Uri,
  path: string,
  { analyses, checks, studies, office }: Services,
): Promise<{ text: string; result: FileResult }> {
  const bytes = await readFile(uri);
  const { text, places } = needsConversion(uri.path) ? await office({ bytes, path }) : { text: decodeText(bytes, path), places: undefined };
  const { severities, isNamed } = await studies.of(uri);
  const checked = await checks.check({ text, path, disabled: switchedOff(severities) });
  const hasData = isNamed || /<!--\s{0,9}scree\s?:/i.test(text);
  const compared = hasData ? (await analyses.status({ uri: uri.toString(), text, flavour: "gfm", isNamed })).findings : [];
  const all = together(checked, compared);
  return { text, result: withSeverities(places ? withBoxes(all, places) : all, severities) };
}
