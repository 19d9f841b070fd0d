import { headerOf, type ManuscriptTable, type Sentence } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { columnRole } from "./column-role";
import { type Component, componentOf } from "./component";
import { numbersIn, type Reported, soleNumber } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** A number of items. `analysed`: submitted to the factor analysis; `kept`, `deleted`: at item selection; `whole`: of the questionnaire; `part`: of a scale, a component, a table. */
export interface ItemCountClaim extends ClaimBase<"item-count"> {
  readonly reported: Reported;
  readonly role: "analysed" | "kept" | "deleted" | "whole" | "part";
}

/** The items that a table counts to a component or scale. */
export interface ComponentItemsClaim extends ClaimBase<"component-items"> {
  readonly reported: Reported;
  readonly component: Component;
  readonly row: number;
}

/** The statement that items were dropped, however many: what a table counts need not be what was asked. */
export type ItemsDroppedClaim = ClaimBase<"items-dropped">;

const noun = "(?:items?|questions?|statements?|variables?|indicators?|Aussagen|Fragen|Variablen|[íi]tems|itens|preguntas|afirmaciones|énoncés|questions)";
const adjective =
  "(?:(?:final|remaining|original|initial|observed|Likert|Likert-type|binary|dichotomous|open|ability|single|survey|questionnaire|scale|test|rating|self-report|key|measured|retained|such|positively|negatively|worded) ){0,3}";
const phrase = new RegExp(`^[ -](?:${adjective})(?:${noun})\\b`, "iu");

/** "We factor-analysed nine ability tests": what is analysed need not be called an item. */
const measures = /^[ -](?:\p{L}+ ){0,2}(?:tests|subtests|measures|tasks|ratings|scores|attributes|traits|markers)\b/iu;
const measuresBefore =
  /(?:factor[- ]?analy[sz]ed|(?:factor|component)s? analysis of|factoring of|submitted|subjected|(?:carried out|run|performed|conducted|based) (?:on|with)|correlations? (?:of|among|between)|correlation matrix (?:of|among|for)|battery (?:of|comprises|comprised|consists of|consisted of|contains|contained|with)) (?:the |all |these |scores on |\p{L}+ ){0,2}$/iu;

/** Whatever is analysed: "principal component analysis of the 14 opinions", "The nine reasons were submitted to …", "for all 14 opinions together, α". */
const anything = /^ (?!items?\b)(\p{Ll}{3,20}s)\b(?! of\b)/u;
const notAnalysed =
  /^(?:factors|components|dimensions|scales|subscales|groups|samples|students|participants|respondents|persons|cases|subjects|observations|answers|countries|studies|clusters|models|classes|data|scores|waves|sets|minutes|years)$/;
const anythingBefore = /(?:(?:component|factor) analysis of|factoring of|factorability of) (?:the |all |these )?$|\b(?:for|of) all (?:the )?$/i;
const submitted =
  /^ (?:were|was) (?:\p{L}+ )?(?:submitted|subjected|entered|factor-analy[sz]ed|reduced to (?:\p{L}+|\d{1,2}) (?:components|factors|dimensions))\b|^ together, α/iu;

function analysedThings(before: string, after: string): RegExpExecArray | null {
  const match = anything.exec(after);
  if (!match || notAnalysed.test(match[1])) return null;
  const rest = after.slice(match[0].length);
  const all = /\ball (?:the )?$/i.test(before);
  return submitted.test(rest) || (anythingBefore.test(before) && (!all || /^ together, α/.test(rest))) ? match : null;
}

const analysedWords =
  /factor[ -]?analy|principal|\bPCA\b|\bEFA\b|\bPAF\b|factorab|factoring|bartlett|KMO|sphericity|submitted|subjected|entered|extraction|correlation matrix|component analysis|Faktorenanalyse|Hauptkomponenten|Korrelationsmatrix|eigenvalue|sampling adequacy/i;
const deleted =
  /^[^.;]{0,40}?\b(?:were|was|had to be|have been|wurden?|being) (?:\w+ )?(?:delet|remov|dropp|exclud|eliminat|discard|omit|entfernt|ausgeschlossen|eliminiert)/i;
const deleting =
  /(?:delet\w*|remov\w*|dropp\w*|exclu\w*|eliminat\w*|discard\w*|omit\w*|without|except|Ausschluss|Entfern\w*)(?: of)?(?: (?:the|these|those|another|a further|a total of))? $/i;
const keptAfter = /^[^.;]{0,40}?\b(?:were|was|wurden) (?:\w+ )?(?:retain|kept|left|selected|beibehalten)|^ (?:remain|survived|left)/i;
const keptBefore = /(?:retain\w*|leaving|left|kept|final|reduced to|resulting in|shortened to|remaining) (?:\w+ ){0,4}$/i;
const partBefore =
  /\b(?:per|each|every|subscale|scales?|factor(?! ?-?analy)|component(?! analy)|dimension|domain|construct|of them|which|other|first|last|next|another|selected|one|only|some|\bto|\bor|than|from|versus|about|these) (?:\w+ ){0,2}$|\b(?:scales?|subscales?|factors?(?! ?-?analy)|components?(?! analy)|dimensions?|domains?)(?: \S+){0,4} (?:consist|compris|contain|includ|compos|describ|measured|has|have|had|with|of|by)\w*(?: (?:of|by|from|with))? $|\($/i;
const partAfter =
  /^[^.;]{0,30}?\b(?:load(?:ed|ing|s)?\b|per |each\b(?! (?:rated|answered|scored|measured|with|on a)\b)|on (?:the )?(?:first|second|third|factor(?! analy)|component(?! analy))|for (?:each|every|the (?:first|second|third|fourth|fifth|other|factor(?! analy)|component(?! analy)|scale|subscale))|wander|cross-?load|with (?:the )?(?:high|low)|reverse|were reversed)/i;

/** "a questionnaire with 24 items", "The 16 items were submitted to …", "Six items were deleted", and columns "Number of items". */
const itemCount: Recogniser = {
  name: "item-count",
  sentence: (sentence, context) => fromSentence(sentence, context),
  table: (table, context) => fromTable(table, context),
};
export default itemCount;

const dropping =
  /(?:items?|variables?|statements?|questions?)\b[^.;]{0,80}\b(?:were|was|had to be|have been|are) (?:\w+ )?(?:delet|remov|dropp|exclud|eliminat|discard)|(?:delet|remov|dropp|exclud|eliminat|discard)\w* (?:of )?(?:\w+ ){0,3}(?:items?|variables?|statements?|questions?)\b|(?:Items|Aussagen|Fragen)\b[^.;]{0,80}(?:entfernt|ausgeschlossen|eliminiert)/i;

function fromSentence(sentence: Sentence, context: RecogniserContext): (ItemCountClaim | ItemsDroppedClaim)[] {
  const { text, mapped } = sentence;
  const place = context.place({ sentence });
  const drop = dropping.exec(text);
  const dropped: ItemsDroppedClaim[] =
    drop &&
    !/\bno items?\b|none of the|were not|(?:skip|omit|unanswered|not answer|miss|lack|gaps?|complete)\w*\b[^.;]{0,50}\b(?:items?|questions?)\b[^.;]{0,20}\bwere|if (?:an )?item|α|alpha if/i.test(
      text,
    )
      ? [{ kind: "items-dropped", statistic: false, text: drop[0], place, range: rangeOf(mapped, drop.index, drop.index + drop[0].length) }]
      : [];
  const counts = numbersIn(mapped, context.decimal).flatMap((n): ItemCountClaim[] => {
    if (n.decimals !== 0 || n.value < 2 || n.value > 2000 || n.percent) return [];
    const before = text.slice(Math.max(0, n.start - 70), n.start);
    const following = text.slice(n.end, n.end + 60);
    const match = phrase.exec(following) ?? (measuresBefore.test(before) ? measures.exec(following) : null) ?? analysedThings(before, following);
    if (!match) return [];
    const end = n.end + match[0].length;
    return [
      {
        kind: "item-count",
        statistic: false,
        text: text.slice(n.start, end),
        reported: n,
        role: roleOf(sentence, before, text.slice(end, end + 80)),
        place,
        range: rangeOf(mapped, n.start, end),
        values: { items: n.value },
      },
    ];
  });
  return [...counts, ...dropped];
}

function roleOf(sentence: Sentence, before: string, after: string): ItemCountClaim["role"] {
  if (deleted.test(after) || deleting.test(before)) return "deleted";
  if (partBefore.test(before) || partAfter.test(after)) return "part";
  if (keptAfter.test(after) || keptBefore.test(before)) return "kept";
  if (analysedWords.test(sentence.text)) return "analysed";
  if (sentence.block === "caption" && !/^ ?$/.test(before)) return "part";
  return "whole";
}

function fromTable(table: ManuscriptTable, context: RecogniserContext): ComponentItemsClaim[] {
  return Array.from({ length: table.width }, (_, c) => c).flatMap((c) => {
    if (c === 0 || columnRole(headerOf(table, c)) !== "items") return [];
    return table.rows.flatMap((row, i) => {
      const reported = row.heading ? undefined : soleNumber(row.cells[c].mapped, context.decimal);
      const label = row.cells[0]?.text.trim() ?? "";
      if (!reported || reported.decimals !== 0 || !label) return [];
      return [
        {
          kind: "component-items" as const,
          statistic: false,
          text: reported.text,
          range: reported.range,
          place: { ...context.place({ table }), cell: row.cells[c] },
          reported,
          component: componentOf(label),
          row: i,
          values: { items: reported.value },
        },
      ];
    });
  });
}
