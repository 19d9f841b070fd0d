import type { Claim, Claims } from "../claims/claim";
import type { ReportedP } from "../claims/p-clause";
import { type Check, type Context, finding, type Finding } from "./check";
import { judge } from "./p-judgement";
import { heldAgainst } from "./p-value";

/** A p value is never 0 and never above 1. */
const check: Check = {
  id: "p-zero",
  severity: "warning",
  summary: "A p value is printed as zero; or it is negative or larger than 1.",
  explain: `A p value of zero would mean that data as extreme could not occur at all; programs print .000 where p < .0005. APA style asks for *p* < .001 (American Psychological Association, 2020, 6.36).
A negative p or one above 1 is an error. In a table the first such cell is marked, with the number of the others.`,
  examples: {
    flagged: [
      "The groups differed, t(28) = 22.20, ==p = .000==.",
      "The model fitted badly, χ²(24) = 118.3, ==p < .000==.",
      "The groups did not differ, t(28) = 0.20, ==p = 1.84==",
      "The two groups did not differ significantly (==p = 1.20==).",
    ],
    clean: [
      "The groups differed, t(28) = 22.20, p < .001.",
      "The groups did not differ, t(28) = 0.00, p = 1.00.",
      "With p = 24 items and N = 300, the ratio was adequate.",
      "The methods differ in the order of the Minkowski distance, p = 1.50.",
    ],
  },

  check(claims, context) {
    const inText: Finding[] = [];
    const inTables = new Map<unknown, { claim: Claim; p: ReportedP }[]>();
    const look = (claim: Claim, p: ReportedP, attached: boolean) => {
      const severity = wrong(p, attached);
      if (!severity) return;
      const { table, sentence } = claim.place;
      if (severity === "warning" && table && !sentence) {
        const list = inTables.get(table);
        if (list) list.push({ claim, p });
        else inTables.set(table, [{ claim, p }]);
      } else inText.push(severity === "error" ? impossible(claim, p) : zero(claim, p, 0, smallestPossible(claim, claims, context)));
    };
    for (const claim of claims.of("test-statistic", { every: true })) if (claim.p && heldAgainst(claim)) look(claim, claim.p, true);
    for (const claim of claims.of("p-value")) look(claim, claim.p, claim.place.sentence === undefined);
    for (const list of inTables.values()) {
      const [{ claim, p }] = list;
      inText.push(zero(claim, p, list.length - 1, smallestPossible(testOf(claim, p, claims), claims, context)));
    }
    return inText;
  },
};

export default check;

function wrong(p: ReportedP, attached: boolean): "error" | "warning" | undefined {
  if (p.value === undefined) return undefined;
  const sure = attached || p.explicit || p.value > 1; // without a test beside it, it was taken for a p value only among words of a test
  if (sure && (p.value < 0 || p.value > 1)) return "error";
  if (p.value === 0 && (p.comparison === "=" || p.comparison === "<" || p.comparison === "≤") && (sure || p.decimals >= 3)) return "warning";
  return undefined;
}

function impossible(claim: Claim, p: ReportedP): Finding {
  return finding(claim, {
    severity: "error",
    range: p.range,
    message: `A p value lies between 0 and 1; ${p.text} does not.`,
    detail: "The decimal point may be missing or misplaced.",
  });
}

/** The test whose p stands in this cell, where one was read. */
const testOf = (claim: Claim, p: ReportedP, claims: Claims): Claim =>
  claim.kind === "test-statistic" ? claim : (claims.of("test-statistic", { every: true }).find((t) => t.p?.valueRange.start === p.valueRange.start) ?? claim);

/** The least p that the test beside it can have: writing < .001 for one that is .002 would put one mistake in the place of another. */
function smallestPossible(claim: Claim, claims: Claims, context: Context): number {
  return claim.kind === "test-statistic" ? (judge(claim, claims, context).computed?.interval.low ?? 0) : 0;
}

function zero(claim: Claim, p: ReportedP, others: number, possible = 0): Finding {
  const sign = p.valueText.includes(",") ? "," : ".";
  const lead = /^0/.test(p.valueText) ? "0" : "";
  const limit = p.decimals < 2 ? `0${sign}5` : `${lead}${sign}${"0".repeat(p.decimals)}5`;
  const smallest = `< ${lead}${sign}${"0".repeat(Math.max(p.decimals, 3) - 1)}1`;
  return finding(claim, {
    range: p.range,
    message: `A p value is never zero: ${p.text.trim()} can only stand for p < ${limit}${others > 0 ? `; so do ${others} more in this table` : ""}.`,
    detail: "Programs print .000 where p is below .0005; APA style writes p < .001.",
    fixes:
      others === 0 && p.decimals >= 3 && possible < 10 ** -p.decimals
        ? [{ title: `Write ${smallest}`, edits: [{ range: p.valueRange, newText: smallest }] }]
        : [],
  });
}
