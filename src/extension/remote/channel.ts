import { ScreeError } from "../../errors";

/** One end of a two-way line of structured-cloneable messages: a worker, or a worker's own global. */
export interface Port {
  post(message: unknown, transfer?: ArrayBuffer[]): void;
  /** called once, before the first message */
  listen(receive: (message: unknown) => void): void;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly progress?: (value: unknown) => void;
}

/** What the other end may call; `progress` reports to the caller, `signal` fires when the caller no longer wants the answer. */
export type Handlers = Readonly<Record<string, (argument: never, context: { signal: AbortSignal; progress: (value: unknown) => void }) => unknown>>;

interface WireError {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly data?: Record<string, unknown>;
}

type Wire =
  | { readonly kind: "call"; readonly id: number; readonly method: string; readonly argument: unknown }
  | { readonly kind: "cancel"; readonly id: number }
  | { readonly kind: "progress"; readonly id: number; readonly value: unknown }
  | { readonly kind: "result"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failure"; readonly id: number; readonly error: WireError };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  progress?: (value: unknown) => void;
}

export interface Channel {
  call(method: string, argument: unknown, options?: CallOptions): Promise<unknown>;
  /** every call under way fails with this error, and so does every later one */
  close(error: ScreeError): void;
}

/** Calls in both directions over a port: each side offers its handlers, and calls the other's. */
export function connect(port: Port, handlers: Handlers): Channel {
  const waiting = new Map<number, Waiting>();
  const running = new Map<number, AbortController>();
  let lastId = 0;
  let closed: ScreeError | undefined;

  const answer = async (id: number, method: string, argument: unknown) => {
    const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
    const controller = new AbortController();
    running.set(id, controller);
    try {
      if (!handler) throw new ScreeError("unknown-request", `Nobody answers “${method}”.`);
      const progress = (value: unknown) => port.post({ kind: "progress", id, value } satisfies Wire);
      const value = await handler(argument as never, { signal: controller.signal, progress });
      port.post({ kind: "result", id, value } satisfies Wire);
    } catch (error) {
      port.post({ kind: "failure", id, error: toWire(error, controller.signal) } satisfies Wire);
    } finally {
      running.delete(id);
    }
  };

  port.listen((message) => {
    const wire = message as Wire;
    if (wire.kind === "call") void answer(wire.id, wire.method, wire.argument);
    else if (wire.kind === "cancel") running.get(wire.id)?.abort(cancelled());
    else if (wire.kind === "progress") waiting.get(wire.id)?.progress?.(wire.value);
    else if (wire.kind === "result") waiting.get(wire.id)?.resolve(wire.value);
    else if (wire.kind === "failure") waiting.get(wire.id)?.reject(fromWire(wire.error));
  });

  return {
    call(method, argument, { signal, progress } = {}) {
      if (closed) return Promise.reject(closed);
      if (signal?.aborted) return Promise.reject(cancelled());
      const id = ++lastId;
      const stop = () => {
        port.post({ kind: "cancel", id } satisfies Wire);
        waiting.get(id)?.reject(cancelled());
      };
      const promise = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject, progress }));
      signal?.addEventListener("abort", stop, { once: true });
      port.post({ kind: "call", id, method, argument } satisfies Wire);
      return promise.finally(() => {
        signal?.removeEventListener("abort", stop);
        waiting.delete(id);
      });
    },
    close(error) {
      closed = error;
      for (const { reject } of waiting.values()) reject(error);
      for (const controller of running.values()) controller.abort(error);
    },
  };
}

/** What a call that was given up fails with. */
export const cancelled = () => new ScreeError("cancelled", "This was cancelled.");

export const isCancelled = (error: unknown) => error instanceof ScreeError && error.code === "cancelled";

/** Anything thrown, as the sentence and the way out that a user can be shown. A defect of ours keeps its own words, but never its stack. */
export function asScreeError(error: unknown): ScreeError {
  if (error instanceof ScreeError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ScreeError("unexpected", `Scree could not finish: ${message.split("\n")[0]}`, {
    hint: "This is a fault of Scree, not of your file; please report it.",
  });
}

function toWire(error: unknown, signal: AbortSignal): WireError {
  if (signal.aborted) return { code: "cancelled", message: "This was cancelled." };
  const { code, message, hint, data } = asScreeError(error);
  return { code, message, hint, data: JSON.parse(JSON.stringify(data)) as Record<string, unknown> };
}

const fromWire = ({ code, message, hint, data }: WireError) => new ScreeError(code, message, { hint, data });
