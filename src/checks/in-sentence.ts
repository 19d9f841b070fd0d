import type { ClaimKind, Claims } from "../claims/claim";
import type { ClaimKinds } from "../claims/kinds";
import type { Sentence } from "../manuscript/manuscript";

const cache = new WeakMap<Claims, Map<ClaimKind, Map<Sentence, unknown[]>>>();

/** The claims of one kind that stand in one sentence, in its order; indexed once a manuscript. */
export function inSentence<K extends ClaimKind>(claims: Claims, kind: K, sentence: Sentence | undefined): readonly ClaimKinds[K][] {
  if (!sentence) return [];
  let kinds = cache.get(claims);
  if (!kinds) cache.set(claims, (kinds = new Map()));
  let index = kinds.get(kind);
  if (!index) {
    kinds.set(kind, (index = new Map<Sentence, unknown[]>()));
    for (const claim of claims.of(kind)) {
      const at = claim.place.sentence;
      if (!at) continue;
      const list = index.get(at);
      if (list) list.push(claim);
      else index.set(at, [claim]);
    }
  }
  return (index.get(sentence) ?? []) as ClaimKinds[K][];
}
