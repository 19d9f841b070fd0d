import type { KmoClaim } from "../claims/kmo";
import { meets } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome } from "./check";

/** Kaiser's (1974) words for the KMO, from the lower limit of each band. */
const bands: readonly { readonly word: RegExp; readonly name: string; readonly from: number; readonly to: number }[] = [
  { word: /marvell?ous/i, name: "marvelous", from: 0.9, to: 1 },
  { word: /meritorious/i, name: "meritorious", from: 0.8, to: 0.9 },
  { word: /middling/i, name: "middling", from: 0.7, to: 0.8 },
  { word: /mediocre/i, name: "mediocre", from: 0.6, to: 0.7 },
  { word: /miserable/i, name: "miserable", from: 0.5, to: 0.6 },
  { word: /unacceptable/i, name: "unacceptable", from: 0, to: 0.5 },
];

/** KMO is a share of squared correlations. */
const check: Check = {
  id: "kmo-range",
  severity: "error",
  summary: "KMO outside [0, 1]; a KMO below .5 called adequate; a label that is not Kaiser's.",
  explain: `KMO = Σr² / (Σr² + Σq²) lies between 0 and 1 (Kaiser & Rice, 1974). Kaiser (1974) called values in the .90s marvelous, .80s meritorious, .70s middling, .60s mediocre, .50s miserable, and below .50 unacceptable; a value below .5 that is
called adequate is a warning, another band's word an information.`,
  examples: {
    flagged: [
      "The KMO index was ==1.20==.",
      "The Kaiser–Meyer–Olkin measure was ==0.46==, so that the data were suitable for factoring.",
      "KMO = ==.46==, meritorious according to Kaiser's bands.",
    ],
    clean: ["The KMO index was .898 (meritorious).", "The KMO index was .90 (meritorious).", "The KMO of .46 was not adequate for factoring."],
  },

  check: (claims) => claims.of("kmo").flatMap((kmo): Outcome[] => [outside(kmo) ?? praised(kmo) ?? mislabelled(kmo) ?? consistent(kmo)]),
};
export default check;

function outside(kmo: KmoClaim): Outcome | undefined {
  const { low, high } = kmo.reported.interval;
  if (low <= 1 && high >= 0) return undefined;
  return finding(kmo, {
    message: `The KMO of ${kmo.reported.text} is outside 0 to 1.`,
    detail: "KMO is a share: the squared correlations over the sum of squared correlations and squared partial correlations.",
  });
}

function praised(kmo: KmoClaim): Outcome | undefined {
  const word = kmo.praised ?? (kmo.label && !/miserable|unacceptable/i.test(kmo.label) ? kmo.label : undefined);
  if (!word || kmo.reported.interval.high >= 0.5) return undefined;
  return finding(kmo, {
    severity: "warning",
    message: `A KMO of ${kmo.reported.text} is called ${word.toLowerCase()}, but values below .5 are unacceptable.`,
    detail: "Kaiser (1974) calls values below .50 unacceptable for factoring.",
  });
}

function mislabelled(kmo: KmoClaim): Outcome | undefined {
  const band = kmo.label ? bands.find((b) => b.word.test(kmo.label!)) : undefined;
  if (!band || meets(kmo.reported.interval, { low: band.from, high: band.to })) return undefined;
  const right = bands.find((b) => meets(kmo.reported.interval, { low: b.from, high: b.to }));
  return finding(kmo, {
    severity: "information",
    message: `Kaiser's word for a KMO of ${kmo.reported.text} is ${right?.name ?? "another"}, not ${band.name}.`,
  });
}
