import { numbersIn } from "../claims/number";
import { rangeOf } from "../manuscript/mapped";
import { type Sentence, tableName } from "../manuscript/manuscript";
import type { Claims } from "../claims/claim";
import { type Check, finding, type Outcome } from "./check";
import { severalAnalyses } from "./several-analyses";
import { isUnrotated, varianceBlocks, type VarianceLine } from "./variance-lines";

/** Who keeps the components with eigenvalues above one keeps just those. */
const check: Check = {
  id: "kaiser-criterion",
  severity: "warning",
  summary: "The eigenvalue-above-1 rule is stated, and the components retained contradict it.",
  explain: `By Kaiser's (1960) rule the components with an eigenvalue above 1 are retained, and no others. Reported when a paper says that it used the rule and a table of unrotated eigenvalues shows a retained component below 1, or one above 1 that was not retained.
Conditions: no other criterion (parallel analysis, MAP, theory, a fixed number) is mentioned. It would be right if another criterion decided without being named.`,
  examples: {
    flagged: [
      "# Results\n\nPrincipal component analysis was used. ==Three== eigenvalues exceeded 1.\n\n| Component | Initial eigenvalue |\n|---|---|\n| 1 | 2.54 |\n| 2 | 1.56 |\n| 3 | 0.73 |",
      "Four components were extracted in the principal component analysis ==with eigenvalues greater than 1==.\n\n| Component | Initial eigenvalue |\n|---|---|\n| 1 | 4.54 |\n| 2 | 1.56 |\n| 3 | 1.03 |\n| 4 | 0.96 |",
      "==Components with eigenvalues above one were retained==. The analysis yielded two components.\n\n| Component | Initial eigenvalue |\n|---|---|\n| 1 | 4.54 |\n| 2 | 1.56 |\n| 3 | 1.23 |",
      "Principal component analysis yielded three components. ==The Kaiser criterion (eigenvalue > 1) was applied==.\n\n| Component | Initial eigenvalue |\n|---|---|\n| 1 | 4.54 |\n| 2 | 1.56 |\n| 3 | 0.83 |",
    ],
    clean: [
      "# Results\n\nPrincipal component analysis was used. Two eigenvalues exceeded 1.\n\n| Component | Initial eigenvalue |\n|---|---|\n| 1 | 2.54 |\n| 2 | 1.56 |\n| 3 | 0.73 |",
      "Parallel analysis suggested four factors. It was preferred to the eigenvalue-above-one rule, which would have retained three. Four factors were extracted.\n\n| Factor | Initial eigenvalue |\n|---|---|\n| 1 | 4.54 |\n| 2 | 1.56 |\n| 3 | 1.03 |\n| 4 | 0.96 |",
      "Three components with eigenvalues greater than 1 were extracted in the principal component analysis.\n\n| Component | Initial eigenvalue |\n|---|---|\n| 1 | 4.54 |\n| 2 | 1.56 |\n| 3 | 1.03 |\n| 4 | 0.96 |",
      "Principal component analysis yielded two components. The Kaiser criterion was applied.\n\n| Component | Eigenvalue | % of variance after rotation |\n|---|---|---|\n| 1 | 1.64 | 22 |\n| 2 | 1.56 | 21 |",
    ],
  },

  check(claims) {
    const several = severalAnalyses(claims) ? [] : saidAboveOne(claims);
    return several.length > 0 ? several : retainedByRule(claims);
  },
};
export default check;

const counting =
  /^ (?:\p{L}+ )?(?:(?:components?|factors?|Faktoren|Komponenten) (?:had|with|have|having|hatten|mit) )?(?:eigen-?values?|Eigenwerten?) (?:(?:were |was |are |waren )?(?:greater than|larger than|above|over|exceeding|größer als|über)|exceeded|exceed|>) ?(?:1(?:\.0+)?(?![\d.]*\d)|one\b|unity|eins)/iu;

/** "Four eigenvalues exceeded 1" where the one table of eigenvalues prints five above 1 and at least one below. */
function saidAboveOne(claims: Claims): Outcome[] {
  const rotated = claims.of("factor-method").some((m) => m.rotation === "orthogonal" || m.rotation === "oblique");
  const tables = varianceBlocks(claims).filter((b) => isUnrotated(b, rotated));
  const lines = tables[0]?.lines ?? [];
  if (tables.length !== 1 || !lines.some((l) => l.eigenvalue && l.eigenvalue.reported.interval.high < 1)) return [];
  if (lines.some((l) => !l.eigenvalue || (l.eigenvalue.reported.interval.low <= 1 && l.eigenvalue.reported.interval.high >= 1))) return [];
  const above = lines.filter((l) => l.eigenvalue!.reported.interval.low > 1);
  return claims.manuscript.blocks
    .filter((b) => b.section.role === "results" && b.kind !== "reference")
    .flatMap((b) => b.sentences.filter((s) => /eigen-?value|Eigenwert/i.test(s.text) && !/parallel|random|simulat|Parallel|other|remaining/.test(s.text)))
    .flatMap((s) =>
      numbersIn(s.mapped, claims.manuscript.decimal).flatMap((n): Outcome[] => {
        if (n.decimals !== 0 || n.percent || n.value === above.length || n.value < 1 || n.value > 30 || !counting.test(s.text.slice(n.end, n.end + 90)))
          return [];
        if (/\b(?:first|last|other|least|most|than|only|of) $/i.test(s.text.slice(0, n.start))) return [];
        return [
          finding(
            { range: n.range },
            {
              message: `${n.text} eigenvalues are said to be above 1; ${tableName(tables[0].table)} prints ${above.length}.`,
              related: inQuestion(n.value, above.length, lines).map((l) => ({ message: `${l.eigenvalue!.text} here`, range: l.eigenvalue!.range })),
            },
          ),
        ];
      }),
    );
}

/** The eigenvalues that lie on the wrong side of 1 for what is said. */
const inQuestion = <T>(said: number, above: number, lines: readonly T[]): readonly T[] => lines.slice(Math.min(said, above), Math.max(said, above)).slice(0, 8);

/** The rule is said to have been used, and the components retained are more or fewer than it keeps. */
function retainedByRule(claims: Claims): Outcome[] {
  const stated = used(claims);
  const counts = new Set(claims.of("component-count").map((c) => c.count));
  if (!stated || counts.size !== 1 || severalAnalyses(claims)) return [];
  const [retained] = counts;
  const rotated = claims.of("factor-method").some((m) => m.rotation === "orthogonal" || m.rotation === "oblique");
  return varianceBlocks(claims)
    .filter((b) => isUnrotated(b, rotated))
    .flatMap((b) => b.lines.flatMap((line) => judge(line, retained, stated)));
}

const rule =
  /eigen-?values?[^.;]{0,25}(?:greater|larger|above|over|exceed\w*|higher|more|>|≥)[^.;\d]{0,14}(?:1(?:\.0+)?(?![\d.]*\d)|one\b|unity)|Kaiser(?:'s|-Guttman)?(?: \([^)]*\))? (?:criterion|rule)|Eigenwerte?n? ?(?:größer|über|>) ?(?:als )?(?:1|eins)/i;
const use =
  /retain|extract|\bused?\b|using|appl(?:y|ied)|based on|according to|kept|criterion|determin|yield|reveal|result|identif|emerg|extrahiert|verwendet|ergab|beibehalten|berücksichtigt/i;
const doubt =
  /would|prefer|rather than|instead|overestimat|not |although|however|\bbut\b|unlike|suggest|scree|parallel|MAP\b|also|literature|often|usually|common practice|except/i;
const otherCriteria =
  /parallel analys|Parallelanalyse|minimum average partial|\bMAP\b|a priori|fixed number|theoretical(?:ly)? (?:considerations|grounds|expect)|interpretab|forced|scree/i;

/** The sentence that says the rule was used, where it was and nothing else is mentioned. */
function used(claims: Claims): Sentence | undefined {
  const own = claims.manuscript.blocks.filter(
    (b) => b.section.role !== "references" && b.section.role !== "literature" && b.section.role !== "introduction" && b.kind !== "reference",
  );
  if (own.some((b) => otherCriteria.test(b.text.text))) return undefined;
  return own.flatMap((b) => b.sentences).find((s) => rule.test(s.text) && use.test(s.text) && !doubt.test(s.text));
}

function judge(line: VarianceLine, retained: number, stated: Sentence): Outcome[] {
  const { eigenvalue, component } = line;
  if (!eigenvalue || component.ordinal === undefined) return [];
  const kept = component.ordinal <= retained;
  const { low, high } = eigenvalue.reported.interval;
  if (kept ? high >= 1 : low <= 1) return [];
  return [
    finding(eigenvalue, {
      range: rangeOf(stated.mapped, 0, stated.mapped.text.length),
      message: `${retained} components are retained by the eigenvalue-above-1 rule, but component ${component.ordinal} has the eigenvalue ${eigenvalue.reported.text}.`,
      detail: "It would be right if another criterion decided.",
      related: [{ message: `Component ${component.ordinal}: ${eigenvalue.reported.text}`, range: eigenvalue.range }],
    }),
  ];
}
