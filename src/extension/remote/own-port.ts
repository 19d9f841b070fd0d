import { type Port } from "./channel";

interface NodePort {
  postMessage(message: unknown, transfer?: ArrayBuffer[]): void;
  on(event: "message", receive: (message: unknown) => void): void;
}

/** Inside a worker: the line to whoever started it. The same bundle code runs as a thread of Node and as a worker of the browser. */
export function ownPort(): Port {
  const node = globalThis.process?.getBuiltinModule?.("node:worker_threads") as { parentPort: NodePort | null } | undefined;
  const parent = node?.parentPort;
  if (parent) return { post: (message, transfer) => parent.postMessage(message, transfer), listen: (receive) => parent.on("message", receive) };
  const scope = globalThis as unknown as {
    postMessage(message: unknown, transfer: ArrayBuffer[]): void;
    addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  };
  return {
    post: (message, transfer = []) => scope.postMessage(message, transfer),
    listen: (receive) => scope.addEventListener("message", (event) => receive(event.data)),
  };
}
