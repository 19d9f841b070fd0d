import type { Claims } from "../claims/claim";
import { numbersIn } from "../claims/number";
import type { AlphaClaim } from "../claims/reliability";
import type { Range } from "../manuscript/mapped";
import { type Check, finding, type Outcome } from "./check";

/** A word for α and the value from which the paper uses it. */
interface Band {
  readonly word: string;
  readonly from: number;
  readonly range: Range;
}

const words = "excellent|very good|good|acceptable|satisfactory|questionable|poor|unacceptable";

/** The paper's own words for its α, by the paper's own bands. */
const check: Check = {
  id: "alpha-label",
  severity: "information",
  summary: `α is called "excellent", "good" or "acceptable" against the bands that the paper cites.`,
  explain: `Where a paper says from which value on α counts as excellent, good or acceptable (at least two bands in one sentence), its own words for its α should follow. Papers that cite no bands are left alone.`,
  examples: {
    flagged: [
      "Cronbach's alpha above .90 is excellent, above .80 good, and above .70 acceptable. Cronbach's alpha was ==.74== (good).",
      "Values of Cronbach's alpha ≥ .90 are excellent, ≥ .80 good and ≥ .70 acceptable. The scale had good internal consistency (α = ==.93==).",
      "For Cronbach's alpha we use .9 (excellent), .8 (good) and .7 (acceptable) as lower limits. Cronbach's alpha was ==.85==, which is excellent.",
    ],
    clean: [
      "Cronbach's alpha above .90 is excellent, above .80 good, and above .70 acceptable. Cronbach's alpha was .84 (good).",
      "Cronbach's alpha was .74 (good).",
      "Values of Cronbach's alpha ≥ .90 are excellent, ≥ .80 good and ≥ .70 acceptable. The scale had good internal consistency (α = .896).",
    ],
  },

  check(claims) {
    const bands = bandsOf(claims);
    if (bands.length < 2) return [];
    return claims.of("alpha").flatMap((alpha) => judge(alpha, bands));
  },
};
export default check;

/** Bands from the first sentence that pairs two or more words with values: "above .90 is excellent, above .80 good", ".9 (excellent)". */
function bandsOf(claims: Claims): readonly Band[] {
  for (const block of claims.manuscript.blocks) {
    if (block.section.role === "references") continue;
    for (const sentence of block.sentences) {
      const numbers = numbersIn(sentence.mapped, claims.manuscript.decimal).filter((n) => !n.words && n.decimals > 0 && n.value < 1);
      const bands = numbers.flatMap((n, i) => {
        const end = numbers[i + 1]?.start ?? Math.min(sentence.text.length, n.end + 40);
        const word = new RegExp(`\\b(${words})\\b`, "i").exec(sentence.text.slice(n.end, Math.min(end, n.end + 30)));
        return word ? [{ word: word[1].toLowerCase(), from: n.value, range: n.range }] : [];
      });
      if (bands.length >= 2 && new Set(bands.map((b) => b.word)).size === bands.length && bands.length === numbers.length) return bands;
    }
  }
  return [];
}

function judge(alpha: AlphaClaim, bands: readonly Band[]): Outcome[] {
  const { sentence } = alpha.place;
  if (
    !sentence ||
    alpha.role !== "value" ||
    bands.some((b) => b.range.start >= sentence.mapped.starts[0] && b.range.end <= sentence.mapped.ends[sentence.mapped.text.length - 1])
  )
    return [];
  const after = new RegExp(`^ ?(?:\\)|,|\\(|which is|indicating|showing|suggesting|and|as|is|an?|the| )*(${words})\\b`, "i").exec(
    sentence.text.slice(alpha.reported.end, alpha.reported.end + 50),
  );
  const before = new RegExp(`\\b(${words}) (?:internal consistency|reliability)[^.;\\d]{0,25}$`, "i").exec(sentence.text.slice(0, alpha.reported.start));
  const word = (after ?? before)?.[1].toLowerCase();
  const own = bands.find((b) => b.word === word);
  if (!own) return [];
  const better = bands.filter((b) => b.from > own.from).sort((a, b) => a.from - b.from)[0];
  const { low, high } = alpha.reported.interval;
  if (high >= own.from && (!better || low <= better.from)) return [];
  const right = bands.filter((b) => b.from <= alpha.reported.value).sort((a, b) => b.from - a.from)[0];
  return [
    finding(alpha, {
      message: `An α of ${alpha.reported.text} is called ${own.word}; by the bands cited it is ${right ? right.word : "below all of them"}.`,
      related: [{ message: `"${own.word}" from here`, range: own.range }],
    }),
  ];
}
