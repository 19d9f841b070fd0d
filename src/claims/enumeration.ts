import type { Block, Manuscript, Sentence } from "../manuscript/manuscript";
import { type Range, rangeOf, shifted } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { appositionIn } from "./apposition";
import { numbersIn, type Reported } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** Things announced by number and listed: "four guidelines: (a) …, (b) …", or a paragraph "Label: item. Item. Item." */
export interface Enumeration extends ClaimBase<"enumeration"> {
  /** the number announced before the list, where there is one */
  readonly announced?: Reported;
  /** what is listed: "guidelines" */
  readonly noun?: string;
  /** of a labelled list: the words before the colon */
  readonly label?: string;
  readonly items: readonly { readonly text: string; readonly range: Range }[];
  /** `marked`: (a) (b) (c) or 1) 2) 3), so that the items are beyond doubt; `plain`: told apart by commas; `labelled`: sentences after a label */
  readonly form: "marked" | "plain" | "labelled";
}

const marker = /(?:^|[\s:;,.(])(\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})\))(?=\s?\S)/g;
const nounAfter = /^\s(?:(?:[\p{L}-]{2,20}) ){0,3}?([\p{L}-]{3,25}(?:s|ren|ten|en|n|e))\b/u;
const tied = /^(?:[^:;.()]{0,110}:\s?|\s?[,–—-]?\s?\(?|\s(?:are|were|follow|namely|as follows|sind|waren|nämlich)[,:]?\s?)$/i;
const untied = /\b(?:because|if|when|after|who|although|since|while|unless|resulting|that is)\b/i;
/** Words after which a list is only part of the whole. */
const partial =
  /\b(?:including|include[sd]?|such as|among (?:them|others)|e\.g\.|for example|for instance|especially|particularly|notably|z\. ?B\.|etc|and so on|at least|more than|over|about|either|several)\b/i;

const enumeration: Recogniser = {
  name: "enumeration",
  sentence: (sentence, context) =>
    sentence.block === "heading" || sentence.section.role === "references" ? [] : [...marked(sentence, context), ...plain(sentence, context)],
  document: (manuscript, context) => [...acrossBlocks(manuscript, context), ...labelled(manuscript, context)],
};

interface Mark {
  readonly ordinal: number;
  readonly style: string;
  readonly start: number;
  readonly end: number;
}

const roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/** (a) → 1, 3) → 3, (iv) → 4; letters are Roman numerals where the list begins with (i), (ii). */
function marks(text: string): Mark[] {
  const out: Mark[] = [];
  const found = [...text.matchAll(marker)];
  const bare = (match: RegExpExecArray) => match[1].replace(/[()]/g, "");
  const romans = found.length > 1 && bare(found[0]) === "i" && bare(found[1]) === "ii";
  for (const match of found) {
    const inner = bare(match);
    const style = /^\d/.test(inner) ? "1" : romans ? "i" : "a";
    const start = match.index + match[0].length - match[1].length;
    out.push({
      ordinal: style === "1" ? Number(inner) : style === "i" ? roman.indexOf(inner) + 1 : inner.length === 1 ? inner.charCodeAt(0) - 96 : 0,
      style: (match[1][0] === "(" ? "(" : "") + style,
      start,
      end: start + match[1].length,
    });
  }
  return out;
}

/** The longest run 1, 2, 3 … of one style from the first mark on. */
function run(found: readonly Mark[]): Mark[] {
  const first = found.findIndex((m) => m.ordinal === 1);
  if (first < 0) return [];
  const out = [found[first]];
  for (const mark of found.slice(first + 1)) if (mark.style === out[0].style && mark.ordinal === out.length + 1) out.push(mark);
  return out;
}

function announcement(sentence: Sentence, before: number, context: RecogniserContext): { announced: Reported; noun: string } | undefined {
  const text = sentence.text;
  const numbers = numbersIn(sentence.mapped, context.decimal).filter(
    (n) => n.end <= before && n.decimals === 0 && !n.percent && n.value >= 2 && n.value <= 60 && n.relation === "=",
  );
  const n = numbers[numbers.length - 1];
  if (!n || partial.test(text.slice(n.start, before)) || /[;.!?]/.test(text.slice(n.end, before)) || before - n.end > 160) return undefined;
  if (
    /\b(?:of the|first|last|next|other|at least|up to|more than|Table|Figure|Study|Experiment|Section|and|to|or|level|than|age) $/i.test(
      text.slice(Math.max(0, n.start - 12), n.start),
    )
  )
    return undefined;
  const noun = nounAfter.exec(text.slice(n.end, n.end + 90));
  if (!noun) return undefined;
  // the noun has to lead to its list: "four guidelines: (a)", "four guidelines are (a)", not "four participants were removed because they (a)"
  const bridge = text.slice(n.end + noun[0].length, before);
  return tied.test(bridge) && !untied.test(bridge) ? { announced: n, noun: noun[1].toLowerCase() } : undefined;
}

function marked(sentence: Sentence, context: RecogniserContext): Enumeration[] {
  const found = run(marks(sentence.text));
  if (found.length < 2 || partial.test(sentence.text.slice(0, found[0].start).slice(-40))) return [];
  const head = announcement(sentence, found[0].start, context);
  const items = found.map((mark, i) => item(sentence, mark.end, found[i + 1]?.start ?? endOf(sentence.text, mark.end)));
  return [claim(sentence, context, "marked", items, head, head?.announced.start ?? found[0].start)];
}

/** The last item ends with its clause. */
function endOf(text: string, from: number): number {
  const stop = /[.;]/.exec(text.slice(from));
  return stop ? from + stop.index : text.length;
}

function item(sentence: Sentence, from: number, to: number): { text: string; range: Range } {
  const raw = sentence.text.slice(from, to);
  const text = raw.replace(/^[\s,;:]+|(?:[\s,;:.]|\b(?:and|or|und|oder))+$/g, "");
  const at = from + Math.max(0, raw.indexOf(text));
  return { text, range: rangeOf(sentence.mapped, at, at + text.length) };
}

function claim(
  sentence: Sentence,
  context: RecogniserContext,
  form: Enumeration["form"],
  items: Enumeration["items"],
  head: { announced: Reported; noun: string } | undefined,
  from: number,
): Enumeration {
  const to = sentence.text.length;
  return {
    kind: "enumeration",
    statistic: false,
    form,
    items,
    announced: head?.announced,
    noun: head?.noun,
    text: sentence.text.slice(from, Math.min(to, from + 120)),
    range: head ? head.announced.range : rangeOf(sentence.mapped, from, to),
    place: context.place({ sentence, at: from }),
  };
}

/** "four types: a, b, c and d": only where commas (or semicolons) leave no doubt how many there are. */
function plain(sentence: Sentence, context: RecogniserContext): Enumeration[] {
  const text = sentence.text;
  const apposed = partial.test(text) ? undefined : appositionIn(sentence, context.decimal);
  if (apposed) return [claim(sentence, context, "plain", apposed.items, apposed, apposed.announced.start)];
  const opening =
    /: |, (?:namely|nämlich|(?:which|that) (?:we|I) (?:call|called|name|named|label|labelled|labeled)|(?:which|that) (?:were|are) (?:called|named|labelled|labeled)) /.exec(
      text,
    );
  if (!opening || text.indexOf(": ", opening.index + 1) >= 0) return [];
  const colon = opening.index + opening[0].length - 2;
  const head = announcement(sentence, opening[0] === ": " ? colon + 1 : opening.index, context);
  if (!head || marks(text).length > 1) return [];
  const tail = text.slice(colon + 1).replace(/[.!?]$/, "");
  if (
    /[():\d]|\b(?:which|that|because|who|whose|where|is|are|was|were|we|namely|respectively|both|either|each|every|all|per)\b/i.test(tail) ||
    tail.length > 400
  )
    return [];
  const separator = tail.includes(";") ? ";" : ",";
  const pieces = tail
    .split(separator)
    .map((p) => p.trim())
    .filter(Boolean);
  if (pieces.length < 2) return [];
  const last = pieces[pieces.length - 1];
  const closing = /^(?:and|und|y|et|e|or|oder) (.+)$/i.exec(last);
  const and = /^(.+?) (?:and|und) (.+)$/i.exec(last);
  const inner = pieces.slice(0, -1).some((p) => /\b(?:and|und|or|oder)\b|&|\//.test(p));
  if (inner && separator === ",") return [];
  // "a, b, and c" closes with its own comma; "a, b and c" splits the last piece; anything else is open
  const items = closing
    ? [...pieces.slice(0, -1), closing[1]]
    : and && separator === ","
      ? [...pieces.slice(0, -1), and[1], and[2]]
      : separator === ";"
        ? pieces
        : [];
  if (items.every((p) => numbersIn(shifted(p, 0)).some((n) => n.start === 0))) return []; // "three load on Visual, three on Textual": parts of the number, not its members
  if (items.length < 2 || items.some((p) => p.split(" ").length > (separator === ";" ? 14 : 5)) || (closing && /\b(?:and|und)\b/.test(closing[1]))) return [];
  let at = colon + 1;
  const placed = items.map((words) => {
    const start = text.indexOf(words, at);
    at = start + words.length;
    return { text: words, range: rangeOf(sentence.mapped, start, at) };
  });
  return [claim(sentence, context, "plain", placed, head, head.announced.start)];
}

/** "There are 18 guidelines: 1) …" with 2) to 18) as list items below, or a numbered list after a sentence that ends in a colon. */
function acrossBlocks(manuscript: Manuscript, context: RecogniserContext): Enumeration[] {
  const { blocks } = manuscript;
  return blocks.flatMap((block, i) => {
    const next = blocks[i + 1];
    if (block.kind !== "paragraph" || next?.kind !== "list-item") return [];
    const bullets = /^[-*+•–]/.test(next.marker ?? "") && manuscript.format !== "text"; // converters lose bullets
    if (!bullets && !/^\(?\d{1,2}[.)]|^\(?[a-z][.)]/.test(next.marker ?? "")) return [];
    const sentence = block.sentences[block.sentences.length - 1];
    const inline = run(marks(sentence.text));
    const colon = sentence.text.lastIndexOf(":");
    if (!sentence || colon < 0 || (inline.length === 0 && colon < sentence.text.length - 2)) return [];
    const head = announcement(sentence, colon + 1, context);
    if (!head) return [];
    const below = bullets ? bulletsBelow(blocks, i + 1) : itemsBelow(blocks, i + 1, inline.length + 1);
    if (below.length < (bullets ? 2 : 1)) return [];
    const first = inline.map((mark, j) => item(sentence, mark.end, inline[j + 1]?.start ?? sentence.text.length));
    return [
      claim(
        sentence,
        context,
        "marked",
        [...first, ...below.map((b) => ({ text: b.text.text, range: rangeOf(b.text, 0, b.text.text.length) }))],
        head,
        head.announced.start,
      ),
    ];
  });
}

/** The bullets of one list, those nested in them left out. */
function bulletsBelow(blocks: readonly Block[], at: number): Block[] {
  let end = at;
  while (blocks[end]?.kind === "list-item") end++;
  return blocks.slice(at, end).filter((b) => (b.depth ?? 0) === (blocks[at].depth ?? 0));
}

/** List items numbered on from `from`; paragraphs that open with the next number count as items, as converters drop the markup of some. */
function itemsBelow(blocks: readonly Block[], at: number, from: number): Block[] {
  const out: Block[] = [];
  for (let i = at; i < blocks.length; i++) {
    const b = blocks[i];
    const printed = /^\(?(\d{1,2}|[a-z])[.)]/.exec(b.kind === "list-item" ? (b.marker ?? "") : b.text.text);
    const n = printed ? (/\d/.test(printed[1]) ? Number(printed[1]) : printed[1].charCodeAt(0) - 96) : undefined;
    if (n !== from + out.length || (b.kind !== "list-item" && b.kind !== "paragraph") || (b.depth ?? 0) > 0) {
      if (b.kind === "list-item" && (b.depth ?? 0) > 0) continue;
      break;
    }
    out.push(b);
  }
  return out;
}

/** "After-sales service: Improve the service, Track it." A paragraph that is a label and short items, each opening with a capital. */
function labelled(manuscript: Manuscript, context: RecogniserContext): Enumeration[] {
  return manuscript.blocks.flatMap((block): Enumeration[] => {
    const text = block.text.text;
    const colon = text.indexOf(":");
    if ((block.kind !== "paragraph" && block.kind !== "list-item") || colon < 3 || colon > 90 || text.length > 700 || /[.!?]/.test(text.slice(0, colon)))
      return [];
    const body = text.slice(colon + 1);
    const items: { text: string; range: Range }[] = [];
    for (const match of body.matchAll(/[^.;,]+/g)) {
      const words = match[0].trim();
      if (!words) continue;
      if (!/^["']?\p{Lu}/u.test(words) || words.split(/\s+/).length > 16) return [];
      const start = colon + 1 + match.index + match[0].indexOf(words);
      items.push({ text: words, range: rangeOf(block.text, start, start + words.length) });
    }
    if (items.length < 2) return [];
    return [
      {
        kind: "enumeration",
        statistic: false,
        form: "labelled",
        label: text.slice(0, colon).trim(),
        items,
        text: text.slice(0, 120),
        range: rangeOf(block.text, 0, text.length),
        place: context.place({ section: block.section, sentence: block.sentences[0] }),
      },
    ];
  });
}

export default enumeration;
