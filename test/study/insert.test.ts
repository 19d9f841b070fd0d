import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { applyEdits } from "../../src/study/edit";
import { insertTable, type NewTable } from "../../src/study/insert";
import { liveContent } from "../../src/study/live-blocks";
import { statusOf } from "../../src/study/refresh";
import type { OpenStudy } from "../../src/study/open-study";
import { openSmall } from "./memory";

let table: NewTable;
let open: OpenStudy;
beforeAll(async () => {
  open = await openSmall();
  table = { id: "reliability", analysis: await open.analysis(), madeFrom: open.madeFrom() };
});

const inserted = (source: string, offset: number, flavour: "gfm" | "quarto" = "gfm") => applyEdits(source, [insertTable(source, offset, table, flavour)]);

test("into an empty text", async () => {
  const text = inserted("", 0);
  expect(text).toMatch(/^<!-- scree:begin reliability -->\n\n\*\*Table 1\*\*\n\n/);
  expect(text).toMatch(/ -->\n$/);
  expect((await statusOf(text, open)).blocks.map((block) => block.state)).toEqual(["fresh"]);
});

test("with blank lines on both sides, after the paragraph of the cursor", () => {
  expect(inserted("First.\nSame.\n\nSecond.\n", 3)).toMatch(/^First\.\nSame\.\n\n<!-- scree:begin[^]*-->\n\nSecond\.\n$/);
  expect(inserted("First.\n\n\nSecond.\n", 8)).toMatch(/^First\.\n\n<!-- scree:begin[^]*-->\n\nSecond\.\n$/);
  expect(inserted("First.", 6)).toMatch(/^First\.\n\n<!-- scree:begin/);
  expect(inserted("First.\r\n\r\nSecond.", 2)).toMatch(/^First\.\r\n\r\n<!-- scree:begin[^]*-->\r\n\r\nSecond\.$/);
});

test("never into code, another block or another table", () => {
  const block = inserted("", 0);
  for (const busy of ["```\ncode\n\nmore\n```\n", block, "| a | b |\n| - | - |\n| 1 | 2 |\n"]) {
    const source = `Before.\n\n${busy}\nAfter.\n`;
    for (let offset = source.indexOf(busy) + 1; offset < source.indexOf(busy) + busy.length - 1; offset += 3) {
      const text = inserted(source, offset);
      expect(text.includes(busy), `${offset}`).toBe(true);
      expect(liveContent(text).problems).toEqual([]);
    }
  }
});

test("numbers go on, labels stay apart", () => {
  expect(inserted("**Table 2**\n\ntext\n", 18)).toContain("**Table 3**");
  expect(inserted("x {#tbl-reliability}\n\n", 22, "quarto")).toContain("{#tbl-reliability-2}");
});

test("wherever the cursor is, nothing that was there is lost and one readable block is added", () => {
  const parts = fc.array(fc.constantFrom("a paragraph", "\n", "\n\n", "# Heading\n", "| a |\n|---|\n| 1 |\n", "```\nx\n```\n", "- item\n", "\r\n"), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), (pieces, share) => {
      const source = pieces.join("");
      const edit = insertTable(source, Math.floor(share * source.length), table, "gfm");
      expect(edit.range.start).toBe(edit.range.end);
      const content = liveContent(applyEdits(source, [edit]));
      expect([content.blocks.length, content.problems.length]).toEqual([1, 0]);
    }),
  );
});
