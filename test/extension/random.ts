/** Numbers in [0, 1) that are the same in every run (a linear congruential generator: good enough to fill a survey). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
