import type { Claims } from "../claims/claim";
import { numbersIn, type Reported } from "../claims/number";
import type { Block } from "../manuscript/manuscript";
import { type Finding, finding } from "./check";
import { severalStudies } from "./main-sample";
import { printed } from "./sample-numbers";

/** A count of a paragraph, with where it stands in the paragraph's words. */
interface Count {
  readonly n: Reported;
  readonly start: number;
  readonly end: number;
}

const removal =
  /\b(?:exclud\p{L}+|removed|dropped|discarded|deleted|set aside|left out|eliminated|omitted|screened out|ausgeschlossen|entfernt|ausgesondert)(?!\p{L})/giu;
const left =
  /(?:\b(?:which left|leaving|leaves|left|remain(?:s|ed|ing)?|final|so that|therefore|thus|for (?:the |all )?analys[ei]s|so dass|verblieben\p{L}*|verbleibenden|endgültige)\b)[^.;]{0,40}$/iu;
/** More were left out than the number says. */
const more =
  /further|additional|\balso\b|\bother\b|another|duplicat|subsequently|weitere|zusätzlich|respectively|\beach\b|\bper\b|about|approximately|\bitems?\b|questions? (?:were|was)/i;
/** Small numbers that count nobody: "more than two gaps", "at least one question". */
const bound = /(?:more than|at least|fewer than|less than|over|mehr als|mindestens) $/i;

/**
 * What was there, what was left out and what remained, over the sentences of one paragraph: "Questionnaires were returned by 802 pupils. Those with gaps (371) were removed, which left 413".
 * Told only where the remainder, or what it should be, is printed elsewhere, so that it is known which number is wrong.
 */
export function exclusionAccounts(claims: Claims): Finding[] {
  if (severalStudies(claims)) return [];
  return claims.manuscript.blocks.flatMap((block) =>
    block.kind === "reference" || block.kind === "heading" || ["introduction", "literature", "references", "abstract"].includes(block.section.role)
      ? []
      : ofBlock(block, claims),
  );
}

function ofBlock(block: Block, claims: Claims): Finding[] {
  const text = block.sentences.map((s) => s.text).join(" ");
  if (text.search(removal) < 0) return [];
  let at = 0;
  const counts: Count[] = [];
  for (const s of block.sentences) {
    for (const n of numbersIn(s.mapped, claims.manuscript.decimal)) {
      if (n.percent || n.decimals !== 0 || n.relation === "<" || n.relation === ">" || bound.test(text.slice(Math.max(0, at + n.start - 14), at + n.start)))
        continue;
      if (n.value >= 1900 && n.value <= 2099 && n.text.length === 4) continue;
      counts.push({ n, start: at + n.start, end: at + n.end });
    }
    at += s.text.length + 1;
  }
  return counts.slice(2).flatMap((last, i) => judge(text, counts[i], counts[i + 1], last, claims));
}

function judge(text: string, first: Count, out: Count, last: Count, claims: Claims): Finding[] {
  const span = text.slice(first.end, last.start);
  const rest = first.n.value - out.n.value;
  if (rest === last.n.value || last.n.value < 20 || first.n.value <= last.n.value || out.n.value >= first.n.value || span.length > 260) return [];
  if (Math.abs(rest - last.n.value) > 0.15 * first.n.value || more.test(span) || [...span.matchAll(removal)].length !== 1) return [];
  if (!left.test(text.slice(out.end, last.start)) || /^\s?(?:years|items|%)|^[-–]/.test(text.slice(last.end))) return [];
  const [body, abstract] = [printed(claims, "body"), printed(claims, "abstract")];
  const times = (n: number): number => (body.get(n) ?? 0) + (abstract.get(n) ?? 0);
  const sums = claims.of("subgroups").map((g) => g.parts.reduce((s, p) => s + p.value, 0));
  const known = (n: number, own: number): boolean => times(n) > own || sums.includes(n);
  const lastKnown = known(last.n.value, 1);
  if (lastKnown === known(rest, 0)) return [];
  const blamed = lastKnown ? out : last;
  return [
    finding(
      { range: blamed.n.range },
      {
        severity: lastKnown ? "warning" : undefined,
        message: `${first.n.text} − ${out.n.text} = ${rest}, not ${last.n.text}.`,
        detail: lastKnown ? "Unless others were left out for a reason that is not given." : `${rest} is what the rest of the text gives.`,
        related: [first, out, last].filter((c) => c !== blamed).map((c) => ({ message: `${c.n.text} here`, range: c.n.range })),
      },
    ),
  ];
}
