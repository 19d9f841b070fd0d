import type { Claims } from "../claims/claim";
import type { ContentIndex, ContentValidityClaim, ExpertsClaim } from "../claims/content-validity";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { show } from "./show";

/** Lower limit of each index; the upper one is 1. Steps: 1/experts, for CVR 2/experts. */
const lowest: Record<ContentIndex, number> = { IOC: -1, "I-CVI": 0, CVR: -1 };

/** What so many experts can agree on. */
const check: Check = {
  id: "content-validity",
  severity: "error",
  summary: "An index of content validity that the experts' ratings cannot give, or an item kept below the stated cut-off.",
  explain: `With *n* experts an item's IOC (the mean of ratings −1, 0, 1; Rovinelli & Hambleton, 1977) and I-CVI (the share who rate it relevant; Lynn, 1986) are multiples of 1/*n*, and Lawshe's (1975) CVR = (nₑ − *n*/2)/(*n*/2) is one of 2/*n* steps from −1; none exceeds 1. Conditions: the number of experts is
stated and only one; the index is of one item, not a mean over items. An item kept below the paper's own cut-off is a warning.`,
  examples: {
    flagged: [
      "Five experts rated the items.\n\n| Item | IOC |\n|---|---|\n| Q1 | 1.00 |\n| Q2 | ==0.67== |\n| Q3 | 0.80 |",
      "Six experts judged each item. The I-CVI of the items ranged from ==.75== to 1.00.",
      "Eight judges rated the statements.\n\n| Statement | CVR |\n|---|---|\n| S1 | .75 |\n| S2 | ==.60== |\n| S3 | 1.00 |",
    ],
    clean: [
      "Five experts rated the items. Items with an IOC of 0.6 or above were retained.\n\n| Item | IOC |\n|---|---|\n| Q1 | 1.00 |\n| Q2 | 0.60 |\n| Q3 | 0.80 |",
      "Six experts judged each item. The I-CVI of the items ranged from .83 to 1.00; the S-CVI/Ave was .94.",
      "Eight judges rated the statements.\n\n| Statement | CVR |\n|---|---|\n| S1 | .75 |\n| S2 | .50 |\n| Mean | .63 |",
    ],
  },

  check(claims) {
    const experts = expertsOf(claims);
    return claims.of("content-validity").map((c) => outside(c) ?? step(c, experts) ?? cutoff(c, claims) ?? consistent(c));
  },
};
export default check;

/** The one number of experts of the paper. */
function expertsOf(claims: Claims): ExpertsClaim | undefined {
  const all = claims.of("experts");
  return all.length > 0 && all.every((e) => e.reported.value === all[0].reported.value) ? all[0] : undefined;
}

function outside(c: ContentValidityClaim): Outcome | undefined {
  const { low, high } = c.reported.interval;
  if (low <= 1 && high >= lowest[c.index]) return undefined;
  return finding(c, { message: `An ${c.index} of ${c.reported.text} is outside ${lowest[c.index]} to 1.` });
}

function step(c: ContentValidityClaim, experts: ExpertsClaim | undefined): Outcome | undefined {
  if (!experts) return unchecked(c, "the number of experts is not stated, or more than one is");
  const n = experts.reported.value;
  const unit = c.index === "CVR" ? 2 / n : 1 / n;
  const { low, high } = c.reported.interval;
  const steps = (x: number) => (x - lowest[c.index]) / unit;
  if (Math.ceil(steps(low) - 1e-9) <= Math.floor(steps(high) + 1e-9)) return undefined;
  const at = (k: number) => show(lowest[c.index] + k * unit, 2);
  const below = Math.floor(steps(c.reported.value));
  // truncated instead of rounded: 0.66 for 2/3
  const cut =
    Math.abs(lowest[c.index] + (below + 1) * unit - c.reported.value) < 10 ** -c.reported.decimals ||
    Math.abs(lowest[c.index] + below * unit - c.reported.value) < 10 ** -c.reported.decimals;
  return finding(c, {
    severity: cut ? "information" : undefined,
    message: `${n} experts cannot give an ${c.index} of ${c.reported.text}: ${at(below)} and ${at(below + 1)} are nearest.`,
    detail: cut ? "It was cut off instead of rounded." : `With ${n} experts it goes in steps of ${show(unit, 3)}.`,
    related: [{ message: `${experts.text} here`, range: experts.range }],
  });
}

function cutoff(c: ContentValidityClaim, claims: Claims): Outcome | undefined {
  const limits = claims.of("content-cutoff").filter((l) => l.index === c.index);
  if (limits.length !== 1 || !c.item || c.reported.interval.high >= limits[0].reported.value) return undefined;
  const row = c.place.table?.rows.find((r) => r.cells.some((x) => x === c.place.cell));
  const remarked = row?.cells.some((x) => /delet|remov|drop|revis|reject|exclud|modif|✗|×/i.test(x.text)) ?? false;
  const all = claims.of("content-validity").filter((o) => o.place.table === c.place.table);
  if (remarked || claims.of("items-dropped").length > 0 || all.filter((o) => o.reported.interval.high < limits[0].reported.value).length > all.length / 3)
    return undefined;
  return finding(c, {
    severity: "warning",
    message: `The ${c.index} ${c.reported.text} of ${c.item} is below the cut-off ${limits[0].reported.text}.`,
    detail: "It would be right if the table is the one before items were left out.",
    related: [{ message: `Cut-off ${limits[0].reported.text} stated here`, range: limits[0].range }],
  });
}
