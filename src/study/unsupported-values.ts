import { finding, type Finding } from "../checks/check";
import type { Claim, Claims } from "../claims/claim";
import type { Reported } from "../claims/number";
import { recognise } from "../claims/recognise";
import { settingOf } from "../claims/setting";
import type { Range } from "../manuscript/mapped";
import { readManuscript } from "../manuscript/read";
import type { Interval } from "../numerics/interval";
import type { Analysis, Reliability } from "../psychometrics/analysis";
import { slug } from "./bound-keys";
import { printLike } from "./bound-values";
import { liveContent } from "./live-blocks";
import type { OpenStudy } from "./open-study";

/**
 * Reported values that no analysis of the study gives, under any of its settings.
 *
 * Only what is reported of this study's one sample is compared: not a pilot's, a subgroup's or another study's figures, not what a live table or a bound number shows
 * (those are refreshed). A value is supported when its rounding interval holds a figure of the same kind of any analysis; which factor or which scale it belongs to
 * counts only where the manuscript names a scale of the study.
 */
export async function unsupportedValues(source: string, path: string, open: OpenStudy): Promise<readonly Finding[]> {
  const analyses = await Promise.all(open.study.analyses.map(({ name }) => open.analysis(name)));
  const claims = recognise(readManuscript(source, path));
  const live = liveContent(source);
  const refreshed: readonly Range[] = [
    ...live.blocks.map(({ begin, end }) => ({ start: begin.start, end: end.end })),
    ...live.bound.map(({ range }) => ({ start: range.start - 1, end: range.end })),
  ];
  const isOpen = ({ start, end }: Range) => !refreshed.some((one) => one.start <= end && start <= one.end);
  return statements(claims)
    .filter(({ claim, reported }) => isOpen(reported.range) && settingOf(claim.place, claims.manuscript) === "")
    .flatMap((statement) => judge(statement, candidates(statement.kind, analyses, statement.scale)));
}

type Kind =
  | "alpha"
  | "standardized alpha"
  | "KMO"
  | "Bartlett's χ²"
  | "df of Bartlett's test"
  | "eigenvalue"
  | "sum of squared loadings"
  | "percentage of variance"
  | "loading"
  | "communality";

interface Statement {
  readonly claim: Claim;
  readonly reported: Reported;
  readonly kind: Kind;
  readonly scale?: string;
  /** in the unit of the candidates, where that is not the printed one (a proportion for a percentage) */
  readonly interval?: Interval;
}

function statements(claims: Claims): readonly Statement[] {
  const of = (claim: Claim, reported: Reported | undefined, kind: Kind, scale?: string): Statement[] =>
    reported && reported.relation === "=" ? [{ claim, reported, kind, scale }] : [];
  return [
    ...claims
      .of("alpha")
      .flatMap((claim) =>
        claim.role === "if-deleted" || claim.condition ? [] : of(claim, claim.reported, claim.standardized ? "standardized alpha" : "alpha", claim.scale),
      ),
    ...claims.of("kmo").flatMap((claim) => of(claim, claim.reported, "KMO")),
    ...claims.of("bartlett").flatMap((claim) => [...of(claim, claim.chiSquare, "Bartlett's χ²"), ...of(claim, claim.df, "df of Bartlett's test")]),
    ...claims
      .of("eigenvalue")
      .flatMap((claim) => of(claim, claim.reported, claim.sumOfSquares || claim.block !== "initial" ? "sum of squared loadings" : "eigenvalue")),
    ...claims
      .of("variance-percent")
      .flatMap((claim) => of(claim, claim.reported, "percentage of variance").map((statement) => ({ ...statement, interval: claim.percent }))),
    ...claims.of("loading").flatMap((claim) => of(claim, claim.reported, "loading")),
    ...claims.of("communality").flatMap((claim) => (claim.what === "communality" ? of(claim, claim.reported, "communality") : [])),
  ];
}

interface Candidate {
  readonly value: number;
  /** "raw α of Staff" */
  readonly name: string;
  /** of the kind reported; otherwise of a neighbouring convention, which is named but does not support */
  readonly same: boolean;
}

function candidates(kind: Kind, analyses: readonly Analysis[], scale?: string): readonly Candidate[] {
  return analyses.flatMap((analysis) => {
    const list = (name: string, values: readonly (number | null | undefined)[], same = true): Candidate[] =>
      values.flatMap((value) => (value === null || value === undefined ? [] : [{ value, name, same }]));
    const { factorability, retention, solution } = analysis;
    const blocks = solution ? [...solution.variance.initial, ...solution.variance.extraction, ...solution.variance.rotation] : [];
    const sums = blocks.map((row) => row.sumOfSquares ?? row.eigenvalue);
    switch (kind) {
      case "alpha":
      case "standardized alpha":
        return scalesNamed(analysis.reliability, scale).flatMap((one) => [
          ...list(`raw α of ${one.scale}`, [one.alpha], kind === "alpha"),
          ...list(`standardized α of ${one.scale}`, [one.standardizedAlpha], kind === "standardized alpha"),
          ...list(`ω of ${one.scale}`, [one.omegaTotal], false),
        ]);
      case "KMO":
        return list("KMO", [factorability?.kmo]);
      case "Bartlett's χ²":
        return list("χ²", [factorability?.bartlett.chiSquare]);
      case "df of Bartlett's test":
        return list("df", [factorability?.bartlett.df]);
      case "eigenvalue":
        return [...list("eigenvalue", retention?.eigenvalues ?? []), ...list("sum of squared loadings", sums, false)];
      case "sum of squared loadings":
        return list("sum of squared loadings", [...sums, ...(retention?.eigenvalues ?? [])]);
      case "percentage of variance":
        return list("percentage", [...blocks.flatMap((row) => [row.percent, row.cumulative]), ...sharesOfCommon(solution)]);
      case "loading":
        return list("loading", solution ? [...solution.loadings, ...solution.unrotated, ...solution.structure].flat() : []);
      case "communality":
        return list("communality", solution ? Object.values(solution.communalities) : []);
    }
  });
}

/** psych's "proportion explained": the parts of what the factors explain together. */
function sharesOfCommon(solution: Analysis["solution"]): readonly number[] {
  const sums = solution?.variance.rotation.length ? solution.variance.rotation : (solution?.variance.extraction ?? []);
  const total = sums.reduce((sum, row) => sum + (row.sumOfSquares ?? 0), 0);
  return total > 0 ? sums.map((row) => (100 * (row.sumOfSquares ?? 0)) / total) : [];
}

/** The scale that the manuscript names, where the study has one of that name; otherwise all. */
function scalesNamed(scales: readonly Reliability[], name: string | undefined): readonly Reliability[] {
  const named = name === undefined ? [] : scales.filter((scale) => slug(scale.scale) === slug(name));
  return named.length > 0 ? named : scales;
}

/** A loading may be printed with the other sign: the direction of a factor is free. */
const holds = ({ low, high }: Interval, value: number, isLoading: boolean): boolean =>
  (low <= value && value <= high) || (isLoading && low <= -value && -value <= high);

function judge({ claim, reported, interval = reported.interval }: Statement, found: readonly Candidate[]): Finding[] {
  const same = found.filter((candidate) => candidate.same);
  const isLoading = same[0]?.name === "loading";
  if (same.length === 0 || same.some(({ value }) => holds(interval, value, isLoading))) return [];
  const shown = (value: number) => printLike(reported.text, { value, kind: Math.abs(value) <= 1 ? "proportion" : "quantity" });
  const other = found.find((candidate) => !candidate.same && holds(interval, candidate.value, false));
  const middle = (interval.low + interval.high) / 2;
  const nearest = same.reduce((a, b) => (Math.abs(b.value - middle) < Math.abs(a.value - middle) ? b : a));
  const only = new Set(same.map(({ value }) => shown(value))).size === 1;
  const message = other
    ? `${reported.text} is the ${other.name}; the ${nearest.name} is ${shown(nearest.value)}.`
    : `${reported.text} is not what the data give: the ${only ? "" : "nearest "}${nearest.name} is ${shown(nearest.value)}.`;
  const fixes = only
    ? [{ title: `Replace ${reported.text} by ${shown(nearest.value)}`, edits: [{ range: reported.range, newText: shown(nearest.value) }] }]
    : [];
  return [
    {
      ...finding(claim, {
        message,
        range: reported.range,
        detail: "No analysis of the study gives this value.",
        fixes,
        severity: other ? "information" : "error",
      }),
      rule: "unsupported-value",
    },
  ];
}
