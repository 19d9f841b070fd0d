import { headerOf, type ManuscriptTable, type Sentence } from "../manuscript/manuscript";
import type { ClaimBase } from "./claim";
import { numbersIn, type Reported, soleNumber } from "./number";
import { rangePhrase } from "./range-phrase";
import type { Recogniser, RecogniserContext } from "./recogniser";

export type ContentIndex = "IOC" | "I-CVI" | "CVR";

/** What experts' ratings of one item give: item–objective congruence, item content validity index, or Lawshe's ratio. */
export interface ContentValidityClaim extends ClaimBase<"content-validity"> {
  readonly index: ContentIndex;
  readonly reported: Reported;
  readonly item?: string;
}

/** The number of experts asked. */
export interface ExpertsClaim extends ClaimBase<"experts"> {
  readonly reported: Reported;
}

/** The value of an index from which items are kept. */
export interface ContentCutoffClaim extends ClaimBase<"content-cutoff"> {
  readonly index: ContentIndex;
  readonly reported: Reported;
}

type Found = ContentValidityClaim | ExpertsClaim | ContentCutoffClaim;

/** "five experts", "IOC between 0.60 and 1.00", "items with an IOC of 0.6 or above were retained", and columns IOC, I-CVI, CVR of tables with a row an item. */
const contentValidity: Recogniser = {
  name: "content-validity",
  sentence: (sentence, context) => [...experts(sentence, context), ...values(sentence, context)],
  table: (table, context) => cells(table, context),
};
export default contentValidity;

const indices: readonly (readonly [ContentIndex, RegExp])[] = [
  ["IOC", /\bIOC\b|item[-– ]objective (?:congruence|consistency)/i],
  ["I-CVI", /\bI-?CVIs?\b|item(?:-level)? content validity ind/i],
  ["CVR", /\bCVRs?\b|content validity ratio/i],
];
const indexIn = (text: string): ContentIndex | undefined => {
  const found = indices.filter(([, pattern]) => pattern.test(text));
  return found.length === 1 ? found[0][0] : undefined;
};
const aggregate = /mean|average|overall|total|scale|S-?CVI|whole|\bAve\b|UA\b|M =|entire/i;

function experts(sentence: Sentence, context: RecogniserContext): ExpertsClaim[] {
  return numbersIn(sentence.mapped, context.decimal).flatMap((n) => {
    if (n.decimals !== 0 || n.value < 2 || n.value > 60 || n.percent) return [];
    const match =
      /^ (?:\p{L}+[ -]){0,3}?(?:experts?|Expert(?:en|innen)|Fachleute|expertos|jueces|judges|panel(?:l?ists| members)|specialists|subject[- ]matter)\b/iu.exec(
        sentence.text.slice(n.end, n.end + 60),
      );
    if (!match || /of (?:the )?$|from $/i.test(sentence.text.slice(Math.max(0, n.start - 8), n.start))) return [];
    return [
      {
        kind: "experts" as const,
        statistic: false,
        text: sentence.text.slice(n.start, n.end + match[0].length),
        reported: n,
        range: n.range,
        place: context.place({ sentence }),
      },
    ];
  });
}

function values(sentence: Sentence, context: RecogniserContext): Found[] {
  const { text } = sentence;
  const index = indexIn(text);
  if (!index || sentence.table) return [];
  const place = context.place({ sentence });
  const at = Math.max(0, text.search(indices.find(([name]) => name === index)![1]));
  const numbers = numbersIn(sentence.mapped, context.decimal).filter((n) => !n.words && n.decimals >= 1 && !n.percent && Math.abs(n.value) <= 1.5);
  const claim = (reported: Reported): ContentValidityClaim => ({
    kind: "content-validity",
    index,
    text: `${index} = ${reported.text}`,
    range: reported.range,
    reported,
    place,
    values: { index, value: reported.value },
  });
  const limit = numbers.find(
    (n) =>
      /^ ?(?:or|and) (?:above|higher|more|greater|over)/i.test(text.slice(n.end, n.end + 18)) ||
      /(?:≥|>|at least|above|greater than|not less than|minimum of|over|exceed\w*) ?$/i.test(text.slice(Math.max(0, n.start - 18), n.start)),
  );
  if (limit)
    return /retain|kept|accept|select|includ|used|valid/i.test(text)
      ? [{ kind: "content-cutoff", statistic: false, index, text: limit.text, reported: limit, range: limit.range, place }]
      : [];
  if (aggregate.test(text.slice(Math.max(0, at - 25), at + 60)) || /below|less than|lower than|<|criterion|cut-?off|threshold/i.test(text)) return [];
  const pair = numbers.findIndex((n, i) => n.start > at && numbers[i + 1] && rangePhrase(text, n, numbers[i + 1]));
  return pair >= 0 ? [claim(numbers[pair]), claim(numbers[pair + 1])] : [];
}

function cells(table: ManuscriptTable, context: RecogniserContext): ContentValidityClaim[] {
  return Array.from({ length: table.width }, (_, c) => c).flatMap((c) => {
    const header = headerOf(table, c);
    const index = c > 0 ? indexIn(header) : undefined;
    if (!index || aggregate.test(header)) return [];
    return table.rows.flatMap((row): ContentValidityClaim[] => {
      const reported = row.heading ? undefined : soleNumber(row.cells[c].mapped, context.decimal);
      const item = row.cells[0]?.text.trim() ?? "";
      if (!reported || !item || aggregate.test(item)) return [];
      return [
        {
          kind: "content-validity",
          index,
          text: `${index} = ${reported.text}`,
          range: reported.range,
          reported,
          item,
          place: { ...context.place({ table }), cell: row.cells[c] },
          values: { index, item, value: reported.value },
        },
      ];
    });
  });
}
