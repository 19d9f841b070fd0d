import { beforeEach, describe, expect, it } from "vitest";
import { ScreeError } from "../../src/errors";
import { resolveUri } from "../../src/extension/remote/remote-files";
import { insertion, type InsertionRequest } from "../../src/extension/studies/insertion";
import { liveStatus, unusableStudy } from "../../src/extension/studies/live-status";
import { studyCache } from "../../src/extension/studies/opened";
import { defaultSettings } from "../../src/psychometrics/analysis";
import { applyEdits } from "../../src/study/edit";
import { readSurvey } from "../../src/survey/read";
import { type Choices } from "../../src/webview/protocol";
import { createRandom } from "./random";

const paper = "file:///p/paper.md";
const data = "file:///p/survey.csv";
const text = "# A paper\n\nResults follow.\n\n## Discussion\n";
const choices: Choices = { items: null, reverse: [], scales: [], missingCodes: [], settings: { ...defaultSettings, iterations: 20 } };

let disk: Map<string, { bytes: Uint8Array; version: number }>;
const put = (uri: string, content: string) => disk.set(uri, { bytes: new TextEncoder().encode(content), version: (disk.get(uri)?.version ?? 0) + 1 });
const at = (uri: string) => new TextDecoder().decode(disk.get(uri)!.bytes);
const files = {
  read: async (uri: string) => {
    const file = disk.get(uri);
    if (!file) throw new ScreeError("file-not-found", `${uri} does not exist.`);
    return file.bytes;
  },
  write: async () => undefined,
  exists: async (uri: string) => disk.has(uri),
  stamp: async (uri: string) => String(disk.get(uri)?.version ?? null),
  resolve: resolveUri,
};
let studies: ReturnType<typeof studyCache>;
const surveyOf = async (uri: string) => readSurvey(await files.read(uri), { name: "survey.csv" });
const insert = (request: Partial<InsertionRequest>) =>
  insertion(
    { manuscript: { uri: paper, text, offset: text.indexOf("## Discussion") }, tables: ["reliability"], flavour: "gfm", panel: { data, choices }, ...request },
    files,
    studies,
    surveyOf,
  );

/** Sixty answers to six items of one factor. */
function survey(seed: number): string {
  const random = createRandom(seed);
  const rows = Array.from({ length: 60 }, (_, i) => {
    const level = random() * 3;
    return [`P${i}`, ...Array.from({ length: 6 }, () => Math.min(5, Math.max(1, Math.round(1 + level + random() * 2))))].join(",");
  });
  return `id,${Array.from({ length: 6 }, (_, j) => `Q${j + 1}`).join(",")}\n${rows.join("\n")}\n`;
}

beforeEach(() => {
  disk = new Map();
  studies = studyCache(() => files);
  put(data, survey(1));
});

describe("insertion", () => {
  it("writes a study beside the manuscript with the first table, which is then fresh", async () => {
    const { edit, study, end } = await insert({});
    expect(study).toMatchObject({ uri: "file:///p/scree.yaml", before: null });
    expect(study!.after).toContain("data: survey.csv");
    put(study!.uri, study!.after);
    const after = applyEdits(text, [edit]);
    expect(after.slice(0, end)).toMatch(/<!-- scree:end [^\n]*-->$/);
    const status = await liveStatus({ uri: paper, text: after, flavour: "gfm" }, (await studies.of(paper))!.open);
    expect(status.blocks.map(({ id, state }) => [id, state])).toEqual([["reliability", "fresh"]]);
    expect(status.findings).toEqual([]);
  });

  it("uses the study's own analysis where the panel shows the same, and adds one where it does not", async () => {
    put("file:///p/scree.yaml", (await insert({})).study!.after);
    expect((await insert({})).study).toBeUndefined();
    const other = { ...choices, settings: { ...choices.settings, rotation: "promax" as const } };
    const { edit, study } = await insert({ panel: { data, choices: other }, tables: ["loadings"] });
    expect(study).toMatchObject({ before: at("file:///p/scree.yaml") });
    expect(study!.after).toMatch(/paf-promax/);
    expect(study!.after).toContain("# What Scree knows"); // comments stay
    const after = applyEdits(text, [edit]);
    expect(after).toContain("<!-- scree:begin loadings analysis=paf-promax -->");
    put("file:///p/scree.yaml", study!.after);
    expect((await insert({ panel: { data, choices: other } })).study).toBeUndefined();
    const status = await liveStatus({ uri: paper, text: after, flavour: "gfm" }, (await studies.of(paper))!.open);
    expect(status.blocks.map(({ state }) => state)).toEqual(["fresh"]);
  });

  it("inserts several tables as one edit, in their order, each fresh", async () => {
    const { edit, study } = await insert({ tables: ["descriptives", "reliability", "loadings"] });
    put(study!.uri, study!.after);
    const after = applyEdits(text, [edit]);
    expect([...after.matchAll(/scree:begin ([\w-]+)/g)].map(([, id]) => id)).toEqual(["descriptives", "reliability", "loadings"]);
    expect([...after.matchAll(/\*\*Table (\d)\*\*/g)].map(([, n]) => n)).toEqual(["1", "2", "3"]);
    expect(after.startsWith("# A paper\n\nResults follow.\n\n")).toBe(true);
    expect(after.endsWith("## Discussion\n")).toBe(true);
    const { blocks } = await liveStatus({ uri: paper, text: after, flavour: "gfm" }, (await studies.of(paper))!.open);
    expect(blocks.map(({ state }) => state)).toEqual(["fresh", "fresh", "fresh"]);
  });

  it("writes every choice of the panel in the study's own words, and finds that analysis again", async () => {
    put("file:///p/scree.yaml", "data: survey.csv\n");
    const target = Array.from({ length: 6 }, (_, i) => (i < 3 ? [0.7, 0] : [0, null]));
    const settings = {
      ...choices.settings,
      rotation: "target" as const,
      target,
      factors: 2,
      parallel: { eigenvalues: "smc", data: "permuted", threshold: "mean" } as const,
      compareUpTo: 2,
      kaiser: false,
      stopRule: "limit" as const,
      maxIterations: 500,
      starts: 3,
      factorNames: ["Warmth", "Order"],
      bootstrap: 20,
    };
    const { edit, study } = await insert({
      panel: { data, choices: { ...choices, settings, tables: { decimals: 3, hide: 0, labels: true } } },
      tables: ["loading-intervals"],
    });
    expect(study!.after).toMatch(/parallel: \[ ?smc, permuted, mean ?\]/);
    for (const line of ["kaiser: off", "stop-rule: limit", "max-iterations: 500", "compare: 2", "bootstrap: 20", "starts: 3", "factor-names:"])
      expect(study!.after).toContain(line);
    expect(study!.after).toMatch(/Q4: \[ ?0, null ?\]/);
    expect(study!.after).toMatch(/analyses:\n +main:/); // a study that named none meant this one, and still does
    put(study!.uri, study!.after);
    expect((await insert({ panel: { data, choices: { ...choices, settings } }, tables: ["bootstrap"] })).study).toBeUndefined();
    const after = applyEdits(text, [edit]);
    expect(after).toContain("<!-- scree:begin loading-intervals analysis=paf-target decimals=3 labels=true -->"); // it hides nothing
    const { blocks } = await liveStatus({ uri: paper, text: after, flavour: "gfm" }, (await studies.of(paper))!.open);
    expect(blocks.map(({ state }) => state)).toEqual(["fresh"]);
  });

  it("has tables of careless responding where the study looks for it", async () => {
    put("file:///p/scree.yaml", "data: survey.csv\ncareless: on\nanalyses:\n  main: { iterations: 20 }\n");
    const { edit, study } = await insert({ tables: ["careless-indices"] });
    expect(study).toBeUndefined();
    const { blocks } = await liveStatus({ uri: paper, text: applyEdits(text, [edit]), flavour: "gfm" }, (await studies.of(paper))!.open);
    expect(blocks.map(({ id, state }) => [id, state])).toEqual([["careless-indices", "fresh"]]);
  });

  it("asks no bootstrap of tables that have no intervals", async () => {
    const { study } = await insert({ panel: { data, choices: { ...choices, settings: { ...choices.settings, bootstrap: 50 } } }, tables: ["loadings"] });
    expect(study!.after).not.toContain("bootstrap");
  });

  it("sees a changed survey, and refreshes to what an insertion would have written", async () => {
    const first = await insert({});
    put(first.study!.uri, first.study!.after);
    const before = applyEdits(text, [first.edit]);
    put(data, survey(2));
    const open = (await studies.of(paper))!.open;
    const status = await liveStatus({ uri: paper, text: before, flavour: "gfm" }, open);
    expect(status.blocks.map(({ state }) => state)).toEqual(["stale"]);
    const numbers = (markdown: string) => markdown.match(/\.\d\d/g);
    const again = await insert({});
    expect(numbers(applyEdits(before, status.refresh))).toEqual(numbers(applyEdits(text, [again.edit])));
  });

  it("refuses with a sentence what cannot be live", async () => {
    await expect(insert({ manuscript: { uri: "untitled:Untitled-1", text, offset: 0 } })).rejects.toMatchObject({ code: "unsaved-manuscript" });
    put("file:///p/scree.yaml", "data: other.csv\n");
    put("file:///p/other.csv", survey(3));
    await expect(insert({})).rejects.toMatchObject({ code: "other-study" });
    put("file:///p/scree.yaml", "data: survey.csv\n");
    await expect(insert({ panel: { data, choices: { ...choices, missingCodes: [9] } } })).rejects.toMatchObject({ code: "other-missing-codes" });
    await expect(
      insertion({ manuscript: { uri: "file:///q/paper.md", text, offset: 0 }, tables: ["loadings"], flavour: "gfm" }, files, studies, surveyOf),
    ).rejects.toMatchObject({ code: "no-study" });
  });

  it("says once, at the first marker, that the study cannot be used", () => {
    const { findings } = unusableStudy(
      { uri: paper, text: "\n<!-- scree:begin loadings -->\n\n<!-- scree:end -->\n\n.8<!-- scree:v alpha.all -->\n", flavour: "gfm" },
      new ScreeError("bad-yaml", "scree.yaml, line 2: wrong.", { hint: "Mend it." }),
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ message: "scree.yaml, line 2: wrong.", range: { start: { line: 2, column: 1 } } });
  });

  it("tells where the study is wrong, by its short name", async () => {
    put("file:///p/scree.yaml", "data: survey.csv\nitmes: Q1-Q6\n");
    const error = (await studies.of(paper).catch((thrown: unknown) => thrown)) as ScreeError;
    expect(error.message).toMatch(/^scree\.yaml, line 2: /);
    const { study } = unusableStudy({ uri: paper, text: "", flavour: "gfm" }, error);
    expect(study).toMatchObject({ uri: "file:///p/scree.yaml", start: 17 });
    expect(study!.message).toMatch(/^"itmes" is not known here\./);
  });

  it("keeps a study open until one of its files changes", async () => {
    put("file:///p/scree.yaml", "data: survey.csv\n");
    const first = (await studies.of(paper))!.open;
    expect((await studies.of(paper))!.open).toBe(first);
    put(data, survey(2));
    expect((await studies.of(paper))!.open).not.toBe(first);
    expect(at(data)).toBe(survey(2));
  });
});
