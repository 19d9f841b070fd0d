import { headerOf, type ManuscriptTable, type Sentence } from "../manuscript/manuscript";
import { type Range, rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { columnRole } from "./column-role";
import { componentOf } from "./component";
import { componentAdjective, componentNoun, isFactorAnalytic, previousSentence, speaksOfAnalysis } from "./factor-words";
import { loadingTable } from "./loading-table";
import { listedNames } from "./name-list";
import { numbersIn } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** How many components (factors, dimensions) the analysis found, as a sentence says or a table shows. */
export interface ComponentCountClaim extends ClaimBase<"component-count"> {
  readonly count: number;
  /** `found`: "five components were revealed"; `all`: "all four factors"; `these`: "the four factors together", which may be some of them; `table`: its rows or columns */
  readonly basis: "found" | "all" | "these" | "table";
}

/** A list of *the* components: in a sentence, or as the rows or columns of a table. */
export interface ComponentNamesClaim extends ClaimBase<"component-names"> {
  readonly names: readonly string[];
  readonly basis: "text" | "table";
}

type Found = ComponentCountClaim | ComponentNamesClaim;

/** "Data analysis revealed five key components, including …", "Four correlated factors, A, B, C, and D, were found", and tables with a row or a column a component. */
const componentCount: Recogniser = {
  name: "component-count",
  sentence: (sentence, context) =>
    isFactorAnalytic(context.manuscript) && sentence.block !== "heading" && (!sentence.table || sentence.block === "caption")
      ? fromSentence(sentence, context)
      : [],
  table: (table, context) => (isFactorAnalytic(context.manuscript) ? fromTable(table, context) : []),
};
export default componentCount;

const phrase = new RegExp(
  `^ (?:${componentAdjective},? (?:and )?){0,3}(?:${componentNoun})\\b(?! (?:analys|loading|score|correlation|model|matri|scale))`,
  "iu",
);
const solution = /^-(?:factor|component|dimension)(?:al|ial)? (?:solution|structure)\b/i;
const partial =
  /(?:first|last|other|remaining|additional|another|further|of the|of these|any|each|least|most|up to|than|\bor|\bto|versus|vs\.?|from|between|per|next|and|half|about|these first|zwischen|bis|oder|als)[ -]$/i;

/** Words of experiments and models, whose factors are others; a list of names says that these are those of the analysis. */
const otherFactors =
  /\bdesign\b|conditions|treatment|predict|influenc|affect|determin(?:e|ant)|contribut|impact|growth|further|drop|discard|inspect|interaction|try|tried|attempt/i;

/** Sentences that speak of something else than the factors found. */
const elsewhere =
  /hypothes|would (?:have|be|suggest|need)|\bexpected? (?:a |that )|a priori|theoretical|propos|assum|compar(?:ed|ison|ing)|alternative|versus|rather than|instead of|previous|earlier stud|original|second-order|higher-order|hierarchical|bi-?factor|confirmatory|\bCFA\b|competing|nested|risk factor|ANOVA|analysis of variance|repeated measures|mixed model|between-subject|within-subject|regress|experimental|manipulat|crossed|authenticat|forced|constrain|specif(?:y|ied)|fixed|first extract|initial(?:ly)? (?:extract|solution|yield|reveal|analys)|ursprünglich|hätte|one-way|two-way/i;
const hinted =
  /(?:suggest|indicat|point(?:ed|s|ing)? (?:to|at)|recommend|support|impl(?:y|ied|ies)|scree|parallel analys|\bMAP\b|criterion|\brule\b|designed|intended|cover|based on|measur|assess|questionnaire (?:with|of|has|had)|legt|sprach|schlägt)[^.;:]{0,70}$/i;
const verbBefore =
  /(?:reveal|identif|yield|produc|result(?:ed|s)? in|extract|retain|obtain|found|find|emerg|consists? of|compris|there (?:are|were)|show|confirm|kept|keep|deriv|discover|detect|recover|ergab|ergeben|führte[n]? zu|führt zu|fand|identifiziert|zeigt|with|mit|identific|described by|captured by|represented by|revel|extraj|encontr|obtuv|led to|gave|into|reduced to)[^.;:]{0,90}$/i;
const verbAfter =
  /^[^.;:]{0,90}?\b(?:(?:were|was|are|have been|had been|could be|can be) (?:\w+ )?(?:found|extracted|retained|identified|obtained|revealed|derived|kept|recovered|discovered|detected|uncovered|labell?ed|named|interpreted|confirmed|supported|accepted|adopted|chosen)|emerged?|wurden (?:\w+ )?(?:extrahiert|gefunden|identifiziert|beibehalten|ermittelt)|resulted|fueron|foram)\b|^ (?:extrahiert|gefunden|identifiziert|beibehalten|ermittelt|gebildet)\b/i;
const together = /^[^.;:,]{0,20}?\b(?:together|jointly|combined|in total|altogether|accounted|explain|zusammen|gemeinsam|can be|erklär|sind gut)/i;
/** "the five factors found are useful", but not "the five factors found by others", "… extracted were reduced to four" */
const foundHere =
  /^ (?:found|extracted|identified|obtained|retained)(?! (?:to|by|in|as|from|on|with|at|when|among|for)\b)(?![^.;]{0,80}(?:reduc|but |only|retain|drop|first|then|merg|collaps|most))/i;

function fromSentence(sentence: Sentence, context: RecogniserContext): Found[] {
  const { text } = sentence;
  const apart = text.replace(/\([^()]{0,200}\)/g, ""); // names in brackets may be any words
  const others = otherFactors.test(apart);
  // a framework may have dimensions, and a theory factors, that no analysis found
  const analysed = [sentence, previousSentence(sentence, context.manuscript)].some((s) => s !== undefined && speaksOfAnalysis(s.text));
  const { role } = sentence.section;
  if (!analysed && (role === "introduction" || role === "literature")) return [];
  return numbersIn(sentence.mapped, context.decimal).flatMap((n) => {
    if (n.decimals !== 0 || n.value < 1 || n.value > 30 || n.percent || n.relation !== "=") return [];
    const before = text.slice(Math.max(0, n.start - 110), n.start);
    const noun = phrase.exec(text.slice(n.end, n.end + 90)) ?? solution.exec(text.slice(n.end, n.end + 30)) ?? elided(text, before, n.end);
    if (
      !noun ||
      (partial.test(before) && !/\b(?:reduced|led|amounted) to $/i.test(before) && !keptInClause(before, text.slice(n.end + noun[0].length))) ||
      (!analysed && role !== "conclusion" && /dimension/i.test(noun[0]))
    )
      return [];
    if ((n.value === 1 && n.words) || elsewhere.test(clauseAround(text, n.start))) return [];
    const place = context.place({ sentence, at: n.start });
    const end = n.end + noun[0].length;
    const after = text.slice(end, end + 110);
    if (/^ ?(?:and|or|to|versus) (?:a |the )?(?:\w+|\d+)-(?:factor|component)/i.test(after)) return [];
    const names = listedNames(text, end);
    if (others && names.length < 2) return [];
    const basis =
      basisOf(before, after, names.length >= 2 && Math.abs(names.length - n.value) <= 1, sentence.block === "caption") ??
      (suggested.test(before) && followed(sentence, after, context) ? "found" : undefined);
    if (!basis) return [];
    const counted = countClaim(n.value, basis, text.slice(n.start, end), place, rangeOf(sentence.mapped, n.start, end));
    if (names.length < 2 || basis === "all" || basis === "these") return [counted];
    const listed: ComponentNamesClaim = {
      kind: "component-names",
      statistic: false,
      names: names.map((x) => x.text),
      basis: "text",
      text: text.slice(names[0].start, names[names.length - 1].end),
      place,
      range: rangeOf(sentence.mapped, names[0].start, names[names.length - 1].end),
    };
    return [counted, listed];
  });
}

/** The clause between semicolons that a number stands in, without what is in brackets; without semicolons the whole sentence, as far as 2,000 characters around. */
function clauseAround(text: string, at: number): string {
  const inBrackets = /\([^()]{0,200}\)/g;
  const before = text.slice(Math.max(0, at - 2000), at).replace(inBrackets, "");
  const apart = text.slice(Math.max(0, at - 2000), at + 2000).replace(inBrackets, "");
  const from = before.lastIndexOf(";") + 1;
  const to = apart.indexOf(";", before.length);
  return apart.slice(from, to < 0 ? apart.length : to);
}

/** "The first factor accounted for 28.37% of the variance and all four together for 50.55%": the noun stands earlier. */
function elided(text: string, before: string, end: number): RegExpExecArray | null {
  if (!/\ball (?:of the |the )?$/i.test(before) || !new RegExp(`\\b${componentNoun}\\b`, "iu").test(before)) return null;
  return /^(?= (?:together|jointly|combined|account|explain))/i.exec(text.slice(end, end + 20));
}

/** "The Kaiser criterion was used, and two components were extracted": a clause of its own, not "two, and three components". */
function keptInClause(before: string, after: string): boolean {
  const clause = before.replace(/\([^()]{0,80}\)/g, "");
  return /(?<!\d), (?:and|und) $/.test(clause) && kept.test(after) && /\b(?:was|were|is|wurden?) \p{L}+, (?:and|und) $/u.test(clause);
}

/** What a criterion suggests counts where the paragraph says that it was followed or that the criteria agree, and nothing to the contrary. */
const suggested = /\b(?:suggest(?:s|ed)?|indicat(?:es|ed)|recommend(?:s|ed)|point(?:s|ed) to|sprach für|legte) (?:\p{L}+ ){0,3}$/iu;
const preferred =
  /^(?:It|This(?: \p{L}+)?|The latter|Its result|Diese[srm]?(?: \p{L}+)?) (?:was|is|wurde) (?:\p{L}+ )?(?:preferred|followed|adopted|accepted|chosen|retained|used|bevorzugt|gefolgt|übernommen)\b/u;
const agreeing =
  /\b(?:the same (?:number|result|solution|conclusion|decision)|(?:criteria|rules?|methods?|test) (?:\p{L}+ )?agreed?|dieselbe (?:Zahl|Anzahl)|zum (?:selben|gleichen))\b/iu;
const deviating =
  /\b(?:however|nevertheless|nonetheless|although|though|despite|instead|whereas|interpretab\w*|theor\w*|but|jedoch|allerdings|trotzdem|obwohl|dennoch)\b/i;

/** "Parallel analysis suggested four factors. It was preferred to …", "… suggested four. The other rule led to the same number." */
function followed(sentence: Sentence, after: string, context: RecogniserContext): boolean {
  const paragraph = context.manuscript.blocks[sentence.blockIndex]?.sentences ?? [];
  const next = paragraph[sentence.index + 1]?.text ?? "";
  if (!/^[.]?$/.test(after) || paragraph.some((s) => deviating.test(s.text))) return false;
  return preferred.test(next) || (agreeing.test(next) && /parallel|eigen-?value|eigenwert|scree|MAP\b|rule|criteri|kriteri/i.test(next));
}

const criterion = /(?:Kaiser|eigen-?value|rule|criterion)[^.;:]{0,90}$/i;
const kept = /^ (?:(?:with|having|mit) eigen-?(?:value|wert)[^.;]{0,50} )?(?:were|was|wurden) (?:\w+ )?(?:retained|extracted|kept|beibehalten|extrahiert)\b/i;
const explainedBy = /(?:explained|accounted for|captured|aufgeklärt|erklärt) (?:\w+ )?(?:by|durch|von) (?:the |die |den )?$/i;

/** "Factor analysis of 16 items supported four dimensions" */
const supportedByAnalysis = /\b(?:analysis|EFA|PCA)\b[^.;:]{0,60}\bsupported (?:a )?$/i;

/** "Four factors explained 61.5% of the variance": all that were found; predictors explain the variance in or of something. */
const explaining =
  /^ (?:together |jointly |in total )?(?:explained|accounted for|captured) (?:together |a total of |about |around )?\d{1,3}(?:\.\d{1,2})? ?% of (?:the )?(?:total |common |overall |item )?variance(?=[.,;]|$)(?!.*\b(?:first|second|third|fourth|fifth|sixth|remaining|other|another|further|additional|only|most)\b)/i;

/** "The eight components were reduced to five": a number that did not stand. */
const revised =
  /reduc|merg|collaps|initial|first|prelimin|drop|delet|remov|candidate|original|scree|expect|only|but |then|model|theor|eigen-?values? (?:of|was|were)|ursprünglich|zunächst|reduzier/i;

/** "the five components found in Spain", "the three factors of the old form" */
const restricted = /^ (?:found|extracted|identified|obtained|retained|reported|described|used|proposed|measured|of|in|by|from|that|which|we|they|whose)\b/i;

function basisOf(before: string, after: string, enumerated: boolean, caption: boolean): ComponentCountClaim["basis"] | undefined {
  // what a criterion suggests need not have been done; what was kept by it was
  const done =
    (criterion.test(before) && kept.test(after) && !/scree|parallel|\bMAP\b|suggest|indicat|point/i.test(before)) ||
    (enumerated && /\bsupport(?:s|ed)? $/i.test(before)) ||
    supportedByAnalysis.test(before);
  if (hinted.test(before) && !done) return undefined;
  if (/\ball (?:of the |the )?$/i.test(before)) return "all";
  if (caption) return /\b(?:the|die|der|los|las|les) $/i.test(before) || before === "" ? "found" : undefined;
  if (/\b(?:the|these|die|diese|los|las|os|les) $/i.test(before) && !enumerated) {
    if (/^ (?:with|mit) /.test(after) && kept.test(after)) return "found";
    return together.test(after) ||
      foundHere.test(after) ||
      explainedBy.test(before) ||
      /\b(?:together|jointly|zusammen|gemeinsam)\b[^.;:]{0,40}$/i.test(before) ||
      (!restricted.test(after) && !revised.test(`${before.split(/[;:]/).pop()!} ${after.split(/[;:]/)[0]}`))
      ? "these"
      : undefined;
  }
  if (enumerated || verbAfter.test(after) || supportedByAnalysis.test(before) || (before === "" && explaining.test(after))) return "found";
  return verbBefore.test(before) && !/^[^.;]{0,60}\b(?:that|whose|with the)\b/i.test(after) ? "found" : undefined;
}

const countClaim = (
  count: number,
  basis: ComponentCountClaim["basis"],
  text: string,
  place: ComponentCountClaim["place"],
  range: Range,
): ComponentCountClaim => ({ kind: "component-count", statistic: false, text, range, place, count, basis, values: { count } });

function fromTable(table: ManuscriptTable, context: RecogniserContext): Found[] {
  const place = context.place({ table });
  const loadings = loadingTable(table, context.manuscript);
  if (loadings) {
    const header = table.header[table.header.length - 1]?.cells[loadings.components[0].column];
    const range = header?.text ? header.range : table.range;
    const names = loadings.components.flatMap(({ component }) => component.name ?? []);
    return found(loadings.components.length, names, place, range);
  }
  return overview(table, context);
}

const stub = /factor|component|dimension|faktor|komponente|construct|subscale/i;

/** A row a component, by name, with its eigenvalue, share of variance, number of items or loadings. */
function overview(table: ManuscriptTable, context: RecogniserContext): Found[] {
  const about = headerOf(table, 0).trim() || (table.caption?.text ?? "");
  if (!stub.test(about) || /\bitem|correlat/i.test(headerOf(table, 0))) return [];
  const roles = Array.from({ length: table.width }, (_, c) => columnRole(headerOf(table, c)));
  if (
    !roles.some((r) => r === "eigenvalue" || r === "percent" || r === "eigenvalue-and-percent" || r === "loading-range") &&
    !(roles.includes("items") && roles.includes("loading"))
  )
    return [];
  const rows = table.rows.filter((r) => !r.heading && r.cells[0]?.text.trim() && !/^(?:total|sum|overall|all|gesamt|note)/i.test(r.cells[0].text.trim()));
  const names = rows.flatMap((r) => componentOf(r.cells[0].text).name ?? []);
  if (rows.length < 2 || names.length !== rows.length || new Set(names).size !== names.length) return [];
  return found(rows.length, names, context.place({ table }), rows[0].cells[0].range);
}

function found(count: number, names: readonly string[], place: ComponentCountClaim["place"], range: Range): Found[] {
  const counted: ComponentCountClaim = {
    kind: "component-count",
    statistic: false,
    text: String(count),
    range,
    place,
    count,
    basis: "table",
    values: { count },
  };
  if (names.length !== count || count < 2) return [counted];
  return [counted, { kind: "component-names", statistic: false, names, basis: "table", text: names.join(", "), place, range }];
}
