import type { Manuscript } from "../manuscript/manuscript";

const words =
  /cronbach|internal consisten|coefficient alpha|alpha coefficient|reliabilit|interne Konsistenz|Reliabilität|consistencia interna|fiabilidad|confiabilidad/i;
const known = new WeakMap<Manuscript, boolean>();

/** Does the paper speak of reliability at all? Otherwise its α is a level of significance or something else. */
export function isReliabilityPaper(manuscript: Manuscript): boolean {
  let answer = known.get(manuscript);
  if (answer === undefined)
    known.set(
      manuscript,
      (answer =
        manuscript.blocks.some((b) => b.section.role !== "references" && words.test(b.text.text)) ||
        manuscript.tables.some((t) => t.header.some((r) => r.cells.some((c) => /α|alpha|cronbach/i.test(c.text))))),
    );
  return answer;
}
