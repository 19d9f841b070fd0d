import * as vscode from "vscode";
import { equal, ok, test } from "./runner";

test("the extension wakes up quickly, with every command it promises", async () => {
  const extension = vscode.extensions.getExtension("scree.scree");
  ok(extension, "scree.scree");
  ok(!extension.isActive, "asleep before there is anything to do");
  await new Promise((done) => setTimeout(done, 2_000)); // until the window itself has come to rest
  const start = performance.now();
  await extension.activate();
  const took = performance.now() - start;
  console.log(`SCREE-ACTIVATION ${took.toFixed(0)} ms`);
  ok(took < 1_000, `activation took ${took.toFixed(0)} ms`); // the bound of 100 ms is measured by npm run bench: machines of CI differ
  const commands = (await vscode.commands.getCommands(true)).filter((id) => id.startsWith("scree."));
  for (const { command } of extension.packageJSON.contributes.commands as { command: string }[]) ok(commands.includes(command), `${command} is registered`);
  equal(extension.packageJSON.capabilities.virtualWorkspaces, true, "virtual workspaces");
});
