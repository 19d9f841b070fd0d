import { type Mapped, type Range, rangeOf } from "../manuscript/mapped";
import type { Interval } from "../numerics/interval";
import { numberAt, relationAt } from "./statistic-number";

/** A reported level of probability: "p = .036", "ps < .05", "p (one-tailed) = .02", "Sig. = 0.000", "ns". */
export interface ReportedP {
  readonly comparison: "=" | "<" | ">" | "≤" | "≥" | "≈" | "ns";
  /** absent after "ns" */
  readonly value?: number;
  readonly decimals: number;
  /** what it can stand for, within [0, 1]; after "ns" the level of significance has to be filled in by the rule */
  readonly interval: Interval;
  /** as printed: "p < .001" */
  readonly text: string;
  readonly range: Range;
  /** the relation and the number alone: "< .001" */
  readonly valueRange: Range;
  readonly valueText: string;
  /** "adjusted", "Bonferroni-corrected" and the like, where the clause itself says so */
  readonly adjusted: boolean;
  /** more than one value is listed ("p = .036 and .002"), so that it is not known which belongs to what */
  readonly several: boolean;
  /** says "p value" or "Sig.", or is one of several probabilities: not a count named p */
  readonly explicit: boolean;
  readonly start: number;
  readonly end: number;
}

const name =
  /(?<![\p{L}\p{N}_])(?:(adjusted |corrected |adj\. ?|corr\. ?|Bonferroni-(?:corrected |adjusted )|FDR-(?:corrected |adjusted ))?([Pp](?:'?s)?)(?:(?:[- ]?(values?|Werte?|val)\b)|_?\{?(adj|adjusted|corr|corrected|FDR|fdr|bonf|Bonf|Bonferroni|holm|Holm|BH|perm|tukey|Tukey)\}?\b|_\{?(?:two|one|2|1|rep|exact|boot)?(?:-?(?:tailed|sided))?\}?)?|(Sig(?:\.|\b)|Signifikanz)(?: ?\((?:2|1)-(?:tailed|seitig)\))?)(?: ?\(((?:one|two|1|2)[- ](?:tailed|sided)|exact|adj\.?|adjusted|corrected|corr\.?)\))?/uy;
const wordRelation = / (?:value )?(?:of|was|is|von|betrug) /y;
const notSignificant = /(?:n\. ?s\.|n\.s|ns|N\.S\.|NS)(?![\p{L}\p{N}=(])/uy;
const listed = /^\s?(?:,|;|and|or|und|&|\/)\s{0,2}(?:and |or |= ?|< ?)?[.,]?\d/;
const adjustedAfter = /^\*?\s?[([]?,?\s?(?:[Bb]onferroni|[Hh]olm|FDR|(?:after|with|using) (?:a )?(?:[Bb]onferroni|[Hh]olm|FDR)|adjusted|corrected)/;

/** The p clause that starts at `at`. */
export function pClauseAt(mapped: Mapped, at: number, decimal: "." | ","): ReportedP | undefined {
  const text = mapped.text;
  name.lastIndex = at;
  const head = name.exec(text);
  if (!head) return undefined;
  const after = at + head[0].length;
  const worded = head[3] !== undefined || head[5] !== undefined;
  let relation = relationAt(text, after);
  if (!relation) {
    wordRelation.lastIndex = after;
    const word = wordRelation.exec(text);
    if (word && (worded || /^0?[.,]\d/.test(text.slice(after + word[0].length, after + word[0].length + 3))))
      relation = relationAt(text, after + word[0].length - 1) ?? { relation: "=", end: after + word[0].length };
  }
  const adjusted = head[1] !== undefined || head[4] !== undefined || /^(?:adj|corr)/.test(head[6] ?? "");
  const base = { adjusted, explicit: worded || head[2]?.length > 1, start: at };
  const nsFrom = relation ? relation.end : text[after] === " " ? after + 1 : after;
  const ns = nsAt(mapped, nsFrom);
  if (ns && (relation === undefined || relation.relation === "=")) {
    return { ...ns, ...base, text: text.slice(at, ns.end), range: rangeOf(mapped, at, ns.end) };
  }
  if (!relation) return undefined;
  const number = numberAt(mapped, relation.end, decimal, relation.relation);
  if (!number || (number.value === 0 && /^\s{0,2}[.,]?\d/.test(text.slice(number.end, number.end + 4)))) return undefined; // "p < 0 .001"
  const scale = number.percent ? 100 : 1;
  const value = number.value / scale;
  const rest = text.slice(number.end, number.end + 30);
  const valueFrom = text.slice(after, number.start).search(/\S/);
  const several = listed.test(rest) && !/^\s?[,;]\s{0,2}\d{1,3}(?:[.,]\d+)?[ -]?%/.test(rest) && !/^\s?(?:,|;|and)\s?\d{1,3}\s(?!and|or)\p{L}/u.test(rest);
  return {
    ...base,
    comparison: relation.relation,
    value,
    decimals: number.decimals + (number.percent ? 2 : 0),
    interval: intervalOf(relation.relation, value, number.interval, scale),
    text: text.slice(at, number.end),
    range: rangeOf(mapped, at, number.end),
    valueRange: rangeOf(mapped, after + Math.max(valueFrom, 0), number.end),
    valueText: number.text,
    adjusted: adjusted || adjustedAfter.test(rest),
    several,
    end: number.percent ? text.indexOf("%", number.end) + 1 || number.end : number.end,
  };
}

/** "ns", "n.s." standing alone after a separator. */
export function nsAt(mapped: Mapped, at: number): ReportedP | undefined {
  notSignificant.lastIndex = at;
  const match = notSignificant.exec(mapped.text);
  if (!match) return undefined;
  const end = at + match[0].length;
  const range = rangeOf(mapped, at, end);
  return {
    comparison: "ns",
    decimals: 0,
    interval: { low: 0, high: 1 },
    text: match[0],
    range,
    valueRange: range,
    valueText: match[0],
    adjusted: false,
    several: false,
    explicit: true,
    start: at,
    end,
  };
}

function intervalOf(relation: ReportedP["comparison"], value: number, printed: Interval, scale: number): Interval {
  if (relation === "<" || relation === "≤") return { low: 0, high: value };
  if (relation === ">" || relation === "≥") return { low: value, high: 1 };
  return { low: Math.max(0, printed.low / scale), high: printed.high / scale };
}

/** Where p clauses may begin: every p or Sig. that is a word of its own. */
export const pStarts =
  /(?<![\p{L}\p{N}_])(?:(?:adjusted |corrected |Bonferroni-corrected |FDR-corrected )?[Pp](?=[\s'=<>≤≥≈_(-]|s\b|adj|corr|FDR)|Sig(?=[.\s=<]))/gu;
