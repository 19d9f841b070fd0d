import { headerOf, type ManuscriptTable, type Sentence } from "../manuscript/manuscript";
import type { ClaimBase } from "./claim";
import { columnRole, type ColumnRole } from "./column-role";
import { isReliabilityPaper } from "./reliability-words";
import { numbersIn, type Reported, soleNumber } from "./number";
import { numbersBetween } from "./numbers-from";
import { previousSentence } from "./factor-words";
import { rangePhrase } from "./range-phrase";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** Cronbach's α: of a scale, or the lowest or highest of several. */
export interface AlphaClaim extends ClaimBase<"alpha"> {
  readonly reported: Reported;
  /** the scale as the row or the words beside the number name it */
  readonly scale?: string;
  readonly role: "value" | "minimum" | "maximum" | "if-deleted";
  readonly standardized: boolean;
  readonly row?: number;
  /** what else the column's header says: "Time 2", "women" */
  readonly condition?: string;
}

/** Mean correlation among the items of a scale. */
export interface InterItemClaim extends ClaimBase<"inter-item"> {
  readonly reported: Reported;
  readonly scale?: string;
  readonly row?: number;
}

type Found = AlphaClaim | InterItemClaim;

/**
 * Cronbach's α and mean inter-item correlations: "Cronbach's alpha coefficient was 0.973", "α = .87", "Alpha ranged from .53 (Matrix reasoning) to .76", and table columns.
 * Not the significance level ("α = .05", "alpha level"), nor Krippendorff's α.
 */
const reliability: Recogniser = {
  name: "reliability",
  sentence: (sentence, context) => [...fromSentence(sentence, context), ...interItem(sentence, context)],
  table: (table, context) => fromTable(table, context),
};
export default reliability;

const mention =
  /cronbach(?:['’]?s)?[ -]*(?:coefficient )?(?:alphas?|α|coefficients?)?|coefficients? (?:alpha|α)|\balphas?\b|α(?:s\b)?|internal consistenc(?:y|ies)|konsistenz/gi;
const notReliability =
  /significan|level|error|bonferroni|adjust|correct(?:ed|ion)|power|threshold|two-tailed|one-tailed|criterion|krippendorff|alpha[- ](?:band|wave|power|oscillat|frequenc|rhythm|diversity|particle|helix)|\bHz\b|learning rate|transparen|Dirichlet|hyperparam|Type I/i;
const norm =
  /(?:at least|minimum|above|below|exceed\w*|greater than|higher than|lower than|more than|less than|over|under|threshold|recommended|acceptable (?:level|limit|value)|cut-?off|criterion|[<>≥≤])(?: (?:of|the|a|value|limit|level|threshold|is|was|as)){0,4} ?(?:α|alpha)? ?=? ?$/i;

/** "should have a Cronbach's alpha of .70" */
const wanted = /(?:should|must|ought|above|exceed\w*|at least|greater than|minimum|recommend\w*|need(?:s|ed)?)\b[^.;\d]{0,40}$/i;

function fromSentence(sentence: Sentence, context: RecogniserContext): AlphaClaim[] {
  const { text } = sentence;
  if (sentence.block === "reference" || !isReliabilityPaper(context.manuscript)) return [];
  // the paragraph says what α is of; a value that α cannot have is taken for one only there
  const paragraph = context.manuscript.blocks[sentence.blockIndex]?.sentences.slice(0, sentence.index + 1) ?? [sentence];
  const cronbach = paragraph.some((s) => /cronbach|internal consisten|coefficient (?:alpha|α)|reliab|konsistenz|consistencia/i.test(s.text));
  const mentions = [...text.matchAll(mention)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  if (mentions.length === 0 && /^[^.;]{0,60}\breliabilities\b/i.test(text) && !/retest|inter-?rater|composite|omega|split-half|judge|coder/i.test(text))
    mentions.push({ start: text.search(/reliabilities/i), end: text.search(/reliabilities/i) + 13 });
  const anaphor =
    mentions.length === 0 &&
    /^(?:in the (?:main|present|final|current|whole|full|second) (?:study|sample|survey|data),? )?(?:the(?:se)? )?(?:coefficients?|values?|they|reliabilit(?:y|ies)|estimates?|it)\b/i.test(
      text,
    ) &&
    /cronbach|alpha|internal consisten/i.test(previousSentence(sentence, context.manuscript)?.text ?? "");
  if (mentions.length === 0 && !anaphor) return [];
  if (/(?:alpha|α) if|if (?:an? |the |any )?items? (?:(?:was|were|is) )?(?:delet|remov|dropp)|krippendorff|ordinal alpha|McDonald/i.test(text)) return [];
  const numbers = numbersIn(sentence.mapped, context.decimal).filter((n) => !n.words && n.decimals >= 1 && !n.percent);
  const out: AlphaClaim[] = [];
  const place = context.place({ sentence });
  let until = -1;
  let next = 0; // the first mention not before the number at hand
  numbers.forEach((n, i) => {
    while (next < mentions.length && mentions[next].end <= n.start) next++;
    if (n.start < until) return;
    const from = anaphor ? 0 : mentions[next - 1]?.end;
    if (from === undefined || n.start - from > 1500) return;
    const gap = text.slice(from, n.start).replace(/\([^()]{0,20}\b(?:mean|average) inter-?item[^()]{0,30}\)/gi, "");
    const between = out.length > 0 ? text.slice(Math.max(from, until), n.start) : gap;
    if (between.length > 110 || otherQuantity.test(gap) || notReliability.test(text.slice(Math.max(0, from - 30), n.start))) return;
    if (!cronbach && !anaphor && (n.value < 0.2 || n.value > 1)) return;
    const following = numbers[i + 1];
    const range = following ? rangePhrase(text, n, following) : undefined;
    if (range && following) {
      out.push(claim(range.low, "minimum", range.lowLabel, place), claim(range.high, "maximum", range.highLabel, place));
      until = following.end;
      return;
    }
    if (!anaphor && wanted.test(text.slice(Math.max(0, mentions[next - 1].start - 60), mentions[next - 1].start))) return;
    if (n.relation !== "=" || norm.test(text.slice(Math.max(0, n.start - 60), n.start))) return;
    if (/^ ?(?:\)|,)? ?(?:or (?:above|higher|more|greater)|and (?:above|higher))/i.test(text.slice(n.end, n.end + 20))) return;
    out.push(claim(n, "value", scaleOf(text, n), place));
    until = n.end;
  });
  return out;
}

const otherQuantity =
  /\b(?:M|SD|SE|r|t|F|d|p|N|n|ω|omega|AVE|CR|KMO|λ|H|ICC|κ|kappa|rs|range|mean|weeks?|months?|retest|correlat\w*|loadings?|eigenvalues?|varian\w*|rho|χ²|McDonald\w*|composite|split-half|Spearman\w*|Guttman\w*)\b ?(?:=|:|was|were|of|is|\()?/;

const claim = (
  reported: Reported,
  role: AlphaClaim["role"],
  scale: string | undefined,
  place: AlphaClaim["place"],
  rest: Partial<AlphaClaim> = {},
): AlphaClaim => ({
  kind: "alpha",
  text: `α = ${reported.text}`,
  range: reported.range,
  reported,
  role,
  standardized: false,
  place,
  values: { value: reported.value, ...(scale ? { scale } : {}) },
  ...(scale ? { scale } : {}),
  ...rest,
});

/** The scale that the words after or before an α name: ".82 for Spatial rotation", "Spatial rotation (α = .82)". */
function scaleOf(text: string, n: Reported): string | undefined {
  const bracketed = /^ ?\((?:the )?(\p{L}[^()=<>\d]{2,50})\)/u.exec(text.slice(n.end, n.end + 60));
  if (bracketed && !/\b(?:good|excellent|acceptable|poor|fair|satisfactory|questionable|adequate|very)\b|Table|Cronbach/i.test(bracketed[1]))
    return bracketed[1].trim();
  const after = /^ ?(?:for|in) (?:the )?([\p{L}][^,.;()=<>]{2,50}?)(?= and \.?\d|[,.;()]|$)/u.exec(text.slice(n.end, n.end + 70));
  if (after) return after[1].trim();
  const before =
    /(?:^|[,;:(.] ?|\band |\bfor |\bthe )([\p{L}][\p{L}' &/-]{2,50}?)(?: (?:scale|subscale|factor|component))? ?[([] ?(?:Cronbach(?:'?s)? ?)?(?:α|alpha) ?=? ?$/iu.exec(
      text.slice(Math.max(0, n.start - 110), n.start),
    );
  if (before) return before[1].trim();
  const all = /\b(?:for|of) ((?:all|the (?:whole|entire|full|total|complete|overall))\b[^,.;()]{0,40}?)(?:,| was| is|$)/i.exec(
    text.slice(Math.max(0, n.start - 90), n.start),
  );
  const german =
    /\b(?:der|des|die|den|dieser) (Gesamt\p{Ll}+|(?:gesamten?|ganzen?|vollständigen?) \p{Lu}\p{Ll}+)(?:,| war| ist| betrug| beträgt| lag bei| von| \()/u.exec(
      text.slice(Math.max(0, n.start - 60), n.start),
    );
  return (all ?? german)?.[1].trim();
}

const meanCorrelation =
  /(?:mean|average) (?:inter-?item )?(?:correlation|inter-?correlation|r)\b(?: (?:among|between|of) (?:the |its |these )?(?:\p{L}+ ){0,2}items)?|(?:mean|average) inter-?item r|mittlere Inter-?Item-?(?:Korrelation|r)/giu;

/** "a mean inter-item correlation of .44", of each scale that the sentence names */
function interItem(sentence: Sentence, context: RecogniserContext): InterItemClaim[] {
  const numbers = numbersIn(sentence.mapped, context.decimal);
  return [...sentence.text.matchAll(meanCorrelation)].flatMap((match): InterItemClaim[] => {
    if (!/item/i.test(match[0])) return [];
    const end = match.index + match[0].length;
    const n = numbersBetween(numbers, end, end + 25).find((x) => !x.words && x.decimals >= 2 && !x.percent);
    if (
      !n ||
      n.relation !== "=" ||
      !/^ ?(?:\(?r\)? ?)?(?:of|was|is|=|betrug|von|:)? ?=? ?$/i.test(sentence.text.slice(end, n.start)) ||
      /^ ?(?:to|and|-|–|,) ?\.?\d/.test(sentence.text.slice(n.end, n.end + 8))
    )
      return [];
    return [{ kind: "inter-item", text: n.text, range: n.range, reported: n, place: context.place({ sentence }), values: { value: n.value } }];
  });
}

const columns: readonly ColumnRole[] = ["alpha", "alpha-standardized", "alpha-if-deleted", "inter-item"];

function fromTable(table: ManuscriptTable, context: RecogniserContext): Found[] {
  const across = Array.from({ length: table.width }, (_, c) => c).flatMap((c) => {
    const header = headerOf(table, c);
    const role = columnRole(header);
    if ((c === 0 && !headless(table)) || !columns.includes(role) || /\b(?:level|significance)\b/i.test(header)) return [];
    let group = "";
    return table.rows.flatMap((row, i): Found[] => {
      if (row.cells[0]?.text.trim() && !headless(table)) group = row.cells[0].text.trim();
      const cell = row.cells[c];
      const reported = (row.heading && !cell?.text) || /\bCI\b|\bbound\b|confidence/i.test(row.label) ? undefined : soleNumber(cell.mapped, context.decimal);
      if (!reported || reported.decimals < 1) return [];
      const dropped = /if an? item is (?:dropped|deleted)|^item-total/i.test(table.caption?.text ?? "");
      return [
        cellClaim(
          role === "alpha" && dropped ? "alpha-if-deleted" : role,
          reported,
          /^point estimate$/i.test(group) ? "" : group,
          { ...context.place({ table }), cell },
          i,
          header,
        ),
      ];
    });
  });
  return across.length > 0 ? across : transposed(table, context);
}

/** SPSS's "Reliability Statistics": one row of figures that no label begins. */
const headless = (table: ManuscriptTable): boolean => table.rows.length === 1 && /^-?\.?\d[\d.,]*$/.test(table.rows[0].cells[0]?.text ?? "");

/** A row "Cronbach's α" at the foot of a table, with a column a component. */
function transposed(table: ManuscriptTable, context: RecogniserContext): Found[] {
  return table.rows.flatMap((row, i) => {
    const role = columnRole(row.cells[0]?.text ?? "");
    if (row.heading || !["alpha", "inter-item"].includes(role)) return [];
    return row.cells.slice(1).flatMap((cell, k): Found[] => {
      const reported = soleNumber(cell.mapped, context.decimal);
      const header = headerOf(table, k + 1);
      return reported && reported.decimals >= 1 ? [cellClaim(role, reported, header, { ...context.place({ table }), cell }, 1000 + i, "")] : [];
    });
  });
}

function cellClaim(role: ColumnRole, reported: Reported, scale: string, place: AlphaClaim["place"], row: number, header: string): Found {
  if (role === "inter-item")
    return { kind: "inter-item", text: reported.text, range: reported.range, reported, scale, row, place, values: { value: reported.value, scale } };
  const condition = header.replace(/cronbach(?:['’]?s)?|coefficients?|alphas?|α|standardi[sz]ed|reliability|internal consistency|if item.*|[()*]/gi, "").trim();
  return claim(reported, role === "alpha-if-deleted" ? "if-deleted" : "value", scale, place, {
    row,
    standardized: role === "alpha-standardized",
    ...(condition ? { condition } : {}),
  });
}
