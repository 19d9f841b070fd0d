import type { Manuscript, Sentence } from "../manuscript/manuscript";
import { memoised } from "../manuscript/memo";

/** What papers call the things that a factor analysis finds; English, German, Spanish, Portuguese, French. */
export const componentNoun =
  "(?:factors?|components?|dimensions?|Faktor(?:en)?|Komponenten?|Dimension(?:en)?|factor(?:es)?|componentes?|dimensiones|fator(?:es)?|facteurs?|composantes?)";

/** Adjectives that leave "four … factors" a count of the factors found ("four correlated factors"), unlike "four risk factors". */
export const componentAdjective =
  "(?:key|main|major|correlated|uncorrelated|orthogonal|oblique|distinct|different|separate|interpretable|meaningful|latent|underlying|principal|common|clear|core|stable|reliable|extracted|retained|resulting|rotated|independent|important|broad|first-order|primary|basic|intended|empirical|korrelierte[nr]?|unkorrelierte[nr]?|extrahierte[nr]?|interpretierbare[nr]?|zugrunde liegende[nr]?|unabhängige[nr]?|latente[nr]?)";

/** Words that make a paper one with a factor analysis. */
const analysis =
  /factor[ -]analy|principal[ -](?:component|axis|factor)|component analysis|\b(?:EFA|PCA|PAF)\b|(?:factor|component|pattern|structure) (?:loading|matrix)|eigen-?value|varimax|promax|oblimin|Faktorenanalyse|Hauptkomponenten|Hauptachsen|Eigenwert|an[áa]lisis factorial|an[áa]lise fatorial|analyse factorielle|componentes principa/i;

/** Of a paragraph: one that has not changed is not searched again. */
const mentionsAnalysis = memoised(20_000, (text) => analysis.test(text));

const factorAnalytic = new WeakMap<Manuscript, boolean>();

/** Does the paper report a factor or component analysis at all? "Factors" of an ANOVA are none of ours. */
export function isFactorAnalytic(manuscript: Manuscript): boolean {
  let known = factorAnalytic.get(manuscript);
  if (known === undefined) {
    known =
      manuscript.blocks.some((b) => b.kind !== "reference" && b.section.role !== "references" && mentionsAnalysis(b.text.text)) ||
      manuscript.tables.some((t) => t.header.some((r) => r.cells.some((c) => analysis.test(c.text))));
    factorAnalytic.set(manuscript, known);
  }
  return known;
}

/** Does this very sentence speak of the analysis? */
export const speaksOfAnalysis = (text: string): boolean => analysis.test(text);

/** The sentence before this one in its paragraph. */
export function previousSentence(sentence: Sentence, manuscript: Manuscript): Sentence | undefined {
  return sentence.index > 0 ? manuscript.blocks[sentence.blockIndex]?.sentences[sentence.index - 1] : undefined;
}
