import type { Claims } from "../claims/claim";
import type { VariancePercentClaim } from "../claims/variance-claims";
import { meets, sum } from "../numerics/interval";
import { type Finding, finding } from "./check";
import { inSentence } from "./in-sentence";
import { severalAnalyses } from "./several-analyses";
import { show } from "./show";

/** Words of one of the two solutions whose shares differ. */
const stage = /rotat|rotier|initial|before|after|extract|unrotated|vor der|nach der|anfänglich/i;

/** A share of the common variance is none of the total. */
const ofCommon = /common varian|shared varian|gemeinsamen? Varianz|of (?:its|their) (?:own )?varian|trace/i;

/**
 * "Factor 1 explained 30.1%, Factor 2 15.2% and Factor 3 10.0%. Together the three factors explained 65.3%": the shares of all components in one sentence, their total after it or in the next one.
 * Not where the shares of oblique factors overlap, nor where one of the two speaks of a stage of the analysis.
 */
export function totalsAfterShares(claims: Claims): Finding[] {
  if (severalAnalyses(claims) || claims.of("factor-method").some((m) => m.rotation === "oblique")) return [];
  const methods = new Set(claims.of("factor-method").flatMap((m) => m.extraction ?? []));
  // what components explain together is the same before and after an orthogonal rotation
  const staged = (text: string) => (methods.has("factors") || !methods.has("components")) && stage.test(text);
  const counts = new Set(claims.of("component-count").map((c) => c.count));
  return claims.of("variance-percent").flatMap((v) => {
    const { sentence } = v.place;
    if (v.scope !== "total" || !sentence || v.reported.relation !== "=") return [];
    const own = inSentence(claims, "variance-percent", sentence);
    if (own.filter((o) => o.scope === "total").length !== 1 || own[own.length - 1] !== v) return [];
    const before = claims.manuscript.blocks[sentence.blockIndex]?.sentences[sentence.index - 1];
    if (ofCommon.test(`${before?.text ?? ""} ${sentence.text}`)) return [];
    if (staged(sentence.text) || (own.length === 1 && (!before || staged(before.text)))) return [];
    const shares = own.length > 1 ? own.slice(0, -1) : inSentence(claims, "variance-percent", before);
    const k = shares.length;
    const said = inSentence(claims, "component-count", sentence)[0]?.count;
    const listed = inSentence(claims, "component-count", before)[0]?.count;
    const all = said === k || (said === undefined && counts.size === 1 && counts.has(k));
    if (k < 2 || !all || (listed !== undefined && listed !== k) || !eachOnce(shares, listed === k)) return [];
    const total = sum(shares.map((s) => s.percent));
    if (meets(total, v.percent)) return [];
    const terms = shares.map((s) => s.reported.text).join(" + ");
    return [
      finding(v, {
        message: `The components are said to explain ${v.text} together, but their percentages add up to ${terms} = ${show((total.low + total.high) / 2, Math.max(1, ...shares.map((s) => s.reported.decimals)))}.`,
        related: shares.map((s) => ({ message: `${s.text} here`, range: s.range })),
      }),
    ];
  });
}

/** The first, second, … component in order; or as many shares, of none by name, as their sentence counts components. */
const eachOnce = (shares: readonly VariancePercentClaim[], counted: boolean): boolean =>
  shares.every((s, i) => s.scope === "component" && (s.component?.ordinal === i + 1 || shortOrdinal(s, shares[i - 1]) === i + 1)) ||
  (counted && shares.every((s) => s.scope === "unstated"));

const ordinals = ["first|erste", "second|zweite", "third|dritte", "fourth|vierte", "fifth|fünfte", "sixth|sechste"].map(
  (words) => new RegExp(`\\b(?:${words})[nrms]?\\b`, "i"),
);

/** "the first component explained 30.1%, the second 15.2%": the one ordinal since the share before. */
function shortOrdinal(share: VariancePercentClaim, previous: VariancePercentClaim | undefined): number | undefined {
  const text = share.place.sentence!.text.slice(previous?.reported.end ?? 0, share.reported.start);
  const found = ordinals.flatMap((ordinal, i) => (ordinal.test(text) ? [i + 1] : []));
  return found.length === 1 ? found[0] : undefined;
}
