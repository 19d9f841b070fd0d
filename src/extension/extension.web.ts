import { type ExtensionContext } from "vscode";
import { startWebWorker } from "./remote/web-worker";
import { start } from "./start";

/** Scree in the browser's extension host (vscode.dev). */
export const activate = (context: ExtensionContext) => start(context, startWebWorker(context.extensionUri));
