import { memoised } from "../manuscript/memo";

/** Letters of a name without accents, in lower case, so that "López" of the text meets "Lopez" of the list. */
export const fold = memoised(50_000, (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’.-]/g, "")
    .replace(/ß/g, "ss")
    .replace(/ø/gi, "o")
    .replace(/ł/gi, "l")
    .toLowerCase(),
);

/** Capitalised words that open sentences or name something else than an author. */
const noAuthor = new Set(
  `in the a an according however unlike following since as for by from see while although both table tables figure figures fig study studies experiment experiments version
  chapter section wave phase model hypothesis appendix january february march april may june july august september october november december spring summer autumn fall winter
  cf also after before thus moreover furthermore similarly first second third finally recently when where whereas if with within this that these those to of and on at per our we
  table vgl nach laut siehe auch bei wie tabelle abbildung studie version release software university universität
  jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
  note notes based consistent contrary using but or because given despite extending building like until early late mid`.split(/\s+/),
);

/** Whether a word (a month, "Table", "Study") names something else than an author. */
export const isNoAuthor = (word: string): boolean => noAuthor.has(fold(word));

/** The words of an author string that can be surnames or parts of an organisation's name, folded; initials and particles left out. */
export function surnames(authors: string): string[] {
  const words = authors.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return words
    .map((w) => w.replace(/['’]s$/, "")) // "Yamane's (1967) formula"
    .filter((w) => w.length > 1 && /^\p{Lu}/u.test(w) && !/^\p{Lu}{1,2}$/u.test(w))
    .map(fold)
    .filter((w) => w.length > 1 && !noAuthor.has(w));
}
