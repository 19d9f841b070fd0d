import type { Claims } from "../claims/claim";
import { sameName } from "../claims/component";
import type { FornellLarckerClaim } from "../claims/validity";
import { tableName } from "../manuscript/manuscript";
import { meets, scale, square, sum } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { constructLoadings } from "./construct-loadings";
import { replaceNumber, soleRounding } from "./replace-number";
import { show } from "./show";
import { withSlip } from "./slip";

/** √AVE on the diagonal, larger than the construct's correlations. */
const check: Check = {
  id: "fornell-larcker",
  severity: "error",
  summary: "The diagonal of a Fornell–Larcker table is not √AVE, or discriminant validity is claimed although √AVE is below a correlation.",
  explain: `By the criterion of Fornell and Larcker (1981) the square root of each construct's AVE, printed on the diagonal, has to exceed the construct's correlations. The diagonal is compared with the AVE that the paper prints for the construct; the correlations with the diagonal only
where the text says that discriminant validity was established by this criterion. A correction of the diagonal is offered where the loadings printed confirm the AVE.`,
  examples: {
    flagged: [
      "**Table 1.** Discriminant validity (Fornell–Larcker)\n\n| Construct | AVE | Trust | Use |\n|---|---|---|---|\n| Trust | .64 | ==.90== | |\n| Use | .53 | .41 | .73 |\n\n*Note.* Square roots of AVE on the diagonal.",
      "**Table 1.** Fornell-Larcker criterion\n\n| Construct | 1 | 2 |\n|---|---|---|\n| 1. Trust | .80 | |\n| 2. Use | .81 | ==.73== |\n\nBy the Fornell-Larcker criterion, discriminant validity was established.",
      "**Table 1.** Reliability\n\n| Construct | CR | AVE |\n|---|---|---|\n| Trust | .84 | .64 |\n| Use | .77 | .53 |\n\n**Table 2.** Discriminant validity: square roots of AVE on the diagonal\n\n| | Trust | Use |\n|---|---|---|\n| Trust | .80 | |\n| Use | .41 | ==.79== |",
    ],
    clean: [
      "**Table 1.** Discriminant validity (Fornell–Larcker)\n\n| Construct | AVE | Trust | Use |\n|---|---|---|---|\n| Trust | .64 | .80 | |\n| Use | .53 | .41 | .73 |\n\nDiscriminant validity was established.",
      "**Table 1.** Fornell-Larcker criterion\n\n| Construct | 1 | 2 |\n|---|---|---|\n| 1. Trust | .80 | |\n| 2. Use | .81 | .73 |\n\nDiscriminant validity was not established.",
      "**Table 1.** Correlations\n\n| Construct | 1 | 2 |\n|---|---|---|\n| 1. Trust | 1 | |\n| 2. Use | .81 | 1 |\n\nDiscriminant validity was established.",
    ],
  },

  check: (claims) => claims.of("fornell-larcker").map((c): Outcome => root(c, claims) ?? discriminant(c, claims) ?? unchecked(c, "its AVE is not printed")),
};
export default check;

function root(c: FornellLarckerClaim, claims: Claims): Outcome | undefined {
  const aves = claims.of("average-variance-extracted").filter((a) => sameName(a.construct, c.construct));
  const own = aves.filter((a) => a.place.table === c.place.table);
  const candidates = own.length > 0 ? own : aves;
  if (candidates.length !== 1) return undefined;
  const [ave] = candidates;
  if (meets(square(c.reported.interval), ave.reported.interval)) return undefined;
  // some tables print AVE itself on the diagonal
  if (meets(c.reported.interval, ave.reported.interval)) return consistent(c);
  const loadings = constructLoadings(ave, claims);
  const confirmed = loadings !== undefined && meets(scale(sum(loadings.map((l) => square(l.interval))), 1 / loadings.length), ave.reported.interval);
  const root = { low: Math.sqrt(Math.max(0, ave.reported.interval.low)), high: Math.sqrt(ave.reported.interval.high) };
  const right = confirmed ? soleRounding(root, c.reported.decimals) : undefined;
  return finding(c, {
    message: `The diagonal entry ${c.reported.text} of ${c.construct} is not the square root of its AVE, √${ave.reported.text} = ${show(Math.sqrt(ave.reported.value), Math.max(2, c.reported.decimals))}.`,
    detail: withSlip(undefined, c.reported, root),
    related: [{ message: `AVE ${ave.reported.text}`, range: ave.range }],
    fixes: right === undefined ? [] : replaceNumber(c.reported, right, claims.manuscript.source),
  });
}

const claimed =
  /discriminant validity (?:\w+ ){0,4}?(?:was|is|has been|were) (?:\w+ )?(?:establish|support|confirm|achiev|demonstrat|satisf|met|ensured|adequate|good|sufficient|given)|(?:establish|support|confirm|demonstrat|achiev|indicat|show)\w* (?:\w+ ){0,3}discriminant validity/i;
const denied = /\bnot\b|\bno\b|except|however|although|problem|lack|fail|partly|partially|HTMT|heterotrait/i;

function discriminant(c: FornellLarckerClaim, claims: Claims): Outcome | undefined {
  const sentence = claims.manuscript.blocks
    .filter((b) => b.section.role !== "references" && b.section.role !== "literature")
    .flatMap((b) => b.sentences)
    .find((s) => claimed.test(s.text) && !denied.test(s.text));
  const aves = claims.of("average-variance-extracted").some((a) => sameName(a.construct, c.construct));
  if (!sentence || claims.manuscript.blocks.some((b) => /HTMT|heterotrait/i.test(b.text.text))) return aves ? consistent(c) : undefined;
  const higher = c.correlations.find((r) => Math.min(Math.abs(r.interval.low), Math.abs(r.interval.high)) > c.reported.interval.high);
  if (!higher) return consistent(c);
  return finding(c, {
    message: `Discriminant validity is claimed, but √AVE of ${c.construct}, ${c.reported.text}, is below its correlation ${higher.text} in ${tableName(c.place.table!)}.`,
    related: [
      { message: `Correlation ${higher.text}`, range: higher.range },
      { message: "Claimed here", range: { start: sentence.mapped.starts[0], end: sentence.mapped.ends[sentence.mapped.text.length - 1] } },
    ],
  });
}
