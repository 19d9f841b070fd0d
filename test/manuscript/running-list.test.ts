import { describe, expect, it } from "vitest";
import { readManuscript } from "../../src/manuscript/read";

const kinds = (source: string, path = "a.md") => readManuscript(source, path).blocks.map((b) => b.kind);

describe("a numbered list within a sentence that is broken into lines", () => {
  const running = "We propose five steps: (1) speed up lending, (2) lower the fees, (3) buy more books,\n(4) offer advice online, and (5) simplify the search.";

  it.each(["a.md", "a.txt"])("is one paragraph in %s", (path) => expect(kinds(running, path)).toEqual(["paragraph"]));

  it.each(["a.md", "a.txt"])("where its first or last mark opens a line, too: %s", (path) => {
    expect(kinds("We propose three steps:\n(1) speed up lending, (2) lower the fees, and\n(3) buy more books.", path)).toEqual(["paragraph"]);
    expect(kinds("We propose three steps: a) speed up lending, b) lower the fees, and\nc) buy more books.", path)).toEqual(["paragraph"]);
  });

  it("with a line an item stays a list", () =>
    expect(kinds("We propose two steps:\n(1) speed up lending,\n(2) lower the fees.")).toEqual(["paragraph", "list-item", "list-item"]));
});
