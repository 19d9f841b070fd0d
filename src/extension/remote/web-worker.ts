import { Uri } from "vscode";
import { type StartWorker } from "./worker";

/** Workers of the browser host, which runs in a worker itself. */
export const startWebWorker =
  (root: Uri): StartWorker =>
  (name) => {
    const worker = new Worker(Uri.joinPath(root, "dist", "workers", `${name}.js`).toString(true), { name: `scree-${name}` });
    return {
      port: {
        post: (message, transfer) => worker.postMessage(message, transfer ?? []),
        listen: (receive) => worker.addEventListener("message", (event) => receive(event.data)),
      },
      onDeath: (died) => worker.addEventListener("error", (event) => died(event.message)),
      terminate: () => worker.terminate(),
    };
  };
