import type { Claims } from "../claims/claim";
import { previousSentence } from "../claims/factor-words";
import { numbersIn } from "../claims/number";
import type { Subgroups } from "../claims/subgroups";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { groupsOfTest } from "./groups-of-test";
import { mainSample } from "./main-sample";

const check: Check = {
  id: "subgroup-total",
  severity: "error",
  summary: "The sizes of the groups do not add up to the size of the sample.",
  explain: `Groups that leave nobody out (“194 women and 114 men”, “1,248 answered; the other 277 were dropped”, a list of all universities) have to add up to their whole: the number that the sentence
names, or else the size of the sample. Conditions: the sentence mentions no third group, missing answers or overlap; a sum that is given anywhere in the manuscript is accepted. Fewer than
the whole is a warning: somebody may not have answered.`,
  examples: {
    flagged: [
      "Renters (==*n* = 170) and owners (*n* = 209) differed in income, *t*(387==) = 3.13, *p* = .002.",
      "The remaining 379 flats lay in the north (130), the south (154), and the west (==105==).",
      "The 46 plants were assigned at random to the three colours, ==12== to each.",
      "178 engineers of four firms took part (121 men and ==47== women).",
      "Of 486 patients who opened the questionnaire, 437 completed it and ==31== gave up.",
      "# Abstract\n\nWe surveyed 526 drivers.\n\n# Method\n\nDrivers of three companies took part: 210 of North Lines, 208 of City Bus, and ==128== of Hill Transit.\n\n# Results\n\nAll results rest on *N* = 526.",
      "There were 80 girls and ==76== boys, 146 in total.",
      "# Abstract\n\nTests of 32 cars are analysed.\n\n# Method\n\nThe data comprise 32 cars. There were 15 cars with three gears, 12 with four, and ==15== with five.",
      "A total of 308 students (194 women and ==124== men) took part.",
      "Of 1,525 visitors, 1,248 answered all items; the other ==287== were dropped.",
      "# Abstract\n\nWe surveyed 297 commuters.\n\n# Method\n\nParticipants came from Northfield (*n* = 112), Ashby (*n* = 97), and Marlow (*n* = ==98==).\n\n# Results\n\nAll results rest on *N* = 297 commuters.",
    ],
    clean: [
      "Renters (*n* = 170) and owners (*n* = 209) differed in income, *t*(377) = 3.13, *p* = .002. Those with (*n* = 170) and without (*n* = 209) a car differed in age, *t*(351) = 2.10, *p* = .036.",
      "The remaining 379 flats lay in the north (120), the south (154), and the west (105).",
      "The 36 plants were assigned at random to the three colours, 12 to each. The 60 animals were split into three groups of 20 each (0.5, 1 and 2 mg).",
      "168 engineers of four firms took part (121 men and 47 women). Of 468 patients who opened the questionnaire, 437 completed it and 31 gave up.",
      "# Abstract\n\nTests of 32 cars are analysed.\n\n# Method\n\nThe data comprise 32 cars. There were 15 cars with three gears, 12 with four, and 5 with five.",
      "A total of 308 students (194 women, 110 men and 4 who did not say) took part.",
      "Of 1,525 visitors, 1,248 answered all items; the other 277 were dropped.",
    ],
  },

  check(claims) {
    const main = mainSample(claims);
    return [
      ...groupsOfTest(claims),
      ...claims.of("subgroups").flatMap((groups) => judge(groups, groups.total?.value ?? nearby(groups, claims, main?.value), claims)),
    ];
  },
};

/** The sample's size, where the groups can be meant to make it up: a list anywhere, a pair of groups in the paragraph that names it. */
function nearby(groups: Subgroups, claims: Claims, main: number | undefined): number | undefined {
  if (main === undefined || groups.closed === "rest") return undefined;
  const text = groups.place.sentence?.text ?? "";
  const sum = groups.parts.reduce((s, n) => s + n.value, 0);
  if (groups.closed === "list" && /\bnumbers? of \p{L}+ (?:per|by|in each|from each)\b/iu.test(text) && Math.abs(sum - main) <= 0.15 * main) return main;
  const byGroup = /^By \p{L}/u.test(text);
  if (groups.closed === "list" && !byGroup) return ofSample(groups, claims, main) ? main : undefined;
  const block = claims.manuscript.blocks[groups.place.sentence?.blockIndex ?? -1];
  const named = block?.sentences.some((s) => numbersIn(s.mapped, claims.manuscript.decimal).some((n) => n.value === main));
  return named ? main : undefined;
}

/** The list counts what the sample consists of: "There were 15 cars …" of 32 cars, not "There were 200 calls by phone …" of 320 students. */
function ofSample(groups: Subgroups, claims: Claims, main: number): boolean {
  const { sentence } = groups.place;
  const own = sentence?.text ?? "";
  // "Pupils of nine schools took part. Their numbers were 121 (Ash School), …"
  const before = sentence && /^(?:Their|These|They|Its|Deren|Ihre)\b/.test(own) ? previousSentence(sentence, claims.manuscript) : undefined;
  const text = `${before?.text ?? ""} ${own}`.toLowerCase();
  if (
    /\b(?:participants|respondents|persons|people|subjects|individuals|questionnaires|sample|group sizes?|befragte[nr]?|personen|teilnehme\p{L}+)\b/u.test(text)
  )
    return true;
  const nouns = claims.of("sample-size").flatMap((c) => (c.reported.value === main && c.noun ? [c.noun.split(" ").pop()!] : []));
  return nouns.some((noun) => new RegExp(`(?<!\\p{L})${noun.replace(/[^\p{L}]/gu, "").replace(/s$/, "")}`, "u").test(text));
}

function judge(groups: Subgroups, total: number | undefined, claims: Claims): Outcome[] {
  const sum = groups.parts.reduce((s, n) => s + n.value, 0);
  if (total === undefined) return [unchecked(groups, "the whole that the groups make up is not given")];
  if (sum === total) return [consistent(groups, { total: sum })];
  if (!groups.total && isPrinted(sum, claims)) return [unchecked(groups, `the groups may make up another number, ${sum}`)];
  const parts = groups.parts.map((n) => n.text).join(" + ");
  if (sum < total && groups.closed === "list" && (groups.total || sum < 0.7 * total)) return [unchecked(groups, "the list may leave some out")];
  if (sum < total && restNamed(groups, total - sum, claims)) return [unchecked(groups, "the rest is named beside them")];
  const stated = claims.of("sample-size").find((c) => c.reported.value === total);
  return [
    finding(groups, {
      severity: sum < total ? "warning" : undefined,
      message: `${parts} = ${sum}, not ${groups.total?.text ?? total}.`,
      range: groups.parts[groups.parts.length - 1].range, // a list may run over lines: the sum is complete at its last number
      detail: sum < total ? "Unless some are in none of the groups, one of the numbers is wrong." : "The groups hold more than the whole.",
      related: [
        { message: "the groups", range: groups.range },
        ...(groups.total
          ? [{ message: `${groups.total.text} in all`, range: groups.total.range }]
          : stated
            ? [{ message: `${stated.text} here`, range: stated.range }]
            : []),
      ],
    }),
  ];
}

/** "… 110 girls and 88 boys; two gave no gender": the number that is missing stands in the same sentence or the next. */
function restNamed(groups: Subgroups, missing: number, claims: Claims): boolean {
  const { sentence } = groups.place;
  const siblings = claims.manuscript.blocks[sentence?.blockIndex ?? -1]?.sentences ?? [];
  return siblings.some(
    (s) =>
      sentence &&
      s.index >= sentence.index - 1 &&
      s.index <= sentence.index + 1 &&
      numbersIn(s.mapped, claims.manuscript.decimal).some((n) => n.value === missing),
  );
}

const isPrinted = (value: number, claims: Claims): boolean =>
  claims.manuscript.blocks.some(
    (b) => b.kind !== "reference" && b.sentences.some((s) => numbersIn(s.mapped, claims.manuscript.decimal).some((n) => n.value === value)),
  );

export default check;
