import { Worker } from "node:worker_threads";
import { type Uri } from "vscode";
import { type StartWorker } from "./worker";

/** Workers of the desktop host: threads. */
export const startNodeWorker =
  (root: Uri): StartWorker =>
  (name) => {
    const worker = new Worker(`${root.fsPath}/dist/workers/${name}.js`);
    worker.unref(); // an idle worker does not keep the host alive
    return {
      port: {
        post: (message, transfer) => worker.postMessage(message, transfer),
        listen: (receive) => void worker.on("message", receive),
      },
      onDeath: (died) => {
        worker.on("error", (error) => died(error.message));
        worker.on("exit", (code) => died(`exit ${code}`));
      },
      terminate: () => void worker.terminate(),
    };
  };
