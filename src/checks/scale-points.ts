import { addTo } from "./add-to";
import type { ScalePoints } from "../claims/scale-points";
import { type Check, consistent, type Finding, finding, type Outcome, unchecked } from "./check";
import { severalStudies } from "./main-sample";

const check: Check = {
  id: "scale-points",
  severity: "error",
  summary: "One instrument has a five-point scale here and a seven-point scale there, or ends that do not fit its number of points.",
  explain: `A scale of *k* points from *a* to *b* has b − a + 1 = k points. Within a sentence the number of points is held against the ends printed beside it. Between sentences, two numbers of points contradict each other
where both speak of the same named instrument, or both of the questionnaire at large in a manuscript that names one response scale only. Papers with several instruments have several scales: nothing is said of those.`,
  examples: {
    flagged: [
      "Each item was rated on a scale with ==nine points== (1 = disagree strongly, 7 = agree strongly).",
      "# Method\n\nAnswers were given on a five-point scale.\n\n# Results\n\nMeans refer to the ==seven-point scale== of the answers.",
      "Items were rated on a ==five-point scale== (1 = strongly disagree, 7 = strongly agree).",
      "# Methode\n\nDie Antworten wurden auf einer fünfstufigen Skala gegeben.\n\n# Ergebnisse\n\nDie Mittelwerte der ==siebenstufigen Skala== zeigt Tabelle 1.",
    ],
    clean: [
      "# Method\n\nAnswers were given on a five-point scale (1 = never, 5 = always).\n\n# Results\n\nMeans refer to the five-point scale.",
      "# Method\n\nThe Trust Scale has a seven-point scale, the Loneliness Inventory a four-point scale.",
      "# Introduction\n\nWeber and Lang (2021) used a seven-point scale.\n\n# Method\n\nAnswers were given on a five-point scale from 0 (never) to 4 (always).",
    ],
  },

  check(claims) {
    const scales = claims.of("scale-points");
    const own = scales.flatMap((s) => endsAgainstPoints(s, scales));
    return [
      ...own,
      ...(severalStudies(claims) ? [] : betweenPlaces(scales.filter((s) => s.points !== undefined && s.points > 2 && s.place.section.role !== "discussion"))),
    ];
  },
};

/** "five-point scale (1 = …, 7 = …)": the ends printed right after the points. */
function endsAgainstPoints(points: ScalePoints, all: readonly ScalePoints[]): Outcome[] {
  if (points.points === undefined || points.ends) return [];
  const near = all.filter((e) => e.ends && !e.points && e.place.sentence === points.place.sentence);
  const siblings = all.filter((p) => p.points !== undefined && p.place.sentence === points.place.sentence);
  if (near.length !== 1 || siblings.length !== 1) return [unchecked(points, "its ends are not printed beside it")];
  const [{ ends, range }] = near;
  const gap = range.start - points.range.end;
  if (gap < 0 || gap > 60) return [];
  const between = points.place.sentence!.text.slice(points.place.sentence!.text.indexOf(points.text) + points.text.length).slice(0, Math.max(0, gap));
  if (/\d|[;:]|\b(?:and|or|while|whereas|und|sowie|während)\b/.test(between)) return [unchecked(points, "another scale may be meant")];
  const steps = ends!.high - ends!.low + 1;
  // 0 = …, 5 = … of a "five-point" scale counts the steps above nothing, and 1 to 5 may stand for −2 to 2: only plain mismatches are told
  if (steps === points.points || (ends!.low === 0 && steps - 1 === points.points) || ends!.low < 0 || points.points > 11) return [consistent(points)];
  return [
    finding(points, {
      message: `A scale from ${ends!.low} to ${ends!.high} has ${steps} points, not ${points.points}.`,
      related: [{ message: `${ends!.low} to ${ends!.high}`, range }],
    }),
  ];
}

function betweenPlaces(scales: readonly ScalePoints[]): Finding[] {
  const byInstrument = new Map<string, ScalePoints[]>();
  for (const s of scales) addTo(byInstrument, s.instrument ?? "", s);
  const instruments = byInstrument.size;
  return [...byInstrument].flatMap(([name, group]) => {
    const kinds = [...new Set(group.map((s) => s.points))];
    if (kinds.length !== 2 || (name === "" && instruments > 1) || group.length > 6) return [];
    if (new Set(group.map((s) => s.place.sentence)).size !== group.length) return []; // two scales in one sentence are two scales
    const [first] = group;
    const other = group.filter((s) => s.points !== first.points);
    if (other.length >= group.length - other.length && group.length > 2) return [];
    if (name === "" && !group.every((s) => general.test(s.place.sentence?.text ?? ""))) return [];
    return other.map((s) =>
      finding(s, { message: `${s.text} here, ${first.text} elsewhere.`, related: [{ message: `${first.text} here`, range: first.range }] }),
    );
  });
}

/** The sentence speaks of the answers or the questionnaire at large. */
const general = /\b(?:answers?|questionnaire|survey|all items|the items|statements|Antworten|Fragebogens?|Mittelwerte|means)\b/i;

export default check;
