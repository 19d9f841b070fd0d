import type { Manuscript, ManuscriptTable, Section, Sentence } from "../manuscript/manuscript";
import { attribution } from "./attribution";
import type { Claim, ClaimKind, Claims, Place } from "./claim";
import type { ClaimKinds } from "./kinds";
import type { RecogniserContext } from "./recogniser";
import { recognisers } from "./recognisers";
import { relocate } from "./relocate";

/** What was recognised in each sentence of the last reading, by the sentence's text and then by all else that a recogniser may look at. */
export type Memory = Map<string, Remembered[]>;

interface Remembered {
  readonly sentence: Sentence;
  /** the sentences beside it in its paragraph */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly decimal: Manuscript["decimal"];
  readonly format: Manuscript["format"];
  /** the source it was read from: with the same text from the same source, every character stands where it stood, a distance away */
  readonly source: string;
  readonly claims: readonly Claim[];
}

/**
 * Reads everything a manuscript claims: each sentence and each table through each recogniser.
 *
 * @param memory of an earlier reading of the same document: sentences that have not changed are not read again. It is brought up to date.
 */
export function recognise(manuscript: Manuscript, memory?: Memory): Claims {
  const context: RecogniserContext = { manuscript, decimal: manuscript.decimal, place: placeOf(manuscript) };
  const all: Claim[] = [];
  const fresh: Memory = new Map();
  for (const block of manuscript.blocks) {
    const { sentences } = block;
    for (let i = 0; i < sentences.length; i++) {
      const claims = memory
        ? recall(sentences[i], [sentences[i - 1]?.text, sentences[i + 1]?.text], memory, fresh, context)
        : readSentence(sentences[i], context);
      for (const claim of claims) all.push(claim);
    }
  }
  for (const table of manuscript.tables) for (const recogniser of recognisers) if (recogniser.table) all.push(...recogniser.table(table, context));
  for (const recogniser of recognisers) if (recogniser.document) all.push(...recogniser.document(manuscript, context));
  if (memory) {
    memory.clear();
    for (const [key, value] of fresh) memory.set(key, value);
  }
  return collect(manuscript, all);
}

function readSentence(sentence: Sentence, context: RecogniserContext): readonly Claim[] {
  return recognisers.flatMap((recogniser) => recogniser.sentence?.(sentence, context) ?? []);
}

/** Of one text, this many sentences are remembered: a text that repeats itself must not cost its square. */
const mostAlike = 16;

/** The claims of a sentence: carried over where the same sentence stood in the same circumstances before. */
function recall(
  sentence: Sentence,
  [before, after]: readonly [string | undefined, string | undefined],
  memory: Memory,
  fresh: Memory,
  context: RecogniserContext,
): readonly Claim[] {
  const { decimal, format, source } = context.manuscript;
  const [start, end] = extentOf(sentence);
  const isSame = (other: Remembered): boolean =>
    other.source.length === end - start &&
    source.startsWith(other.source, start) &&
    other.decimal === decimal &&
    other.format === format &&
    other.before === before &&
    other.after === after &&
    standsAlike(other.sentence, sentence);
  const known = memory.get(sentence.text)?.find(isSame) ?? fresh.get(sentence.text)?.find(isSame);
  const claims = known ? relocate(known.claims, known.sentence, sentence) : readSentence(sentence, context);
  const remembered = { sentence, before, after, decimal, format, source: known?.source ?? source.slice(start, end), claims };
  const others = fresh.get(sentence.text);
  if (others && others.length < mostAlike) others.push(remembered);
  else if (!others) fresh.set(sentence.text, [remembered]);
  return claims;
}

const standsAlike = (a: Sentence, b: Sentence): boolean =>
  a.block === b.block &&
  a.index === b.index &&
  a.section.role === b.section.role &&
  a.section.title === b.section.title &&
  (a.table === undefined) === (b.table === undefined) &&
  a.table?.number === b.table?.number;

/** From where to where a sentence stands in the source. */
function extentOf({ mapped }: Sentence): readonly [number, number] {
  const n = mapped.text.length;
  return n === 0 ? [0, 0] : [mapped.starts[0], mapped.ends[n - 1]];
}

function placeOf(manuscript: Manuscript): RecogniserContext["place"] {
  return (where: { sentence?: Sentence; table?: ManuscriptTable; section?: Section; at?: number }): Place => {
    const section = where.section ?? where.sentence?.section ?? where.table?.section ?? manuscript.sections[0];
    return { section, sentence: where.sentence, table: where.table ?? where.sentence?.table, source: attribution(section, where.sentence, where.at) };
  };
}

/** Sorts claims by place and answers by kind. */
export function collect(manuscript: Manuscript, found: readonly Claim[]): Claims {
  const all = [...found].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const byKind = new Map<string, Claim[]>();
  for (const claim of all) {
    const list = byKind.get(claim.kind);
    if (list) list.push(claim);
    else byKind.set(claim.kind, [claim]);
  }
  const own = new Map([...byKind].map(([kind, claims]) => [kind, claims.filter((c) => c.place.source === "this")]));
  return {
    manuscript,
    all,
    of: <K extends ClaimKind>(kind: K, options?: { every?: boolean }) =>
      ((options?.every ? byKind : own).get(kind) ?? []) as unknown as readonly ClaimKinds[K][],
  };
}
