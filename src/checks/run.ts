import type { Claim, Claims } from "../claims/claim";
import { type Memory, recognise } from "../claims/recognise";
import type { Range } from "../manuscript/mapped";
import { readManuscript } from "../manuscript/read";
import { boundRules } from "./bound-rules";
import { checks as catalogue } from "./catalogue";
import { hintsOfCutting } from "./cut-off";
import type { Check, Context, Finding, Looked, Outcome } from "./check";
import { withoutLeaning } from "./leaning-fixes";
import { placer } from "./place";
import type { FileResult, FindingResult, RangeResult, StatisticResult } from "./result";
import { statisticOf } from "./statistic";
import { suppress } from "./suppression";

export interface CheckOptions {
  readonly path: string;
  /** ids of rules to leave out */
  readonly disabled?: readonly string[];
  /** the level of significance where the text states none */
  readonly alpha?: number;
  /** of earlier checks of the same document: makes a keystroke cheap. Give each document a `new Map()` of its own and keep it. */
  readonly memory?: Memory;
}

/** Reads a manuscript, recognises what it claims and runs every rule: the one entry of all faces. */
export function checkManuscript(source: string, options: CheckOptions): FileResult {
  const claims = recognise(readManuscript(source, options.path), options.memory);
  const disabled = options.disabled ?? [];
  const outcomes = withSuppressions(runChecks(catalogue, claims, { alpha: options.alpha ?? 0.05 }, disabled), claims, disabled);
  return resultOf(options.path, source, claims, outcomes);
}

/** All outcomes of the rules, findings stamped with their rule. */
export function runChecks(checks: readonly Check[], claims: Claims, context: Context, disabled: readonly string[] = []): readonly Outcome[] {
  const on = checks.filter((check) => !disabled.includes(check.id));
  return hintsOfCutting(outcomesOf(on, claims, context), claims, (rules, other) =>
    outcomesOf(
      on.filter((check) => rules.has(check.id)),
      other,
      context,
    ),
  );
}

const outcomesOf = (checks: readonly Check[], claims: Claims, context: Context): readonly Outcome[] =>
  checks.flatMap((check) =>
    check.check(claims, context).map((o) => (o.outcome === "finding" ? { ...o, rule: o.rule || check.id, severity: o.severity || check.severity } : o)),
  );

/** Leaves out what comments of the manuscript silence, and adds what is to be said of the comments. Rules that are off count as used, so that switching one off makes no noise. */
export function withSuppressions(outcomes: readonly Outcome[], claims: Claims, disabled: readonly string[] = []): readonly Outcome[] {
  const isFinding = (o: Outcome): o is Finding => o.outcome === "finding";
  // what a study finds is not known here, so a comment that silences it is not called unused
  const quiet = [...disabled, ...boundRules.map((rule) => rule.id)];
  const known = [...catalogue, ...boundRules].map((check) => check.id);
  const { findings, silenced } = suppress(claims.manuscript, outcomes.filter(isFinding), known, quiet);
  const shown = findings.filter((f) => !disabled.includes(f.rule));
  const looked = silenced.flatMap((f) => f.claims.map((claim): Looked => ({ outcome: "unchecked", claim, reason: `${f.rule} is disabled here` })));
  return [...outcomes.filter((o) => !isFinding(o)), ...looked, ...shown];
}

function resultOf(path: string, source: string, claims: Claims, outcomes: readonly Outcome[]): FileResult {
  const place = placer(source, path);
  const findings = [...withoutLeaning(distinct(outcomes.filter((o): o is Finding => o.outcome === "finding")))].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
  const contradicted = new Set(findings.filter((f) => f.severity !== "information").flatMap((f) => f.claims));
  const looked = new Map<Claim, Looked[]>();
  for (const o of outcomes) {
    if (o.outcome === "finding") continue;
    const list = looked.get(o.claim);
    if (list) list.push(o);
    else looked.set(o.claim, [o]);
  }
  return {
    path,
    statistics: claims.all.flatMap((claim) => verdictOf(claim, contradicted.has(claim), looked.get(claim) ?? [], place)),
    findings: findings.map((f) => findingResult(f, place, claims.manuscript.format === "html")),
    ...(claims.manuscript.remarks.length > 0 ? { remarks: claims.manuscript.remarks } : {}),
  };
}

/** One contradiction is told once, even where two claims lead a rule to it. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((f) => {
    const key = `${f.rule} ${f.range.start} ${f.range.end} ${f.message}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function verdictOf(claim: Claim, contradicted: boolean, looked: readonly Looked[], place: (range: Range) => RangeResult): StatisticResult[] {
  const statistic = statisticOf(claim);
  if (!statistic) return [];
  const computed = Object.assign({}, ...looked.map((l) => l.computed ?? {})) as Record<string, unknown>;
  const base = { ...statistic, range: place(claim.range), computed };
  if (contradicted) return [{ ...base, verdict: "inconsistent" }];
  if (looked.some((l) => l.outcome === "consistent")) return [{ ...base, verdict: "consistent" }];
  return [{ ...base, verdict: "unchecked", reason: looked.find((l) => l.reason)?.reason ?? "nothing else printed bears on it" }];
}

/** @param html new text goes between tags */
function findingResult(f: Finding, place: (range: Range) => RangeResult, html: boolean): FindingResult {
  const written = (text: string) => (html ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;") : text);
  return {
    rule: f.rule,
    severity: f.severity,
    message: f.message,
    ...(f.detail || doubt(f) ? { detail: [f.detail, doubt(f)].filter(Boolean).join(" ") } : {}),
    range: place(f.range),
    related: f.related.map((r) => ({ message: r.message, range: place(r.range) })),
    fixes: f.fixes.map((x) => ({ title: x.title, edits: x.edits.map((e) => ({ range: place(e.range), newText: written(e.newText) })) })),
  };
}

/** Of a table that was put together from the pieces of a page, a finding says so. */
function doubt(f: Finding): string {
  const table = f.claims.map((claim) => claim.place.table).find((t) => t?.unsure);
  return table ? "The narrow columns of this table break words or numbers, which were put together again by their position: look at the page." : "";
}
