import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { withBoxes } from "../../src/checks/boxes";
import type { FileResult, RangeResult } from "../../src/checks/result";
import { checkManuscript } from "../../src/checks/run";
import { convertedManuscript } from "../../src/manuscript/convert";
import type { Place } from "../../src/manuscript/places";

const folder = "test/fixtures/formats/";

async function checked(name: string) {
  const { text, places } = await convertedManuscript(readFileSync(folder + name), name);
  return { text, result: withBoxes(checkManuscript(text, { path: name }), places) };
}

/** A page as pdfjs has it: its size, and its words with the place of their first letter's foot, from the upper left corner. */
async function pagesOf(name: string) {
  const document = await getDocument({ data: Uint8Array.from(readFileSync(folder + name)), verbosity: 0 }).promise;
  const pages = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const [, , width, height] = page.view;
    const items = (await page.getTextContent()).items.flatMap((item) => ("str" in item && item.str.trim() ? [item] : []));
    pages.push({ width, height, words: items.map(({ str, transform, width }) => ({ str, x: transform[4], y: height - transform[5], width })) });
  }
  return pages;
}

const rangesOf = ({ statistics, findings }: FileResult): RangeResult[] => [
  ...statistics.map(({ range }) => range),
  ...findings.flatMap((f) => [f.range, ...f.related.map(({ range }) => range), ...f.fixes.flatMap((x) => x.edits.map(({ range }) => range))]),
];

describe.each(["contradictions.pdf", "scales.pdf"])("%s", (name) => {
  it("every statistic and finding has a page and a box on it, and what is printed in the box has its figures", async () => {
    const { text, result } = await checked(name);
    const pages = await pagesOf(name);
    const ranges = rangesOf(result);
    expect(result.findings.length + result.statistics.length).toBeGreaterThan(30);
    for (const { start, end, page = 0, box } of ranges) {
      const words = text.slice(start.offset, end.offset);
      expect(box, words).toBeDefined();
      if (!box) continue;
      const printed = pages[page - 1];
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(printed.width);
      expect(box.y + box.height).toBeLessThanOrEqual(printed.height);
      const within = printed.words.filter(({ x, y, width }) => x >= box.x && x + width <= box.x + box.width && y >= box.y && y <= box.y + box.height);
      const there = within.map(({ str }) => str.replace(/\s/g, "")).join("");
      for (const figure of words.match(/\d[\d.]*/g) ?? []) expect(there, `${words} on page ${page}`).toContain(figure);
    }
  });

  it("a figure in a table has the box of its cell, not of its row", async () => {
    const { text, result } = await checked(name);
    const cells = rangesOf(result).filter(({ start, end }) => {
      const line = text.slice(text.lastIndexOf("\n", start.offset) + 1, text.indexOf("\n", start.offset));
      return line.split("\t").length > 2 && end.offset - start.offset < 10;
    });
    expect(cells.length).toBeGreaterThan(5);
    const widths = cells.map(({ box }) => box?.width ?? Infinity).sort((a, b) => a - b);
    expect(widths[widths.length >> 1]).toBeLessThan(60);
  });
});

describe("withBoxes", () => {
  const at = (offset: number) => ({ line: 1, column: offset + 1, offset });
  const result = (start: number, end: number): FileResult => ({
    path: "a.pdf",
    statistics: [{ kind: "alpha", text: "", verdict: "unchecked", range: { start: at(start), end: at(end), page: 1 }, values: {}, computed: {} }],
    findings: [],
  });
  const place = (start: number, end: number, page: number, x: number, y: number): Place => ({ start, end, page, box: { x, y, width: 10, height: 5 } });
  const places = [place(0, 4, 1, 10.001, 20), place(5, 9, 1, 22, 20), place(10, 14, 1, 10, 27), place(17, 20, 2, 10, 5)];
  const boxOf = (start: number, end: number) => withBoxes(result(start, end), places).statistics[0].range.box;

  it("is around all that a range touches", () => {
    expect(boxOf(6, 8)).toEqual({ x: 22, y: 20, width: 10, height: 5 });
    expect(boxOf(0, 9)).toEqual({ x: 10, y: 20, width: 22, height: 5 });
    expect(boxOf(3, 11)).toEqual({ x: 10, y: 20, width: 22, height: 12 });
  });

  it("ends with the page that the range begins on", () => expect(boxOf(12, 20)).toEqual({ x: 10, y: 27, width: 10, height: 5 }));

  it("is absent where nothing is printed or known", () => {
    expect(boxOf(4, 5)).toBeUndefined();
    expect(boxOf(30, 40)).toBeUndefined();
    expect(withBoxes(result(0, 4), undefined)).toEqual(result(0, 4));
  });
});
