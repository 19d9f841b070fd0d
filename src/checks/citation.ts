import type { Claims } from "../claims/claim";
import type { Citation } from "../claims/citation";
import { fold } from "../claims/names";
import type { Reference } from "../claims/reference";
import type { Manuscript } from "../manuscript/manuscript";
import { type Check, type Finding, finding } from "./check";

const check: Check = {
  id: "citation",
  severity: "warning",
  summary: "A work is cited that the list of references does not have; or one is listed and never cited (information).",
  explain: `Citations by author and year are looked up in the list of references, accents and case aside. A citation is reported only where no entry bears any of its authors' names, and only where
the list is otherwise complete: lists are often cut when a paper is converted. An entry with the same author and another year is information. Numbers in square brackets are held
against the numbers printed before the entries. Keys ([@horn1965], \\cite{horn1965}) are looked up among the \\bibitem entries of the same file; those of a .bib file are not checked.`,
  examples: {
    flagged: [
      "# Introduction\n\n==Hughes (2013)== obtained seven factors. Arslan (2019) reported α values.\n\n# Method\n\nUsing Yamane’s (1967) formula, 319 nurses were needed.\n\n# References\n\nArslan, Y. (2019). Safety in wards. *Health Quarterly*, *28*(1), 11–26.\n\nYamane, T. (1967). *Statistics*. Harper & Row.",
      "# Introduction\n\nMany tests are long (==Adler & Born, 2015==). Horn (1965) simulated.\n\n# References\n\nHorn, J. (1965). A rationale. *Psychometrika*, *30*(2), 179–185.\n\nLopez, M. (2020). Tests. *School*, *2*(1), 5–9.",
      "# Introduction\n\n==Schulz (2019)== found five factors; Weber and Lang (2021) used seven points.\n\n# References\n\nWeber, T., & Lang, S. (2021). Digital texts. *Text Today*, *8*(1), 13–31.",
      "# Introduction\n\nThe scale is widely used (Abel, 2015; ==Norden & Quist, 2018==).\n\n# References\n\nAbel, K. (2015). A scale. *Text Today*, *2*(1), 1–9.\n\nBode, T. (2019). Uses of Abel's scale. *Text Today*, *6*(1), 1–9.",
      "# Introduction\n\nShown before [1], ==[4]==, and again [2].\n\n# References\n\n1. Abel K. A scale of writing. Text Today. 2015;2:1-9.\n\n2. Bode T. Uses of the scale. Text Today. 2019;6:1-9.",
    ],
    clean: [
      "# Introduction\n\nLópez (2020) and Weber et al. (2021a) agree (see also O'Neil & Lang, 2019).\n\n# References\n\nLopez, M. (2020). Tests. *School*, *2*(1), 5–9.\n\nO’Neil, P., & Lang, S. (2019). Notes. *School*, *1*(1), 2–9.\n\nWeber, T., Lang, S., & Abel, K. (2021). Texts. *School*, *3*(1), 7–9.",
      "# Introduction\n\nThe mean lay in [3, 10] (June 2021; version 3, 2019).\n\n# References\n\nAbel, K. (2015). A scale. *Text Today*, *2*(1), 1–9.",
      "# Introduction\n\nShown by Abel (2015), Bode (2016) and Curd (2017).\n\nNo list of references follows.",
    ],
  },

  check(claims) {
    const references = claims.of("reference", { every: true });
    const citations = claims.of("citation", { every: true });
    const keyless = unknownKeys(citations, claims.manuscript.source);
    if (references.length === 0) return keyless;
    const byAuthor = citations.filter((c) => c.style === "author-year");
    const byNumber = citations.filter((c) => c.style === "numeric");
    const keyed = citations.some((c) => c.style === "key");
    return [
      ...keyless,
      ...(byAuthor.length >= byNumber.length ? missing(byAuthor, references) : numberless(byNumber, references)),
      ...(keyed ? [] : uncited(claims, byAuthor, byNumber, references)),
    ];
  },
};

/** Keys of \cite that no \bibitem of the same file has. Without any \bibitem the keys are those of a file of references, which is not read. */
function unknownKeys(citations: readonly Citation[], source: string): Finding[] {
  const known = new Set([...source.matchAll(/\\bibitem(?:\[[^\]]{0,200}\])?\{([^{}]{1,100})\}/g)].map((m) => m[1].trim()));
  if (known.size === 0) return [];
  return citations
    .filter((c) => c.key !== undefined && !known.has(c.key))
    .map((c) => finding(c, { message: `“${c.key}” is cited, but no entry of the bibliography has this key.` }));
}

interface Entry {
  readonly entry: Reference;
  readonly text: string;
}

/** Whether an entry bears the name of an author, or all of them somewhere in its text. Most are found among the surnames; the texts are searched for the rest. */
function isListed(citation: Citation, references: readonly Entry[], surnames: ReadonlySet<string>): boolean {
  if (citation.surnames.some((name) => surnames.has(name))) return true;
  const bears = ({ entry, text }: Entry) =>
    citation.surnames.some((name) => name.length > 3 && entry.surnames.some((s) => s.startsWith(name))) ||
    citation.surnames.every((name) => text.includes(name));
  // an entry that lost its authors ("(2004). Key indicators.") can be the one
  const isHeadless = ({ entry }: Entry) => entry.surnames.length === 0 && (entry.years.length === 0 || citation.years.some((y) => entry.years.includes(y)));
  return references.some((one) => bears(one) || isHeadless(one));
}

function missing(citations: readonly Citation[], references: readonly Reference[]): Finding[] {
  const folded = references.map((entry) => ({ entry, text: fold(entry.text) }));
  const surnames = new Set(references.flatMap((entry) => entry.surnames));
  const works = new Map<string, Citation>();
  for (const c of citations) if (!works.has(`${c.surnames[0]} ${c.years[0]}`)) works.set(`${c.surnames[0]} ${c.years[0]}`, c);
  const lost: Citation[] = [];
  for (const c of works.values()) {
    if (!isListed(c, folded, surnames)) lost.push(c);
    if (lost.length > Math.max(1, 0.1 * works.size)) return []; // a cut or foreign list proves nothing
  }
  if (references.filter((r) => r.surnames.length > 0 && r.years.length > 0).length < 0.7 * references.length) return [];
  return lost
    .filter((c) => !misspelt(c, folded))
    .map((c) =>
      finding(c, { message: `“${c.text}” is cited but not in the list of references.`, detail: `None of the ${references.length} references bears the name.` }),
    );
}

/** A name that differs from one in the list by a letter or two is a slip of spelling, not a missing work; with another year only where it is long, as Born is not Horn. */
function misspelt(citation: Citation, references: readonly Entry[]): boolean {
  return references.some(({ entry }) =>
    entry.surnames.some((name) =>
      citation.surnames.some((s) => {
        const shorter = Math.min(s.length, name.length);
        const year = citation.years.length === 0 || citation.years.some((y) => entry.years.includes(y));
        return shorter > (year ? 3 : 6) && distance(s, name) <= 2;
      }),
    ),
  );
}

/** Letters to change, add or drop to turn one word into the other (Levenshtein, 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

/** A number above the last of a numbered list. */
function numberless(citations: readonly Citation[], references: readonly Reference[]): Finding[] {
  const numbers = references.map((r) => r.number);
  if (numbers.some((n, i) => n !== i + 1)) return [];
  const last = references.length;
  const beyond = citations.filter((c) => c.numbers.some((n) => n > last));
  if (beyond.length > Math.max(1, 0.1 * citations.length) || beyond.some((c) => c.numbers.some((n) => n > last + 20 || n === 0))) return [];
  return beyond.map((c) => finding(c, { message: `${c.text} is cited, but the list of references ends with ${last}.` }));
}

function uncited(claims: Claims, byAuthor: readonly Citation[], byNumber: readonly Citation[], references: readonly Reference[]): Finding[] {
  const numbered = references.every((r) => r.number !== undefined);
  if (byAuthor.length + byNumber.length === 0) {
    const heading = references[0].place.section;
    return references.length < 3 || !numbered
      ? []
      : [
          finding(
            { range: heading.range },
            {
              severity: "information",
              message: `None of the ${references.length} references is cited in the text.`,
              related: [{ message: "the first of them", range: references[0].range }],
            },
          ),
        ];
  }
  const numbers = new Set(byNumber.flatMap((c) => c.numbers));
  const cited = new Set(byAuthor.flatMap((c) => c.surnames.flatMap((name) => c.years.map((year) => `${name} ${year}`))));
  const isNamed = namedIn(claims.manuscript);
  const idle = references.filter((r) => {
    if (byAuthor.length < byNumber.length) return numbered && !numbers.has(r.number!);
    if (r.surnames.length === 0 || r.years.length === 0) return false;
    const isCited = r.surnames.some((name) => r.years.some((year) => cited.has(`${name} ${year}`)));
    return !isCited && !isNamed(r.surnames[0]);
  });
  if (idle.length > Math.max(2, 0.3 * references.length)) return [];
  return idle.map((r) => finding(r, { severity: "information", message: `This reference is never cited in the text.`, range: r.range }));
}

/** Whether a name stands anywhere in the text outside the list, each name looked for once. */
function namedIn({ blocks }: Manuscript): (name: string) => boolean {
  const prose = blocks.filter((b) => b.kind !== "reference").map((b) => fold(b.text.text));
  const known = new Map<string, boolean>();
  return (name) => {
    const found = known.get(name) ?? prose.some((text) => text.includes(name));
    known.set(name, found);
    return found;
  };
}

export default check;
