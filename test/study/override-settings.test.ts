import { describe, expect, test } from "vitest";
import { openSmall } from "./memory";
import { readStudy } from "../../src/study/read-study";

const study = (settings: string) => `data: survey.csv\nanalyses:\n  main: { factors: 2, iterations: 0, ${settings} }\n`;

describe("single choices in scree.yaml", () => {
  test("each becomes the setting of its name, and is used", async () => {
    const { analyses } = readStudy(study("rotation: promax, kappa: 3, kaiser: on, stop-rule: limit, tolerance: 0.00001, max-iterations: 500"), "scree.yaml");
    expect(analyses[0].settings).toMatchObject({ kappa: 3, kaiser: true, stopRule: "limit", tolerance: 0.00001, maxIterations: 500 });
    const [three, four] = await Promise.all(["kappa: 3", "kappa: 4"].map(async (kappa) => (await openSmall(study(`rotation: promax, ${kappa}`))).analysis()));
    expect(three.solution!.loadings).not.toEqual(four.solution!.loadings);
    expect(readStudy(study("rotation: oblimin, delta: -1, kaiser: false"), "scree.yaml").analyses[0].settings).toMatchObject({ delta: -1, kaiser: false });
  });

  test.each([
    ["kappa: 1", /line 3: 1 is not possible here/],
    ["delta: 2", /2 is not possible/],
    ["kaiser: maybe", /"maybe" is not possible/],
    ["stop-rule: sps", /"sps" is not possible/],
    ["max-iterations: 0", /0 is not possible/],
    ["kapa: 4", /"kapa" is not known here/],
  ])("%s is refused at its line", (settings, words) => {
    expect(() => readStudy(study(settings), "scree.yaml")).toThrow(words);
  });
});
