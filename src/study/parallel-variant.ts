import type { ParallelVariant } from "../psychometrics/analysis";

const choices = { eigenvalues: ["pca", "smc", "minres"], data: ["normal", "permuted"], threshold: ["percentile95", "mean"] } as const;

/** The words that a variant of parallel analysis is made of, for a hint. */
export const parallelHint = `Combine one each of ${Object.values(choices)
  .map((words) => words.join("|"))
  .join(", ")}, such as smc,permuted.`;

/** "smc,permuted,mean": a variant of parallel analysis, in any order; what is not named is the first of its kind. Undefined for any other word. */
export function parallelVariant(words: readonly string[]): ParallelVariant | undefined {
  const variant: ParallelVariant = { eigenvalues: choices.eigenvalues[0], data: choices.data[0], threshold: choices.threshold[0] };
  return words.reduce<ParallelVariant | undefined>((chosen, word) => {
    const key = (Object.keys(choices) as (keyof typeof choices)[]).find((kind) => (choices[kind] as readonly string[]).includes(word.trim()));
    return chosen && key ? { ...chosen, [key]: word.trim() } : undefined;
  }, variant);
}
