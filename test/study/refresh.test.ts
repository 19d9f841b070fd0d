import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { applyEdits } from "../../src/study/edit";
import { liveTable } from "../../src/study/insert";
import type { OpenStudy } from "../../src/study/open-study";
import { findPipeTable, isNumeric } from "../../src/study/pipe-table";
import { detach, refreshEdits, statusOf } from "../../src/study/refresh";
import { openSmall, smallStudy, smallSurvey } from "./memory";

let open: OpenStudy;
let other: OpenStudy; // one answer differs
let oblique: OpenStudy; // the settings differ
const blocks: Record<string, string> = {};
const changed = smallSurvey((rows) => rows.slice(0, 20).forEach((row) => (row[0] = 6 - row[0])));

beforeAll(async () => {
  open = await openSmall();
  other = await openSmall(smallStudy, changed);
  oblique = await openSmall(smallStudy.replace("main: { factors: 2, iterations: 0 }", "main: { factors: 2, iterations: 0, extraction: pca }"));
  for (const id of ["descriptives", "reliability", "item-statistics", "kmo-bartlett", "variance", "communalities", "loadings"]) {
    blocks[id] = liveTable({ id, analysis: await open.analysis(), madeFrom: open.madeFrom() }, "gfm", 1);
  }
  blocks["factor-correlations"] = liveTable(
    { id: "factor-correlations", analysis: await open.analysis("oblique"), analysisName: "oblique", madeFrom: open.madeFrom("oblique") },
    "gfm",
    1,
  );
});

const paper = (...parts: string[]) => ["# Title", "Text before [@cite] *and* more.", ...parts, "Text after."].join("\n\n") + "\n";
const states = async (source: string, study: OpenStudy | undefined = open) => (await statusOf(source, study)).blocks.map((block) => block.state);
const refreshed = async (source: string, study = open) => applyEdits(source, refreshEdits(await statusOf(source, study)));

describe("states", () => {
  test("as written: fresh", async () => {
    for (const [id, block] of Object.entries(blocks)) expect(await states(paper(block)), id).toEqual(["fresh"]);
  });

  test("the data or the settings have changed: stale, and it says which", async () => {
    for (const [id, block] of Object.entries(blocks)) expect(await states(paper(block), other), id).toEqual(["stale"]);
    const message = async (study: OpenStudy) => (await statusOf(paper(blocks.loadings), study)).blocks[0].message;
    expect(await message(other)).toMatch(/^The live table "loadings" is out of date: the data have changed since it was made, and \d+ numbers change\.$/);
    expect(await message(oblique)).toContain("the settings have changed");
  });

  test("one changed digit anywhere: edited; with other data: conflict", async () => {
    for (const [id, block] of Object.entries(blocks)) {
      const source = paper(block);
      const table = findPipeTable(source, { start: 0, end: source.length })!;
      for (const cell of table.rows.flatMap((row) => row.slice(1)).filter((one) => isNumeric(one.text))) {
        const digit = cell.range.end - 1 - [...cell.text].reverse().findIndex((sign) => /\d/.test(sign));
        const changed = source.slice(0, digit) + ((Number(source[digit]) + 1) % 10) + source.slice(digit + 1);
        expect(await states(changed), `${id} ${cell.text}`).toEqual(["edited"]);
        expect(await states(changed, other), `${id} ${cell.text}`).toEqual(["conflict"]);
      }
    }
  });

  test("numbers moved to other labels are edited too, although their sum is the same", async () => {
    const moved = blocks.descriptives.replace("| A1 ", "| xx ").replace("| B3 ", "| A1 ").replace("| xx ", "| B3 ");
    expect(await states(paper(moved))).toEqual(["edited"]);
  });

  test("no study, no such analysis, no such table in it: orphan, with a reason", async () => {
    expect((await statusOf(paper(blocks.loadings), undefined)).blocks.map((block) => block.state)).toEqual(["orphan"]);
    const status = await statusOf(
      paper(
        blocks.loadings.replace("begin loadings", "begin loadings analysis=obliqe"),
        blocks.loadings.replace("begin loadings", "begin factor-correlations"),
      ),
      open,
    );
    expect(status.blocks.map(({ state, message, hint }) => [state, message, hint])).toEqual([
      ["orphan", 'scree.yaml has no analysis "obliqe".', 'Did you mean "oblique"?'],
      ["orphan", "There is no factor-correlations table: orthogonally rotated factors do not correlate.", "Choose another table or change the analysis."],
    ]);
  });
});

describe("refresh", () => {
  test("brings a stale table to what the new data give, and then has nothing more to do", async () => {
    for (const [id, block] of Object.entries(blocks)) {
      const analysisName = id === "factor-correlations" ? "oblique" : undefined;
      const expected = liveTable({ id, analysis: await other.analysis(analysisName), analysisName, madeFrom: other.madeFrom(analysisName) }, "gfm", 1);
      const once = await refreshed(paper(block), other);
      const values = (text: string) =>
        findPipeTable(text, { start: 0, end: text.length })!
          .rows.map((row) => row.map((cell) => cell.text.replace(/\*/g, "")).join("|"))
          .sort();
      expect(values(once), id).toEqual(values(expected));
      expect(await states(once, other), id).toEqual(["fresh"]);
      expect(await refreshed(once, other), id).toBe(once);
    }
  });

  test("there and back is the same text", async () => {
    const source = paper(...Object.values(blocks));
    expect(await refreshed(await refreshed(source, other), open)).toBe(source);
  });

  test("changes only numbers inside the markers, whatever stands around", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string(), fc.constantFrom("[@a; @b]", "- x\n- y", "$x_1$", "| a |\n|---|\n| 1 |", "```\n<!-- scree:end -->\n```")), {
          maxLength: 4,
        }),
        async (texts) => {
          const safe = texts.map((text) => text.replace(/<!--|`(?!``)/g, ""));
          const source = paper(...safe, blocks.reliability, ...safe);
          const after = await refreshed(source, other);
          const begin = source.indexOf("<!-- scree:begin");
          const tail = source.length - source.indexOf("-->", source.indexOf("<!-- scree:end sum")) - 3;
          expect(after.slice(0, begin)).toBe(source.slice(0, begin));
          expect(after.slice(after.length - tail)).toBe(source.slice(source.length - tail));
          expect(after.replace(/[\d.−<]|sum=\S+|in=\S+| /g, "")).toBe(source.replace(/[\d.−<]|sum=\S+|in=\S+| /g, ""));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("keeps the author's title, labels, order of rows, own columns, deleted rows and columns", async () => {
    const mine = blocks.descriptives
      .replace("*Descriptive statistics of the items*", "*What people said*")
      .replace(/\n\| A2 [^\n]*/, "")
      .replace("| A1 ", "| I like the first thing ")
      .split("\n")
      .map((line) =>
        line.startsWith("|") ? line.replace(/\|[^|]*\|[^|]*\|$/, line.includes("---") ? "| :--- |" : line.includes("Item") ? "| Topic |" : "| books |") : line,
      )
      .join("\n");
    expect(mine).toContain("Topic");
    const source = paper(mine);
    const once = await refreshed(source, open); // the sum is not that of the shortened table, so it asks
    expect(once).toBe(source);
    const restored = applyEdits(source, refreshEdits(await statusOf(source, open), { restoreEdited: true }));
    expect(await states(restored)).toEqual(["fresh"]);
    // the row next to it is gone, so its numbers alone do not tell which item it is once they have changed: better none than a wrong one
    const forgotten = restored.replace(/ rows=\S+/, "");
    const [doubtful] = (await statusOf(forgotten, other)).blocks;
    expect([doubtful.state, doubtful.edits]).toEqual(["malformed", []]);
    expect(doubtful.message).toContain('which row "I like the first thing" is');
    const labelled = await openSmall(`${smallStudy}labels:\n  A1: I like the first thing\n`, changed);
    expect(await refreshed(restored, other)).toContain("| I like the first thing");
    const after = await refreshed(forgotten, labelled);
    expect(after).toBe((await refreshed(restored, other)).replace(/ rows=\S+/, "").replace(/in=\S+/, /in=\S+/.exec(after)![0]));
    const expected = (await other.analysis()).items[0].mean!.toFixed(2);
    expect(after).toContain("*What people said*");
    expect(after).toMatch(new RegExp(`\\| I like the first thing +\\|[^\\n]*${expected.replace(".", "\\.")}[^\\n]*\\| books \\|`));
    expect(after).not.toMatch(/^\| A2/m);
  });

  test("factors that the author named are followed by their loadings when their order changes", async () => {
    const named = blocks.loadings.replace("|      F1 |", "|   First |").replace("|      F2 |", "|  Second |");
    const [, header] = /\n(\| Item[^\n]*)\n/.exec(named)!;
    expect(header).toContain("First");
    const analysis = await other.analysis();
    // the same analysis with its factors the other way round
    const swap = (rows: readonly (readonly number[])[]) => rows.map((row) => [row[1], row[0]]);
    const swapped: OpenStudy = {
      ...other,
      analysis: async () => ({ ...analysis, solution: { ...analysis.solution!, loadings: swap(analysis.solution!.loadings) } }),
    };
    const after = await refreshed(paper(named), swapped);
    const cells = (text: string) =>
      findPipeTable(text, { start: 0, end: text.length })!.rows.map((row) => row.map((cell) => cell.text.replace(/\*/g, "")).join("|"));
    expect(cells(after)).toEqual(cells(await refreshed(paper(named), other)));
  });

  test("factors that the author named in rows too are followed by their place, as long as their numbers move little", async () => {
    const name = (text: string) =>
      text
        .replace(/\| 1 (?= *\|)/, "| Liking")
        .replace(/\| 2 (?= *\|)/, "| Use")
        .replaceAll("| F1 ", "| Liking ")
        .replaceAll("| F2 ", "| Use ")
        .replace("|  F1 |", "| Liking |")
        .replace("|  F2 |", "| Use |");
    const near = await openSmall(
      smallStudy,
      smallSurvey((rows) => (rows[0][0] = 6 - rows[0][0])),
    );
    for (const id of ["variance", "factor-correlations"]) {
      const source = paper(name(blocks[id]));
      expect(source, id).not.toBe(paper(blocks[id]));
      const after = await refreshed(source, near);
      expect(await states(after, near), id).toEqual(["fresh"]);
      const numbers = (text: string) =>
        findPipeTable(text, { start: 0, end: text.length })!.rows.map((row) =>
          row
            .slice(1)
            .map((cell) => cell.text)
            .join("|"),
        );
      expect(numbers(after), id).toEqual(numbers(await refreshed(paper(blocks[id]), near)));
      expect(after, id).toContain("| Liking");
    }
  });

  test("however rows are reworded, moved and deleted, no number ever comes to stand behind the wrong label", async () => {
    const near = await openSmall(
      smallStudy,
      smallSurvey((rows) => rows.slice(0, 4).forEach((row) => (row[0] = row[0] === 5 ? 4 : row[0] + 1))),
    );
    const rowsOf = (text: string) => text.split("\n").filter((line) => /^\| (?:[AB]\d|Label)/.test(line));
    const expected = new Map<string, string>();
    for (const id of ["descriptives", "loadings", "communalities"]) {
      for (const line of rowsOf(await refreshed(paper(blocks[id]), near)))
        expected.set(`${id} ${line.slice(2, 4)}`, line.replace(/^\|[^|]*\|/, "").replace(/[\s*]/g, ""));
    }
    let written = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("descriptives", "loadings", "communalities"),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 3 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        async (id, order, reworded) => {
          const lines = rowsOf(blocks[id]);
          const kept = order.map((i) => (reworded[i] ? lines[i].replace(/^\| ([AB]\d)/, "| Label of $1") : lines[i]));
          const block = blocks[id].replace(lines.join("\n"), kept.join("\n"));
          const restored = applyEdits(paper(block), refreshEdits(await statusOf(paper(block), open), { restoreEdited: true }));
          const after = await refreshed(restored, near);
          if (after === restored) return; // doubtful, so left alone
          written++;
          for (const line of rowsOf(after)) {
            const item = /[AB]\d/.exec(line)![0];
            expect(line.replace(/^\|[^|]*\|/, "").replace(/[\s*]/g, ""), `${id} ${line}`).toBe(expected.get(`${id} ${item}`));
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(written).toBeGreaterThan(250); // the end marker records what reworded rows are about
  });

  test("a table whose shape no longer fits is left alone and says why", async () => {
    const three = await openSmall(smallStudy.replace("main: { factors: 2", "main: { factors: 3"));
    const [status] = (await statusOf(paper(blocks.loadings), three)).blocks;
    expect([status.state, status.edits]).toEqual(["malformed", []]);
    expect(status.message).toContain("the data now give a column F3 that is not here");
  });

  test("an edited table is left alone unless asked; restored it equals the data, detached it has no markers", async () => {
    const source = paper(blocks.reliability.replace(/\.\d\d \|/, ".11 |"));
    expect(await refreshed(source)).toBe(source);
    const status = await statusOf(source, open);
    expect(status.blocks[0].changes).toHaveLength(1);
    expect(applyEdits(source, refreshEdits(status, { restoreEdited: true }))).toBe(paper(blocks.reliability));
    const detached = applyEdits(source, detach(source, status.blocks[0].block));
    expect(detached).not.toContain("scree:begin");
    expect(detached).not.toContain("scree:end");
    expect(detached).not.toMatch(/\n\n\n/);
    expect(detached).toContain(".11 |");
  });

  test("an empty block is filled, numbered after the tables that are there, in either flavour", async () => {
    const source = paper("**Table 3**", "<!-- scree:begin reliability -->", "<!-- scree:end -->", "<!-- scree:begin loadings -->\n<!-- scree:end -->");
    const after = await refreshed(source);
    expect(after).toContain("<!-- scree:begin reliability -->\n\n**Table 4**\n\n*Reliability of the scales*\n\n| Scale");
    expect(after).toContain("<!-- scree:begin loadings -->\n\n**Table 5**");
    expect(await states(after)).toEqual(["fresh", "fresh"]);
    expect(after).toMatch(/\n\n<!-- scree:end sum=[\w-]{10} in=[\w-]{10} -->\n\n/);
    const quarto = applyEdits(source, refreshEdits(await statusOf(source, open, "quarto")));
    expect(quarto).toContain("\n\n: Reliability of the scales {#tbl-reliability}\n\n");
  });

  test("bound numbers: refreshed in the dress that they have; unknown ones say so", async () => {
    const alpha = (await other.analysis()).reliability[0].alpha!;
    const source =
      "N = 11<!-- scree:v n -->, α = 0.123<!-- scree:v alpha.first --> and **.99**<!-- scree:v oblique:alpha.second-group -->, x<!-- scree:v n -->, 5<!-- scree:v alfa.first -->.";
    const status = await statusOf(source, other);
    expect(status.bound.map((one) => one.state)).toEqual(["stale", "stale", "stale", "orphan", "orphan"]);
    expect(status.bound[4].hint).toBe('Did you mean "alpha.first"?');
    const after = applyEdits(source, refreshEdits(status));
    expect(after).toMatch(new RegExp(`^N = 60<!-- scree:v n -->, α = 0${alpha.toFixed(3).slice(1).replace(".", "\\.")}<!--`));
    expect(await refreshed(after, other)).toBe(after);
  });

  test("CRLF and padding stay", async () => {
    const source = paper(blocks.reliability).replace(/\n/g, "\r\n");
    const after = await refreshed(source, other);
    expect(after.replace(/\r\n/g, "")).not.toContain("\n");
    const rows = after.split("\r\n").filter((line) => line.startsWith("|"));
    expect(new Set(rows.map((line) => line.length)).size).toBe(1);
  });

  test("Prettier may re-pad a table: it stays fresh", async () => {
    const source = paper(
      blocks.loadings
        .replace(/ {2,}/g, " ")
        .replace(/-{3,}/g, "---")
        .replace(/\*Note\.\*/, "_Note._"),
    );
    expect(await states(source)).toEqual(["fresh"]);
  });
});
