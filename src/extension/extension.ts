import { type ExtensionContext } from "vscode";
import { startNodeWorker } from "./remote/node-worker";
import { start } from "./start";

/** Scree in the desktop's extension host, and in that of a remote or container. */
export const activate = (context: ExtensionContext) => start(context, startNodeWorker(context.extensionUri));
