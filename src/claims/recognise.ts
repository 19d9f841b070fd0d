import type { Manuscript, ManuscriptTable, Section, Sentence } from "../manuscript/manuscript";
import { attribution } from "./attribution";
import type { Claim, ClaimKind, Claims, Place } from "./claim";
import type { ClaimKinds } from "./kinds";
import type { RecogniserContext } from "./recogniser";
import { recognisers } from "./recognisers";
import { relocate } from "./relocate";

/** What was recognised in each sentence of the last reading, by all that a recogniser may look at. */
export type Memory = Map<string, Map<string, Remembered>>;

interface Remembered {
  readonly sentence: Sentence;
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
    for (const sentence of block.sentences) {
      const claims = memory ? recall(sentence, memory, fresh, context) : readSentence(sentence, context);
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

/** The claims of a sentence: carried over where the same sentence stood in the same circumstances before. */
function recall(sentence: Sentence, memory: Memory, fresh: Memory, context: RecogniserContext): readonly Claim[] {
  const { manuscript } = context;
  const key = `${manuscript.decimal} ${manuscript.format} ${sentence.block} ${sentence.section.role} ${sentence.index} ${sentence.table?.number ?? (sentence.table ? "t" : "")} ${sentence.section.title}`;
  const source = sourceOf(sentence, manuscript);
  const known = memory.get(sentence.text)?.get(key) ?? fresh.get(sentence.text)?.get(key);
  const claims = known && known.source === source ? relocate(known.claims, known.sentence, sentence) : readSentence(sentence, context);
  let circumstances = fresh.get(sentence.text);
  if (!circumstances) fresh.set(sentence.text, (circumstances = new Map()));
  circumstances.set(key, { sentence, source, claims });
  return claims;
}

function sourceOf({ mapped }: Sentence, manuscript: Manuscript): string {
  const n = mapped.text.length;
  return n === 0 ? "" : manuscript.source.slice(mapped.starts[0], mapped.ends[n - 1]);
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
