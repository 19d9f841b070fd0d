import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { smallStudy, smallSurvey } from "../study/memory";
import { folderOf, runCheck } from "./check-run";

const claim = "# Results\n\nThe scale First had a Cronbach's alpha of .123.\n";
const folder = folderOf({
  "scree.yaml": `${smallStudy}manuscripts: [mine.md, chapters]\n`,
  "survey.csv": smallSurvey(),
  "mine.md": claim,
  "other.md": claim,
  "chapters/one.md": claim,
  "chaptersofanother.md": claim,
  "nodata/scree.yaml": "data: gone.csv\nmanuscripts: [mine.md]\n",
  "nodata/mine.md": claim,
});
const rulesOf = async (name: string) => {
  const { out, err } = await runCheck(join(folder, name), "--format", "json");
  return { rules: JSON.parse(out).files[0].findings.map(({ rule }: { rule: string }) => rule), err };
};

describe("a manuscript is compared with the data of the nearest study", () => {
  test("that names it, or a folder it lies in, though it holds no live table", async () => {
    expect(await rulesOf("mine.md")).toEqual({ rules: ["unsupported-value"], err: "" });
    expect(await rulesOf("chapters/one.md")).toEqual({ rules: ["unsupported-value"], err: "" });
  });

  test("not where the study does not name it", async () => {
    expect(await rulesOf("other.md")).toEqual({ rules: [], err: "" });
    expect(await rulesOf("chaptersofanother.md")).toEqual({ rules: [], err: "" });
  });

  test("and where the data cannot be read, that is said", async () => {
    const { rules, err } = await rulesOf("nodata/mine.md");
    expect(rules).toEqual([]);
    expect(err).toMatch(/line 1: the data file gone\.csv cannot be read\.[^\n]*not compared with its data\.\n$/);
  });
});
