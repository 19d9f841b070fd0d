import * as vscode from "vscode";
import { asScreeError, isCancelled } from "./remote/channel";

/** Shows what went wrong and the way out; something the user cancelled needs no telling. */
export function notify(error: unknown): void {
  if (isCancelled(error)) return;
  const { message, hint } = asScreeError(error);
  void vscode.window.showErrorMessage(hint ? `${message} ${hint}` : message);
}

/** A command whose errors are shown instead of thrown at the editor. */
export function command<A extends unknown[]>(id: string, run: (...args: A) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: A) => {
    try {
      return await run(...args);
    } catch (error) {
      notify(error);
    }
  });
}
