import type { ManuscriptTable, Sentence, TableCell } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { type Reported, soleNumber } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { numberAt, relationAt } from "./statistic-number";

/** The share of variance that a model explains: "R² = .827", "adjusted R² = .81", "ΔR² = .04". */
export interface RSquared extends ClaimBase<"r-squared"> {
  readonly value: Reported;
  readonly variant: "plain" | "adjusted" | "change" | "other";
}

const mention =
  /(?<![\p{L}\p{N}_])(?:(adjusted|adj\.?|corrected|korrigiertes) )?(Δ ?)?(pseudo-? ?|Nagelkerke'?s? |McFadden'?s? |Cox (?:and|&) Snell'?s? |marginal |conditional |Tjur'?s? |partial |semi-?partial )?R ?(?:²|\^ ?2|2|-?squared?)(?:_?[{(]?(adj(?:usted|\.)?|corr(?:ected|\.)?|change|Δ|cha|[MmCc]|marginal|conditional|N|CS)?[)}]?)(?:[- ]?(change))?(?![\p{L}\p{N}])/giu;

const recogniser: Recogniser = {
  name: "r-squared",
  sentence(sentence, context) {
    if (!/R ?(?:²|\^ ?2|2|-?squared?)/i.test(sentence.text)) return [];
    return found(sentence, context.decimal).map(({ value, variant, from }) => ({
      kind: "r-squared",
      value,
      variant,
      text: sentence.text.slice(from, value.end),
      range: rangeOf(sentence.mapped, from, value.end),
      place: context.place({ sentence, at: from }),
      values: { rSquared: value.percent ? value.value / 100 : value.value, ...(variant === "plain" ? {} : { variant }) },
    }));
  },
  table: (table, context) => inTable(table, context),
};

export default recogniser;

/** A row or a column of a table that holds the share of variance of whole models: "R²", "Adjusted R²", "ΔR²", SPSS's "R Square". */
const label = /^(?:(adj(?:usted|\.)?|corrected|korrigiertes) ?)?(Δ|change in |R² change)?\s?R ?(?:²|\^?2|[- ]?squared?)(?: ?(change))?$/i;

function inTable(table: ManuscriptTable, context: RecogniserContext): RSquared[] {
  const claimOf = (cell: TableCell, name: string): RSquared[] => {
    const match = label.exec(name.replace(/[*_†]|\^[a-z]\b/g, "").trim());
    const value = match ? soleNumber(cell.mapped, context.decimal) : undefined;
    if (!match || !value || value.decimals < 1) return [];
    const variant = match[2] || match[3] ? "change" : match[1] ? "adjusted" : "plain";
    const share = value.percent ? value.value / 100 : value.value;
    return [
      {
        kind: "r-squared",
        value,
        variant,
        text: `${name} = ${cell.text}`,
        range: cell.range,
        place: { ...context.place({ table }), cell },
        values: { rSquared: share, ...(variant === "plain" ? {} : { variant }) },
      },
    ];
  };
  return table.rows.flatMap((row) =>
    row.heading
      ? []
      : row.cells.flatMap((cell, c) => {
          if (c === 0 || row.cells.findIndex((other) => other.range.start === cell.range.start) !== c) return [];
          const own = claimOf(cell, row.label);
          return own.length > 0 ? own : claimOf(cell, table.header[table.header.length - 1]?.cells[c]?.text ?? "");
        }),
  );
}

function found(sentence: Sentence, decimal: "." | ","): { value: Reported; variant: RSquared["variant"]; from: number }[] {
  const { text, mapped } = sentence;
  return [...text.matchAll(mention)].flatMap((match) => {
    if (!/R/.test(match[0])) return [];
    const at = match.index + match[0].length;
    const relation = relationAt(text, at) ?? wordBetween(text, at);
    if (!relation || relation.relation !== "=") return [];
    const value = numberAt(mapped, relation.end, decimal);
    if (!value) return [];
    const [, before, delta, special, suffix, change] = match;
    const variant =
      delta || change || /^(?:change|Δ|cha)$/i.test(suffix ?? "")
        ? "change"
        : special || /^(?:[mc]|marginal|conditional|N|CS)$/i.test(suffix ?? "")
          ? "other"
          : before || suffix
            ? "adjusted"
            : "plain";
    return [{ value, variant, from: match.index }];
  });
}

function wordBetween(text: string, at: number): { relation: "="; end: number } | undefined {
  const match = /^ (?:value )?(?:of|was|is|von|betrug) (?=[.\d])/.exec(text.slice(at, at + 14));
  return match ? { relation: "=", end: at + match[0].length } : undefined;
}
