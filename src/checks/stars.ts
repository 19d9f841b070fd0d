import type { Claims } from "../claims/claim";
import type { CorrelationMatrix } from "../claims/correlation-matrix";
import { starLevels } from "../claims/significance-stars";
import type { Starred } from "../claims/starred";
import { numbersIn } from "../claims/number";
import { pOfR } from "../numerics/p-values";
import { type Check, finding, type Finding } from "./check";
import { showP } from "./show";

/** Stars say what the table's note says they do; the p in the same row, or the correlation and N, must agree. */
const check: Check = {
  id: "stars",
  severity: "error",
  summary: "Significance stars contradict the p in the same row, or the correlation and the number of cases.",
  explain: `The table's own note gives the levels ("\\* *p* < .05"). Stars that claim a smaller p than is printed in the row are an error; missing or too few stars are a warning, where other cells of the column bear them.
In a correlation matrix, p follows from *r* and *N* (df = N − 2) where the note gives one *N*; otherwise the largest sample the text reports is taken, with which p is smallest. Not for rank correlations or one-tailed notes.`,
  examples: {
    flagged: [
      "Table 1. *Correlations*\n\n| | 1 | 2 | 3 |\n| --- | --- | --- | --- |\n| 1. Trust | — | | |\n| 2. Use | .45\\*\\* | — | |\n| 3. Age | ==.52== | .48\\*\\* | — |\n\n*Note.* *N* = 120. \\* *p* < .05, \\*\\* *p* < .01.",
      "| Predictor | B | SE | p |\n| --- | --- | --- | --- |\n| Age | ==0.52**== | 0.21 | .034 |\n| Income | 0.31\\*\\* | 0.10 | .002 |\n\n*Note.* \\* *p* < .05, \\*\\* *p* < .01.",
      "Table 1. *Correlations*\n\n| | 1 | 2 | 3 |\n| --- | --- | --- | --- |\n| 1. Trust | — | | |\n| 2. Use | .45\\*\\* | — | |\n| 3. Age | ==.12**== | .08 | — |\n\n*Note.* *N* = 120. \\*\\* *p* < .01.",
      "| Predictor | B | SE | p |\n| --- | --- | --- | --- |\n| Age | ==0.52*== | 0.30 | .084 |\n| Income | 0.31\\* | 0.13 | .018 |\n| Health | 0.25\\* | 0.11 | .024 |\n\n*Note.* \\* *p* < .05.",
    ],
    clean: [
      "Table 1. *Correlations*\n\n| | 1 | 2 | 3 |\n| --- | --- | --- | --- |\n| 1. Trust | — | | |\n| 2. Use | .45\\*\\* | — | |\n| 3. Age | .12 | .48\\*\\* | — |\n\n*Note.* *N* = 120. \\* *p* < .05, \\*\\* *p* < .01.",
      "| Predictor | B | SE | p |\n| --- | --- | --- | --- |\n| Age | 0.52\\* | 0.21 | .014 |\n| Income | 0.31\\*\\* | 0.10 | .002 |\n\n*Note.* \\* *p* < .05, \\*\\* *p* < .01.",
      "Table 1. *Correlations*\n\n| | 1 | 2 | 3 |\n| --- | --- | --- | --- |\n| 1. Trust | — | | |\n| 2. Use | .45\\*\\* | — | |\n| 3. Age | .19\\* | .08 | — |\n\n*Note.* *N* = 120. \\* *p* < .05, \\*\\* *p* < .01.",
      "| Predictor | B | SE | p |\n| --- | --- | --- | --- |\n| Age | 0.52 | 0.30 | .084 |\n| Income | 0.31\\* | 0.13 | .018 |\n\n*Note.* \\* *p* < .05.",
    ],
  },

  check(claims) {
    return [...claims.of("starred").flatMap(ofRow), ...claims.of("correlation-matrix").flatMap((m) => ofMatrix(m, claims))];
  },
};

export default check;

function ofRow(c: Starred): Finding[] {
  const claimed = c.stars === "" ? undefined : c.levels.get(c.stars);
  if (c.stars !== "" && claimed === undefined) return [];
  if (claimed !== undefined && c.p.interval.low > claimed) {
    return [
      finding(c, {
        message: `${c.value.text}${c.stars} is marked as p < ${claimed}; the p in its row is ${c.p.text}.`,
        related: [{ message: `p ${c.p.text}`, range: c.p.range }],
      }),
    ];
  }
  const due = [...c.levels].filter(([stars, level]) => /^\*+$/.test(stars) && c.p.interval.high < level).sort((a, b) => a[1] - b[1])[0];
  if (!due || c.starredInColumn < 2 || (claimed !== undefined && due[1] >= claimed) || c.p.comparison !== "=") return [];
  return [
    finding(c, {
      severity: "warning",
      message: `${c.value.text}${c.stars} ${c.stars ? `has only ${c.stars}` : "has no star"} although the p in its row, ${c.p.text}, is below ${due[1]} (${due[0]} by the table's note).`,
      related: [{ message: `p ${c.p.text}`, range: c.p.range }],
    }),
  ];
}

function ofMatrix(m: CorrelationMatrix, claims: Claims): Finding[] {
  const table = m.place.table!;
  const levels = starLevels(table);
  if (levels.size === 0 || /spearman|kendall|one-tailed|1-tailed|one-sided|partial|polychoric|bonferroni|adjusted|einseitig/i.test(m.words)) return [];
  const noted = notedN(m, claims.manuscript.decimal);
  const n = noted ?? Math.max(0, ...claims.of("sample-size", { every: true }).map((s) => s.reported.value));
  if (!(n > 3)) return [];
  return m.cells.flatMap((row, i) =>
    row.flatMap((cell, j): Finding[] => {
      if (!cell || i === j) return [];
      const missing = noted ? missingStars(cell, m, levels, noted) : undefined;
      if (missing) return [missing];
      if (cell.stars === "") return [];
      const level = levels.get(cell.stars);
      const r = Math.max(Math.abs(cell.value.interval.low), Math.abs(cell.value.interval.high));
      if (level === undefined || r >= 1) return [];
      const p = pOfR(r, n - 2);
      if (!(p > level)) return [];
      return [
        finding(m, {
          range: cell.value.range,
          message: `The correlation ${cell.value.text}${cell.stars} is marked as p < ${level}; with ${n} cases its p is ${showP(pOfR(Math.abs(cell.value.value), n - 2))}.`,
          detail: noted ? undefined : `${n} is the largest sample that the text reports; with fewer cases p is larger still.`,
        }),
      ];
    }),
  );
}

type Cell = NonNullable<CorrelationMatrix["cells"][number][number]>;

/** Too few stars, where the same matrix gives a correlation that is no larger the stars that are due. */
function missingStars(cell: Cell, m: CorrelationMatrix, levels: ReadonlyMap<string, number>, n: number): Finding | undefined {
  if (/pairwise|varies|vary|ranges? from|paarweise|selected|only/i.test(m.words)) return undefined;
  const least = ({ interval }: Cell["value"]) => (interval.low <= 0 && interval.high >= 0 ? 0 : Math.min(Math.abs(interval.low), Math.abs(interval.high)));
  const r = least(cell.value);
  const claimed = levels.get(cell.stars) ?? (cell.stars === "" ? 1 : 0);
  const due = [...levels].filter(([stars, level]) => /^\*+$/.test(stars) && r < 1 && pOfR(r, n - 2) < level && level < claimed).sort((a, b) => a[1] - b[1])[0];
  const peers = m.cells.flatMap((row, i) =>
    row.filter((c, j) => c && i !== j && c !== cell && c.stars === due?.[0] && Math.abs(c.value.value) <= Math.abs(cell.value.value)),
  );
  if (!due || peers.length === 0) return undefined;
  return finding(m, {
    range: cell.value.range,
    severity: "warning",
    message: `The correlation ${cell.value.text}${cell.stars} ${cell.stars ? `has only ${cell.stars}` : "has no star"}; with ${n} cases its p is ${showP(pOfR(Math.abs(cell.value.value), n - 2))}, below ${due[1]} (${due[0]} by the table's note).`,
    detail: `The table gives ${peers[0]!.value.text} ${due[0]}.`,
    related: [{ message: `${peers[0]!.value.text}${due[0]} here`, range: peers[0]!.value.range }],
  });
}

/** The one N of the table's caption or notes. */
function notedN(m: CorrelationMatrix, decimal: "." | ","): number | undefined {
  const found = new Set<number>();
  for (const mapped of [...m.place.table!.notes, ...(m.place.table!.caption ? [m.place.table!.caption] : [])]) {
    for (const number of numbersIn(mapped, decimal))
      if (/(?<![\p{L}])[Nn]s? ?= ?$/u.test(mapped.text.slice(Math.max(0, number.start - 6), number.start))) found.add(number.value);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
