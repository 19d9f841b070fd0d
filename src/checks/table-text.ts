import { soleNumber } from "../claims/number";
import type { TableStatement } from "../claims/table-statement";
import { type Manuscript, tableName } from "../manuscript/manuscript";
import { contains, type Interval, meets } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { componentFigures } from "./component-figures";
import { listedShares } from "./listed-shares";
import { namedLoadings } from "./named-loading";
import { withSlip } from "./slip";

const check: Check = {
  id: "table-text",
  severity: "error",
  summary: "The text repeats a number of a table differently.",
  explain: `A sentence that refers to one table, or follows one that does, and names a column and a row of it is held against the cell. Both numbers stand for all that rounds to them, so that the text may print fewer decimals; signs
are left aside and words of magnitude are honoured (5.87 under “Sales (100 million yuan)” is 587 million). “Seven of them have sales above one billion” is counted over the rows.
Conditions: one row and one column are named, and the table prints the number in no other cell.`,
  examples: {
    flagged: [
      "Principal component analysis was used. Table 1 gives the figures: the largest eigenvalue is ==5.74== (28.37% of the variance).\n\n**Table 1**\n\nEigenvalues\n\n| Component | Eigenvalue | % of variance |\n| --- | ---: | ---: |\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | 9.77 |",
      "Table 1 shows that boys were absent longer than girls (*M* = ==19.95== vs. *M* = 15.22).\n\n**Table 1**\n\nDays absent\n\n| Group | M | SD |\n| --- | ---: | ---: |\n| Boys | 17.95 | 9.91 |\n| Girls | 15.22 | 8.93 |",
      "Principal component analysis was used. The eigenvalues ranged from 1.56 to ==4.84==.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | 9.77 |",
      "Table 1 gives the coefficients. Weight was the best predictor, *B* = ==−3.78==.\n\n**Table 1**\n\nRegression\n\n| Predictor | B | SE |\n| --- | ---: | ---: |\n| Weight | −3.878 | 0.633 |\n| Horsepower | −0.032 | 0.009 |",
      "Principal component analysis was used. After rotation, the components accounted for 25.4%, ==16.9%==, and 12.3% of the variance.\n\n**Table 1**\n\nRotated components\n\n| Component | SS loadings | % of variance |\n| --- | ---: | ---: |\n| 1 | 2.54 | 25.4 |\n| 2 | 1.96 | 19.6 |\n| 3 | 1.23 | 12.3 |",
      '# Results\n\nFactor analysis.\n\n**Table 1.** Factor loadings\n\n| Item | Voice | Care |\n|---|---|---|\n| speaks up | .76 | .12 |\n| is heard | .67 | .20 |\n| helps | .04 | .81 |\n| listens | .10 | .54 |\n\n"Speaks up" loaded highest on Voice (==.67==).',
      "As Table 1 shows, the eigenvalue of the first factor was ==4.34==.\n\n**Table 1**\n\nEigenvalues\n\n| Factor | Eigenvalue | % of variance |\n| --- | ---: | ---: |\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | 9.77 |",
      "Weight was the best predictor, *B* = ==−3.78== (Table 1).\n\n**Table 1**\n\nRegression\n\n| Predictor | B | SE |\n| --- | ---: | ---: |\n| Weight | −3.878 | 0.633 |\n| Horsepower | −0.032 | 0.009 |",
      "Table 1 shows that Q1 had the highest mean (M = ==3.90==).\n\n**Table 1**\n\nItems\n\n| Item | M | SD |\n| --- | ---: | ---: |\n| Q1 | 3.80 | 0.91 |\n| Q10 | 3.20 | 0.93 |",
      "Table 1 shows that ==three shops have sales above 2 million==.\n\n**Table 1**\n\nShops\n\n| Shop | Sales |\n| --- | ---: |\n| North | 5.8 million |\n| South | 2.3 million |\n| East | 1.9 million |",
    ],
    clean: [
      "Table 1 shows that boys were absent longer than girls (*M* = 17.95 vs. *M* = 15.22).\n\n**Table 1**\n\nDays absent\n\n| Group | M | SD |\n| --- | ---: | ---: |\n| Boys | 17.95 | 9.91 |\n| Girls | 15.22 | 8.93 |",
      "Principal component analysis was used. The eigenvalues ranged from 1.56 to 4.54. Those of random data ranged from 1.10 to 1.24.\n\n| Component | Eigenvalue | % of variance |\n|---|---|---|\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | 9.77 |",
      "Table 1 gives the coefficients. Weight was the best predictor, *B* = −3.88. In the pilot study it was −3.78.\n\n**Table 1**\n\nRegression\n\n| Predictor | B | SE |\n| --- | ---: | ---: |\n| Weight | −3.878 | 0.633 |\n| Horsepower | −0.032 | 0.009 |",
      "Principal component analysis was used. After rotation, the components accounted for 25.4%, 19.6%, and 12.3% of the variance.\n\n**Table 1**\n\nRotated components\n\n| Component | SS loadings | % of variance |\n| --- | ---: | ---: |\n| 1 | 2.54 | 25.4 |\n| 2 | 1.96 | 19.6 |\n| 3 | 1.23 | 12.3 |",
      "As in Table 1, women answered Q1 higher (M = 3.90).\n\n**Table 1**\n\nItems\n\n| Item | M | SD |\n| --- | ---: | ---: |\n| Q1 | 3.80 | 0.91 |\n| Q10 | 3.20 | 0.93 |",
      '# Results\n\nFactor analysis.\n\n**Table 1.** Factor loadings\n\n| Item | Voice | Care |\n|---|---|---|\n| speaks up | .76 | .12 |\n| is heard | .67 | .20 |\n| helps | .04 | .81 |\n| listens | .10 | .54 |\n\n"Speaks up" loaded highest on Voice (.76). All items loaded on Voice or Care with at least .50.',
      "Table 1 shows that Q1 had the highest mean (M = 3.8), and among women Q10 was higher (M = 3.90).\n\n**Table 1**\n\nItems\n\n| Item | M | SD |\n| --- | ---: | ---: |\n| Q1 | 3.80 | 0.91 |\n| Q10 | 3.20 | 0.93 |",
      "As Table 1 shows, the eigenvalue of the first factor was 4.5, and the second explained 9.8% of the variance.\n\n**Table 1**\n\nEigenvalues\n\n| Factor | Eigenvalue | % of variance |\n| --- | ---: | ---: |\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | 9.77 |",
      "Table 1 shows that North ranked first with 587 million yuan in sales.\n\n**Table 1**\n\nShops\n\n| Shop | Sales (100 million yuan) |\n| --- | ---: |\n| North | 5.87 |\n| South | 3.72 |",
      "Abel (2015) found an eigenvalue of the first factor of 5.20, higher than in Table 1.\n\n**Table 1**\n\nEigenvalues\n\n| Factor | Eigenvalue |\n| --- | ---: |\n| 1 | 4.54 |\n| 2 | 1.56 |",
    ],
  },

  check(claims) {
    const counted = claims.of("table-count").flatMap((c): Outcome[] => {
      if (c.reported.value >= c.passing.low && c.reported.value <= c.passing.high) return [consistent(c)];
      return [
        finding(c, {
          message: `${c.reported.text} rows of ${tableName(c.table)} are said to have ${c.header} ${c.limit}; ${c.passing.low === 0 ? "none has" : `${c.passing.low} ${c.passing.low === 1 ? "has" : "have"}`}.`,
          related: [{ message: `${tableName(c.table)}, ${c.rows} rows`, range: c.table.range }],
        }),
      ];
    });
    return [
      ...counted,
      ...claims.of("table-statement").flatMap((c) => judge(c, claims.manuscript)),
      ...componentFigures(claims),
      ...namedLoadings(claims),
      ...listedShares(claims),
    ];
  },
};

const positive = (a: Interval): Interval => (a.high <= 0 ? { low: -a.high, high: -a.low } : a);

/** The minus sign as the author writes it. */
const minusOf = (written: string): string => (/^(?:−|&minus;)/.test(written.trim()) ? "−" : /^–/.test(written.trim()) ? "–" : "-");

function judge(c: TableStatement, { decimal, source }: Pick<Manuscript, "decimal" | "source">): Outcome[] {
  const said = positive(c.said);
  const shown = positive(c.shown);
  const unit = 10 ** -c.reported.decimals;
  if (meets(said, shown)) return [consistent(c)];
  const where = `${tableName(c.table)} (${c.header}, ${c.label})`;
  if (c.elsewhere) return [unchecked(c, `${tableName(c.table)} prints ${c.reported.text} in another cell`)];
  const cut = meets({ low: said.low, high: said.high + unit / 2 }, shown); // cut off instead of rounded
  const printed = soleNumber(c.cell.mapped, decimal)?.text ?? c.cell.text;
  const right = printed.replace(/^-/, minusOf(source.slice(c.range.start, c.range.end)));
  return [
    finding(c, {
      severity: cut ? "information" : undefined,
      message: `${c.reported.text} here, ${c.cell.text} in ${where}.`,
      detail: cut
        ? "The number was cut off instead of rounded."
        : contains(said, Math.abs(c.reported.value))
          ? withSlip(undefined, c.reported, shown)
          : undefined,
      related: [{ message: `${where}: ${c.cell.text}`, range: c.cell.range }],
      fixes:
        c.reported.percent || printed === c.cell.text ? [{ title: `Replace ${c.reported.text} by ${right}`, edits: [{ range: c.range, newText: right }] }] : [],
    }),
  ];
}

export default check;
