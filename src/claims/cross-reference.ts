import { captionOf, figureCaptionOf } from "../manuscript/captions";
import type { Manuscript, Sentence } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import type { Recogniser, RecogniserContext } from "./recogniser";

/** A table or figure that the text refers to. */
export interface CrossReference extends ClaimBase<"cross-reference"> {
  readonly target: "table" | "figure";
  /** as printed: "3", "A1"; of a figure without its panel letter */
  readonly number?: string;
  /** of Quarto and LaTeX: "tbl-loadings" */
  readonly id?: string;
}

/** A table or figure that the manuscript shows, by the number or id of its caption. */
export interface Caption extends ClaimBase<"caption"> {
  readonly target: "table" | "figure";
  readonly number?: string;
  readonly id?: string;
}

const number = "(?:[A-Z]{1,2}[.-]?)?\\d{1,3}(?:\\.\\d{1,2})?[a-z]?(?![\\d%])|[IVX]{1,5}(?!\\p{L})";
const list = (words: string) =>
  new RegExp(
    `(?<!\\p{L})(?:${words})[ \\u202f]?((?:${number})(?:\\s?(?:,? ?(?:and|und|y|et|e|&|to|bis|through|or|oder)|,|–|-)\\s?(?:${number})(?! ?\\p{L}{3})){0,8})`,
    "gu",
  );
const mentions = {
  table: list("[Tt]ables?|TABLES?|Tabellen?|Tab\\.|Tablas?|Tableaux?|Tabelas?|Quadros?|表"),
  figure: list("[Ff]igures?|FIGURES?|[Ff]igs?\\.?|Abbildungen?|Abb\\.|Figuras?|图"),
};
/** Tables of somebody else, or outside the file. */
const elsewhereBefore =
  /(?:Supplement\p{L}*|Supporting|Online|Extended Data|Appendix|Additional(?: file)?|Web|their|his|her|whose|source data|Anhang)\s?(?:information |material |data |document )?(?:\d{1,2}: ?)?$|(?:19|20)\d\d[a-z]?[,;:] (?:pp?\. ?\d+(?:–\d+)?, )?(?:see |vgl\. )?$/iu;
const properName = /[\p{L},] (?!In|The|See|As|From|And|With|By|Die|Siehe)\p{Lu}\p{Ll}{2,} $/u;
const elsewhereAfter =
  /^\s?(?:(?:of|in|from|by|von|bei|in der|des) (?:the )?(?:\p{Lu}[\p{L}'-]+(?: et al\.?| (?:and|&|und) \p{Lu}[\p{L}'-]+)?,? \(?(?:19|20)\d\d|supplement|online|appendix|supporting|original|additional)|[–-](?:figure|source))/iu;

const crossReference: Recogniser = {
  name: "cross-reference",
  sentence: (sentence, context) =>
    sentence.block === "heading" || sentence.section.role === "references" ? [] : [...byNumber(sentence, context), ...byId(sentence, context)],
  document: captions,
};

function byNumber(sentence: Sentence, context: RecogniserContext): CrossReference[] {
  const text = sentence.text;
  const own = sentence.block === "caption" || (sentence.index === 0 && (captionOf(text) ?? figureCaptionOf(text)));
  return (["table", "figure"] as const).flatMap((target) =>
    [...text.matchAll(mentions[target])].flatMap((match) => {
      if (own && match.index < 3) return [];
      const end = match.index + match[0].length;
      if (properName.test(text.slice(Math.max(0, match.index - 30), match.index))) return []; // "Penn World Table 6.3"
      if (elsewhereBefore.test(text.slice(Math.max(0, match.index - 40), match.index)) || elsewhereAfter.test(text.slice(end, end + 60))) return [];
      return numbersOf(match[1], target).map((n): CrossReference => ({
        kind: "cross-reference",
        statistic: false,
        target,
        number: n,
        text: match[0],
        range: rangeOf(sentence.mapped, match.index, end),
        place: context.place({ sentence, at: match.index }),
      }));
    }),
  );
}

/** "2 and 4", "1–3", "2A, B" as single numbers. */
function numbersOf(printed: string, target: "table" | "figure"): string[] {
  const parts = printed.split(/\s?(?:,|\band\b|\bund\b|\by\b|\bet\b|\be\b|&|\bor\b|\boder\b)\s?/).filter(Boolean);
  const bare = (n: string) => (target === "figure" ? n.replace(/(\d)[a-zA-Z]$/, "$1") : n).trim();
  return parts.flatMap((part) => {
    const range = /^(\d{1,3})\s?(?:–|-|to|bis|through)\s?(\d{1,3})$/.exec(part.trim());
    if (range && Number(range[2]) > Number(range[1]) && Number(range[2]) - Number(range[1]) < 30) {
      return Array.from({ length: Number(range[2]) - Number(range[1]) + 1 }, (_, i) => String(Number(range[1]) + i));
    }
    return /\d|^[IVX]+$/.test(part) ? [bare(part)] : [];
  });
}

/** By label; "Table ??" is what LaTeX prints (and its reader gives) for a label that it does not know. */
function byId(sentence: Sentence, context: RecogniserContext): CrossReference[] {
  const dangling = [...sentence.text.matchAll(/(?<!\p{L})(Tables?|Figures?|Fig\.|Tabelle|Abbildung) \?\?/gu)].map((match): CrossReference => {
    const target = /^T/.test(match[1]) ? "table" : "figure";
    return {
      kind: "cross-reference",
      statistic: false,
      target,
      id: "??",
      text: match[0],
      range: rangeOf(sentence.mapped, match.index, match.index + match[0].length),
      place: context.place({ sentence, at: match.index }),
    };
  });
  const named = [...sentence.text.matchAll(/@(tbl|fig)-([\w-]{1,60})|\\(?:auto|c|C|v)?ref\{((?:tab|tbl|fig)[:\w.-]{1,60})\}/g)].map(
    (match): CrossReference => ({
      kind: "cross-reference",
      statistic: false,
      target: match[1] === "fig" || match[3]?.startsWith("fig") ? "figure" : "table",
      id: match[3] ?? `${match[1]}-${match[2].replace(/-$/, "")}`,
      text: match[0],
      range: rangeOf(sentence.mapped, match.index, match.index + match[0].length),
      place: context.place({ sentence, at: match.index }),
    }),
  );
  return [...dangling, ...named];
}

function captions(manuscript: Manuscript, context: RecogniserContext): Caption[] {
  const base = { kind: "caption", statistic: false } as const;
  const out: Caption[] = manuscript.tables.map((table) => ({
    ...base,
    target: "table",
    number: table.number,
    id: table.id,
    text: table.caption?.text ?? "",
    range: table.caption && table.caption.text ? rangeOf(table.caption, 0, table.caption.text.length) : { start: table.range.start, end: table.range.start },
    place: context.place({ table }),
  }));
  for (const block of manuscript.blocks) {
    const text = block.text.text;
    if (block.section.role === "references" || text.length > 3000) continue;
    const table = captionOf(text);
    const figure = figureCaptionOf(text);
    const place = context.place({ section: block.section });
    const at = { text, range: rangeOf(block.text, 0, text.length), place };
    if (table && !out.some((c) => c.target === "table" && c.number === table.number)) out.push({ ...base, ...at, target: "table", number: table.number });
    if (figure) out.push({ ...base, ...at, target: "figure", number: figure.number?.replace(/(\d)[a-z]$/, "$1") });
  }
  const section = manuscript.sections[0];
  const marked =
    /!\[([^\]]{0,400})\]\([^()\s]{0,400}\)(?:\{#(fig-[\w-]{1,60})[^}]{0,200}\})?|\\label\{((?:fig|tab|tbl)[:\w.-]{1,60})\}|\{#((?:fig|tbl)-[\w-]{1,60})|^#\| ?label: ?((?:fig|tbl)-[\w-]{1,60})|\(\\?#((?:fig|tab):[\w-]{1,60})\)|^[ \t]{0,12}:?(?:name|label):[ \t]{1,9}((?:fig|tab|tbl)[:\w.-]{1,60})|^\(((?:fig|tab|tbl)[:\w.-]{1,60})\)=/gm;
  for (const match of manuscript.source.matchAll(marked)) {
    const id = match.slice(2).find(Boolean);
    const target = match[1] !== undefined || id?.startsWith("fig") ? "figure" : "table";
    if (id && out.some((c) => c.id === id)) continue;
    out.push({
      ...base,
      target,
      id,
      number: match[1] ? figureCaptionOf(match[1])?.number : undefined,
      text: match[0],
      range: { start: match.index, end: match.index + match[0].length },
      place: context.place({ section }),
    });
  }
  return out;
}

export default crossReference;
