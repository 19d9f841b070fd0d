import type { Claims } from "../claims/claim";
import type { ComponentCountClaim, ComponentNamesClaim } from "../claims/component-count";
import { previousSentence, speaksOfAnalysis } from "../claims/factor-words";

/**
 * The statements about components that surely speak of the paper's factor analysis. Where the paper prints results of one (eigenvalues, loadings, KMO, Bartlett's test, shares of variance) its factors are those;
 * otherwise ("three components of the ERP", with a principal component analysis somewhere in the method) only statements beside a mention of the analysis count.
 */
export function aboutTheAnalysis<C extends ComponentCountClaim | ComponentNamesClaim>(all: readonly C[], claims: Claims): readonly C[] {
  if ((["eigenvalue", "loading", "loading-range", "kmo", "bartlett", "variance-percent"] as const).some((kind) => claims.of(kind).length > 0)) return all;
  return all.filter((c) => {
    const { sentence } = c.place;
    if (!sentence) return true;
    return speaksOfAnalysis(sentence.text) || speaksOfAnalysis(previousSentence(sentence, claims.manuscript)?.text ?? "");
  });
}
