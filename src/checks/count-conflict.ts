import { addTo } from "./add-to";
import type { Counted } from "../claims/counted";
import { type Check, consistent, type Finding, finding, type Outcome, unchecked } from "./check";
import type { Claims } from "../claims/claim";
import { numbersIn } from "../claims/number";
import { definiteCounts } from "./definite-counts";
import { inSentence } from "./in-sentence";
import { severalStudies } from "./main-sample";

const check: Check = {
  id: "count-conflict",
  severity: "warning",
  summary: "A counted thing (guidelines, hypotheses, universities, experts) has another number elsewhere.",
  explain: `What a manuscript has one set of is counted in several places: its guidelines, hypotheses and objectives, the universities or schools it was carried out at. The number given most often is taken for
the size of the set. A larger number contradicts it; a smaller one does so only where the words mean all of them (“we propose four guidelines”, “the nine universities”), as it is a part of them otherwise.
Conditions: one study; not “other”, “at least”, “two of the”, supported or rejected hypotheses, or counts quoted from the literature. Numbers of places that lie further apart than two are taken for two sets (invited
and taking part).`,
  examples: {
    flagged: [
      "# Method\n\nInterviews were held at ==13== car parks.\n\n# Conclusion\n\nThe ==12== car parks were near towns.",
      "# Abstract\n\nA model with three constructs fitted well.\n\n# Results\n\nThe AVE of the ==four constructs== was high.\n\n# Conclusion\n\nThe three constructs can be measured.",
      "# Abstract\n\nThe ==six recommendations== concern reminders, language and help.\n\n# Conclusion\n\nWe end with three recommendations: (1) send reminders, (2) add languages, and (3) offer help.",
      "# Abstract\n\nTen universities share a platform.\n\n# Method\n\nThe universities were chosen so as to differ in size (==11== in all).\n\n# Results\n\nThe plan was discussed with librarians at ten universities.",
      "# Abstract\n\nA checklist was developed in ==five== steps.\n\n# Method\n\nThe four steps were: (a) collecting criteria, (b) writing items, (c) judging by experts, and (d) a trial.",
      "Drivers of ==four companies== took part: 210 of North Lines, 188 of City Bus, and 128 of Hill Transit.",
      "# Abstract\n\n==Six experts== judged the items.\n\n# Method\n\nFive experts rated each item.\n\n# Results\n\nThe five experts judged all items as fitting.",
      "# Abstract\n\nThree hypotheses were tested.\n\n# Discussion\n\nAll ==four hypotheses== were supported.",
      "# Abstract\n\nFour towns took part.\n\n# Method\n\nResidents of four towns were asked.\n\n# Results\n\nThe plan was discussed with managers of ==five towns==.",
      "# Abstract\n\nTen universities share a platform.\n\n# Method\n\nStudents of ten universities were asked.\n\n# Results\n\nThe plan was discussed with librarians at ==11 universities==.",
      "# Abstract\n\nThe four guidelines that we derive concern search.\n\n# Results\n\nThe four guidelines were discussed.\n\n# Conclusion\n\nWe propose ==five guidelines==.",
      "# Introduction\n\nWe test six hypotheses.\n\n# Method\n\nThe six hypotheses were registered.\n\n# Discussion\n\nThe ==five hypotheses== that we tested concern trust.",
      "# Abstract\n\nThis article reports a survey of 291 outpatients of ==seven clinics==.\n\n# Method\n\nThe sample came from the five clinics.\n\n# Results\n\nThe plan was discussed with managers of five clinics.",
    ],
    clean: [
      "# Method\n\nInterviews were held at 13 car parks, of which one was closed later.\n\n# Conclusion\n\nThe 12 car parks were near towns.",
      "# Abstract\n\nA model with three constructs fitted well.\n\n# Results\n\nThe correlation of the two constructs was low.\n\n# Conclusion\n\nThe three constructs can be measured.",
      "# Abstract\n\nA checklist was developed in four steps.\n\n# Method\n\nThe four steps were: (a) collecting criteria, (b) writing items, (c) judging by experts, and (d) a trial. Drivers of three companies took part: 210 of North Lines, 188 of City Bus, and 128 of Hill Transit.",
      "# Abstract\n\nThree hypotheses were tested.\n\n# Results\n\nTwo hypotheses were supported.\n\n# Discussion\n\nFour hypotheses of earlier work were supported by others.",
      "# Abstract\n\nTen universities share a platform.\n\n# Method\n\nStudents of ten universities were asked. Three universities had no library.\n\n# Results\n\nTwo of the ten universities closed.",
      "# Introduction\n\nWe test six hypotheses.\n\n# Method\n\nThe six hypotheses were registered.\n\n# Results\n\nFour hypotheses were supported and two rejected.",
      "# Introduction\n\nAbel (2019) studied 12 universities.\n\n# Method\n\nStudents at ten universities were asked; the ten universities differ in size.",
    ],
  },

  check(claims) {
    const byNoun = new Map<string, Counted[]>();
    for (const c of claims.of("counted")) if (c.place.section.role !== "literature") addTo(byNoun, c.noun, c);
    const found = [...[...byNoun.values()].flatMap((counts) => judge(counts, claims)), ...againstLists(claims), ...againstEnumerations(claims)];
    const judged = new Set(found.flatMap((o) => (o.outcome === "finding" ? [o.range.start, ...o.related.map((r) => r.range.start)] : [])));
    return [...found, ...definiteCounts(claims, judged)];
  },
};

const subset =
  /\b(?:supported|confirmed|rejected|accepted|refuted|pilot|pretest|excluded|dropped|declined|refused|of which|of whom|of them|bestätigt|subset|selected from|out of)\b/i;

function judge(counts: readonly Counted[], claims: Claims): Outcome[] {
  const sizes = new Map<number, Counted[]>();
  for (const c of counts) addTo(sizes, c.count.value, c);
  if (sizes.size === 1) return counts.map((c) => (counts.length > 1 ? consistent(c) : unchecked(c, "counted once only")));
  const [main, second] = [...sizes.values()].sort((a, b) => b.length + listed(b, claims) - a.length - listed(a, claims) || early(b) - early(a));
  if (
    main.length === second.length &&
    !((early(main) || listed(main, claims)) && main.every((c) => c.all || early([c])) && second.every((c) => c.all || early([c])))
  )
    return [];
  if (severalStudies(claims)) return [];
  return [...sizes.values()]
    .filter((group) => group !== main && group.length === 1)
    .flatMap((group) => group.flatMap((c) => contradiction(c, main, listed(main, claims))));
}

/** Their members are listed with how many came from each: "121 (Ash School), 98 (Birch School), …". */
const listed = (counts: readonly Counted[], claims: Claims): number =>
  (counts[0].sort === "product" &&
    counts.some((c) => inSentence(claims, "enumeration", c.place.sentence).some((e) => e.form === "marked" && e.items.length === c.count.value))) ||
  (counts[0].sort === "site" &&
    claims
      .of("subgroups")
      .some(
        (g) =>
          g.closed === "list" &&
          g.parts.length === counts[0].count.value &&
          g.parts.length > 3 &&
          counts.concat().some((c) => c.place.section === g.place.section) &&
          new RegExp(`(?<!\\p{L})${counts[0].noun.slice(0, -1)}`, "iu").test(g.text),
      ))
    ? 1
    : 0;

/** "Drivers of four companies took part: 210 of North Lines, 188 of City Bus, and 128 of Hill Transit": as many as are listed after the colon. */
function againstLists(claims: Claims): Finding[] {
  return claims.of("subgroups").flatMap((g) => {
    const { sentence } = g.place;
    if (g.closed !== "list" || g.parts.length < 3 || !sentence) return [];
    const colon = sentence.text.lastIndexOf(":", g.parts[0].start);
    const counts = inSentence(claims, "counted", sentence).filter((c) => c.count.end <= colon);
    if (counts.length !== 1 || g.parts[0].start - colon > 12 || counts[0].count.value === g.parts.length) return [];
    return [
      finding(counts[0], {
        message: `${counts[0].text} here, but the sizes of ${g.parts.length} are listed.`,
        related: [{ message: "the list", range: g.range }],
      }),
    ];
  });
}

/** Given in the title or the abstract, which speak of the whole. */
const early = (counts: readonly Counted[]): number => (counts.some((c) => c.place.section.role === "abstract" || c.place.section.role === "title") ? 1 : 0);

function contradiction(c: Counted, main: readonly Counted[], votes: number): Finding[] {
  const text = c.place.sentence?.text ?? "";
  const size = main[0].count.value;
  // "All four hypotheses were supported" speaks of all of them
  const everyOne = new RegExp(`\\b[Aa]ll (?:of the |the )?$`).test(text.slice(0, c.count.start));
  if ((subset.test(text) && !everyOne) || main.length + early(main) + votes < 2) return [];
  if (c.noun === "construct" && c.count.value < size) return []; // "the two constructs" may be those just spoken of
  if (c.noun === "expert" && !sharedTask(text, main)) return [];
  if (c.sort === "site" && (c.place.section.role === "introduction" || (c.place.section.role === "discussion" && main.length + early(main) < 3))) return [];
  if (c.sort === "site" && Math.abs(c.count.value - size) > 2) return []; // far apart, they are more likely two sets (invited and taking part)
  const all = c.all || early([c]) > 0;
  if (c.count.value < size && !(all && (c.sort === "product" || size - c.count.value === 1))) return [];
  if (c.count.value > size && !all) return [];
  return [
    finding(c, {
      message: `${c.text} here, ${main[0].text.toLowerCase()} elsewhere.`,
      detail: `Unless another set is meant, the two have to be the same.`,
      related: main.slice(0, 3).map((m) => ({ message: `${m.text} here`, range: m.range })),
    }),
  ];
}

/** "… was developed in five steps" of an abstract where the body lists four: "The four steps were: (a) …, (b) …". */
function againstEnumerations(claims: Claims): Finding[] {
  if (severalStudies(claims)) return [];
  const { manuscript } = claims;
  const lists = claims.of("enumeration").filter((e) => e.form === "marked" && e.announced?.value === e.items.length && !(e.noun! in { hypotheses: 1 }));
  const summaries = manuscript.blocks.filter((b) => ["abstract", "conclusion"].includes(b.section.role)).flatMap((b) => b.sentences);
  const known = new Set(claims.of("counted").map((c) => c.range.start));
  return lists.flatMap((list) => {
    if (lists.some((other) => other !== list && other.noun === list.noun)) return [];
    return summaries.flatMap((s) =>
      numbersIn(s.mapped, manuscript.decimal).flatMap((n) => {
        const after = /^ (?:\p{Ll}[\p{L}-]+ )?(\p{L}+)/u.exec(s.text.slice(n.end, n.end + 50));
        const meant = /(?:^|\b(?:in|the|these|our|all|of|into|comprises|propose|give|following|has|have) )$/i.test(
          s.text.slice(Math.max(0, n.start - 12), n.start),
        );
        if (!after || after[1].toLowerCase() !== list.noun || !meant || n.decimals !== 0 || n.percent || n.value < 2 || n.value === list.items.length)
          return [];
        if (known.has(n.range.start) || s === list.place.sentence || /\b(?:of the|first|last|other|pilot|further)\b/i.test(s.text)) return [];
        return [
          finding(
            { range: n.range },
            {
              message: `${n.text} ${after[1]} here, but ${list.items.length} are listed.`,
              detail: "Unless another set is meant, the two have to be the same.",
              related: [{ message: `${list.announced!.text} ${list.noun} here`, range: list.range }],
            },
          ),
        ];
      }),
    );
  });
}

const tasks = [/judg|rat(?:ed|ing)|evaluat|review/i, /content validity|IOC|CVI|item-objective/i, /interview/i, /focus group/i, /delphi/i];
const sharedTask = (text: string, main: readonly Counted[]): boolean =>
  tasks.some((t) => t.test(text) && main.some((m) => t.test(m.place.sentence?.text ?? "")));

export default check;
