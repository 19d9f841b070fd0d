import type { AnalysisSettings } from "../psychometrics/analysis";

/** The single choices in place of the convention's that are numbers: what each can be, in a study and on the command line. */
export const overrideNumbers: Record<"kappa" | "delta" | "tolerance", { readonly allowed: (value: number) => boolean; readonly hint: string }> = {
  kappa: { allowed: (kappa) => kappa > 1 && kappa <= 20, hint: "It is a number above 1, such as 4." },
  delta: { allowed: (delta) => delta <= 0.8 && delta >= -1000, hint: "It is at most .8; 0 is usual." },
  tolerance: { allowed: (tolerance) => tolerance > 0 && tolerance < 1, hint: "It is a number between 0 and 1, such as .001." },
};
export const stopRuleNames = ["spss", "psych", "limit"] as const satisfies readonly AnalysisSettings["stopRule"][];
export const mostIterations = 100_000;
