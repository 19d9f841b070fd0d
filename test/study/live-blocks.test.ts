import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { liveContent, sumOf } from "../../src/study/live-blocks";
import { findPipeTable } from "../../src/study/pipe-table";

const table = "| Item | F1 | F2 |\n| :--- | ---: | ---: |\n| Q1 | **.70** | |\n| Q2 | .31 | −.52 |";
const block = (words = "loadings", body = table) => `<!-- scree:begin ${words} -->\n\n${body}\n\n<!-- scree:end sum=abc in=def -->`;

describe("what is read", () => {
  test("a block with its options, its table and its hashes", () => {
    const source = `Text.\n\n${block("loadings analysis=short decimals=3 hide=.4 salient=.6 labels=true")}\n`;
    const { blocks, problems } = liveContent(source);
    expect(problems).toEqual([]);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({
      id: "loadings",
      analysis: "short",
      options: { decimals: 3, hide: 0.4, salient: 0.6, labels: true },
      sum: "abc",
      madeFrom: "def",
    });
    expect(source.slice(blocks[0].body.start, blocks[0].body.end)).toBe(`\n${table}\n\n`);
    expect(blocks[0].table!.rows[1].map((cell) => cell.text)).toEqual(["Q2", ".31", "−.52"]);
  });

  test("the order of the data", () => {
    expect(liveContent(block("loadings sort=false")).blocks[0].options).toEqual({ sort: false });
    expect(liveContent(block("loadings sort=no")).problems[0].hint).toBe("sort is true or false.");
  });

  test("options of other tables", () => {
    const { blocks, problems } = liveContent(`${block("item-statistics scale=Product%20quality")}\n\n${block("variance rows=retained")}`);
    expect([problems, blocks.map(({ options }) => options)]).toEqual([[], [{ scale: "Product quality" }, { rows: "retained" }]]);
  });

  test("an empty block, and one with nothing between its lines", () => {
    for (const source of ["<!-- scree:begin loadings -->\n\n<!-- scree:end -->", "<!-- scree:begin loadings -->\n<!-- scree:end -->"]) {
      const { blocks, problems } = liveContent(source);
      expect([problems, blocks.length, blocks[0].table, blocks[0].sum]).toEqual([[], 1, undefined, undefined]);
    }
  });

  test("bound numbers", () => {
    expect(liveContent("α = .81<!-- scree:v alpha.first --> and N = 308<!--scree:v n-->.").bound.map(({ key }) => key)).toEqual(["alpha.first", "n"]);
  });

  test("CRLF", () => {
    const source = block().replace(/\n/g, "\r\n");
    expect(liveContent(source).blocks[0].table!.rows).toHaveLength(2);
  });
});

describe("markers in code are text", () => {
  test.each([
    ["fence", `\`\`\`markdown\n${block()}\n\`\`\``],
    ["tilde fence", `~~~\n${block()}\n~~~`],
    ["longer fence", `\`\`\`\`\n\`\`\`\n${block()}\n\`\`\`\n\`\`\`\``],
    ["open fence", `\`\`\`\n${block()}`],
    ["fence in a list", `- x\n\n  \`\`\`\n  <!-- scree:begin loadings -->\n  \`\`\``],
    ["fence in a quotation", `> \`\`\`\n> <!-- scree:begin loadings -->\n> \`\`\``],
    ["code span", "Write `<!-- scree:begin loadings -->` and `` a`<!-- scree:v n --> ``."],
    ["indented code", "Text.\n\n    <!-- scree:begin loadings -->\n\nText."],
    ["escaped", "\\<!-- scree:end -->"],
  ])("%s", (_, source) => {
    expect(liveContent(source)).toEqual({ blocks: [], bound: [], problems: [] });
  });

  test("what stands after code is read again", () => {
    expect(liveContent(`\`\`\`\n<!-- scree:end -->\n\`\`\`\n\n${block()}`).blocks).toHaveLength(1);
    expect(liveContent(`An open \` backtick.\n\n${block()}`).blocks).toHaveLength(1);
  });
});

describe("what cannot be read is said, where it stands", () => {
  test.each([
    ["<!-- scree:begin loadings -->\n\nText.", "unpaired-marker", "never ends"],
    ["Text.\n\n<!-- scree:end -->", "unpaired-marker", "never began"],
    ["<!-- scree:begin loadings -->\n\n<!-- scree:begin variance -->\n\n<!-- scree:end -->", "unpaired-marker", '"loadings" begins here'],
    ["<!-- Scree:Begin loadings -->", "miscased-marker", "lower case"],
    ["<!-- SCREE:v n -->", "miscased-marker", "lower case"],
    ["<!-- scree: begin loadings -->", "miscased-marker", "spaces"],
    ["<!-- scree:start loadings -->", "unknown-marker", '"scree:start"'],
    [block("loading"), "unknown-table", 'no live table "loading"'],
    ["<!-- scree:begin -->\n\n<!-- scree:end -->", "unknown-table", "names no table"],
    [block("loadings decimls=3"), "unknown-option", '"decimls"'],
    [block("reliability scale=Staff"), "unknown-option", 'no use for the option "scale"'],
    [block("loadings scale=Staff decimals=3"), "unknown-option", 'no use for the option "scale"'],
    [block("retention decimals=3"), "unknown-option", '"decimals"'],
    [block("loadings decimals=9"), "bad-option", "decimals=9"],
    [block("loadings hide=x"), "bad-option", "hide=x"],
    [block("loadings 3"), "unknown-option", '"3"'],
    [block("loadings", "Only words."), "malformed-block", "no table between"],
    ["Text <!-- scree:begin loadings -->\n\n<!-- scree:end -->", "marker-not-alone", "shares its line"],
    ["x<!-- scree:v -->", "no-key", "names one value"],
  ])("%j", (source, code, words) => {
    const { problems } = liveContent(source);
    expect(problems.map((problem) => problem.code)).toContain(code);
    const problem = problems.find((one) => one.code === code)!;
    expect(problem.message).toContain(words);
    expect(problem.hint).not.toBe("");
    expect(source.slice(problem.range.start, problem.range.end)).toMatch(/^<!--[^>]*-->$/);
  });

  test("other comments are left alone", () => {
    expect(liveContent("<!-- a comment -->\n<!-- screen: no -->\n<!-- scree-disable heading -- mine -->").problems).toEqual([]);
  });
});

describe("the sum", () => {
  const sum = (text: string) => sumOf(findPipeTable(text, { start: 0, end: text.length })!);
  test("is blind to padding, words, emphasis, the order of rows and the sign used for minus", () => {
    for (const same of [
      "|Item|F1|F2|\n|-|-|-|\n|Q1|**.70**||\n|Q2|.31|−.52|",
      table.replace("Q1 ", "I like it "),
      table.replace("F1", "Liking"),
      table.replace("**.70**", ".70"),
      table.replace("−.52", "-.52"),
      "| Item | F1 | F2 |\n| :--- | ---: | ---: |\n| Q2 | .31 | −.52 |\n| Q1 | **.70** | |",
      table.replace("| |\n", "| my own words 2 |\n"),
    ]) {
      expect(sum(same), same).toBe(sum(table));
    }
  });

  test("sees every changed, added and removed digit", () => {
    const seen = new Set([sum(table)]);
    for (const other of [
      table.replace(".70", ".71"),
      table.replace("−.52", ".52"),
      table.replace("| |\n", "| .12 |\n"),
      table.replace(".31", ""),
      table.replace(".31", ".310"),
      table.replace(".31", "−.52").replace("| −.52 |\n", ""),
    ]) {
      expect(seen.has(sum(other)), other).toBe(false);
      seen.add(sum(other));
    }
  });
});

test("hostile text is read in linear time", () => {
  for (const source of [
    "<!-- scree:begin loadings -->\n".repeat(20_000),
    "`".repeat(200_000),
    "<!--".repeat(200_000),
    `${"``` ` ".repeat(50_000)}<!-- scree:v n -->`,
    `<!-- scree:v ${"x ".repeat(100_000)}-->`,
    `<!-- scree:begin loadings -->\n${"|".repeat(300_000)}\n|-|\n<!-- scree:end -->`,
  ]) {
    const start = performance.now();
    liveContent(source);
    expect(performance.now() - start).toBeLessThan(2000);
  }
});

test("any text can be read", () => {
  const pieces = fc.constantFrom(
    "<!-- scree:begin loadings -->",
    "<!-- scree:end -->",
    "<!-- scree:v n -->",
    "\n",
    "\n\n",
    "`",
    "```",
    "| a | b |",
    "|---|",
    "text ",
    "    ",
    "> ",
    "-->",
    "<!--",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const { blocks } = liveContent(parts.join(""));
      for (const { begin, body, end } of blocks) expect(begin.end <= body.start && body.start <= body.end && body.end <= end.start).toBe(true);
    }),
  );
});
