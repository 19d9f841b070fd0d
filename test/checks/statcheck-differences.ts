/** Where Scree reads or judges one of statcheck's cases otherwise, and why (docs/statcheck-differences.md says it at length). */
export const explained: readonly { readonly pattern: RegExp; readonly differs: string; readonly reason: string }[] = [
  { pattern: /^(?:[RkKaBmnoJwsdjLc]2|[a-zA-Z]\^2|[hTKg])\(12\)/, differs: "not read", reason: "a letter that merely looks like χ² is no test statistic" },
  { pattern: /; ?(?:\*?p\*?) ?=|^\[/, differs: "read here only", reason: "semicolons separate the parts of a result too" },
  {
    pattern: /chi2\(1, n = 81\)|χ2\(2, n = 120\)|χ2\(2\) = 6\.20, N|Qb\(2, N/,
    differs: "read here only",
    reason: "the sample size may be written n, stand after the value, or stand beside Q",
  },
  { pattern: /p = 1\.03$/, differs: "read here only", reason: "an impossible p is reported, not passed over" },
  { pattern: /^r\(28\) = −59/, differs: "read here only", reason: "an impossible correlation is reported, not passed over" },
  { pattern: /p=5%$|n\. ?s\.$|p = n\.s\.$|p ≤|>= 2\.25|,p<\.05$/, differs: "read here only", reason: "per cent, n.s., ≤ and ≥ are read" },
  { pattern: /^Z\(12\)|^z\(28\)/, differs: "read here only", reason: "a number in brackets after z does not change its distribution" },
  { pattern: /^z = 2\.20|^r = \.36/, differs: "read here only", reason: "z and r are read at the beginning of a text too" },
  {
    pattern: /^\*|^\\emph|^QM|^H\(2\)|^Fchange/,
    differs: "read here only",
    reason: "emphasis of Markdown and LaTeX, Q_M, Kruskal and Wallis's H and F change are read",
  },
  { pattern: /^t\(28\) = 2\.20, p = \.036$|^t\(12\)=1\.2, p<\.05$/, differs: "read here only", reason: "thin and double spaces are spaces" },
  { pattern: /one-sided/, differs: "other p, other verdict", reason: "p is one-sided where the result says so" },
  { pattern: /3\.6e-2/, differs: "other verdict", reason: "3.6e-2 has three decimals, not one" },
  { pattern: /p = \.10$|p = \.0500$/, differs: "other decision", reason: "a p printed as α itself decides nothing (it is reported as a wrong p all the same)" },
];
