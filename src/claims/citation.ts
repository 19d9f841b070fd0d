import type { Block, Sentence } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { isNoAuthor, surnames } from "./names";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** A work cited in the text: by authors and year, by the number of its reference, or by a pandoc key. */
export interface Citation extends ClaimBase<"citation"> {
  readonly style: "author-year" | "numeric" | "key";
  /** folded words of the authors as cited, first author first */
  readonly surnames: readonly string[];
  readonly years: readonly number[];
  /** numeric style: the numbers in the brackets, ranges written out */
  readonly numbers: readonly number[];
  readonly key?: string;
}

const year = "(?:1[6-9]|20)\\d\\d";
const inBrackets = new RegExp(`[(\\[][^()\\[\\]]{0,400}?(?<!\\d)${year}[a-z]?(?!\\d)[^()\\[\\]]{0,200}[)\\]]`, "gu");
/** "(2019)", "(2019a, 2020)", "(2019, p. 5)"; a span of years ("2020–2022") dates a plan, not a work. */
const opensWithYear = new RegExp(`^\\s?${year}[a-z]?\\s?(?:[,;/:]|[–-]\\s?(?!${year})|$)`);
const lead =
  /^\s*(?:(?:see|e\.\s?g\.|cf\.|vgl\.|also|i\.\s?e\.|for (?:an? |recent )?(?:reviews?|overviews?|examples?)|but|and|siehe|auch|z\.\s?B\.|as in|after|following|adapted from|from|reviewed in|in)[,:]?\s+){0,3}/i;
const piece = new RegExp(`^([^\\d]{2,200}?)[,.:]?\\s?\\(?((?:${year}[a-z]?(?:\\s?[,/&–-]\\s?)?){1,8})(?!\\d)`, "u");
const name = "(?:(?:van|von|de|del|der|den|di|da|dos|du|la|le|el|ten|ter|zu|zum|al|bin) |[dDlO]['’]){0,3}\\p{Lu}[\\p{L}'’-]{1,30}";
const initials = "(?:,? ?(?:\\p{Lu}\\.[ -]?){1,4})?";
const before = new RegExp(
  `(${name}${initials}(?:(?:,? ?(?:&|and|und|y|et|e|of|for|the|on)|,)? ?(?:the )?${name}${initials}){0,9}(?:,? (?:et al\\.?|and colleagues|und Kollegen|u\\. ?a\\.))?)(?:'s?)?,?\\s?$`,
  "u",
);
/** Words in lower case that an author string may hold. */
const connectives = /^(?:and|et|al|und|y|e|of|for|the|on|van|von|de|del|der|den|di|da|dos|du|la|le|el|ten|ter|zu|zum|bin|in|colleagues|kollegen|ohne|und|für)$/;
/** What stands before a year without being an author. */
const product =
  /\b(?:Inc|Corp|Ltd|GmbH|LLC|Version|Release|MATLAB|Declaration|Act|Census|Helsinki|Edition|Windows|Excel|Copyright|Program|Grant|Approval|Protocol|Notice|Opinions?|Plan|Law|Directive|Regulation|Policy|Programme|No)\b/;

const citation: Recogniser = {
  name: "citation",
  document: (manuscript, context) =>
    manuscript.blocks
      .filter((block) => block.kind !== "reference" && block.section.role !== "references" && block.kind !== "heading")
      .flatMap((block) => [...authorYear(block, context), ...numeric(block, context), ...keys(block, context)]),
};

/** The sentence that holds an offset of the source, by halving. */
function sentenceAt({ sentences }: Block, offset: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle].mapped.starts[0] <= offset) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
}

function claim(block: Block, from: number, to: number, context: RecogniserContext, part: Pick<Citation, "style"> & Partial<Citation>): Citation {
  const sentence = sentenceAt(block, block.text.starts[from]);
  return {
    kind: "citation",
    statistic: false,
    text: block.text.text.slice(from, to),
    range: rangeOf(block.text, from, to),
    place: context.place({ section: block.section, sentence }),
    surnames: [],
    years: [],
    numbers: [],
    ...part,
  };
}

function authorYear(block: Block, context: RecogniserContext): Citation[] {
  const text = block.text.text;
  return [...text.matchAll(inBrackets)].flatMap((match) => {
    const inside = match[0].slice(1, -1);
    if (match[0][0] === "(" && opensWithYear.test(inside)) return narrative(block, match.index, inside, context);
    let at = match.index + 1;
    return inside.split(";").flatMap((part) => {
      const start = at;
      at += part.length + 1;
      return parenthetical(block, start, part, context);
    });
  });
}

/** "Smith and Lee (2019)": the authors stand before the bracket. */
function narrative(block: Block, open: number, inside: string, context: RecogniserContext): Citation[] {
  const window = block.text.text.slice(Math.max(0, open - 160), open);
  const authors = before.exec(window)?.[1];
  if (!authors || product.test(authors) || /^\p{Lu}+$/u.test(authors) || isNoAuthor(/[\p{L}'’-]+$/u.exec(authors)?.[0] ?? "")) return []; // "Data of May (2021)"
  const found = surnames(authors);
  if (found.length === 0) return [];
  return [
    claim(block, open - (window.length - window.lastIndexOf(authors)), open + inside.length + 2, context, {
      style: "author-year",
      surnames: found,
      years: yearsOf(inside),
    }),
  ];
}

/** "(see Smith & Lee, 2019a, 2020; Horn, 1965)": one piece of it. */
function parenthetical(block: Block, at: number, part: string, context: RecogniserContext): Citation[] {
  const skipped = lead.exec(part)?.[0].length ?? 0;
  const match = piece.exec(part.slice(skipped));
  if (!match) return [];
  const authors = match[1].trim();
  const words = authors.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  if (!/^\p{Lu}|^(?:van|von|de|del|der|den|di|da|dos|du|la|le|el|ten|ter) /u.test(authors) || product.test(authors)) return [];
  if (words.some((w) => /^\p{Ll}/u.test(w) && !connectives.test(w)) || words.length > 24) return [];
  if (words.every((w) => /^\p{Lu}+$/u.test(w))) return []; // acronyms are spelled out in the list
  const found = surnames(authors);
  if (found.length === 0) return [];
  return [claim(block, at + skipped, at + skipped + match[0].trimEnd().length, context, { style: "author-year", surnames: found, years: yearsOf(match[2]) })];
}

const yearsOf = (text: string): number[] => [...text.matchAll(new RegExp(`(?<!\\d)${year}(?!\\d)`, "g"))].map((m) => Number(m[0]));

/** "[12]", "[3, 5–7]". A bracket of decimals or signed numbers is an interval, not a citation. */
function numeric(block: Block, context: RecogniserContext): Citation[] {
  const text = block.text.text;
  return [...text.matchAll(/\[(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})\]/g)].flatMap((match) => {
    if (/(?:CI|interval|IQR|range|Intervall|=|:)\s{0,2}$/i.test(text.slice(Math.max(0, match.index - 12), match.index))) return [];
    const numbers = match[1].split(/[,;]/).flatMap((part) => {
      const [a, b] = part.split(/[–-]/).map(Number);
      return b === undefined ? [a] : b > a && b - a < 50 ? Array.from({ length: b - a + 1 }, (_, i) => a + i) : [a, b];
    });
    return [claim(block, match.index, match.index + match[0].length, context, { style: "numeric", numbers })];
  });
}

/** Pandoc's "[@horn1965]" and "@horn1965"; cross-references of Quarto (@tbl-…, @fig-…) are none. */
function keys(block: Block, context: RecogniserContext): Citation[] {
  return [...block.text.text.matchAll(/(?<![\w.])@((?!(?:tbl|fig|eq|sec|lst|thm|tab|lem|cor|exm|def)[-:])[\p{L}\d_][\w:.#$%&+?<>~/-]{0,60}[\w])/gu)].map((m) =>
    claim(block, m.index, m.index + m[0].length, context, { style: "key", key: m[1] }),
  );
}

export default citation;
