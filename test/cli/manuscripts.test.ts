import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { smallStudy, smallSurvey } from "../study/memory";
import { scree } from "./scree";

const root = mkdtempSync(join(tmpdir(), "scree-study-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let studies = 0;

/** A study in a folder of its own. */
function studyFolder(files: Record<string, string>, study = `${smallStudy}manuscripts: [manuscript.md]\n`) {
  const folder = join(root, String(++studies));
  for (const [name, content] of Object.entries({ "scree.yaml": study, "survey.csv": smallSurvey(), ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return { folder, read: (name: string) => readFileSync(join(folder, name), "utf8") };
}

const old = "# Results\n\n*N* = 317<!-- scree:v n -->.\n";
const right = "# Results\n\n*N* = 60<!-- scree:v n -->.\n";

describe("without a file, the manuscripts of the study", () => {
  test("tables --check reports, tables refreshes", () => {
    const { folder, read } = studyFolder({ "manuscript.md": old, "other.md": old });
    const checked = scree(["tables", "--check"], { cwd: folder });
    expect(checked).toMatchObject({ status: 1, err: "" });
    expect(checked.out).toMatch(/^manuscript\.md\n.*317 → 60/);
    expect(read("manuscript.md")).toBe(old);

    expect(scree(["tables"], { cwd: folder }).status).toBe(0);
    expect(read("manuscript.md")).toBe(right);
    expect(read("other.md")).toBe(old);
    expect(scree(["tables", "--check"], { cwd: folder }).status).toBe(0);
  });

  test("from a folder below, from elsewhere with --study, and where the manuscript lies outside the study's folder", () => {
    const { folder, read } = studyFolder(
      {
        "data/scree.yaml": `${smallStudy}manuscripts: [../paper/one.md, two.md]\n`,
        "data/survey.csv": smallSurvey(),
        "data/two.md": right,
        "paper/one.md": old,
      },
      smallStudy,
    );
    mkdirSync(join(folder, "data/notes"));
    expect(scree(["tables", "--check"], { cwd: join(folder, "data/notes") }).out).toMatch(/^\.\.\/\.\.\/paper\/one\.md\n.*317 → 60[^]*\n\.\.\/two\.md\n/);
    expect(scree(["tables", "--study", "data/scree.yaml"], { cwd: folder }).status).toBe(0);
    expect(read("paper/one.md")).toBe(right);
  });

  test("check", () => {
    const { folder } = studyFolder({ "manuscript.md": "# Results\n\nThe eigenvalues are 31.2 of 24 items; KMO = 1.20.\n" });
    const { status, out } = scree(["check", "--fail-on", "never"], { cwd: folder });
    expect(status).toBe(0);
    expect(out).toMatch(/^manuscript\.md\n[^]*KMO/);
  });

  test("what is missing is said", () => {
    const unnamed = studyFolder({}, smallStudy);
    expect(scree(["tables"], { cwd: unnamed.folder })).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^scree: scree\.yaml names no manuscript\. .*manuscripts:/),
    });
    const absent = studyFolder({});
    for (const command of ["tables", "check"])
      expect(scree([command], { cwd: absent.folder })).toMatchObject({
        status: 2,
        err: expect.stringMatching(/^scree: scree\.yaml, line 8: the manuscript manuscript\.md does not exist\./),
      });
    expect(scree(["tables"], { cwd: root })).toMatchObject({ status: 2, err: expect.stringMatching(/^scree: Name a manuscript\. .*scree\.yaml/) });
  });
});

test("every marker that cannot be used is named, and nothing is written", () => {
  const source = [
    old,
    "*M* = 3.2<!-- scree:v nope -->, α = .81<!-- scree:v alpha.third -->.",
    "",
    "<!-- scree:begin reliability scale=Nope -->\n\n<!-- scree:end -->",
    "",
    "<!-- scree:begin item-statistics scale=Nope -->\n\n<!-- scree:end -->",
    "",
  ].join("\n");
  const { folder, read } = studyFolder({ "manuscript.md": source });
  const { status, out, err } = scree(["tables"], { cwd: folder });
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/^scree: manuscript\.md, line 5: There is no value "nope"/),
    expect.stringMatching(/^scree: manuscript\.md, line 5: There is no value "alpha\.third"/),
    expect.stringMatching(/^scree: manuscript\.md, line 7: The live table "reliability" has no use for the option "scale"\./),
    expect.stringMatching(/^scree: manuscript\.md, line 11: There is no scale "Nope"/),
  ]);
  expect(read("manuscript.md")).toBe(source);
});
