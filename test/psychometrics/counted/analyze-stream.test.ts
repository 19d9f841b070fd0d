import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Analysis, type AnalysisSettings, defaultSettings, type Selection } from "../../../src/psychometrics/analysis";
import { analyze } from "../../../src/psychometrics/analyze";
import { analyzeColumns } from "../../../src/psychometrics/counted/analyze-columns";
import { analyzeStream } from "../../../src/psychometrics/counted/analyze-stream";
import { type Finishing } from "../../../src/survey/finish";
import { readSurvey } from "../../../src/survey/read";
import { shared } from "../../shared";

const quick: AnalysisSettings = { ...defaultSettings, iterations: 3 };
const bytes = (text: string) => new TextEncoder().encode(text);

/** A file that comes in pieces of some size, in one buffer that is used again. */
function file(content: Uint8Array, piece: number) {
  return {
    name: "s.csv",
    size: content.length,
    async *pieces() {
      const buffer = new Uint8Array(piece);
      for (let at = 0; at < content.length; at += piece) {
        const part = content.subarray(at, at + piece);
        buffer.fill(63);
        buffer.set(part);
        yield buffer.subarray(0, part.length);
      }
    },
  };
}

/** Both ways of analysing the same bytes: equal, but for what rounds in another order. Also where the beginning of the file tells little of the rest. */
async function same(...of: Parameters<typeof sameWith> extends [unknown, ...infer Rest] ? Rest : never): Promise<void> {
  await sameWith(1 << 20, ...of);
  await sameWith(150, ...of);
}

async function sameWith(
  firstLook: number,
  content: Uint8Array,
  piece: number,
  selection: Selection = {},
  settings = quick,
  finishing: Finishing = {},
  compared = (result: unknown) => result,
): Promise<void> {
  const theirs = await settled(async () => analyze(await readSurvey(content, { name: "s.csv", ...finishing }), selection, settings));
  if (firstLook === 1 << 20) {
    const columns = await settled(async () => (await analyzeColumns(await readSurvey(content, { name: "s.csv", ...finishing }), selection, settings))!);
    near(compared(columns), compared(theirs));
  }
  const ours = await settled(() => analyzeStream(file(content, piece), { finishing: () => finishing, firstLook }, selection, settings));
  near(compared(ours), compared(theirs));
}

const settled = (work: () => Promise<Analysis>): Promise<unknown> =>
  work().then(
    (analysis) => ({
      ...analysis,
      solution: analysis.solution && { ...analysis.solution, iterations: 0 },
      warnings: analysis.warnings.filter(({ code }) => code !== "streamed"),
    }),
    (error: { code: string; message: string }) => ({ code: error.code, message: error.message.replace(/ \(line \d+\)/, "") }),
  );

/** What does not turn round or vanish by the last digit of a correlation, as figures of a few generated rows can. */
const steady = (result: unknown) => {
  const { code, message, sample, items, correlation, reliability } = result as Analysis & { code?: string; message?: string };
  return { code, message, sample, items, correlation, alpha: reliability?.map(({ alpha }) => alpha) };
};

function near(ours: unknown, theirs: unknown, path = ""): void {
  if (typeof theirs === "number" && typeof ours === "number")
    expect(Math.abs(ours - theirs) <= 1e-7 * Math.max(1, Math.abs(theirs)), `${path}: ${ours} is ${theirs}`).toBe(true);
  else if (theirs !== null && typeof theirs === "object" && ours !== null && typeof ours === "object") {
    expect([path, Object.keys(ours)]).toEqual([path, Object.keys(theirs)]);
    for (const key of Object.keys(theirs)) near((ours as Record<string, unknown>)[key], (theirs as Record<string, unknown>)[key], `${path}.${key}`);
  } else expect([path, ours]).toEqual([path, theirs]);
}

function csv(rows: number, change: (row: number, cells: string[]) => void = () => undefined, header = "id,A1,A2,A3,B1,B2,B3,gender"): string {
  let state = 12345;
  const random = () => ((state = (state * 48271) % 2147483647), state / 2147483647);
  const lines = Array.from({ length: rows }, (_, row) => {
    const [a, b] = [random(), random()];
    const cells = [a, a, a, b, b, b].map((x) => String(1 + Math.min(4, Math.floor(5 * (0.6 * x + 0.4 * random())))));
    const line = [String(row + 1), ...cells, row % 2 ? "male" : "female"];
    change(row, line);
    return line.join(",");
  });
  return `${[header, ...lines].join("\n")}\n`;
}

describe("a streamed analysis is that of the rows", () => {
  const plain = bytes(csv(80, (row, cells) => row % 9 === 0 && (cells[1 + (row % 6)] = "")));

  it("whatever the size of the pieces", async () => {
    for (let piece = 1; piece < 60; piece++) await same(plain, piece);
    for (const piece of [97, 1000, plain.length - 1, plain.length, plain.length + 1]) await same(plain, piece);
  });

  const settings: readonly [string, Partial<AnalysisSettings>, Selection][] = [
    ["pairwise", { missing: "pairwise" }, {}],
    ["Spearman", { correlation: "spearman", iterations: 0 }, {}],
    ["Spearman, pairwise", { correlation: "spearman", missing: "pairwise", iterations: 0 }, {}],
    ["polychoric", { correlation: "polychoric", iterations: 0 }, {}],
    ["polychoric, pairwise", { correlation: "polychoric", missing: "pairwise", iterations: 0 }, {}],
    ["psych, promax", { convention: "psych", rotation: "promax", factors: 2 }, {}],
    [
      "reversed, scales",
      {},
      {
        reverse: ["A2", "B3"],
        scales: [
          { name: "A", items: ["A1", "A2", "A3"] },
          { name: "B", items: ["B1-B3"] },
        ],
      },
    ],
    [
      "some items, a scale of others",
      {},
      {
        items: ["A1", "A2", "B1"],
        scales: [
          { name: "B", items: ["B1-B3"] },
          { name: "A", items: ["A1", "A2"] },
        ],
      },
    ],
    ["items of an identifier's kind", {}, { items: ["A1-B3", "id"], reverse: ["B2"] }],
  ];
  test.each(settings)("%s", (_, setting, selection) => same(plain, 501, selection, { ...quick, ...setting }));

  const files: readonly [string, string, Finishing?][] = [
    ["a code that comes late", csv(300, (row, cells) => row === 290 && (cells[3] = "99"))],
    ["a code that stands for no answer", csv(300, (row, cells) => row % 50 === 40 && (cells[3] = "99")), { missingCodes: [99] }],
    ["text in a column of numbers, late", csv(300, (row, cells) => row === 250 && (cells[2] = "five"))],
    ["words for no answer", csv(300, (row, cells) => row % 60 === 50 && (cells[2] = "no comment")), { missingWords: ["no comment"] }],
    [
      "quotes, CR LF, blanks",
      csv(60, (row, cells) => (cells[7] = `"a, ""${row % 3}""\nb"`))
        .replace(/\n(?=\d)/g, "\r\n")
        .replaceAll(",3,", ", 3 ,"),
    ],
    ["empty rows at the end", `${csv(60)},,,,,,,\n,,,,,,,\n\n`],
    ["no line end at the end", csv(60).trimEnd()],
    ["CR alone", csv(60).replaceAll("\n", "\r")],
    [
      "semicolons and decimal commas",
      csv(60, (row, cells) => row % 7 === 0 && (cells[4] = "2.5"))
        .replaceAll(",", ";")
        .replaceAll("2.5", "2,5"),
    ],
    ["an item that is constant at first", csv(200, (row, cells) => row < 190 && (cells[6] = "3"))],
    [
      "answers in words",
      csv(120)
        .replaceAll(/,1(?=,)/g, ",Strongly disagree")
        .replaceAll(/,2(?=,)/g, ",Disagree")
        .replaceAll(/,3(?=,)/g, ",Neutral")
        .replaceAll(/,4(?=,)/g, ",Agree")
        .replaceAll(/,5(?=,)/g, ",Strongly agree"),
    ],
    [
      "a scale that is given",
      csv(90)
        .replaceAll(/,1(?=,)/g, ",grim")
        .replaceAll(/,2(?=,)/g, ",so")
        .replaceAll(/,3(?=,)/g, ",fair")
        .replaceAll(/,4(?=,)/g, ",good")
        .replaceAll(/,5(?=,)/g, ",sunny"),
      {
        answers: ["A1", "A2", "A3", "B1", "B2", "B3"].map((column) => ({
          column,
          scale: ["grim", "so", "fair", "good", "sunny"].map((word, at) => ({ word, value: at + 1 })),
        })),
      },
    ],
    ["a role that is given", csv(90), { roles: [{ column: "A1", role: "group" }] }],
    ["an eleven-point scale", csv(200, (row, cells) => [2, 3, 4].forEach((at) => (cells[at] = String((Number(cells[at]) * 2 + (row % 3)) % 11))))],
    ["a late text", csv(100).replace(/\n99,/, "\n99 ,")],
    ["a ragged row", csv(100).replace(/\n77,/, "\n77,1,")],
    ["a quotation mark that is not closed", csv(100).replace(/\n77,/, '\n"77,')],
    ["a row that breaks off", csv(50).trimEnd().slice(0, -12)],
    ["a header alone", "A,B,C\n"],
    ["one column", `Q1\n${Array.from({ length: 30 }, (_, r) => (r % 5 === 4 ? "" : 1 + (r % 4))).join("\n")}\n\n\n`],
    ["nothing but one answer at first", csv(200, (row, cells) => row < 40 && cells.fill("3", 1, 7))],
    ["nothing but words at first", csv(200, (row, cells) => row < 40 && cells.fill("none", 1, 7))],
    ["wrong values", csv(200, (row, cells) => [90, 150].includes(row) && (cells[3] = "7"))],
    [
      "an item with the same answer in all complete rows",
      csv(100, (row, cells) => ((cells[6] = row % 10 === 0 ? "5" : "3"), row % 10 === 0 && (cells[1] = ""))),
    ],
  ];
  describe.each(files)("%s", (_, text, finishing) => {
    test.each([7, 64, 1021, 1 << 20])("in pieces of %i", (piece) => same(bytes(text), piece, {}, quick, finishing));
    test("pairwise", () => same(bytes(text), 333, {}, { ...quick, missing: "pairwise" }, finishing));
  });

  it("UTF-16 is decoded piece by piece", async () => {
    const text = csv(60).replaceAll("female", "女");
    const wide = new Uint8Array(2 + text.length * 2);
    wide.set([0xff, 0xfe]);
    for (let i = 0; i < text.length; i++) wide.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], 2 + i * 2);
    for (const piece of [6, 101, 5000]) await same(wide, piece);
  });

  it("generated files", async () => {
    const cell = fc.oneof({ weight: 30, arbitrary: fc.integer({ min: 1, max: 5 }).map(String) }, fc.constantFrom("", "NA", "2.0", '"4"', " 3", "7", "x", "-1"));
    const table = fc.integer({ min: 2, max: 4 }).chain((p) => fc.array(fc.array(cell, { minLength: p, maxLength: p }), { minLength: 4, maxLength: 40 }));
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 5, max: 200 }), fc.boolean(), async (rows, piece, pairwise) => {
        const header = rows[0].map((_, j) => `Q${j + 1}`).join(",");
        await same(
          bytes([header, ...rows.map((row) => row.join(","))].join("\n")),
          piece,
          {},
          { ...quick, iterations: 0, factors: "kaiser", missing: pairwise ? "pairwise" : "listwise" },
          {},
          steady,
        );
      }),
      { numRuns: 150 },
    );
  });
});

test("what needs rows is refused by name", async () => {
  await expect(analyzeStream(file(bytes(csv(50)), 100), {}, {}, { ...quick, bootstrap: 10 })).rejects.toMatchObject({ code: "needs-rows" });
  const many = csv(400, (row, cells) => (cells[1] = String(row)));
  await expect(analyzeStream(file(bytes(many), 100), {}, { items: ["A1-B3"] }, quick)).rejects.toMatchObject({ code: "too-many-answers" });
});

test("a run can be cancelled", async () => {
  const controller = new AbortController();
  const running = analyzeStream(file(bytes(csv(2000)), 500), {}, {}, quick, { signal: controller.signal, progress: () => controller.abort() });
  await expect(running).rejects.toMatchObject({ name: "AbortError" });
});

describe.skipIf(!shared || !existsSync(`${shared}/reference`))("reference surveys", () => {
  test.each(["likert320", "bfi25", "ability16"])("%s", async (name) => {
    const content = new Uint8Array(readFileSync(`${shared}/reference/${name}.csv`));
    for (const missing of ["listwise", "pairwise"] as const) await same(content, 4096, {}, { ...quick, missing });
  });
});
