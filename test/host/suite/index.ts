import * as vscode from "vscode";
import { closeAll } from "./editor";
import { equal, ok, runAll, test } from "./runner";

test("the extension is there, wakes up with a manuscript, and quickly", async () => {
  const extension = vscode.extensions.getExtension("scree.scree");
  ok(extension, "scree.scree");
  const start = Date.now();
  await extension.activate();
  const took = Date.now() - start;
  ok(took < 1_000, `activation took ${took} ms`);
  console.log(`activation: ${took} ms`);
  const commands = (await vscode.commands.getCommands(true)).filter((id) => id.startsWith("scree."));
  for (const { command } of extension.packageJSON.contributes.commands as { command: string }[]) ok(commands.includes(command), `${command} is registered`);
  equal(extension.packageJSON.capabilities.virtualWorkspaces, true, "virtual workspaces");
});

import "./reviewer";
import "./author";

/** Called by the host. */
export const run = () => runAll(closeAll);
