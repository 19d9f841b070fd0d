import type { Claims } from "../claims/claim";
import { numbersIn, type Reported } from "../claims/number";
import type { Sentence } from "../manuscript/manuscript";
import { type Finding, finding } from "./check";
import { printed } from "./sample-numbers";

const size = /(?<![\p{L}\p{N}])n ?= ?$/u;
const degrees = /(?<![\p{L}\p{N}])t ?\( ?(?:df ?= ?)?$/u;
const otherDesign = /paired|within|matched|repeated|dependent|Welch|unequal|covari|adjust|one-sample|pre-?test|imput|verbunden|abhängig/i;

/** "Women (n = 350) and men (n = 272) differed, t(610) = −3.02": the degrees of freedom of a comparison of two groups are n₁ + n₂ − 2. */
export function groupsOfTest(claims: Claims): Finding[] {
  return claims.manuscript.blocks.flatMap((block) =>
    block.kind === "reference" || ["introduction", "literature", "references"].includes(block.section.role)
      ? []
      : block.sentences.flatMap((s) => ofSentence(s, claims)),
  );
}

function ofSentence(sentence: Sentence, claims: Claims): Finding[] {
  const { text } = sentence;
  if (!/\bn ?=/.test(text) || !/\bt ?\(/.test(text) || otherDesign.test(text)) return [];
  const numbers = numbersIn(sentence.mapped, claims.manuscript.decimal).filter((n) => n.relation === "=" && n.decimals === 0 && !n.words);
  const before = (n: Reported): string => text.slice(Math.max(0, n.start - 10), n.start);
  const sizes = numbers.filter((n) => size.test(before(n)));
  const df = numbers.find((n) => degrees.test(before(n)) && text[n.end] === ")" && n.start > (sizes[1]?.end ?? Infinity));
  if (sizes.length !== 2 || !df) return [];
  const [a, b] = sizes;
  const sum = a.value + b.value;
  if (sum === df.value + 2 || sum === df.value + 1 || !mismatch(sum, df.value + 2, claims)) return [];
  return [
    finding(
      { range: { start: a.range.start, end: df.range.end } },
      {
        severity: sum < df.value + 2 ? undefined : "warning",
        message: `${a.text} + ${b.text} = ${sum} persons or cases, but t(${df.text}) means ${df.value + 2}.`,
        detail: "A t-test of two groups has n₁ + n₂ − 2 degrees of freedom.",
        related: [
          { message: `${a.text} and ${b.text}`, range: { start: a.range.start, end: b.range.end } },
          { message: `df = ${df.text}`, range: df.range },
        ],
      },
    ),
  ];
}

/** More degrees of freedom than cases cannot be; fewer may be those who did not answer, unless they are the whole sample's and the groups are nobody's. */
function mismatch(sum: number, tested: number, claims: Claims): boolean {
  if (sum < tested) return sum > 0.7 * tested;
  const [body, abstract] = [printed(claims, "body"), printed(claims, "abstract")];
  const known = (n: number): boolean => body.has(n) || abstract.has(n);
  return known(tested) && !known(sum) && sum < 1.2 * tested;
}
