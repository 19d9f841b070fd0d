import type { ManuscriptTable, Sentence, TableRow } from "../manuscript/manuscript";
import { headerOf } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { limitsAt, type ReportedInterval } from "./interval-text";
import { type Reported, soleNumber } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { numberAt, relationAt } from "./statistic-number";
import { headsIn, parseTest } from "./test-grammar";

export type FitName = "χ²/df" | "CFI" | "TLI" | "NFI" | "IFI" | "GFI" | "AGFI" | "RMSEA" | "SRMR";

/** The fit of one structural model: χ² with its df, and the indices printed with it. */
export interface FitIndex extends ClaimBase<"fit-index"> {
  readonly chiSquare?: Reported;
  readonly df?: Reported;
  readonly n?: Reported;
  readonly indices: ReadonlyMap<FitName, Reported>;
  readonly rmseaInterval?: ReportedInterval;
  /** words around it, for what changes the formulas: "robust", "multi-group" */
  readonly words: string;
}

const names: readonly (readonly [FitName, RegExp])[] = [
  ["χ²/df", /(?<![\p{L}\p{N}])(?:χ ?(?:²|\^?2) ?\/ ?df|CMIN ?\/ ?df|(?:normed|relative) (?:χ²|chi-square)|chi-?square ?\/ ?df|χ²-df ratio)(?![\p{L}])/giu],
  ["CFI", /(?<![\p{L}])CFI(?![\p{L}])/gu],
  ["TLI", /(?<![\p{L}])(?:TLI|NNFI)(?![\p{L}])/gu],
  ["NFI", /(?<![\p{L}])NFI(?![\p{L}])/gu],
  ["IFI", /(?<![\p{L}])IFI(?![\p{L}])/gu],
  ["AGFI", /(?<![\p{L}])AGFI(?![\p{L}])/gu],
  ["GFI", /(?<![\p{L}])GFI(?![\p{L}])/gu],
  ["RMSEA", /(?<![\p{L}])RMSEA(?![\p{L}])/gu],
  ["SRMR", /(?<![\p{L}])SRMR(?![\p{L}])/gu],
];

/** "χ²(84) = 123.4, p = .003, CFI = .97, RMSEA = .045, 90% CI [.03, .06]" in prose, and tables with a model a row or an index a row. */
const recogniser: Recogniser = {
  name: "fit-index",
  sentence(sentence, context) {
    return /RMSEA|SRMR|FI(?!\p{L})|TLI|\/ ?df|CMIN/u.test(sentence.text) ? inSentence(sentence, context) : [];
  },
  table(table, context) {
    return inColumns(table, context) ?? inRows(table, context);
  },
};

export default recogniser;

function inSentence(sentence: Sentence, context: RecogniserContext): FitIndex[] {
  const { mapped, text } = sentence;
  const indices = new Map<FitName, Reported>();
  let rmseaInterval: ReportedInterval | undefined;
  let from = text.length;
  let to = 0;
  for (const [name, pattern] of names) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const relation =
        relationAt(text, end) ??
        (/^ (?:of|was|is) (?=[-.\d])/.test(text.slice(end, end + 8))
          ? { relation: "=" as const, end: end + /^ \w+ /.exec(text.slice(end, end + 8))![0].length }
          : undefined);
      if (!relation || relation.relation !== "=") continue;
      const value = numberAt(mapped, relation.end, context.decimal);
      if (!value) continue;
      if (indices.has(name)) return []; // two models in one sentence
      indices.set(name, value);
      from = Math.min(from, match.index);
      to = Math.max(to, value.end);
      if (name === "RMSEA") rmseaInterval = intervalAfter(sentence, value.end, context);
    }
  }
  const tests = headsIn(text)
    .filter((h) => h.test === "chi-square")
    .flatMap((h) => {
      const parsed = parseTest(mapped, h, context.decimal);
      return parsed && parsed.df ? [{ parsed, h }] : [];
    });
  if (indices.size === 0) return [];
  const test = tests.length === 1 && !/Δ|diff/i.test(tests[0].h.symbol) ? tests[0] : undefined;
  if (test) {
    from = Math.min(from, test.h.start);
    to = Math.max(to, test.parsed.end);
  }
  return [
    claim(sentence.text.slice(from, to), rangeOf(mapped, from, to), context.place({ sentence, at: from }), {
      chiSquare: test?.parsed.value,
      df: test?.parsed.df,
      n: test?.parsed.n,
      indices,
      rmseaInterval,
      words: text,
    }),
  ];
}

function intervalAfter(sentence: Sentence, at: number, context: RecogniserContext): ReportedInterval | undefined {
  const lead = /^[\s,;(:[]{0,3}(?:(\d\d) ?% ?-?(?:CI|KI|confidence interval)|CI(?:_?90)?)[\s:=]{0,3}/.exec(sentence.text.slice(at, at + 36));
  return lead ? limitsAt(sentence.mapped, at + lead[0].length, context.decimal) : undefined;
}

function claim(
  text: string,
  range: FitIndex["range"],
  place: FitIndex["place"],
  parts: Pick<FitIndex, "chiSquare" | "df" | "n" | "indices" | "rmseaInterval" | "words">,
): FitIndex {
  return {
    kind: "fit-index",
    ...parts,
    text,
    range,
    place,
    values: {
      ...(parts.chiSquare ? { chiSquare: parts.chiSquare.value } : {}),
      ...(parts.df ? { df: parts.df.value } : {}),
      ...Object.fromEntries([...parts.indices].map(([name, value]) => [name, value.value])),
    },
  };
}

/** What a header or a row's label names. */
function nameOf(label: string): FitName | "χ²" | "df" | "n" | undefined {
  const text = label.replace(/[*†]/g, "").trim();
  if (/^df$/i.test(text)) return "df";
  if (/^[Nn]$/.test(text)) return "n";
  if (/^(?:χ²|chi-?squared?|CMIN|χ2|model χ²)$/i.test(text)) return "χ²";
  if (text.length > 40) return undefined;
  for (const [name, pattern] of names) {
    pattern.lastIndex = 0;
    if (pattern.test(text) && !/Δ|diff/i.test(text)) return name;
  }
  return undefined;
}

function inColumns(table: ManuscriptTable, context: RecogniserContext): FitIndex[] | undefined {
  const roles = Array.from({ length: table.width }, (_, column) => nameOf(headerOf(table, column)));
  if (roles.filter((r) => r !== undefined && r !== "df" && r !== "n" && r !== "χ²").length < 1 || roles.filter((r) => r).length < 2) return undefined;
  return table.rows.flatMap((row) => {
    if (row.heading || isCriterion(row)) return [];
    const cells = roles.flatMap((role, column) => {
      const value = role && soleNumber(row.cells[column].mapped, context.decimal);
      return role && value && value.relation === "=" && !/[≥≤<>]/.test(row.cells[column].text) ? [[role, value] as const] : [];
    });
    return ofCells(cells, row.cells[0].text, row.range, table, context);
  });
}

/** Rows of cut-offs among the models: "Criterion", "Recommended". */
const isCriterion = (row: TableRow): boolean => /criteri|recommend|cut-?off|threshold|accept|ideal|good fit|guideline/i.test(row.cells[0]?.text ?? "");

/** An index a row: the first column of numbers that is not headed as a criterion. */
function inRows(table: ManuscriptTable, context: RecogniserContext): FitIndex[] {
  const named = table.rows.map((row) => nameOf(row.cells[0]?.text ?? ""));
  if (named.filter((n) => n && n !== "df" && n !== "n").length < 3) return [];
  const out: FitIndex[] = [];
  for (let column = 1; column < table.width; column++) {
    if (/criteri|recommend|cut-?off|threshold|accept|ideal|good|guideline|source|reference|standard/i.test(headerOf(table, column))) continue;
    const cells = table.rows.flatMap((row, i) => {
      const value = named[i] && soleNumber(row.cells[column].mapped, context.decimal);
      return named[i] && value && !/[≥≤<>]/.test(row.cells[column].text) ? [[named[i], value] as const] : [];
    });
    out.push(...ofCells(cells, headerOf(table, column), table.range, table, context));
  }
  return out;
}

function ofCells(
  cells: readonly (readonly [FitName | "χ²" | "df" | "n", Reported])[],
  label: string,
  range: FitIndex["range"],
  table: ManuscriptTable,
  context: RecogniserContext,
): FitIndex[] {
  const get = (role: string) => cells.find(([r]) => r === role)?.[1];
  const indices = new Map(cells.filter((c): c is readonly [FitName, Reported] => c[0] !== "χ²" && c[0] !== "df" && c[0] !== "n"));
  if (indices.size === 0) return [];
  const words = [label, table.caption?.text ?? "", ...table.notes.map((n) => n.text)].join(" ");
  return [claim(label || "fit indices", range, context.place({ table }), { chiSquare: get("χ²"), df: get("df"), n: get("n"), indices, words })];
}
