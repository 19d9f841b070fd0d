import { addTo } from "./add-to";
import type { Share } from "../claims/share";
import { meets } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";

const check: Check = {
  id: "percent-base",
  severity: "warning",
  summary: "Figures that are said to be shares of the same whole imply different wholes.",
  explain: `A count *n* that is *p* % of a whole implies a whole of 100 · n / p. With *n* and *p* rounded as printed this is an interval, and the intervals of all shares of one whole in one paragraph have to meet.
Conditions: the same words name the whole (“of all registered users”), and the sentence speaks of one year.`,
  examples: {
    flagged: [
      "By June 2021, 638 thousand people had visited the platform, which is ==52.1%== of all registered users; 384 thousand users, or 38.0% of all registered users, had borrowed a book, and 812 thousand (80.3% of all registered users) had used the catalogue.",
      "Of the calls, 120 came by phone (30.0% of all contacts), 200 by mail (50.0% of all contacts) and 61 in person (==25.0%== of all contacts).",
      "Some 5,870 (58.7% of the members) voted in May and 4,500 (==46.8%== of the members) in June.",
    ],
    clean: [
      "Component 1 accounted for 30.1% of the variance, Component 2 for 15.2% of the variance, and Component 3 for 10.0% of the variance.",
      "By June 2021, 638 million people used it, with a growth of 75.39 million, accounting for 63.1% of all Internet users, 384 million, accounting for 38.0% of all Internet users, and 812 million (80.3% of all Internet users).",
      "A total of 41 (54.7% of the students) used it monthly and 30 (12.0% of the teachers) weekly.",
      "In 2019, 45.2% of the members voted; in 2021, 51.8% of the members did.",
    ],
  },

  check(claims) {
    const groups = new Map<string, Share[]>();
    for (const share of claims.of("share", { every: true })) {
      const key = `${share.place.sentence?.blockIndex} ${share.whole}`;
      addTo(groups, key, share);
    }
    return [...groups.values()].flatMap(judge);
  },
};

function judge(shares: readonly Share[]): Outcome[] {
  if (years(shares[0].place.sentence?.text ?? "").size > 1) return shares.map((s) => unchecked(s, "several years are named, and the whole may have changed"));
  if (shares.length < 2) return shares.map((s) => unchecked(s, "no other share of the same whole is given"));
  const friends = (s: Share) => shares.filter((other) => other !== s && meets(s.implied, other.implied)).length;
  const agree = shares.map(friends);
  if (agree.every((n) => n === shares.length - 1)) return shares.map((s) => consistent(s, { whole: (100 * s.count.value * s.magnitude) / s.percent.value }));
  const worst = Math.min(...agree);
  const odd = shares.filter((_, i) => agree[i] === worst);
  const blamed = odd.length < shares.length ? odd[0] : shares[shares.length - 1];
  const other = shares.find((s) => s !== blamed && !meets(s.implied, blamed.implied))!;
  return [
    finding(blamed, {
      message: `${blamed.count.text} as ${blamed.percent.text}% and ${other.count.text} as ${other.percent.text}% are not shares of the same ${blamed.whole}.`,
      detail: `The first implies ${size(blamed)}, the second ${size(other)}.`,
      related: shares.filter((s) => s !== blamed).map((s) => ({ message: `${s.percent.text}% implies ${size(s)}`, range: s.range })),
    }),
    ...shares.filter((s) => s !== blamed).map((s) => consistent(s)),
  ];
}

/** Years in the text of a sentence; those of citations stand in brackets or after an author. */
const years = (text: string): Set<string> =>
  new Set(
    [
      ...text
        .replace(/\([^()]*\)/g, " ")
        .matchAll(
          /\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|of|from|for|[Dd]uring|[Ii]m|[Ss]eit|[Bb]is|\p{Lu}\p{Ll}{2,9}),? ((?:19|20)\d\d)(?![\d.,]\d| (?:thousand|million|billion|Millionen|Tausend|people|users))/gu,
        ),
    ].map((m) => m[1]),
  );

const size = (s: Share): string => {
  const value = (100 * s.count.value * s.magnitude) / s.percent.value;
  return s.magnitude > 1
    ? `${(value / s.magnitude).toFixed(0)} ${{ 1e3: "thousand", 1e6: "million", 1e9: "billion" }[s.magnitude] ?? `× ${s.magnitude}`}`
    : value.toFixed(0);
};

export default check;
