import type { Block } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { surnames } from "./names";
import type { Recogniser } from "./recogniser";

/** An entry of the list of references. What the entry does not print is undefined. */
export interface Reference extends ClaimBase<"reference"> {
  /** as printed before the entry: 7 of "[7]" */
  readonly number?: number;
  readonly authors: string;
  /** folded words of the authors that can be surnames */
  readonly surnames: readonly string[];
  /** every year printed in the entry: "2020/1998" has two */
  readonly years: readonly number[];
  readonly title?: string;
  readonly journal?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly firstPage?: string;
}

const reference: Recogniser = {
  name: "reference",
  document: (manuscript, context) =>
    manuscript.blocks
      .filter((block) => block.kind === "reference" && block.text.text.length > 6)
      .map((block): Reference => {
        const text = block.text.text;
        return {
          kind: "reference",
          statistic: false,
          text,
          range: rangeOf(block.text, 0, text.length),
          place: context.place({ section: block.section }),
          ...entryOf(text, block),
        };
      }),
};

/** Reads an entry in the styles of APA, Vancouver and GB/T 7714; the parts that cannot be told apart stay undefined. */
export function entryOf(
  raw: string,
  block?: Pick<Block, "marker">,
): Pick<Reference, "number" | "authors" | "surnames" | "years" | "title" | "journal" | "volume" | "issue" | "firstPage"> {
  const printed = raw.replace(/[*]/g, ""); // converted text keeps Markdown's emphasis
  const marker = /^\s?(?:[-•]\s)?(?:\[(\d{1,3})\][.:]?|(\d{1,3})[.)])\s?/.exec(printed);
  const listed = /^\[?(\d{1,3})[\].)]/.exec(block?.marker ?? "");
  const text = marker ? printed.slice(marker[0].length) : printed;
  const number = marker?.[1] ?? marker?.[2] ?? listed?.[1];
  const years = [...text.matchAll(/(?<!\d)((?:1[6-9]|20)\d\d)(?!\d)/g)].map((m) => Number(m[1]));
  const { authors, rest } = splitAuthors(text);
  return { number: number ? Number(number) : undefined, authors, surnames: surnames(authors), years, ...publication(rest) };
}

/** Authors end at the year in brackets, or (where the year stands later) at the first full stop after a word. */
function splitAuthors(text: string): { authors: string; rest: string } {
  const year = /\((?:1[6-9]|20)\d\d[^()]{0,30}\)[.,:]?|\((?:in press|n\.d\.|o\. ?J\.)\)[.,:]?/.exec(text);
  if (year && year.index < 400) return { authors: text.slice(0, year.index), rest: text.slice(year.index + year[0].length) };
  // "Abel K. A scale", "Gong S. Strategies of": the first initial before a word and a word in lower case; or else the first full stop after a word
  const stop = /\p{Ll}{2}\.(?=\s?\p{Lu}|\s|$)|\bet al\.|\p{Lu}\.(?= \p{Lu}\p{Ll}{2,30} \p{Ll})/u.exec(text);
  const at = stop ? stop.index + stop[0].length : Math.min(text.length, 120);
  return { authors: text.slice(0, at), rest: text.slice(at) };
}

const journalVolumePages =
  /(?:^|[.,?!\]\u{201d}"]) ?((?:\p{L}[^.,;:?!\d()[\]]{3,100}|(?:\p{Lu}[\p{L}]{1,12}\.? ){1,6}))[,.]? ?(?:(?:1[89]|20)\d\d[^\d,;:()]{0,12}[,;:] ?)?(?:vol(?:ume)?\.? ?)?(\d{1,4})(?: ?\(([\w/–-]{1,12})\))? ?[,:] ?(?:pp?\.? ?|S\. ?|Art(?:icle)?\.? ?)?(e?\d{1,7})(?!\d)/u;

function publication(rest: string): Pick<Reference, "title" | "journal" | "volume" | "issue" | "firstPage"> {
  const match = journalVolumePages.exec(rest);
  const title = (match ? rest.slice(0, match.index) : /^[^.?!]{1,300}/.exec(rest.trim())?.[0])?.replace(/^[\s.,:]+|[\s.,:[\]]+$/g, "");
  if (!match) return { title: title || undefined };
  const isYear = /^(?:19|20)\d\d$/.test(match[2]);
  if (isYear && !match[3]) return { title: title || undefined }; // "Journal, 2021, 18(8)": the year is no volume
  return { title: title || undefined, journal: match[1].trim(), volume: match[2], issue: match[3], firstPage: match[4] };
}

export default reference;
