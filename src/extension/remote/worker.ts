import { ScreeError } from "../../errors";
import { type CallOptions, type Channel, connect, type Handlers, type Port } from "./channel";

/** A started worker as its host sees it. */
export interface Started {
  readonly port: Port;
  /** `died` is called when the worker ends without being asked to */
  onDeath(died: (reason: string) => void): void;
  terminate(): void;
}

/** How this host starts a worker of `dist/workers/`: "checks", "analysis", "preview" or "office". */
export type StartWorker = (name: string) => Started;

export interface Remote {
  call<T>(method: string, argument: unknown, options?: CallOptions & { readonly limit?: number }): Promise<T>;
  /** gives up what is running; the next call starts afresh */
  stop(error?: ScreeError): void;
}

/**
 * A worker that starts with the first call, and again after it was stopped or died.
 * A call that exceeds its `limit` (milliseconds) ends the worker: no text and no table can make the editor hang.
 */
export function remote(start: StartWorker, name: string, handlers: Handlers): Remote {
  let live: { channel: Channel; started: Started } | undefined;

  const stop = (error = new ScreeError("cancelled", "This was cancelled.")) => {
    const { channel, started } = live ?? {};
    live = undefined;
    channel?.close(error);
    started?.terminate();
  };

  const ensure = () => {
    if (live) return live;
    const started = start(name);
    const channel = connect(started.port, handlers);
    const mine = (live = { channel, started });
    started.onDeath((reason) => {
      if (live === mine) stop(new ScreeError("worker-ended", `The background part of Scree ended: ${reason}`, { hint: "Try again; it starts afresh." }));
    });
    return mine;
  };

  return {
    async call<T>(method: string, argument: unknown, { limit, ...options }: CallOptions & { readonly limit?: number } = {}) {
      const { channel } = ensure();
      const tooLong = () =>
        stop(
          new ScreeError("took-too-long", `Scree gave up after ${Math.round((limit ?? 0) / 1000)} seconds.`, {
            hint: "Take a smaller file, or fewer replications.",
          }),
        );
      const timer = limit ? setTimeout(tooLong, limit) : undefined;
      try {
        return (await channel.call(method, argument, options)) as T;
      } finally {
        clearTimeout(timer);
      }
    },
    stop,
  };
}
