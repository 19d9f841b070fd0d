import { beforeAll, describe, expect, test } from "vitest";
import { checkManuscript } from "../../src/checks/run";
import { liveFindings } from "../../src/study/findings";
import type { OpenStudy } from "../../src/study/open-study";
import { statusOf } from "../../src/study/refresh";
import { unsupportedValues } from "../../src/study/unsupported-values";
import { allTables } from "../../src/tables/catalogue";
import { toMarkdown } from "../../src/tables/markdown";
import { openSmall } from "./memory";

let open: OpenStudy;
let alpha: { raw: string; standardized: string };
beforeAll(async () => {
  open = await openSmall();
  const [first] = (await open.analysis()).reliability;
  alpha = { raw: first.alpha!.toFixed(4).slice(1), standardized: first.standardizedAlpha!.toFixed(4).slice(1) };
});

const found = async (source: string) =>
  (await unsupportedValues(`# Results\n\n${source}\n`, "paper.md", open)).map(({ severity, message, fixes }) => ({
    severity,
    message,
    fix: fixes[0]?.edits[0].newText,
  }));

describe("what the data do not give", () => {
  test("an α of a scale that the study knows, with the right one as a fix", async () => {
    expect(await found("The scale First had a Cronbach's alpha of .1234.")).toEqual([
      { severity: "error", message: expect.stringMatching(/^\.1234 is not what the data give: the (nearest )?raw α of .* is \.\d{4}\.$/), fix: undefined },
    ]);
    expect(await found("| Scale | Items | α |\n|---|---|---|\n| First | 3 | .1234 |\n| Second group | 3 | .1111 |")).toEqual([
      { severity: "error", message: `.1234 is not what the data give: the raw α of First is ${alpha.raw}.`, fix: alpha.raw },
      { severity: "error", message: expect.stringContaining("raw α of Second group"), fix: expect.stringMatching(/^\.\d{4}$/) },
    ]);
  });

  test("another convention is named, and is no error", async () => {
    expect(alpha.raw).not.toBe(alpha.standardized);
    expect(await found(`| Scale | Items | α |\n|---|---|---|\n| First | 3 | ${alpha.standardized} |`)).toEqual([
      { severity: "information", message: `${alpha.standardized} is the standardized α of First; the raw α of First is ${alpha.raw}.`, fix: alpha.raw },
    ]);
  });

  test("KMO, Bartlett's χ² and df", async () => {
    const { kmo, bartlett } = (await open.analysis()).factorability!;
    const sentence = (k: string, chi: string, df: string) => `The KMO was ${k}. Bartlett's test of sphericity gave χ²(${df}) = ${chi}, *p* < .001.`;
    expect(await found(sentence(kmo!.toFixed(2).slice(1), bartlett.chiSquare!.toFixed(2), "15"))).toEqual([]);
    const wrong = await found(sentence(".12", "999.99", "14"));
    expect(wrong.map(({ severity }) => severity)).toEqual(["error", "error", "error"]);
    expect(wrong[0].fix).toBe(kmo!.toFixed(2).slice(1));
  });
});

describe("what is left alone", () => {
  test("every table that the data give, of each analysis", async () => {
    for (const name of ["main", "oblique"]) {
      const tables = allTables(await open.analysis(name), { hide: 0 }).map((table, i) => toMarkdown(table, { number: i + 1 }));
      expect(await found(`The 6 items were factor analysed.\n\n${tables.join("\n\n")}`), name).toEqual([]);
    }
  });

  test.each([
    "Smith (2019) reported a Cronbach's alpha of .12.",
    "In the pilot study, Cronbach's alpha was .12.",
    "Values of alpha above .70 are acceptable.",
    "Cronbach's alpha was .12<!-- scree:v alpha.first -->.",
    "Nothing was measured.",
  ])("%s", async (sentence) => {
    expect(await found(sentence)).toEqual([]);
  });

  test("what a comment silences; the comment is neither unknown nor unused", async () => {
    const source = "# Results\n\n<!-- scree-disable-next-line unsupported-value -- of the first wave -->\nThe scale First had a Cronbach's alpha of .1234.\n";
    const more = await unsupportedValues(source, "paper.md", open);
    expect(more).toHaveLength(1);
    expect(liveFindings(source, await statusOf(source, open), "paper.md", more)).toEqual([]);
    expect(checkManuscript(source, { path: "paper.md" }).findings.map((finding) => finding.rule)).toEqual([]);
  });
});
