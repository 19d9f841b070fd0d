import type { Manuscript, ManuscriptTable, Section, Sentence } from "../manuscript/manuscript";
import type { Place } from "./claim";

/**
 * Which of a paper's analyses something belongs to: "study 2", "pilot", "confirmatory", "second-order", "men", or "" for the one analysis that most papers report. Only results of one setting may be
 * held against each other: a pilot's α is not the main study's, a CFA may keep fewer factors than the EFA before it.
 */
export function settingOf(place: Place, manuscript: Manuscript): string {
  const parts = new Set<string>();
  for (let s: Section | undefined = place.section; s; s = s.parent) for (const part of partsOf(s, (x) => x.title.slice(0, 300))) parts.add(part);
  if (place.sentence) for (const part of partsOf(place.sentence, (x) => whole(x, manuscript))) parts.add(part);
  if (place.table) for (const part of partsOf(place.table, tableText)) parts.add(part);
  return [...parts].sort().join(" + ");
}

/** The paragraph's sentences up to this one: "In the pilot study … Cronbach's alpha was .97." */
function whole(sentence: Sentence, manuscript: Manuscript): string {
  const before = sentence.index > 0 ? manuscript.blocks[sentence.blockIndex]?.sentences[sentence.index - 1]?.text : undefined;
  return before ? `${before} ${sentence.text}` : sentence.text;
}

const tableText = (table: ManuscriptTable): string => [table.caption?.text ?? "", ...table.notes.map((n) => n.text)].join(" ");

const ordinals: Readonly<Record<string, string>> = { erste: "first", zweite: "second", dritte: "third" };

const settings: readonly (readonly [RegExp, string | ((m: RegExpMatchArray) => string)])[] = [
  [
    /\b(study|experiment|sample|wave|studie|stichprobe|estudio|group|cohort|subsample|dataset|model|time|phase|round) ?(\d|[IVX]{1,3}|[A-D])\b(?!\.\d)/gi,
    (m) => `${m[1]} ${m[2]}`.toLowerCase(),
  ],
  [/\bT([1-4])\b/g, (m) => `time ${m[1]}`],
  [
    /\b(first|second|third|fourth|initial|final|repeated|erste[rns]?|zweite[rns]?|dritte[rns]?) (?:(?!and\b|und\b)[\p{L}-]+ ){0,2}?(analys[ei]s|analyse|factor analysis|faktorenanalyse|hauptkomponentenanalyse|PCA|EFA|run|step|sample|subsample|study|survey|stichprobe|studie)\b/giu,
    (m) =>
      `${ordinals[m[1].toLowerCase().replace(/e[rns]?$/, "e")] ?? m[1].toLowerCase()} ${/sample|stichprobe|stud|survey/i.test(m[2]) ? "sample" : "analysis"}`,
  ],
  [/\bpilot|pre-?test(?:ed|ing)?\b|try-?out|non-?sample|Vorstudie|Pretest|piloto/gi, "pilot"],
  [/\bconfirmatory|\bCFA\b|\bESEM\b|structural equation|\bSEM\b|measurement model|konfirmatorisch/gi, "confirmatory"],
  [/second-order|higher-order|hierarchical|bi-?factor|Schmid/gi, "second-order"],
  [/cross-?validat|hold-?out|replication|test[- ]retest|retest/gi, "replication"],
  [
    /\b(?:among|for|of|in|by) (?:the )?(men|women|males?|females?|boys|girls|teachers|students|instructors|nurses|patients|controls|parents)\b(?= (?:only|sample|subsample|group|data|alone|separately)\b|[,;]? (?:and|while|whereas) )/gi,
    (m) => m[1].toLowerCase(),
  ],
  [/(?:first|second|other) half of the (?:sample|data)|split[- ]sample|random(?:ly)? (?:halves|half|split)/gi, (m) => m[0].toLowerCase()],
];

const known = new WeakMap<object, readonly string[]>();

/** What a heading, a sentence or a table names, found once each. */
function partsOf<T extends object>(where: T, textOf: (where: T) => string): readonly string[] {
  const found = known.get(where);
  if (found) return found;
  const text = textOf(where);
  const out: string[] = [];
  for (const [pattern, name] of settings) for (const match of text.matchAll(pattern)) out.push(typeof name === "string" ? name : name(match));
  known.set(where, out);
  return out;
}
