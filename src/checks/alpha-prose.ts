import type { Claims } from "../claims/claim";
import { sameName } from "../claims/component";
import { numbersIn } from "../claims/number";
import type { AlphaClaim } from "../claims/reliability";
import { settingOf } from "../claims/setting";
import { meets } from "../numerics/interval";
import { type Finding, finding } from "./check";
import { severalStudies } from "./main-sample";

/** Words of another version, time, sample or coefficient. */
const another =
  /delet|remov|dropp|exclud|without|after|before|initial|revis|final|short|long|version|original|increas|improv|rose|previous|earlier|standardi[sz]ed|ordinal|omega|subsample|each|\bmen\b|women|male|boys|girls|\bT[12]\b|time [12]|wave|retest|second|other|respectively|jeweils|ohne|nach|Kurz|Lang/i;

/**
 * α of one scale as the abstract and as the body print it, each in one value, where the body nowhere has that of the abstract: neither as an α nor in a sentence about reliability.
 */
export function alphasOfAbstract(claims: Claims): Finding[] {
  if (severalStudies(claims)) return [];
  const all = claims.of("alpha", { every: true });
  const named = claims
    .of("alpha")
    .filter(
      (a) =>
        a.role === "value" &&
        !a.standardized &&
        a.row === undefined &&
        a.scale &&
        a.place.sentence &&
        !another.test(a.place.sentence.text) &&
        settingOf(a.place, claims.manuscript) === "",
    );
  const abstract = named.filter(inAbstract);
  return abstract.flatMap((a) => {
    const mates = abstract.filter((o) => sameName(o.scale!, a.scale!));
    const body = named.filter((o) => !inAbstract(o) && sameName(o.scale!, a.scale!));
    if (
      mates.length !== 1 ||
      body.length === 0 ||
      body.some((o) => meets(o.reported.interval, a.reported.interval) || !meets(o.reported.interval, body[0].reported.interval))
    )
      return [];
    if (all.some((o) => !inAbstract(o) && meets(o.reported.interval, a.reported.interval)) || printedOfReliability(a, claims)) return [];
    return [
      finding(a, {
        message: `α of ${a.scale} is ${a.reported.text} in the abstract and ${body[0].reported.text} in the text.`,
        detail: `One scale in one sample has one α; ${a.reported.text} is given nowhere else.`,
        related: body.slice(0, 3).map((o) => ({ message: `${o.reported.text} here`, range: o.range })),
        claims: [a, ...body],
      }),
    ];
  });
}

const inAbstract = (a: AlphaClaim): boolean => a.place.section.role === "abstract";

function printedOfReliability(a: AlphaClaim, claims: Claims): boolean {
  return claims.manuscript.blocks.some(
    (block) =>
      block.section.role !== "abstract" &&
      block.sentences.some(
        (s) =>
          /alpha|α|reliab|consisten|konsistenz/i.test(s.text) &&
          numbersIn(s.mapped, claims.manuscript.decimal).some((n) => n.decimals >= 1 && meets(n.interval, a.reported.interval)),
      ),
  );
}
