/** What a finding is called at first sight, by its rule: the report opens each with one of these words. */
const words: readonly [RegExp, string][] = [
  [/^(eigenvalue-range|kmo-range|alpha-range|correlation-range|loading-range|communality|fit-index|sd-bound|mean-range|p-zero|bartlett-df)$/, "impossible"],
  [/^(grim|grimmer|debit)$/, "impossible mean"],
  [
    /^(component-count|component-names|alpha-conflict|count-conflict|scale-points|table-text|percent-base|eigenvalue-variance|kaiser-criterion|loading-threshold)$/,
    "contradiction",
  ],
  [
    /^(variance-total|variance-cumulative|percent-total|percent-count|subgroup-total|loading-sum-squares|item-count|enumeration-count|anova-table)$/,
    "does not add up",
  ],
  [/^(p-value|p-decision|stars|bartlett-p)$/, "p value"],
  [/^sample/, "sample size"],
  [/^(stale|unsupported)/, "out of date"],
  [/^(table-reference|citation|reference|heading)/, "document"],
];

export function findingWord(rule: string, severity: "error" | "warning" | "information"): string {
  const word = words.find(([pattern]) => pattern.test(rule))?.[1];
  if (severity === "information") return word === "document" ? word : "incomplete";
  if (severity === "warning" && word === "impossible") return "doubtful";
  return word ?? (severity === "error" ? "contradiction" : "doubtful");
}

/** What no reading can make true comes before what contradicts something else. */
export const isImpossible = (rule: string) => words[0][0].test(rule) || words[1][0].test(rule);
