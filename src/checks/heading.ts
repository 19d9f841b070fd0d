import type { Heading } from "../claims/heading";
import { type Check, type Finding, finding } from "./check";
import { severalStudies } from "./main-sample";

const check: Check = {
  id: "heading",
  severity: "information",
  summary: "Two sibling headings have the same text, or the numbering of sections has a gap.",
  explain: `Headings under the same parent are compared. Two with the same words usually mean that a section was pasted twice or that a heading was not renamed;
a number that does not follow the one before it means that a section was moved or lost. Conditions: one study (several have a method each); in plain text, where the rank of a heading is a guess, numbered
headings; a numbering gap needs two numbered headings in a row under one parent.`,
  examples: {
    flagged: [
      "# Method\n\nText.\n\n## Sample\n\nText.\n\n## ==Sample==\n\nText.",
      "# 1. Introduction\n\nText.\n\n# 2. Method\n\nText.\n\n# ==4. Results==\n\nText.",
      "# 3. Results\n\nText.\n\n## 3.1 Sample\n\nText.\n\n## ==3.3 Loadings==\n\nText.",
    ],
    clean: [
      "# Study 1\n\n## Method\n\nText.\n\n# Study 2\n\n## Method\n\nText.",
      "# 1. Introduction\n\nText.\n\n# 2. Method\n\nText.\n\n# 3. Results\n\nText.",
      "# Introduction\n\nText.\n\n# Method\n\nText.",
    ],
  },

  check(claims) {
    const families = new Map<string, Heading[]>();
    for (const heading of claims.of("heading", { every: true })) {
      const key = `${heading.parent ?? -1} ${heading.level}`;
      if (!families.get(key)?.push(heading)) families.set(key, [heading]);
    }
    const text = claims.manuscript.format === "text";
    const studies = severalStudies(claims);
    return [...families.values()].flatMap((siblings) => [
      ...(studies ? [] : repeated(siblings.filter((h) => !text || h.number !== undefined))),
      ...gaps(siblings, claims.manuscript.source),
    ]);
  },
};

const words = (heading: Heading): string =>
  heading.title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function repeated(siblings: readonly Heading[]): Finding[] {
  const first = new Map<string, Heading>();
  return siblings.flatMap((heading) => {
    const text = words(heading);
    const earlier = first.get(text);
    if (!earlier) {
      if (text) first.set(text, heading);
      return [];
    }
    if (heading.number !== earlier.number && heading.number && earlier.number && text.length < 4) return [];
    return [
      finding(heading, {
        message: `Two headings of the same section read “${heading.title}”.`,
        related: [{ message: "the other heading", range: earlier.range }],
      }),
    ];
  });
}

function gaps(siblings: readonly Heading[], source: string): Finding[] {
  return siblings.slice(1).flatMap((heading, i) => {
    const before = siblings[i];
    if (!heading.number || !before.number) return [];
    const a = split(before.number);
    const b = split(heading.number);
    if (!a || !b || a.stem !== b.stem || b.last === a.last + 1) return [];
    if (b.last > a.last && opensLine(source, `${a.stem}${a.last + 1}`)) return []; // converted text: a long heading may pass for a paragraph
    return [
      finding(heading, {
        message: `Section ${heading.number} follows section ${before.number}.`,
        detail: `After ${before.number} comes ${a.stem}${a.last + 1}.`,
        related: [{ message: `section ${before.number}`, range: before.range }],
      }),
    ];
  });
}

const opensLine = (source: string, number: string): boolean => new RegExp(`^[#*\\s]{0,8}${number.replace(/\./g, "\\.")}(?![\\d.]\\d)`, "m").test(source);

function split(number: string): { stem: string; last: number } | undefined {
  const match = /^((?:\d{1,2}\.)*)(\d{1,2})$/.exec(number);
  return match ? { stem: match[1], last: Number(match[2]) } : undefined;
}

export default check;
