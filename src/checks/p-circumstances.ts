import type { Claims } from "../claims/claim";
import type { Manuscript } from "../manuscript/manuscript";
import { memoised } from "../manuscript/memo";
import type { TestStatistic } from "../claims/test-statistic";

/** What a text says about its tests that changes which p a statistic may have. */
export interface Circumstances {
  /** levels of significance that the text states; empty: none */
  readonly alphas: readonly number[];
  /** Bonferroni or Šidák only: p is multiplied */
  readonly multiplied: boolean;
  /** any correction for multiple tests: p is larger than that of the single test */
  readonly adjusted: boolean;
  /** Greenhouse–Geisser, Huynh–Feldt: the df printed may be the uncorrected ones */
  readonly sphericity: boolean;
  /** Welch, Satterthwaite, Kenward–Roger: whole df may be rounded */
  readonly fractionalDf: boolean;
  readonly oneTailed: boolean;
  /** all tests, or those of the hypotheses, are said to be one-tailed: which ones those are only the authors know */
  readonly oneTailedThroughout: boolean;
  /** rank tests, whose p is often the exact one while z is that of the approximation */
  readonly ranks: boolean;
}

const cache = new WeakMap<Manuscript, Circumstances>();

const level =
  /(?:(?:significance|alpha|α|p)[- ]?(?:level|threshold|criterion|cut-?off)s?|level of significance|statistical significance|Signifikanzniveau|(?<![\p{L}])(?:α|alpha)(?= ?=| level| was set| of))[^.;()%\d]{0,40}?[<=≤]? ?((?:0?[.,]\d{1,4})|\d{1,2}(?:\.\d)? ?%)|(?:considered|regarded as|deemed|defined as|taken as|declared) (?:to be )?(?:statistically )?significant (?:at|if|when|for)[^.;()%\d]{0,25}((?:0?[.,]\d{1,4})|\d{1,2} ?%)|p ?[<≤] ?(0?[.,]\d{1,4}) (?:was|were|is|being) (?:considered|regarded|deemed|taken|used|set)/giu;

/** Reads the circumstances from the whole prose, once for a manuscript. */
export function circumstances(claims: Claims): Circumstances {
  const known = cache.get(claims.manuscript);
  if (known) return known;
  const alphas = new Set<number>();
  let all = 0;
  for (const block of claims.manuscript.blocks) {
    if (block.kind === "reference") continue;
    const said = saidIn(block.text.text);
    for (const alpha of said.alphas) alphas.add(alpha);
    all |= said.flags;
  }
  for (const table of claims.manuscript.tables) for (const note of table.notes) all |= flags(note.text);
  const found = {
    alphas: [...alphas],
    multiplied: (all & 1) > 0 && (all & 2) === 0,
    adjusted: (all & 3) > 0,
    sphericity: (all & 4) > 0,
    fractionalDf: (all & 8) > 0,
    oneTailed: (all & 16) > 0,
    oneTailedThroughout: (all & 64) > 0,
    ranks: (all & 32) > 0,
  };
  cache.set(claims.manuscript, found);
  return found;
}

/** What one paragraph says; a paragraph that has not changed is not read again. */
const saidIn = memoised(20_000, (text: string) => {
  const alphas: number[] = [];
  if (!/signif|alpha|α|threshold|criterion|cut-?off|level|[<≤]/i.test(text)) return { alphas, flags: flags(text) };
  for (const match of text.matchAll(level)) {
    const printed = (match[1] ?? match[2] ?? match[3]).replace(",", ".");
    const value = printed.includes("%") ? parseFloat(printed) / 100 : Number(printed);
    if (value > 0 && value <= 0.1) alphas.push(value);
  }
  return { alphas, flags: flags(text) };
});

const throughout =
  /(?:\b(?:all|every|alle|sämtliche)\b|hypothes[ei]s|directional|gerichtet)[^.;]{0,60}(?:(?:one|1)[- –]?(?:tailed|sided)|einseitig)|(?:(?:one|1)[- –]?(?:tailed|sided)|einseitig)[^.;]{0,60}(?:directional|hypothes|throughout|for all|gerichtet)/i;

function flags(text: string): number {
  let out = 0;
  if (/bonferroni|[šs]id[áa]k/i.test(text)) out |= 1;
  if (
    /\bholm\b|false discovery|\bFDR\b|benjamini|hochberg|tukey|scheff|games[- ]howell|dunnett|\bDunn(?:'s|[- ](?:test|procedure|post|correction|comparison))|familywise|family-wise|(?:adjust|correct)\w{0,4} for multiple/i.test(
      text,
    )
  )
    out |= 2;
  if (/greenhouse|huynh/i.test(text)) out |= 4;
  if (/welch|satterthwaite|kenward|unequal variance|brown[- ]forsythe|ungleiche[nr]? varianz/i.test(text)) out |= 8;
  if (/(?:one|1)[- ]?(?:tailed|sided)|einseitig/i.test(text)) out |= 16;
  if (throughout.test(text)) out |= 64;
  if (/wilcoxon|mann[- –]whitney|rank[- ]sum|signed[- ]rank|nonparametric|non-parametric/i.test(text)) out |= 32;
  return out;
}

/** Words near a test by which its p is not the textbook one. */
const otherMethod =
  /kolmogorov|\bK-S\b|lilliefors|\bexact\b|bootstrap|permut|monte[- ]carlo|simulated p|randomi[sz]ation test|mid-?p|\bMCMC\b|Dickey|\bADF\b|Phillips[-– ]Perron|\bKPSS\b|cointegrat|Johansen|unit root|studentized|Tukey|Dunnett|\bDuncan'?s? (?:multiple|test|post)|Games[-– ]Howell|Scheff[eé]|Newman[-– ]Keuls|noninferiority|non-inferiority|equivalence test|\bTOST\b|chi-?bar/i;

/** Why the p of this test need not follow from its statistic, in words, or undefined. */
export function specialMethod(claim: TestStatistic): string | undefined {
  if (claim.approximate) return claim.approximate;
  const text =
    (claim.place.sentence?.text ?? "") + " " + (claim.place.table?.caption?.text ?? "") + " " + (claim.place.table?.notes.map((n) => n.text).join(" ") ?? "");
  const match = otherMethod.exec(text);
  return match ? `"${match[0]}" is mentioned with it, whose p does not follow from the statistic by the usual distribution` : undefined;
}
