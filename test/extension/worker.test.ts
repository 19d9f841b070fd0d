import { MessageChannel } from "node:worker_threads";
import { expect, it } from "vitest";
import { connect, type Port } from "../../src/extension/remote/channel";
import { remote, type StartWorker } from "../../src/extension/remote/worker";

/** Workers in this process that count how often they were started. */
function farm() {
  const started: { die: (reason: string) => void; terminated: boolean }[] = [];
  const start: StartWorker = () => {
    const { port1, port2 } = new MessageChannel();
    const portOf = (port: typeof port1): Port => ({ post: (message) => port.postMessage(message), listen: (receive) => void port.on("message", receive) });
    port1.unref();
    port2.unref();
    const mine = started.length;
    connect(portOf(port2), { which: () => mine, never: () => new Promise(() => undefined) });
    const worker = { die: (_: string) => undefined as void, terminated: false };
    started.push(worker);
    return { port: portOf(port1), onDeath: (died) => (worker.die = died), terminate: () => void (worker.terminated = true) };
  };
  return { start, started };
}

it("starts with the first call, and not before", async () => {
  const { start, started } = farm();
  const worker = remote(start, "checks", {});
  expect(started).toHaveLength(0);
  expect(await worker.call("which", 0)).toBe(0);
  expect(await worker.call("which", 0)).toBe(0);
});

it("ends a call that takes too long, and starts afresh", async () => {
  const { start, started } = farm();
  const worker = remote(start, "checks", {});
  await expect(worker.call("never", 0, { limit: 30 })).rejects.toMatchObject({ code: "took-too-long" });
  expect(started[0].terminated).toBe(true);
  expect(await worker.call("which", 0)).toBe(1);
});

it("says so when the worker dies, and starts afresh", async () => {
  const { start, started } = farm();
  const worker = remote(start, "checks", {});
  const call = worker.call("never", 0);
  started[0].die("out of memory");
  await expect(call).rejects.toMatchObject({ code: "worker-ended", message: expect.stringContaining("out of memory") as string });
  expect(await worker.call("which", 0)).toBe(1);
});
