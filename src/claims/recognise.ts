import type { Manuscript, ManuscriptTable, Section, Sentence } from "../manuscript/manuscript";
import { attribution } from "./attribution";
import type { Claim, ClaimKind, Claims, Place } from "./claim";
import type { ClaimKinds } from "./kinds";
import type { RecogniserContext } from "./recogniser";
import { recognisers } from "./recognisers";

/** Reads everything a manuscript claims: each sentence and each table through each recogniser. */
export function recognise(manuscript: Manuscript): Claims {
  const context: RecogniserContext = { manuscript, decimal: manuscript.decimal, place: (where) => placeOf(where, manuscript) };
  const all: Claim[] = [];
  for (const block of manuscript.blocks) {
    for (const sentence of block.sentences) for (const recogniser of recognisers) if (recogniser.sentence) all.push(...recogniser.sentence(sentence, context));
  }
  for (const table of manuscript.tables) for (const recogniser of recognisers) if (recogniser.table) all.push(...recogniser.table(table, context));
  for (const recogniser of recognisers) if (recogniser.document) all.push(...recogniser.document(manuscript, context));
  return collect(manuscript, all);
}

function placeOf(where: { sentence?: Sentence; table?: ManuscriptTable; section?: Section }, manuscript: Manuscript): Place {
  const section = where.section ?? where.sentence?.section ?? where.table?.section ?? manuscript.sections[0];
  const table = where.table ?? where.sentence?.table;
  return { section, sentence: where.sentence, table, source: attribution(section, where.sentence) };
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
    of: <K extends ClaimKind>(kind: K, options?: { every?: boolean }) => ((options?.every ? byKind : own).get(kind) ?? []) as readonly ClaimKinds[K][],
  };
}
