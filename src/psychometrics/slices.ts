/** How long work goes on before other work of the host gets its turn, in milliseconds. */
const SLICE = 20;

/**
 * Does a piece of work many times, letting the host's other work and cancellation in between.
 *
 * @param options.progress called with the share done
 * @throws the signal's reason when it is aborted
 * @internal
 */
export async function inSlices(times: number, options: { signal?: AbortSignal; progress?: (fraction: number) => void }, work: () => void): Promise<void> {
  let end = performance.now() + SLICE;
  for (let time = 0; time < times; time++) {
    if (performance.now() > end) {
      options.progress?.(time / times);
      await new Promise((resolve) => setTimeout(resolve));
      options.signal?.throwIfAborted();
      end = performance.now() + SLICE;
    }
    work();
  }
  options.signal?.throwIfAborted();
  options.progress?.(1);
}

/**
 * Lets the host's other work and cancellation in, between the steps of work whose number is not known beforehand.
 *
 * @throws the signal's reason when it is aborted
 * @internal
 */
export async function breath(signal?: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
}
