import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { type Reported, soleNumber } from "./number";
import type { Recogniser } from "./recogniser";
import { numberAt, relationAt } from "./statistic-number";
import { columnGroups, testColumns } from "./test-columns";

export type EffectName = "d" | "g" | "η²" | "partial η²" | "V" | "φ" | "r";

/** An effect size in prose ("d = 1.48", "η²ₚ = .12", "Cramér's V = .17"), or η² in a table beside F. */
export interface EffectSize extends ClaimBase<"effect-size"> {
  readonly name: EffectName;
  readonly value: Reported;
  /** of d: which of its kinds, where the symbol says it ("z", "av", "rm") */
  readonly variant?: string;
}

const names: readonly (readonly [EffectName, RegExp])[] = [
  [
    "partial η²",
    /(?<![\p{L}\p{N}_])(?:(?:partial|partielles) ?(?:η ?(?:²|\^?2|_?\{?p\}?²)|eta[- ]?(?:squared?|²)|Eta[- ]?(?:[Qq]uadrat|²))|η ?_?\{?p(?:art(?:ial)?)?\}? ?(?:²|\^?2)|η ?(?:²|\^?2) ?_?\{?p(?:art(?:ial)?)?\}?|pη²|ηₚ²|η²ₚ)(?![\p{L}\p{N}])/gu,
  ],
  ["η²", /(?<![\p{L}\p{N}_]|partial |partielles |generali[sz]ed )(?:η ?(?:²|\^?2)|eta[- ]squared)(?![\p{L}\p{N}_₀-ₜ])/gu],
  ["g", /(?<![\p{L}\p{N}_])(?:Hedges'?s?'? ?g|g(?=\s?=))(?![\p{L}\p{N}])/gu],
  ["d", /(?<![\p{L}\p{N}_])(?:Cohen'?s? )?d(?:_?\{?(z|av|rm|s)\}?)?(?=\s?=|(?<=Cohen's d) (?:of|was))(?!\p{L})/gu],
  ["V", /(?<![\p{L}\p{N}_])(?:Cram[eé]r'?s? ?)?V(?=\s?=|(?<=r's V) (?:of|was))/gu],
  ["φ", /(?<![\p{L}\p{N}_])(?:φ|ϕ|phi|Phi)(?=\s?=)/gu],
  ["r", /(?<![\p{L}\p{N}_])r(?=\s?=)/gu],
];

const recogniser: Recogniser = {
  name: "effect-size",
  sentence(sentence, context) {
    const { text, mapped } = sentence;
    if (!/[=]|eta|Cohen|Cram/.test(text)) return [];
    const out: EffectSize[] = [];
    for (const [name, pattern] of names) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        const relation =
          relationAt(text, end) ??
          (/^ (?:of|was|is) (?=[-.\d])/.test(text.slice(end, end + 7))
            ? { relation: "=" as const, end: end + /^ \w+ /.exec(text.slice(end, end + 7))![0].length }
            : undefined);
        if (!relation || relation.relation !== "=") continue;
        const value = numberAt(mapped, relation.end, context.decimal);
        if (!value || value.percent || value.decimals < 1) continue; // "d = 5 days"
        out.push({
          kind: "effect-size",
          name,
          value,
          variant: match[1],
          text: text.slice(match.index, value.end),
          range: rangeOf(mapped, match.index, value.end),
          place: context.place({ sentence, at: match.index }),
          values: { name, value: value.value },
        });
      }
    }
    return out;
  },
  table(table, context) {
    const columns = testColumns(table);
    const found = columnGroups(columns).flatMap((group) => {
      const column = group.find((c) => columns.roles[c] === "partial-eta" || columns.roles[c] === "eta");
      return column !== undefined && group.some((c) => columns.roles[c] === "F") ? [column] : [];
    });
    return table.rows.flatMap((row) =>
      found.flatMap((column): EffectSize[] => {
        const cell = row.cells[column];
        const value = row.heading ? undefined : soleNumber(cell.mapped, context.decimal);
        if (!value || value.percent || value.relation !== "=") return [];
        const name = columns.roles[column] === "eta" ? "η²" : "partial η²";
        return [
          {
            kind: "effect-size",
            name,
            value,
            text: `${name} = ${cell.text}`,
            range: cell.range,
            place: { ...context.place({ table }), cell },
            values: { name, value: value.value },
          },
        ];
      }),
    );
  },
};

export default recogniser;
