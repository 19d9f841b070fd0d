/** What a column (or, in a transposed table, a row) of a table about factors or scales holds, judged by its header. */
export type ColumnRole =
  | "eigenvalue"
  | "percent"
  | "cumulative"
  | "eigenvalue-and-percent"
  | "items"
  | "loading"
  | "loading-range"
  | "communality"
  | "initial-communality"
  | "uniqueness"
  | "alpha"
  | "alpha-standardized"
  | "alpha-if-deleted"
  | "inter-item"
  | "composite-reliability"
  | "average-variance-extracted"
  | "other";

/** Which of SPSS's three blocks a figure of variance belongs to. */
export type Block = "initial" | "extraction" | "rotation" | "unstated";

const roles: readonly (readonly [ColumnRole, RegExp])[] = [
  ["alpha-if-deleted", /(?:α|alpha).{0,20}(?:delet|remov|omit|drop|without|ohne|wegge|wenn|eliminad)|(?:delet|remov|omit|drop).{0,20}(?:α|alpha)/i],
  ["inter-item", /inter-?item|^(?:mean|average|avg\.?|mittlere)\s(?:item\s)?(?:inter-?)?(?:correlation|korrelation|r)$|r\u0304/iu],
  ["average-variance-extracted", /^\(?AVE\)?$|average variance extracted|^AVE\b/i],
  ["composite-reliability", /^\(?CR\)?$|^CR\b|composite reliab|construct reliab|^ρ ?_?c$/i],
  ["alpha-standardized", /standardi[sz]ed (?:item )?(?:α|alpha|cronbach)|(?:α|alpha).{0,20}standardi[sz]ed/i],
  ["alpha", /α|\balpha\b|cronbach/i],
  ["cumulative", /cumul|\bcum\b|kumul|acumul|cumul[ée]/i],
  ["initial-communality", /initial communalit|communalit\w*,? \(?initial|^SMC\b/i],
  ["communality", /communalit|^h ?\^?2$|^h²$|kommunalit|comunalid|communaut/i],
  ["uniqueness", /uniqueness|^u ?\^?2$|^u²$|unicidad|einzigartig/i],
  [
    "items",
    /^(?:no\.?|number|n|nr\.?|#|k|count|anzahl|n[úu]mero|nombre)[\s.]*(?:of|der|de|d')?\s*(?:\p{L}+ )?(?:items?|variables?|questions?|statements?|indicators?|tests?|aussagen|fragen|[íi]tems|itens)$|^[ií]te[mn]s?(?: ?\(?(?:n|k|no\.?|number)\)?)?$|^\(?k\)?$|^aussagen$|^variables?$/iu,
  ],
  ["loading-range", /(?:loading|ladung|carga).{0,12}(?:range|min|max|bereich)|range.{0,12}(?:loading|ladung)|loadings? ?\(?(?:from|min)/i],
];

const eigenvalue =
  /eigen-?values?|eigenwert|autovalor|valeurs? propres?|\bSS loadings?\b|sum ?sq\.? loadings?|sums? of squared? loadings?|squared loadings|(?:rotat|extract)\w* SS\b|\bSS\b.{0,12}(?:rotat|extract)|^λ$/i;
const variance = /varian[cz]|\bvar\b|varianz|explained|expl\./i;
const percent = /%|per ?cent|prozent|proportion|porcentaje|pourcentage|anteil|share/i;

export function columnRole(header: string): ColumnRole {
  const text = header
    .replace(/(?<=\p{Ll})_(?=\p{Ll})/gu, " ")
    .replace(/[*_]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "") return "other";
  for (const [role, pattern] of roles) if (pattern.test(text)) return role;
  // SPSS's blocks, their names cut short: "Initial Total", "Rotation sums Total"
  if (/^(?:initial|extraction|rotation)\b(?: sums)?,?:? total$/i.test(text)) return "eigenvalue";
  if (eigenvalue.test(text)) {
    if (percent.test(text)) return /\(.*%|\band\b|und|[/&]/.test(text) && !/loadings? %|values? %/i.test(text) ? "eigenvalue-and-percent" : "percent";
    return variance.test(text) ? "eigenvalue-and-percent" : "eigenvalue";
  }
  if (variance.test(text) && !/average|error|residual|inflation|homogen/i.test(text)) return "percent";
  if (/^(?:factor |standardi[sz]ed |std\.? |outer |primary )*(?:loadings?|ladung(?:en)?|λ)(?: ?\(?λ\)?)?$/i.test(text)) return "loading";
  return "other";
}

/** The block that a header, caption or sentence names. */
export function blockOf(text: string): Block {
  if (/unrotat|before rotation|prior to rotation|initial|vor (?:der )?rotation|anf[äa]nglich|unrotiert|iniciales/i.test(text)) return "initial";
  if (/rotat|rotiert/i.test(text)) return "rotation";
  if (/extract|extrahiert|extraktion/i.test(text)) return "extraction";
  return "unstated";
}
