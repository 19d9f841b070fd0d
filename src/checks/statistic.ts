import type { Claim } from "../claims/claim";

/** The part of a claim that the list of statistics shows. Claims about the document itself (headings, citations, references) are not statistics. */
export function statisticOf(claim: Claim): { kind: string; text: string; values: Readonly<Record<string, unknown>> } | undefined {
  const c = claim as Claim & { statistic?: boolean; listedAs?: string; values?: Readonly<Record<string, unknown>> };
  if (c.statistic === false) return undefined;
  return { kind: c.listedAs ?? c.kind, text: c.text, values: c.values ?? {} };
}
