import fc from "fast-check";

/** The same cases on every machine, so that a red run can be repeated; SCREE_SEED=random (or a number) explores others, SCREE_RUNS=1000 more of them. */
const seed = process.env.SCREE_SEED;
fc.configureGlobal({
  seed: seed === "random" ? Date.now() : Number(seed ?? 20261123),
  ...(process.env.SCREE_RUNS ? { numRuns: Number(process.env.SCREE_RUNS) } : {}),
});
