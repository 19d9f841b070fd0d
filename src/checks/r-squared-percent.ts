import type { Claims } from "../claims/claim";
import { numbersIn } from "../claims/number";
import { meets, scale } from "../numerics/interval";
import { type Finding, finding } from "./check";
import { severalStudies } from "./main-sample";

const ofVariance = /^ ?(?:%|per ?cent|Prozent) (?:of|der) (?:the )?(?:total )?(?:varian|Varianz)/;
const model = /predictors?|regress|model|together|jointly|explain|Prädiktor|erklär|aufgeklärt|klären/i;
const another =
  /interaction|additional|further|unique|\bstep\b|adjusted|remain|unexplained|\balone\b|each|only|only one|more than|about|almost|nearly|over|η|eta|\bfirst\b|zusätzlich|component|factor analy/i;

/** "The three predictors explained 63.1% of the variance" of a summary, where the one model of the paper has R² = .721. */
export function variancePercents(claims: Claims): Finding[] {
  const own = claims.of("r-squared");
  const plain = own.filter((r) => r.variant === "plain");
  if (severalStudies(claims) || own.some((r) => r.variant === "change" || r.variant === "other")) return [];
  if (plain.length === 0 || new Set(plain.map((r) => r.value.value)).size !== 1 || claims.of("eigenvalue").length > 0) return [];
  const [r] = plain;
  const share = r.value.percent ? r.value.interval : scale(r.value.interval, 100);
  const adjusted = own.filter((x) => x.variant === "adjusted").map((x) => (x.value.percent ? x.value.interval : scale(x.value.interval, 100)));
  return claims.manuscript.blocks
    .filter((b) => ["abstract", "discussion", "conclusion"].includes(b.section.role) && b.kind !== "reference")
    .flatMap((b) => b.sentences)
    .flatMap((s) => {
      if (!model.test(s.text) || another.test(s.text) || /\((?:19|20)\d\d|(?:19|20)\d\d\)/.test(s.text)) return [];
      const said = numbersIn(s.mapped, claims.manuscript.decimal).filter((n) => n.percent && n.relation === "=");
      const [n] = said;
      if (said.length !== 1 || n.decimals < 1 || !ofVariance.test(s.text.slice(n.end, n.end + 40))) return [];
      if (meets(n.interval, share) || adjusted.some((a) => meets(n.interval, a))) return [];
      return [
        finding(
          { range: n.range },
          {
            severity: "warning",
            message: `${n.text}% of the variance here, but R² = ${r.value.text}.`,
            detail: "Unless another model is meant.",
            related: [{ message: `R² = ${r.value.text}`, range: r.range }],
          },
        ),
      ];
    });
}
