import type { Claim, Claims } from "../claims/claim";
import type { Range } from "../manuscript/mapped";

export type Severity = "error" | "warning" | "information";

/** A rule: one file under `checks/`. Its examples are its test, its page under docs/checks/ and the text of its hover. */
export interface Check {
  /** stable, as in the catalogue */
  readonly id: string;
  readonly severity: Severity;
  /** one line: when it fires */
  readonly summary: string;
  /** the formula, its conditions, its source; Markdown */
  readonly explain: string;
  /** small Markdown manuscripts; `==…==` encloses each place that must be flagged (the marks are removed before checking) */
  readonly examples: { readonly flagged: readonly string[]; readonly clean: readonly string[] };
  check(claims: Claims, context: Context): readonly Outcome[];
}

/** What a rule may know besides the claims. */
export interface Context {
  /** the level of significance that decisions are judged by, unless the text states another */
  readonly alpha: number;
  /** what the data of a study file give, where there is one */
  readonly data?: unknown;
}

/** A proof that something printed cannot be true (or, below `error`, what would have to hold for it to be). */
export interface Finding {
  readonly outcome: "finding";
  readonly rule: string;
  readonly severity: Severity;
  /** one sentence with the paper's own numbers */
  readonly message: string;
  /** the arithmetic or the reason, one or two sentences */
  readonly detail?: string;
  readonly range: Range;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** the claims that this finding contradicts */
  readonly claims: readonly Claim[];
}

export interface Related {
  readonly message: string;
  readonly range: Range;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** A claim that a rule looked at and did not object to. */
export interface Looked {
  readonly outcome: "consistent" | "unchecked";
  readonly claim: Claim;
  /** why it could not be checked */
  readonly reason?: string;
  /** what the formula gave, for the hover and for `computed` in JSON */
  readonly computed?: Readonly<Record<string, number | null | readonly (number | null)[]>>;
}

export type Outcome = Finding | Looked;

type Draft = Partial<Pick<Finding, "detail" | "related" | "fixes" | "severity" | "range">> & { readonly message: string; readonly claims?: readonly Claim[] };

/** A finding at a claim. `rule` and the default severity are set by the runner from the rule's own. */
export function finding(at: Claim | { readonly range: Range }, draft: Draft): Finding {
  const claim = "kind" in at ? [at] : [];
  return {
    outcome: "finding",
    rule: "",
    severity: draft.severity ?? ("" as Severity),
    message: draft.message,
    detail: draft.detail,
    range: draft.range ?? at.range,
    related: draft.related ?? [],
    fixes: draft.fixes ?? [],
    claims: draft.claims ?? claim,
  };
}

/** The rule recomputed the claim and no rounding is needed to believe it. */
export const consistent = (claim: Claim, computed?: Looked["computed"]): Looked => ({ outcome: "consistent", claim, computed });

/** The rule's conditions are not met. */
export const unchecked = (claim: Claim, reason: string): Looked => ({ outcome: "unchecked", claim, reason });
