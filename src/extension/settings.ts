import * as vscode from "vscode";

/** The few things that are a matter of taste; what belongs to a paper stands in its `scree.yaml`. */
export const settings = {
  checksAutomatically: () => configuration().get("check.automatically", true),
  disabledRules: () =>
    configuration()
      .get<string[]>("check.disabledRules", [])
      .filter((id) => typeof id === "string"),
  severities: () => configuration().get<Record<string, unknown>>("check.severity", {}),
  flavour: () => configuration().get<"auto" | "gfm" | "quarto">("tables.flavour", "auto"),
};

const configuration = () => vscode.workspace.getConfiguration("scree");
