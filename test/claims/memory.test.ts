import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { checkManuscript } from "../../src/checks/run";
import type { Memory } from "../../src/claims/recognise";
import { shared } from "../shared";

const paper = [
  "# A study\n\n## Method\n\nWe asked 308 students 24 items on a five-point scale. Cronbach's alpha was .81.\n\n",
  "## Results\n\nThe groups differed, *t*(306) = −3.18, *p* = .002. The KMO was .86, χ²(276) = 2120.72, p < .001.\n\n",
  "**Table 1**\n\n*Eigenvalues*\n\n| Factor | Eigenvalue | % of variance |\n| --- | ---: | ---: |\n| 1 | 5.60 | 23.34 |\n| 2 | 2.56 | 10.65 |\n\n*Note.* *N* = 308.\n\n",
  "Four factors explained 49.7% of the variance (Table 1).\n\n## References\n\nHorn, J. L. (1965). A rationale. *Psychometrika*, *30*(2), 179–185.\n",
].join("");

/** Types, deletes or pastes somewhere. */
const edit = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(30),
  fc.constantFrom("", "a", "7", ". ", "\n\n", "*", "| x |", "<!--", "N = 12. ", "## "),
);
const apply = (source: string, [at, cut, text]: [number, number, string]) => {
  const from = Math.floor(at * source.length);
  return source.slice(0, from) + text + source.slice(from + cut);
};

describe("a manuscript checked again after edits", () => {
  const agrees = (source: string, edits: readonly [number, number, string][], path: string) => {
    const memory: Memory = new Map();
    checkManuscript(source, { path, memory });
    let text = source;
    for (const e of edits) {
      text = apply(text, e);
      expect(checkManuscript(text, { path, memory })).toEqual(checkManuscript(text, { path }));
    }
  };

  it("gives what a first check gives", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => agrees(paper, edits, "a.md")),
      { numRuns: 60 },
    );
  });

  it.skipIf(!shared)("gives it on a real paper too", () => {
    const path = join(shared!, "papers/000_37adfaefab19f992.txt");
    const source = readFileSync(path, "utf8");
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => agrees(source, edits, path)),
      { numRuns: 5 },
    );
  });
});
