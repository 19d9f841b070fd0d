import { ScreeError } from "../errors";
import type { ParallelVariant } from "../psychometrics/analysis";

const choices = { eigenvalues: ["pca", "smc", "minres"], data: ["normal", "permuted"], threshold: ["percentile95", "mean"] } as const;

/**
 * "smc,permuted,mean": a variant of parallel analysis, in any order; what is not named is the first of its kind.
 *
 * @throws ScreeError `unknown-value`
 */
export function parallelVariant(text: string | undefined): ParallelVariant | undefined {
  if (text === undefined) return undefined;
  const variant: ParallelVariant = { eigenvalues: choices.eigenvalues[0], data: choices.data[0], threshold: choices.threshold[0] };
  return text.split(",").reduce((chosen, word) => {
    const key = (Object.keys(choices) as (keyof typeof choices)[]).find((kind) => (choices[kind] as readonly string[]).includes(word.trim()));
    if (key) return { ...chosen, [key]: word.trim() };
    throw new ScreeError("unknown-value", `--parallel cannot be "${text}".`, {
      hint: `Combine one each of ${Object.values(choices)
        .map((words) => words.join("|"))
        .join(", ")}, such as smc,permuted.`,
    });
  }, variant);
}
