import type { Claims, Place } from "../claims/claim";
import { numbersIn, type Reported } from "../claims/number";
import type { Sentence } from "../manuscript/manuscript";
import { type Finding, finding } from "./check";
import { replaceNumber } from "./replace-number";
import { anagram, isSum, losesSome, printed, saysLost } from "./sample-numbers";

/** What is counted after a number: "36 lettuce plants" → "plants". */
const counted = /^ (?:\p{Ll}[\p{L}-]* ){0,2}?(\p{L}{2,}(?:s|en|er|innen)|people|children|women|men)\b/u;
const noUnit = /^(?:years|months|weeks|days|hours|minutes|seconds|times|items|points|percent|countries|pages|questions|statements|factors|components)$/i;

/** Another time, or some of them. */
const another = /\b(?:retest|second|follow-up|wave|T[12]|time [12]|later|again|subsample|Messzeitpunkt|zweite\w*|erneut|Wiederholung)\b/i;

/**
 * The size in the abstract with its digits in another order: "Strain was assessed in 562 drivers" of a paper whose tables and text rest on 526. The abstract's number stands nowhere else, the other one not in
 * the abstract, and it is surely the sample's: "N = 526", what the groups add up to, or a count of the same things.
 */
export function misprintedInAbstract(claims: Claims): Finding[] {
  const { manuscript } = claims;
  const abstract = manuscript.blocks.filter((b) => b.section.role === "abstract").flatMap((b) => b.sentences);
  const own = abstract.flatMap((s) =>
    numbersIn(s.mapped, manuscript.decimal)
      .filter((n) => isCount(n, s))
      .map((n) => ({ n, s })),
  );
  if (own.length === 0) return [];
  const [inBody, inAbstract] = [printed(claims, "body"), printed(claims, "abstract")];
  return own.flatMap(({ n, s }) => {
    if (inBody.has(n.value) || isSum(n.value, claims)) return [];
    const noun = nounAfter(n, s);
    const others = [...inBody.keys()].filter((v) => anagram(v, n.value) && !inAbstract.has(v) && isSample(v, noun, claims));
    if (!noun || others.length !== 1) return [];
    const [size] = others;
    const places = claims.of("sample-size").filter((c) => c.reported.value === size);
    return [
      finding(claims.of("sample-size").find((c) => c.reported.range.start === n.range.start) ?? { range: n.range }, {
        message: `The abstract gives ${n.text} ${noun}, the text ${places[0]?.reported.text ?? size}.`,
        detail: `${n.text} occurs nowhere else; it has the digits of ${places[0]?.reported.text ?? size} in another order.`,
        related: places.slice(0, 3).map((c) => ({ message: `${c.text} here`, range: c.range })),
        fixes: places.length >= 2 ? replaceNumber(n, size, manuscript.source) : [],
      }),
    ];
  });
}

const isCount = (n: Reported, s: Sentence): boolean =>
  n.decimals === 0 &&
  n.value >= 12 &&
  !n.percent &&
  n.relation === "=" &&
  nounAfter(n, s) !== undefined &&
  !/(?:about|over|than|nearly|almost|some|around) $/i.test(s.text.slice(0, n.start));

function nounAfter(n: Reported, s: Sentence): string | undefined {
  const noun = counted.exec(s.text.slice(n.end, n.end + 60))?.[1];
  return noun && !noUnit.test(noun) ? noun : undefined;
}

/** Given as the sample's in the body, made up by its groups, or counting the same things: twice where the paper says that some were lost, as the abstract may count those too. */
function isSample(value: number, noun: string | undefined, claims: Claims): boolean {
  const places = new Set<object>();
  const see = (place: Place): void => {
    const text = place.sentence?.text ?? "";
    if (place.section.role !== "abstract" && !another.test(text) && (place.sentence?.block === "note" || !saysLost(text)))
      places.add(place.sentence ?? place.table ?? place);
  };
  for (const c of claims.of("sample-size")) if (c.reported.value === value && c.role === "sample" && !c.approximate) see(c.place);
  for (const g of claims.of("subgroups")) if (g.parts.reduce((sum, p) => sum + p.value, 0) === value) see(g.place);
  // "340 were distributed and 318 returned, a response rate of 93.5%": the rate vouches for the number
  const returned = outside(claims).some(
    (r) => r.counts.some((c) => c.value === value) && r.counts.some((c) => c.value > value && Math.abs((100 * value) / c.value - r.rate.value) < 0.1),
  );
  if (returned) return true;
  const { manuscript } = claims;
  for (const b of manuscript.blocks) {
    if (["abstract", "references", "introduction", "literature"].includes(b.section.role)) continue;
    for (const sentence of b.sentences)
      if (
        numbersIn(sentence.mapped, manuscript.decimal).some(
          (n) => n.value === value && n.decimals === 0 && noun !== undefined && nounAfter(n, sentence) === noun,
        )
      )
        see({ section: b.section, sentence, source: "this" });
  }
  return places.size >= (losesSome(claims) ? 2 : 1);
}

const outside = (claims: Claims) => claims.of("response-rate").filter((r) => r.place.section.role !== "abstract");
