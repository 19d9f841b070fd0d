import type { Counted } from "../claims/counted";
import { type Check, consistent, type Finding, finding, type Outcome, unchecked } from "./check";
import type { Claims } from "../claims/claim";
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
      "# Abstract\n\nFour towns took part.\n\n# Method\n\nResidents of four towns were asked.\n\n# Results\n\nThe plan was discussed with managers of ==five towns==.",
      "# Abstract\n\nTen universities share a platform.\n\n# Method\n\nStudents of ten universities were asked.\n\n# Results\n\nThe plan was discussed with librarians at ==11 universities==.",
      "# Abstract\n\nThe four guidelines that we derive concern search.\n\n# Results\n\nThe four guidelines were discussed.\n\n# Conclusion\n\nWe propose ==five guidelines==.",
      "# Introduction\n\nWe test six hypotheses.\n\n# Method\n\nThe six hypotheses were registered.\n\n# Discussion\n\nThe ==five hypotheses== that we tested concern trust.",
      "# Abstract\n\nThis article reports a survey of 291 outpatients of ==seven clinics==.\n\n# Method\n\nThe sample came from the five clinics.\n\n# Results\n\nThe plan was discussed with managers of five clinics.",
    ],
    clean: [
      "# Abstract\n\nTen universities share a platform.\n\n# Method\n\nStudents of ten universities were asked. Three universities had no library.\n\n# Results\n\nTwo of the ten universities closed.",
      "# Introduction\n\nWe test six hypotheses.\n\n# Method\n\nThe six hypotheses were registered.\n\n# Results\n\nFour hypotheses were supported and two rejected.",
      "# Introduction\n\nAbel (2019) studied 12 universities.\n\n# Method\n\nStudents at ten universities were asked; the ten universities differ in size.",
    ],
  },

  check(claims) {
    const byNoun = new Map<string, Counted[]>();
    for (const c of claims.of("counted")) if (c.place.section.role !== "literature") byNoun.set(c.noun, [...(byNoun.get(c.noun) ?? []), c]);
    return [...byNoun.values()].flatMap((counts) => judge(counts, claims));
  },
};

const subset =
  /\b(?:supported|confirmed|rejected|accepted|refuted|pilot|pretest|excluded|dropped|declined|refused|of which|of whom|of them|bestätigt|subset|selected from|out of)\b/i;

function judge(counts: readonly Counted[], claims: Claims): Outcome[] {
  const sizes = new Map<number, Counted[]>();
  for (const c of counts) sizes.set(c.count.value, [...(sizes.get(c.count.value) ?? []), c]);
  if (sizes.size === 1) return counts.map((c) => (counts.length > 1 ? consistent(c) : unchecked(c, "counted once only")));
  const [main, second] = [...sizes.values()].sort((a, b) => b.length - a.length || early(b) - early(a));
  if (main.length === second.length && !(early(main) && main.every((c) => c.all) && second.every((c) => c.all))) return [];
  if (severalStudies(claims)) return [];
  return [...sizes.values()].filter((group) => group !== main && group.length === 1).flatMap((group) => group.flatMap((c) => contradiction(c, main)));
}

/** Given in the title or the abstract, which speak of the whole. */
const early = (counts: readonly Counted[]): number => (counts.some((c) => c.place.section.role === "abstract" || c.place.section.role === "title") ? 1 : 0);

function contradiction(c: Counted, main: readonly Counted[]): Finding[] {
  const text = c.place.sentence?.text ?? "";
  const size = main[0].count.value;
  if (subset.test(text) || main.length + early(main) < 2) return [];
  if (c.noun === "expert" && !sharedTask(text, main)) return [];
  if (c.sort === "site" && (c.place.section.role === "introduction" || c.place.section.role === "discussion")) return [];
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

const tasks = [/content validity|IOC|CVI|item-objective/i, /interview/i, /focus group/i, /delphi/i];
const sharedTask = (text: string, main: readonly Counted[]): boolean =>
  tasks.some((t) => t.test(text) && main.some((m) => t.test(m.place.sentence?.text ?? "")));

export default check;
