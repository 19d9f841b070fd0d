import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import analyze from "../../src/cli/commands/analyze";
import { nodeFiles } from "../../src/cli/files";
import { smallSurvey } from "../study/memory";
import { run } from "./run";
import { folder } from "./scree";

const files = { "s.csv": smallSurvey() };
const json = async (...words: string[]) => JSON.parse((await run(analyze, ["s.csv", "--format", "json", "--iterations", "5", ...words], files)).out);

test("--stream gives what the rows give", async () => {
  const [streamed, whole] = [await json("--stream"), await json()];
  expect(streamed.warnings.map(({ code }: { code: string }) => code)).toEqual(["streamed"]);
  expect(streamed.tables).toEqual(whole.tables);
  expect(streamed.sample).toEqual(whole.sample);
});

test("the columns are corrected on the way", async () => {
  const words = ["--columns", "A1=group", "--missing-codes", "5"];
  const [streamed, whole] = [await json("--stream", ...words), await json(...words)];
  expect(streamed.sample.items).toEqual(["A2", "A3", "B1", "B2", "B3"]);
  expect(streamed.tables).toEqual(whole.tables);
});

test.each([
  [["--bootstrap", "10"], /keeps no rows, which a bootstrap needs/],
  [["--exclude-careless"], /--exclude-careless needs rows/],
  [["--scores", "regression"], /--scores needs rows/],
  [["--as", "r"], /--as needs rows/],
])("%j is refused by name", async (words, sentence) => {
  const { status, err } = await run(analyze, ["s.csv", "--stream", ...words], files);
  expect(status).toBe(2);
  expect(err).toMatch(sentence);
});

test("only delimited text is streamed", async () => {
  const { err } = await run(analyze, ["s.sav", "--stream"], { "s.sav": "x" });
  expect(err).toMatch(/Only a delimited text file/);
});

test("a file of this machine comes in pieces, as often as it is asked for", async () => {
  const content = Uint8Array.from({ length: 9_000_000 }, (_, at) => at % 251);
  const path = folder().put("large.bin", content);
  const { size, pieces } = await nodeFiles.stream!(path);
  expect(size).toBe(content.length);
  for (let pass = 0; pass < 2; pass++) {
    let at = 0;
    for await (const piece of pieces()) {
      expect(Buffer.compare(piece, content.subarray(at, at + piece.length))).toBe(0);
      at += piece.length;
    }
    expect(at).toBe(content.length);
  }
  writeFileSync(path, "");
  await expect(nodeFiles.stream!(`${path}.not`)).rejects.toMatchObject({ code: "file-not-found" });
});
