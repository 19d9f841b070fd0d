import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { numbersIn, type Reported } from "./number";
import { femaleWord, maleWord, people } from "./people";
import type { Recogniser } from "./recogniser";

/** Groups that a sample is said to fall into. */
export interface Subgroups extends ClaimBase<"subgroups"> {
  readonly parts: readonly Reported[];
  /** the whole, where the sentence names it: "Of the 301 pupils" */
  readonly total?: Reported;
  /** `gender` and `rest` ("the other 277") name both groups there are; `pair`: two places that nobody belongs to both of; `list` enumerates three or more; `each`: so many groups of one size */
  readonly closed: "gender" | "rest" | "pair" | "list" | "each";
}

const lists =
  /\b(?:There (?:were|are)|(?:numbers?|distribution) of \p{L}+ (?:per|by|in each|from each)|(?:their|the|these) (?:numbers|sizes) (?:are|were)|(?:sample|data|participants|respondents|group|students|class(?:es)?)\s(?:\p{L}+ ){0,4}?(?:consisted of|comprised|included|were distributed|was composed of|came from|distributed)|(?:group|sample|cell|class) sizes? (?:were|was)|By \p{L}+(?: \p{L}+)?,|Es gab|Die (?:Zahl|Anzahl) der \p{L}+ (?:je|pro) \p{L}+ betrug|Die (?:Stichprobe|Gruppen) (?:bestand|umfassten?)|divided into|split into|assigned to|verteilten? sich)\b|\b(?:took part|participated|were (?:recruited|sampled|surveyed|interviewed|asked|included)|answered)(?: in the (?:study|survey))?:/iu;
const unclear =
  /\b(?:non-?binary|another gender|other gender|prefer(?:red)? not|did not (?:say|report|disclose|state|indicate|answer|give)|not (?:stated|reported|given|disclosed)|unknown|undisclosed|missing|divers|keine Angabe|transgender|several|multiple|both|or more|at least|respectively|more than one|each|per (?:group|condition|cell)|overlap\p{L}*|also|including|among (?:them|others)|e\.g\.|such as)\b/iu;

const subgroups: Recogniser = {
  name: "subgroups",
  sentence(sentence, context) {
    if (sentence.block === "heading" || sentence.section.role === "references") return [];
    const text = sentence.text;
    const counts = numbersIn(sentence.mapped, context.decimal).filter((n) => isCount(n, text));
    if (counts.length < 2 || counts.length > 60) return [];
    const found = unclear.test(text)
      ? each(text, counts)
      : (gender(text, counts) ?? rest(text, counts) ?? pair(text, counts) ?? bracketed(text, counts) ?? list(text, counts));
    if (!found) return [];
    const { parts, total, closed } = found;
    const from = parts[0].start;
    const to = parts[parts.length - 1].end;
    return [
      {
        kind: "subgroups",
        parts,
        total,
        closed,
        text: text.slice(from, to),
        range: rangeOf(sentence.mapped, from, to),
        place: context.place({ sentence, at: from }),
        values: { parts: parts.map((n) => n.value), total: total?.value ?? null },
      },
    ];
  },
};

function isCount(n: Reported, text: string): boolean {
  if (n.decimals !== 0 || n.percent || n.relation === "<" || n.relation === ">" || n.value < 1 || !Number.isInteger(n.value)) return false;
  const before = text.slice(Math.max(0, n.start - 12), n.start);
  const after = text.slice(n.end, n.end + 14);
  if (
    /(?:\b(?:Table|Figure|Tabelle|Abbildung|Study|Experiment|Grade|Treatment|Group|Condition|Level|Dose|Wave|Class|Year|Block|Session|School|University|Cohort|Type|Gruppe|Klasse|treatment|group|condition|level|dose|wave|class|year|block|session|cohort|type|grade|aged?|Form|item|p|M|SD|t|F|r|df|d|z)\s?[=(]?\s?|[=(]\s?[.\d]*|[-–/])$/.test(
      before,
    ) &&
    !/[nN]\s?=\s?$/.test(before) &&
    !/\($/.test(before)
  )
    return false;
  if (
    /\b(?:under|over|below|above|older than|younger than|unter|über)\s$|\b(?:between|from|zwischen) (?:\d{1,2} (?:and|to|und) )?$/.test(
      text.slice(Math.max(0, n.start - 24), n.start),
    ) &&
    n.value < 120
  )
    return false;
  return (
    !/^\s?(?:%|[-–]\s?\d|[-–]\p{L}|years?|months?|weeks?|days?|hours?|minutes?|Jahre|(?:mg|g|kg|µg|ml|l|cm|mm|m|km|lb|oz|points?|items?)\b|of (?:the|them|these)\b)/u.test(
      after,
    ) && !(n.value >= 1900 && n.value <= 2099 && n.text.length === 4)
  );
}

type Found = Pick<Subgroups, "parts" | "total" | "closed">;
const windowAfter = (text: string, counts: readonly Reported[], i: number): string =>
  text.slice(counts[i].end, Math.min(counts[i + 1]?.start ?? text.length, counts[i].end + 40));

/** "308 students (194 women and 114 men)", "the sample consisted of 150 boys and 151 girls". */
function gender(text: string, counts: readonly Reported[]): Found | undefined {
  const labelled = counts.map((n, i) => {
    const label = windowAfter(text, counts, i);
    return { n, i, female: femaleWord.test(label), male: maleWord.test(label) };
  });
  const pair = labelled.filter((x) => x.female !== x.male);
  if (pair.length !== 2 || pair[0].female === pair[1].female || pair[1].i - pair[0].i !== 1) return undefined;
  const [a, b] = pair;
  const between = text.slice(a.n.end, b.n.start);
  if (between.length > 60 || /[;:]/.test(between)) return undefined;
  const parts = [a.n, b.n];
  return { parts, total: genderTotal(text, counts.slice(0, a.i), a.n, b.n, counts.slice(b.i + 1)), closed: "gender" };
}

/** The number that the two are said to make up: right before their brackets, or the one that opens the sentence ("Of the 301 pupils, …"). */
function genderTotal(text: string, earlier: readonly Reported[], a: Reported, b: Reported, later: readonly Reported[]): Reported | undefined {
  const sum = a.value + b.value;
  const total = /^[^.;()\d]{0,30}, (\d[\d,.]*) (?:in (?:all|total)|altogether|insgesamt)\b/i.exec(text.slice(b.end, b.end + 70));
  const after = total && later.find((n) => n.start === b.end + total[0].indexOf(total[1]));
  if (after) return after;
  const larger = earlier.filter((n) => n.value > Math.max(a.value, b.value));
  const exact = larger.find((n) => n.value === sum);
  if (exact) return exact;
  // "178 engineers of four firms took part (121 men and 57 women)": smaller numbers between are of something else
  const last = larger[larger.length - 1] ?? earlier[earlier.length - 1];
  const bridge = last ? text.slice(last.end, a.start) : "";
  const opens = bridge.length < 70 && /\($|[,:(–]\s?(?:of whom|consisting of|comprising|davon|namely)?\s?$/.test(bridge);
  const named = new RegExp(`^\\s?(?:\\p{L}+[ -]){0,4}?(?:${people})\\b`, "iu").test(bridge);
  if (last && opens && (named || (/(?:\(|: ?)$/.test(bridge) && sum > 0.5 * last.value && sum < 1.5 * last.value))) return last;
  return larger.length === 1 ? explicitTotal(text, [larger[0], a, b]) : undefined;
}

/** "Of 1,525 visitors, 1,248 answered all items; the other 277 were dropped." */
function rest(text: string, counts: readonly Reported[]): Found | undefined {
  if (counts.length !== 3 || !/^\s?(?:Of|Out of|From|Von)\s(?:the |an initial |a total of |den )?(?:initial |total )?$/.test(text.slice(0, counts[0].start)))
    return undefined;
  if (!/\b(?:other|remaining|the rest,?|übrigen|restlichen|anderen)\s$/iu.test(text.slice(Math.max(0, counts[2].start - 20), counts[2].start)))
    return undefined;
  return { parts: [counts[1], counts[2]], total: counts[0], closed: "rest" };
}

/** "Of the 301 pupils, 156 attended the Pasteur School and 145 the Grant-White School." */
function pair(text: string, counts: readonly Reported[]): Found | undefined {
  const digits = counts.filter((n) => !n.words);
  const total = explicitTotal(text, digits);
  if (!total || digits.length !== 3) return undefined;
  const between = text.slice(digits[1].end, digits[2].start);
  const tail = text.slice(digits[2].end);
  const left =
    /^ (?:\p{L}+ )?(?:gave up|dropped out|declined|refused|did not|stopped|withdrew|quit|failed to|were (?:not|excluded|dropped|removed|discarded)|brachen|lehnten)\b/iu;
  if (/\b(?:and|while|und|but) $/.test(between) && left.test(tail) && /^ (?:\p{L}+ )?\p{L}+(?:ed|gave|took|filled)? /u.test(between) && !/[.;:(]/.test(between))
    return { parts: [digits[1], digits[2]], total, closed: "rest" };
  const one =
    /^ (?:\p{L}+ )?(?:attended|belonged|came|were assigned|were (?:in|from)|received|lived|travelled|studied at|got|were given|worked (?:at|in|for)|were randomi[sz]ed)\b/iu;
  const sum = digits[1].value + digits[2].value;
  return one.test(between) && /\b(?:and|while|und) $/.test(between) && Math.abs(sum - total.value) <= 0.2 * total.value
    ? { parts: [digits[1], digits[2]], total, closed: "pair" }
    : undefined;
}

/** "There were 15 cars with three gears, 12 with four, and 5 with five." */
function list(text: string, counts: readonly Reported[]): Found | undefined {
  const digits = counts.filter((n) => !n.words);
  const named = digits.find((n) => /\bN ?= ?$/.test(text.slice(Math.max(0, n.start - 4), n.start)));
  const total = named ?? explicitTotal(text, digits);
  const parts = digits.filter((n) => n !== total);
  if (parts.length < 3 || (!total && !lists.test(text.slice(0, parts[0].start + 1)))) return undefined;
  for (let i = 1; i < parts.length; i++) {
    const between = text.slice(parts[i - 1].end, parts[i].start);
    if (
      between.length > 60 ||
      /[.:!?]/.test(between.replace(/\([^()]*\)|\d\.\d/g, "")) ||
      !/(?:[,;]|\b(?:and|und)\b)\s?(?:and |und |with |another )?(?:\([a-z]\) )?$/.test(between)
    )
      return undefined;
  }
  const last = text.slice(parts[parts.length - 2].end, parts[parts.length - 1].start);
  const tail = text.slice(parts[parts.length - 1].end);
  const open = text.lastIndexOf("(", parts[0].start);
  const enclosed =
    open >= 0 && parts[0].start - open < 25 && !text.slice(open, parts[0].start).includes(")") && text.indexOf(")", open) > parts[parts.length - 1].start;
  if (
    !(/\b(?:and|und)\s?$/.test(last) || (enclosed && total)) ||
    /\d/.test(
      tail
        .replace(/\([^()]{0,4}N ?= ?\d+\)/, "")
        .replace(/\([^()]*\)|\p{L}+ \d{1,2}(?=[.;,]|$)|\d[\d.]* (?:mg|g|kg|µg|ml|l|cm|mm|m|km|lb|oz)\b/gu, "")
        .replace(/\d+(?:\.\d+)?\s?%/g, ""),
    )
  )
    return undefined;
  return { parts, total, closed: "list" };
}

const toEach = /^ (?:\p{L}+ )?(?:(?:to|in|for|on) each\b|each\b|per (?:group|condition|cell|treatment|class|dose|colou?r|level)\b|(?:je|pro) )/iu;

/** "The 36 plants were assigned to the three colours, 12 to each", "60 animals in three groups of 20 each": all, how many groups, and the size of each. */
function each(text: string, counts: readonly Reported[]): Found | undefined {
  const open = text.indexOf("(");
  const [total, groups, size, more] = counts.filter((n) => open < 0 || n.end < open || text.slice(open, n.start).includes(")"));
  if (!size || more || !toEach.test(text.slice(size.end, size.end + 40)) || groups.value < 2 || groups.value > 12 || size.value < 2) return undefined;
  if (
    /\b(?:other|remaining|further|another|about|first|last|at least)\b|[.;:]/i.test(text.slice(total.end, size.start)) ||
    /\btimes\b/.test(text.slice(size.end, size.end + 12))
  )
    return undefined;
  const sum = groups.value * size.value;
  if (total.value <= size.value || sum < 0.4 * total.value || sum > 1.6 * total.value) return undefined;
  if (!/^(?:The |All |These |Of the |A total of |In total,? )?$/.test(text.slice(0, total.start)) || !/\p{Ll}{2}s\b/u.test(text.slice(total.end, groups.start)))
    return undefined;
  return { parts: Array.from({ length: groups.value }, () => size), total, closed: "each" };
}

const opens = /\((?:n ?= ?)?$/i;
const fromOneToTheNext = /^\)(?:[,;] (?:and |und )?| and | und )[^,;:()\d.]{1,60}\((?:n ?= ?)?$/i;
/** "The remaining 379 flats lay in the north (120), the south (154), and the west (105)": a whole that the sentence opens with. */
const opensWithWhole = /^(?:The|These|Die|All|Our)?(?: (?:remaining|final|other|total|übrigen|verbleibenden))? ?$/u;

/** "Participants came from Northfield (n = 112), Ashby (n = 97), and Marlow (n = 88)." */
function bracketed(text: string, counts: readonly Reported[]): Found | undefined {
  const parts = counts.filter((n) => !n.words && opens.test(text.slice(Math.max(0, n.start - 7), n.start)) && text[n.end] === ")");
  const others = counts.filter((n) => !n.words && !parts.includes(n) && n.value !== parts.length);
  const [whole] = others;
  const sum = parts.reduce((s, n) => s + n.value, 0);
  const opening = others.length === 1 && opensWithWhole.test(text.slice(0, whole.start)) && /^ \p{Ll}+/u.test(text.slice(whole.end));
  const total = opening && whole.end < (parts[0]?.start ?? 0) && sum > 0.8 * whole.value && sum < 1.25 * whole.value ? whole : undefined;
  if (parts.length < 3 || (others.length > 0 && !total) || (!total && !lists.test(text.slice(0, parts[0].start)))) return undefined;
  return parts.every((n, i) => i === 0 || fromOneToTheNext.test(text.slice(parts[i - 1].end, n.start))) ? { parts, total, closed: "list" } : undefined;
}

/** "Of the 301 pupils, …", "The 71 chicks were fed …: 10 …". */
function explicitTotal(text: string, counts: readonly Reported[]): Reported | undefined {
  const [first, second] = counts;
  if (!first || !second || !/^(?:Of|Out of|Among|From|The|All|Von) (?:the |all |our |these )?$/.test(text.slice(0, first.start))) return undefined;
  return first.value > Math.max(...counts.slice(1).map((n) => n.value)) ? first : undefined;
}

export default subgroups;
