import * as vscode from "vscode";
import { type AnalysisSettings } from "../../psychometrics/analysis";
import { type Choices } from "../../webview/protocol";
import { nameOf } from "../files";
import { type Analyses, type CompareRequest } from "../remote/analysis-service";
import { type Shown } from "./session";

type Other = CompareRequest["other"];

/** Asks what the solution of a panel shall be compared with. Undefined: nothing. */
export async function otherSolution(shown: Shown, analyses: Analyses): Promise<Other | undefined> {
  const choices = shown.choices();
  const study = shown.source.matrix ? null : await analyses.study({ uri: shown.source.uri, ofSurvey: true });
  const named = (study?.analyses ?? []).map((name, i) => ({ label: name, description: "an analysis of scree.yaml", other: { name, choices: study!.all[i] } }));
  const pick = await vscode.window.showQuickPick(
    [
      ...otherWays(choices, shown.result()?.analysis.solution?.factors),
      ...named,
      { label: "Loadings from a file…", description: "item,F1,F2 and a line for each item", other: undefined },
    ],
    { title: "Scree: compare the solution", placeHolder: "With what?", matchOnDescription: true },
  );
  if (!pick) return undefined;
  return pick.other ?? loadingsFile(shown);
}

/** The same data analysed in another way. */
function otherWays(choices: Choices, factors: number | undefined) {
  const { settings } = choices;
  const change = (label: string, description: string, changed: Partial<AnalysisSettings>) => ({
    label,
    description,
    other: { name: label, choices: { ...choices, settings: { ...settings, bootstrap: undefined, ...(factors ? { factors } : {}), ...changed } } },
  });
  return [
    settings.convention === "spss"
      ? change("R psych", "the other convention", { convention: "psych" })
      : change("SPSS", "the other convention", { convention: "spss" }),
    ...(settings.extraction === "pca" ? [] : [change("principal components", "another extraction", { extraction: "pca" })]),
    ...(settings.extraction === "ml" ? [] : [change("maximum likelihood", "another extraction", { extraction: "ml" })]),
    ...(settings.rotation === "varimax" ? [] : [change("varimax", "another rotation", { rotation: "varimax" })]),
    ...(settings.rotation === "oblimin" ? [] : [change("oblimin", "another rotation", { rotation: "oblimin" })]),
    ...(settings.correlation === "polychoric" ? [] : [change("polychoric correlations", "for ordered answers", { correlation: "polychoric" })]),
    settings.missing === "listwise"
      ? change("pairwise deletion", "more of the answers", { missing: "pairwise" })
      : change("listwise deletion", "complete rows only", { missing: "listwise" }),
  ];
}

async function loadingsFile({ source }: Shown): Promise<Other | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: "Loadings to compare with",
      defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(source.uri, true), ".."),
      filters: { Loadings: ["csv", "tsv", "txt", "xlsx"] },
    })) ?? [];
  return file && { name: nameOf(file), file: { uri: file.toString(), name: nameOf(file) } };
}
