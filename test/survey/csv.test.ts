import { readFileSync } from "node:fs";
import Papa from "papaparse";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ScreeError } from "../../src/errors";
import { readDelimited } from "../../src/survey/csv";
import { type DraftColumn } from "../../src/survey/draft";
import { isMissingWord } from "../../src/survey/missing-words";
import { readSurvey } from "../../src/survey/read";
import { answer, type Column } from "../../src/survey/survey";
import { shared } from "../shared";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, options: object = {}) => readSurvey(typeof text === "string" ? bytes(text) : text, { name: "survey.csv", ...options });
const cells = (column: Column | DraftColumn): (number | string | null)[] =>
  column.kind === "text" ? [...column.values] : Array.from(column.values, (value) => (value === column.sentinel || Number.isNaN(value) ? null : value));
const table = async (text: string | Uint8Array, options: object = {}) => {
  const survey = await read(text, options);
  return Object.fromEntries(survey.columns.map((column) => [column.name, cells(column)]));
};
const failure = async (text: string | Uint8Array, options: object = {}): Promise<ScreeError> => {
  const error = await read(text, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ScreeError);
  return error as ScreeError;
};

describe("delimited text", () => {
  it("reads numbers and words into typed columns", async () => {
    const survey = await read('id,Q1,Q2,note\n1,5,3.25,fine\n2,,-4e2,\n3,NA,.5,"a, b"\n');
    expect(survey.rows).toBe(3);
    expect(survey.columns.map((column) => cells(column))).toEqual([
      [1, 2, 3],
      [5, null, null],
      [3.25, -400, 0.5],
      ["fine", "", "a, b"],
    ]);
    expect(survey.columns[1]).toMatchObject({ kind: "numeric", values: expect.any(Int8Array), missing: 2 });
  });

  it.each([
    [",", "a,b\n1,2\n3,4\n"],
    [";", "a;b\n1;2\n3;4\n"],
    ["tab", "a\tb\n1\t2\n3\t4\n"],
    ["|", "a|b\n1|2\n3|4\n"],
    ["^", "a^b\n1^2\n3^4\n"],
    ["space", "a b\n1 2\n3 4\n"],
    ["Excel's sep line", "sep=;\na;b\n1;2\n3;4\n"],
    ["commas inside texts", 'a;b\n"1";2\n3;4\n'],
    ["CR LF", "a,b\r\n1,2\r\n3,4\r\n"],
    ["CR", "a,b\r1,2\r3,4"],
    ["blank lines", "\na,b\n\n1,2\n\n\n3,4\n\n"],
    ["byte order mark", "\ufeffa,b\n1,2\n3,4\n"],
    ["spaces around", " a , b \n 1 , 2\n3,4 "],
    ["an empty last column without a name", "a,b,\n1,2,\n3,4,\n"],
    ["a delimiter at the end of every row", "a,b\n1,2,\n3,4,\n"],
    ["rows of delimiters behind the last", "a,b\n1,2\n3,4\n,\n,\n"],
    ["all quoted", '"a","b"\n"1","2"\n"3","4"'],
  ])("recognises %s", async (_, text) => {
    expect(await table(text)).toEqual({ a: [1, 3], b: [2, 4] });
  });

  it("says that empty rows at the end are left out, and keeps those between", async () => {
    const survey = await read("a,b\n1,2\n,\n3,4\n,\n");
    expect(survey.columns.map(cells)).toEqual([
      [1, null, 3],
      [2, null, 4],
    ]);
    expect(survey.warnings[0]).toMatchObject({ code: "empty-rows", data: { rows: 1 } });
  });

  it("passes over a title above the header, and counts rows as the file does", async () => {
    expect(await table("Survey of 2024\n\na,b,c\n1,2,3\n3,4,5\n")).toEqual({ a: [1, 3], b: [2, 4], c: [3, 5] });
    expect((await failure("Survey of 2024,,\na,b,c\n1,2,3\n3,4\n5,6,7\n")).message).toContain("row 4: 2 fields");
  });

  it("reads UTF-16 of both byte orders, with and without a mark", async () => {
    const text = "id,性别\n1,男\n2,女\n3,男\n";
    const little = new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);
    const big = little.map((_, i) => little[i ^ 1]);
    const expected = { id: [1, 2, 3], 性别: ["男", "女", "男"] };
    expect(await table(Uint8Array.from([0xff, 0xfe, ...little]))).toEqual(expected);
    expect(await table(Uint8Array.from([0xfe, 0xff, ...big]))).toEqual(expected);
    expect(await table(little)).toEqual(expected);
    expect(await table(big)).toEqual(expected);
  });

  it("reads a decimal comma where there is no decimal point", async () => {
    expect(await table("a;b\n1,5;2\n2,25;3\n")).toEqual({ a: [1.5, 2.25], b: [2, 3] });
    expect((await read("a;b\n1,5;2\n2,25;3\n")).warnings.map((w) => w.code)).toContain("decimal-comma");
    expect(await table('a,b\n"1,5",2\n"2,25",3\n')).toEqual({ a: [1.5, 2.25], b: [2, 3] });
  });

  it("does not take a thousands mark for a decimal comma", async () => {
    expect(await table('a,b\n"1,500",2\n"2,250",3\n')).toEqual({ a: ["1,500", "2,250"], b: [2, 3] });
    expect(await table("a;b\n1,500;2.5\n2,250;3\n")).toEqual({ a: ["1,500", "2,250"], b: [2.5, 3] });
  });

  it("keeps a column's words when the first come late", async () => {
    const rows = Array.from({ length: 500 }, (_, row) => `${row % 5},${row === 400 ? "05 or 6" : `0${row % 5}`}`);
    const survey = await table(`a,b\n${rows.join("\n")}\n`);
    expect(survey.b[400]).toBe("05 or 6");
    expect(survey.b[3]).toBe("03");
  });

  it("widens a column as far as its values need", async () => {
    const column = async (...values: (number | string)[]) => {
      const survey = await read(`a,b\n${values.map((value) => `${value},1`).join("\n")}`);
      return survey.columns[0];
    };
    expect((await column(1, -127, 127)).values).toBeInstanceOf(Int8Array);
    expect((await column(1, -128)).values).toBeInstanceOf(Int16Array);
    expect((await column(1, "", -32768, 3)).values).toBeInstanceOf(Int32Array);
    const wide = await column(1, "", 2147483648, 3);
    expect(wide.values).toBeInstanceOf(Float64Array);
    expect(cells(wide)).toEqual([1, null, 2147483648, 3]);
    expect(cells(await column(-128, "", 300, 70000, 0.1))).toEqual([-128, null, 300, 70000, 0.1]);
  });

  it("names columns apart", async () => {
    const survey = await read("a,a,,__proto__,a_2,a\n1,2,3,4,5,6\n2,3,4,5,6,7\n");
    expect(survey.columns.map((column) => column.name)).toEqual(["a", "a_3", "V3", "__proto__", "a_2", "a_4"]);
    expect(survey.warnings.map((warning) => warning.code)).toEqual(expect.arrayContaining(["empty-header", "duplicate-header"]));
  });

  it("reads rows of R's write.table, whose header lacks the row names", async () => {
    expect(await table('"x" "y"\n"1" 3 4\n"2" 4 5\n"3" 5 5\n')).toEqual({ row: [1, 2, 3], x: [3, 4, 5], y: [4, 5, 5] });
  });

  it("reads a matrix without a header", async () => {
    expect(await table("9,2,5\n6,1,3\n8,4,6\n")).toEqual({ V1: [9, 6, 8], V2: [2, 1, 4], V3: [5, 3, 6] });
    expect(await table("1,2,3\n5,5,4\n2,1,1\n")).toEqual({ 1: [5, 2], 2: [5, 1], 3: [4, 1] });
  });

  it("reads one numeric column, in which a blank line is a missing answer", async () => {
    expect(await table("Q1\n1\n\n3\n\n\n")).toEqual({ Q1: [1, null, 3] });
  });

  it("makes the user's codes missing, except among identifiers", async () => {
    const rows = Array.from({ length: 120 }, (_, row) => `${row + 1},${row === 5 ? 99 : (row % 5) + 1},${row === 7 ? -9 : 1 + (row % 2)}`);
    const survey = await read(`id,Q1,Q2\n${rows.join("\n")}`, { missingCodes: [99, -9, 77] });
    const [id, q1, q2] = survey.columns;
    expect(id).toMatchObject({ role: "identifier", missing: 0 });
    expect(q1).toMatchObject({ missing: 1, userMissing: [99] });
    expect(q2).toMatchObject({ missing: 1, userMissing: [-9] });
    expect(q1.kind === "numeric" && answer(q1, 5)).toBeNaN();
  });

  it("can be cancelled", async () => {
    await expect(read("a,b\n1,2\n", { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

describe("delimited text that cannot be read", () => {
  it.each<[string, string, RegExp, RegExp, object]>([
    ["an empty file", "", /^survey\.csv is empty/, /empty-file/, {}],
    ["blank lines only", "\n\r\n\n", /^survey\.csv is empty/, /empty-file/, {}],
    ["a header only", "id,Q1\n", /header with 2 columns but no rows/, /header-only/, {}],
    ["a row too short", "a,b,c\n1,2,3\n1,2\n1,2,3\n", /row 3: 2 fields where the header has 3/, /ragged-row/, { row: 3, expected: 3, found: 2 }],
    ["a row too long", "a,b\n1,2\n1,2,x\n1,2\n", /row 3: 3 fields where the header has 2 .*field 3, "x"/, /ragged-row/, { row: 3, found: 3 }],
    ["a file cut off", "a,b,c\n1,2,3\n1,2,3\n1,2", /row 4: the last row breaks off after 2 of 3 fields/, /ragged-row/, { row: 4, found: 2 }],
    [
      "a quote never closed",
      'a,b\n1,x\n2,"y\n3,z\n',
      /row 3, column b: a quotation mark opens here and is never closed/,
      /unterminated-quote/,
      { row: 3, line: 3, column: "b" },
    ],
    ["a quote never closed in the header", 'a,"b\n1,x\n', /row 1: a quotation mark in the header is never closed/, /unterminated-quote/, { row: 1 }],
    ["text after a closing quote", 'a,b\n1,"x" y\n', /row 2, column b: text follows the closing quotation mark/, /text-after-quote/, { row: 2 }],
    ["a row after line breaks in texts", 'a,b\n1,"x\ny\nz"\n2\n3,w\n', /row 3 \(line 5\): 1 field where/, /ragged-row/, { row: 3, line: 5 }],
    ["a NUL byte", "a,b\n1,2\n3,\u00004\n", /line 3: byte 11 of the file is NUL/, /nul-byte/, { byte: 11, line: 3 }],
    ["binary data", "PK\u0003\u0000\u0001\u0002\u0000\u0000\u0000\u0005\u0000", /binary data/, /binary-data/, {}],
  ])("says what is wrong with %s", async (_, text, message, code, data) => {
    const error = await failure(text);
    expect(error.message).toMatch(message);
    expect(error.code).toMatch(code);
    expect(error.data).toMatchObject({ file: "survey.csv", ...data });
    expect(error.hint).toBeTruthy();
  });

  it("reads ten thousand columns, and refuses a line that is no header", async () => {
    const width = 10_000;
    const row = (r: number) => Array.from({ length: width }, (_, c) => ((r + c) % 5) + 1).join(",");
    const survey = await read(
      `${Array.from({ length: width }, (_, c) => `Q${c + 1}`).join(",")}\n${Array.from({ length: 20 }, (_, r) => row(r)).join("\n")}\n`,
    );
    expect([survey.columns.length, survey.rows]).toEqual([width, 20]);
    expect((await failure(new Uint8Array(33 << 20).fill(97))).code).toBe("line-too-long");
    const ones = new Uint8Array(Buffer.alloc(1 << 20, "1,"));
    expect((await failure(ones)).code).toBe("line-too-long");
    const long = ones.slice();
    long.set(bytes("a,b\n1,2\n3,4\n"));
    expect((await failure(long)).code).toBe("ragged-row");
  });

  it("refuses an encoding or a delimiter that does not exist", async () => {
    expect((await failure("a,b\n1,2\n", { encoding: "klingon" })).code).toBe("unknown-encoding");
    expect((await failure("a,b\n1,2\n", { delimiter: "::" })).code).toBe("bad-delimiter");
  });
});

describe("delimited text, any", () => {
  /** Cells that make trouble: quotes, delimiters, line ends, spaces, numbers, words for missing. */
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -200, max: 70000 }).map(String) },
    { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        "",
        "NA",
        ".",
        "yes",
        "no",
        '"',
        '""',
        ",",
        "a,b",
        "line\nbreak",
        "cr\rlf\r\n",
        "é",
        "ไทย",
        "😀",
        "1e5",
        "+3",
        "-",
        "1.",
        ".5",
        "0x10",
        "Infinity",
        "1,5",
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom("a", "1", '"', ",", ";", "\n", " ", ".", "é"), maxLength: 6 }) },
  );
  const documents = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.constantFrom(",", ";", "\t", "|"), fc.constantFrom("\n", "\r\n", "\r"))
    .chain(([width, delimiter, newline]) =>
      fc.record({
        delimiter: fc.constant(delimiter),
        newline: fc.constant(newline),
        rows: fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      }),
    );
  const written = (text: string, quoted: boolean, delimiter: string): string =>
    quoted || /["\r\n]/.test(text) || text.includes(delimiter) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
  const print = (rows: readonly (readonly (readonly [string, boolean])[])[], delimiter: string, newline: string): string => {
    const header = rows[0].map((_, c) => `c${c}`).join(delimiter);
    return `${header}${newline}${rows.map((row) => row.map(([text, quoted]) => written(text, quoted, delimiter)).join(delimiter)).join(newline)}${newline}`;
  };
  /** A column as it must come out: numbers where every cell is one or says missing; JavaScript's own reading of the digits. */
  const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
  const isNumber = (text: string) => decimal.test(text) && Number.isFinite(Number(text));
  const expected = (column: readonly string[]): (number | string | null)[] =>
    column.every((text) => isMissingWord(text.trim()) || isNumber(text))
      ? column.map((text) => (isMissingWord(text.trim()) ? null : Number(text) + 0))
      : column.map((text) => (isMissingWord(text.trim()) ? "" : text));

  /** A row of "" is written out, and stays. */
  const lastRowQuoted = (text: string) =>
    text
      .trimEnd()
      .split(/\r\n?|\n/)
      .at(-1)!
      .includes('"');

  it("says what papaparse says", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async ({ delimiter, newline, rows }) => {
        const text = print(rows, delimiter, newline);
        const peer = Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: true }).data.slice(1);
        fc.pre(!peer.flat().some((value) => /^[+-]?\d*,\d+$/.test(value))); // decimal commas are ours to read
        while (peer.length > 1 && peer[peer.length - 1].every((cell) => cell.trim() === "") && !lastRowQuoted(text)) peer.pop(); // our rule: empty rows at the end are no answers
        fc.pre(peer.length > 1 || peer[0].some((cell) => cell.trim() !== ""));
        const draft = await readDelimited(bytes(text), { name: "x.csv", delimiter });
        fc.pre(!draft.warnings.some(({ code }) => code === "label-row")); // our rule, too
        const ours = draft.columns.map(cells);
        expect(ours).toEqual(draft.columns.map((_, c) => expected(peer.map((row) => row[c]))));
      }),
      { numRuns: Number(process.env.SCREE_RUNS ?? 10_000) },
    );
  }, 60_000);

  it("finds the rows that papaparse finds ragged, and refuses the first: our rule", async () => {
    const ragged = fc.array(fc.array(fc.constantFrom("1", "22", "x", '"a,b"', '"c\nd"', "é"), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(ragged, async (rows) => {
        const text = `a,b,c\n${rows.map((row) => row.join(",")).join("\n")}\n`;
        const peer = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n", skipEmptyLines: true }).data;
        const odd = peer.findIndex((row) => row.length !== 3);
        const error = await readDelimited(bytes(text), { name: "x.csv", delimiter: "," }).then(
          () => undefined,
          (thrown: unknown) => thrown as ScreeError,
        );
        fc.pre(peer.slice(1).some((row) => row.length !== 4)); // every row one longer: R's row names, our rule
        expect([text, error?.code, error?.data.row]).toEqual([text, odd < 0 ? undefined : "ragged-row", odd < 0 ? undefined : odd + 1]);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives back what was printed, with the delimiter recognised", async () => {
    const answers = fc
      .integer({ min: 3, max: 8 })
      .chain((width) => fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 7 })), { minLength: width, maxLength: width }), { minLength: 3, maxLength: 30 }));
    await fc.assert(
      fc.asyncProperty(answers, fc.constantFrom(",", ";", "\t", "|"), fc.constantFrom("\n", "\r\n", "\r"), async (rows, delimiter, newline) => {
        const header = rows[0].map((_, c) => `Q${c + 1}`).join(delimiter);
        const text = [header, ...rows.map((row) => row.map((value) => value ?? "").join(delimiter))].join(newline);
        const survey = await read(text);
        expect(survey.columns.map(cells)).toEqual(rows[0].map((_, c) => rows.map((row) => row[c])));
      }),
      { numRuns: 500 },
    );
  });

  it("reads every double that a program can print", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 20 }), async (numbers) => {
        const draft = await readDelimited(bytes(`a,b\n${numbers.map((number) => `${number},x`).join("\n")}`), { name: "x.csv" });
        expect(cells(draft.columns[0])).toEqual(numbers.map((number) => number + 0));
      }),
      { numRuns: 500 },
    );
  });

  it("survives any mutation: a survey of equal columns, or its sentence", async () => {
    const valid = bytes('id,gender,"Q 1",Q2\r\n1,male,5,"a ""b"""\r\n2,female,NA,"c\nd"\r\n3,male,4.5,é\r\n');
    const mutation = fc.array(
      fc.record({ at: fc.nat(valid.length - 1), byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(34, 44, 10, 13, 0, 59)), cut: fc.boolean() }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(mutation, async (changes) => {
        let mutant = valid.slice();
        for (const { at, byte, cut } of changes) {
          if (cut && at < mutant.length && at % 3 === 0) mutant = mutant.slice(0, at);
          else mutant[at % mutant.length] = byte;
        }
        try {
          const survey = await read(mutant);
          for (const column of survey.columns) expect(column.values.length).toBe(survey.rows);
        } catch (error) {
          if (!(error instanceof ScreeError)) throw error;
        }
      }),
      { numRuns: Number(process.env.SCREE_RUNS ?? 2000) },
    );
  });
});

describe.skipIf(!shared)("the reference surveys", () => {
  const roles = async (file: string) => {
    const survey = await readSurvey(readFileSync(`${shared}/reference/${file}`), { name: file });
    return { survey, items: survey.columns.filter((column) => column.role === "item").map((column) => column.name) };
  };

  it("likert320: the items are Q1 to Q24", async () => {
    const { survey, items } = await roles("likert320.csv");
    expect(survey.rows).toBe(320);
    expect(items).toEqual(Array.from({ length: 24 }, (_, j) => `Q${j + 1}`));
    expect(survey.columns.slice(0, 3).map((column) => [column.name, column.role])).toEqual([
      ["id", "identifier"],
      ["gender", "group"],
      ["university", "group"],
    ]);
    expect(survey.warnings.map((warning) => warning.code)).toEqual(["identifier-columns", "group-columns"]);
    expect(survey.columns.reduce((missing, column) => missing + column.missing, 0)).toBe(15);
  });

  it("bfi25 and ability16: every column is an item", async () => {
    const { survey: bfi, items } = await roles("bfi25.csv");
    expect([bfi.rows, items.length, bfi.warnings.length]).toEqual([2800, 25, 0]);
    const { survey: ability, items: tasks } = await roles("ability16.csv");
    expect([ability.rows, tasks.length, ability.warnings.length]).toEqual([1525, 16, 0]);
  });

  it("attitude and hs1939: columns with more than 20 distinct values are left out, with their number", async () => {
    const { survey, items } = await roles("hs1939.csv");
    expect(items).toEqual(["x4"]);
    expect(survey.warnings).toEqual([expect.objectContaining({ code: "many-distinct-values", message: expect.stringContaining("x9 (129)") })]);
    expect((await roles("attitude.csv")).items).toEqual(["advance"]);
  });
});
