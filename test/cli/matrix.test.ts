import { expect, test } from "vitest";
import analyze from "../../src/cli/commands/analyze";
import cfa from "../../src/cli/commands/cfa";
import { smallSurvey } from "../study/memory";
import { run } from "./run";

/** B3 asked the other way round: 1 for 5. */
const turned = smallSurvey((rows) => rows.forEach((row) => (row[5] = 6 - row[5])));
const json = async (command: typeof analyze, words: readonly string[], files: Record<string, string>) => {
  const { status, out, err } = await run(command, [...words, "--format", "json"], files);
  expect(status, err).toBe(0);
  return JSON.parse(out);
};
const few = ["--factors", "2", "--iterations", "0"];

test("a published matrix: an item reversed and scales named, as from the answers", async () => {
  const scales = ["--reverse", "B3", "--scale", "First=A1-A3", "--scale", "Second=B1-B3"];
  const own = await json(analyze, ["s.csv", ...few, ...scales], { "s.csv": turned });
  const plain = await json(analyze, ["s.csv", ...few], { "s.csv": turned });
  const names: string[] = plain.sample.items;
  const matrix = [["", ...names], ...plain.correlation.map((row: number[], i: number) => [names[i], ...row])].map((row) => row.join(",")).join("\n");
  const words = ["--matrix", "m.csv", "--n", "60"];
  const published = await json(analyze, [...words, ...few, ...scales], { "m.csv": matrix });
  expect(published.sample.reversed).toEqual(["B3"]);
  expect(published.reliability.map(({ scale }: { scale: string }) => scale)).toEqual(["First", "Second"]);
  published.reliability.forEach((scale: Record<string, number>, i: number) => {
    expect(scale.alpha).toBeCloseTo(own.reliability[i].standardizedAlpha, 9);
    expect(scale.omegaTotal).toBeCloseTo(own.reliability[i].omegaTotal, 9);
  });
  published.solution.loadings.flat().forEach((loading: number, i: number) => expect(loading).toBeCloseTo(own.solution.loadings.flat()[i], 9));
  expect((await run(analyze, [...words, ...few, ...scales, "--table", "loadings"], { "m.csv": matrix })).out).toMatch(/B3 was\s+reverse-scored\./);

  const model = ["--model", "First=A1-A3", "--model", "Second=B1-B3", "--reverse", "B3"];
  const confirmed = await json(cfa, [...words, ...model], { "m.csv": matrix });
  const ofAnswers = await json(cfa, ["s.csv", ...model], { "s.csv": turned });
  confirmed.loadings.forEach((row: { loading: number }, i: number) => expect(row.loading).toBeCloseTo(ofAnswers.loadings[i].loading, 9));
  expect(confirmed.sample.reversed).toEqual(["B3"]);
});

test("tetrachoric and mixed are polychoric by other names", async () => {
  const of = (correlation: string) => json(analyze, ["s.csv", ...few, "--correlation", correlation], { "s.csv": smallSurvey() });
  const [polychoric, ...others] = await Promise.all(["polychoric", "tetrachoric", "mixed"].map(of));
  for (const other of others) expect(other).toEqual(polychoric);
});
