import type { ClaimKind } from "../../src/claims/claim";
import type { ClaimKinds } from "../../src/claims/kinds";
import { recognise } from "../../src/claims/recognise";
import { readManuscript } from "../../src/manuscript/read";

/** The claims of one kind that a manuscript makes, those of others and hypothetical ones too. */
export function recognised<K extends ClaimKind>(kind: K, source: string, path = "paper.md"): readonly ClaimKinds[K][] {
  return recognise(readManuscript(source, path)).of(kind, { every: true });
}
