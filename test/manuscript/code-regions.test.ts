import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeRegions, within } from "../../src/manuscript/code-regions";

const code = (source: string) => codeRegions(source).map(({ start, end }) => source.slice(start, end));

describe("what is code", () => {
  test.each<[string, string, string[]]>([
    ["a fence", "a\n```r\nx\n```\nb", ["```r\nx\n```\n"]],
    ["a fence closed only by one as long", "````\n```\n````\n", ["````\n```\n````\n"]],
    ["a fence that never closes", "a\n~~~\nb\n\nc", ["~~~\nb\n\nc"]],
    ["no fence: backticks in the info string", "``` a`b\nx", []],
    ["a span", "a `b` c", ["`b`"]],
    ["a span over two lines of a paragraph", "a `b\nc` d", ["`b\nc`"]],
    ["no span over a blank line", "a `b\n\nc` d", []],
    ["a span with longer ticks", "`` a`b `` `c`", ["`` a`b ``", "`c`"]],
    ["an indented block", "a\n\n    b\n    c\n\nd", ["    b\n", "    c\n"]],
    ["no indented block: a paragraph goes on", "a\n    b", []],
  ])("%s", (_, source, expected) => expect(code(source)).toEqual(expected));
});

test("regions are in order, do not overlap, and `within` agrees with them", () => {
  const pieces = fc.constantFrom("`", "``", "```", "\n", "\n\n", "a", "    ", "~~~", "> ", "\t");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const source = parts.join("");
      const regions = codeRegions(source);
      regions.forEach(({ start, end }, i) => expect(start < end && end <= source.length && (i === 0 || regions[i - 1].end <= start)).toBe(true));
      for (let at = 0; at < source.length; at++) expect(within(regions, at)).toBe(regions.some(({ start, end }) => start <= at && at < end));
    }),
  );
});
