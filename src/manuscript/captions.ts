/** "Table 1. Title", "Tabelle 2: …", "[Table 1: …]", "TABLE IV", "Table A1": the number as printed and the title after it. */
const table =
  /^\[?\s?(?:Table|Tabelle|Tab\.|Tabla|Tableau|Tabela|Quadro|TABLE|表)\s?((?:[A-Z]\.?)?\d{1,3}(?:\.\d{1,2})?[a-z]?|[IVX]{1,5})(?![\d\p{L}])\s?[.:\-–|]?\s?/u;
const figure = /^\[?\s?(?:Figure|Fig\.|Abbildung|Abb\.|Figura|FIGURE|图)\s?((?:[A-Z]\.?)?\d{1,3}[a-z]?|[IVX]{1,5})?(?![\d\p{L}])\s?[.:\-–|]?\s?/u;

/** Reads a table caption; undefined if the text is none. A sentence that begins with a table ("Table 1 shows …") is not a caption. */
export function captionOf(text: string): { number: string; title: string } | undefined {
  const match = table.exec(text);
  if (!match) return undefined;
  const title = text.slice(match[0].length).replace(/\]$/, "").trim();
  const separated = /[.:\-–|]\s?$/.test(match[0]);
  if (!separated && /^\p{Ll}/u.test(title)) return undefined;
  return { number: match[1], title: text.slice(match[0].length) };
}

/** Reads a figure caption such as "Figure 2. Scree plot" or "[Figure: …]". */
export function figureCaptionOf(text: string): { number?: string; title: string } | undefined {
  const match = figure.exec(text);
  if (!match) return undefined;
  const title = text.slice(match[0].length).trim();
  const separated = /[.:\-–|]\s?$/.test(match[0]);
  return !separated && (/^\p{Ll}/u.test(title) || !match[1]) ? undefined : { number: match[1], title };
}

/** "Note. N = 308.", "* p < .05": stands under a table and belongs to it. */
export function isNote(text: string): boolean {
  return (
    /^(?:Notes?|Anmerkung(?:en)?|Nota|Remarque|注)\s?[.:：]|^Notes? /.test(text) ||
    /^(?:\*{1,3}|[†‡]|\^[a-z]\b)\s?p?\s?[<=\p{L}]/u.test(text) ||
    /^(?:Extraction Method|Rotation Method|Rotation converged|a\. |(?:\*{1,2}\.? ?)?Correlation is significant|Dependent Variable:|Predictors: ?\(Constant\)|Listwise N ?=|Exact statistic)/.test(
      text,
    )
  );
}

const outputs =
  /^(?:KMO and Bartlett['’]?s Test|Total Variance Explained|Communalities|(?:Rotated )?(?:Component|Factor) Matrix|Pattern Matrix|Structure Matrix|(?:Component|Factor) (?:Transformation |Correlation )Matrix|(?:Factor|Component) (?:Loadings|Statistics|Summary|Characteristics)|Coefficients|Model (?:Summary|Coefficients|Fit Measures)(?: ?-.{1,60})?|ANOVA(?: ?-.{1,60})?|(?:Partial )?Correlations?(?: Matrix)?|Correlation Matrix|Reliability Statistics|(?:Scale|Item) (?:Reliability )?Statistics|(?:Frequentist )?(?:Scale|Individual Item) Reliability Statistics|Item-Total Statistics|Descriptive(?:s| Statistics)|Group (?:Statistics|Descriptives)|Independent Samples (?:T-)?Test|Paired Samples (?:T-)?Test|Standardized loadings.{0,60}|Fit [Ii]nd(?:ices|exes)|Model Fit.{0,30}|Inter-Factor Correlations|Factor Correlations|Uniquenesses|Assumption Checks|Bartlett['’]?s Test(?: of Sphericity)?|Reliability if an item is dropped:?|Item statistics|KMO Measure of Sampling Adequacy|Kaiser-Meyer-Olkin [Tt]est)(?:\^?[a-z]\b|\([a-z](?:,[a-z])*\)|\*)?$/;

/** The title that a statistics program gives a table, which stands above it without a number: "Rotated Component Matrix(a)". */
export const isOutputTitle = (text: string): boolean => text.length < 100 && outputs.test(text.trim());
