import type { Claim, Claims } from "../claims/claim";
import { widened } from "../claims/wider";
import type { Finding, Outcome } from "./check";

/**
 * Warnings whose verdicts are those of the literature on them, which knows rounding only; that on a p value offers cutting off as a possibility
 * (Nuijten et al., 2016; Brown & Heathers, 2017).
 */
const exempt = new Set(["p-value", "p-decision", "grim", "grimmer", "debit"]);

/**
 * The same claims, read as if decimals may have been cut off as well as rounded: 2.04 then stands for [2.035, 2.05].
 * A contradiction that this reading resolves is a miss of one unit in the last place, and no proof.
 */
export function asCutOff(claims: Claims): Claims {
  const copies = new Map<object, unknown>();
  const wider = <T extends Claim>(list: readonly T[]): readonly T[] => list.map((claim) => widened(claim, copies, 0) as T);
  // only what the accused rules ask for is copied
  return {
    manuscript: { ...claims.manuscript, cutOff: true },
    get all() {
      return wider(claims.all);
    },
    of: (kind, options) => wider(claims.of(kind, options)),
  };
}

/**
 * Lowers to information what cutting off digits instead of rounding them would explain: a miss of one unit in the last place is a hint, no proof.
 *
 * @param again runs rules over other claims
 */
export function hintsOfCutting(
  outcomes: readonly Outcome[],
  claims: Claims,
  again: (rules: ReadonlySet<string>, claims: Claims) => readonly Outcome[],
): readonly Outcome[] {
  const suspects = outcomes.filter(isAccusation).filter((f) => !exempt.has(f.rule));
  if (suspects.length === 0) return outcomes;
  const left = again(new Set(suspects.map((f) => f.rule)), asCutOff(claims)).filter(isAccusation);
  const before = new Set(suspects.map(keyOf));
  const still = new Set(left.map(keyOf));
  // where the second reading blames another place of the same table or sentence, the contradiction is still there
  const moved = new Set(left.filter((f) => !before.has(keyOf(f))).map(whereabouts));
  return outcomes.map((o) =>
    isAccusation(o) && !exempt.has(o.rule) && !still.has(keyOf(o)) && !moved.has(whereabouts(o))
      ? { ...o, severity: "information", detail: [o.detail, "Digits that were cut off instead of rounded would explain it."].filter(Boolean).join(" ") }
      : o,
  );
}

const isAccusation = (o: Outcome): o is Finding => o.outcome === "finding" && o.severity !== "information";
const keyOf = (f: Finding): string => `${f.rule} ${f.range.start} ${f.range.end}`;
const whereabouts = (f: Finding): string => {
  const place = f.claims[0]?.place;
  return `${f.rule} ${place?.table ? `table ${place.table.index}` : (place?.sentence?.blockIndex ?? f.range.start)}`;
};
