import { MessageChannel } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { ScreeError } from "../../src/errors";
import { connect, type Handlers, type Port } from "../../src/extension/remote/channel";

/** Two ends in one process; what passes is cloned as between threads. */
function pair(here: Handlers, there: Handlers) {
  const { port1, port2 } = new MessageChannel();
  const portOf = (port: typeof port1): Port => ({ post: (message) => port.postMessage(message), listen: (receive) => void port.on("message", receive) });
  port1.unref();
  port2.unref();
  return { host: connect(portOf(port1), here), worker: connect(portOf(port2), there) };
}

describe("channel", () => {
  it("carries answers in both directions", async () => {
    const { host, worker } = pair({ name: () => "host" }, { double: (n: number) => n * 2 });
    expect(await host.call("double", 21)).toBe(42);
    expect(await worker.call("name", undefined)).toBe("host");
  });

  it("carries a sentence and its way out, and nothing of a defect's stack", async () => {
    const { host } = pair(
      {},
      {
        known: () => {
          throw new ScreeError("no-items", "survey.csv has no items.", { hint: "Name them.", data: { file: "survey.csv" } });
        },
        defect: () => (undefined as unknown as { x: string }).x,
      },
    );
    await expect(host.call("known", 0)).rejects.toMatchObject({
      code: "no-items",
      message: "survey.csv has no items.",
      hint: "Name them.",
      data: { file: "survey.csv" },
    });
    const defect = (await host.call("defect", 0).catch((error: unknown) => error)) as ScreeError;
    expect(defect).toBeInstanceOf(ScreeError);
    expect(defect.message).not.toMatch(/\n|\bat \w/);
    await expect(host.call("constructor", 0)).rejects.toMatchObject({ code: "unknown-request" });
  });

  it("reports progress, and stops when it is cancelled", async () => {
    const heard: unknown[] = [];
    let stopped = false;
    const { host } = pair({}, {
      slow: (_: unknown, { signal, progress }: { signal: AbortSignal; progress: (value: unknown) => void }) => {
        progress(0.5);
        return new Promise((_resolve, reject) => signal.addEventListener("abort", () => ((stopped = true), reject(signal.reason as Error))));
      },
    } as never);
    const controller = new AbortController();
    const call = host.call("slow", 0, { signal: controller.signal, progress: (value) => (heard.push(value), controller.abort()) });
    await expect(call).rejects.toMatchObject({ code: "cancelled" });
    await new Promise((done) => setTimeout(done, 20));
    expect(heard).toEqual([0.5]);
    expect(stopped).toBe(true);
  });

  it("fails what is under way, and all that comes later, once it is closed", async () => {
    const { host } = pair({}, { never: () => new Promise(() => undefined) });
    const call = host.call("never", 0);
    host.close(new ScreeError("worker-ended", "It ended."));
    await expect(call).rejects.toMatchObject({ code: "worker-ended" });
    await expect(host.call("never", 0)).rejects.toMatchObject({ code: "worker-ended" });
  });
});
