import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withSeverities } from "../../src/checks/severities";
import { checkManuscript } from "../../src/checks/run";
import { folderOf, runCheck } from "./check-run";

const doubtful = "# Results\n\nThe difference was clear, *t*(28) = 2.20, *p* = .02.\n";
const wrong = "# Results\n\nThe questionnaire had 24 items. The largest eigenvalue was 84.324.\n";
const folder = folderOf({
  "plain/doubtful.md": doubtful,
  "plain/wrong.md": wrong,
  "strict/scree.yaml": "data: survey.csv\nchecks: { p-value: error, eigenvalue-range: information }\n",
  "strict/doubtful.md": doubtful,
  "strict/deep/wrong.md": wrong,
  "quiet/scree.yaml": "data: survey.csv\nchecks:\n  p-value: off\n",
  "quiet/doubtful.md": doubtful,
  "mistaken/scree.yaml": "data: survey.csv\nchecks:\n  p-valeu: error\n",
  "mistaken/wrong.md": wrong,
});
const at = (name: string) => join(folder, name);
const severities = async (...words: string[]) =>
  JSON.parse((await runCheck(...words, "--format", "json")).out).files[0].findings.map((one: { severity: string }) => one.severity);

describe("withSeverities", () => {
  const result = checkManuscript(doubtful, { path: "x.md" });

  test("changes, removes and leaves alone", () => {
    expect(withSeverities(result, new Map())).toBe(result);
    expect(withSeverities(result, new Map([["p-value", "error"]])).findings.map(({ severity }) => severity)).toEqual(["error"]);
    expect(withSeverities(result, new Map([["p-value", "off"]])).findings).toEqual([]);
    expect(withSeverities(result, new Map([["citation", "off"]])).findings).toEqual(result.findings);
    expect(withSeverities(result, new Map([["p-value", "information"]])).statistics).toEqual(result.statistics);
    expect(result.findings.map(({ severity }) => severity)).toEqual(["warning"]);
  });
});

describe("--severity", () => {
  test("--fail-on judges by the changed severities", async () => {
    const doubt = at("plain/doubtful.md");
    expect((await runCheck(doubt)).status).toBe(0);
    expect((await runCheck(doubt, "--severity", "p-value=error")).status).toBe(1);
    expect((await runCheck(doubt, "--severity", "p-value=information", "--fail-on", "warning")).status).toBe(0);
    expect((await runCheck(at("plain/wrong.md"), "--severity", "eigenvalue-range=off,citation=error")).status).toBe(0);
    expect((await runCheck(at("plain/wrong.md"), "--severity", "eigenvalue-range=warning", "--severity", "p-value=off")).status).toBe(0);
  });

  test("a rule that is off leaves no verdict behind", async () => {
    const { files } = JSON.parse((await runCheck(at("plain/doubtful.md"), "--severity", "p-value=off", "--format", "json")).out);
    expect(files[0].findings).toEqual([]);
    expect(files[0].statistics.some((one: { verdict: string }) => one.verdict === "inconsistent")).toBe(false);
  });

  test.each([
    ["p-valeu=error", /There is no rule "p-valeu"\. Did you mean p-value\?/],
    ["p-value=eror", /The severity of p-value cannot be "eror"\. Did you mean error\?/],
    ["p-value", /--severity cannot be "p-value"\. Write RULE=LEVEL/],
    ["p-value=error=off", /Write RULE=LEVEL/],
    ["constructor=off", /There is no rule "constructor"/],
  ])("%s", async (given, words) => {
    const { status, err } = await runCheck(at("plain/doubtful.md"), "--severity", given);
    expect([status, err]).toEqual([2, expect.stringMatching(words)]);
  });
});

describe("checks: in scree.yaml", () => {
  test("holds for the manuscripts in its folder and below; the command line comes before it", async () => {
    expect(await severities(at("strict/doubtful.md"))).toEqual(["error"]);
    expect(await severities(at("strict/deep/wrong.md"))).toEqual(["information"]);
    expect(await severities(at("strict/doubtful.md"), "--severity", "p-value=warning")).toEqual(["warning"]);
    expect(await severities(at("quiet/doubtful.md"))).toEqual([]);
    expect((await runCheck(at("strict"), at("quiet"))).status).toBe(1);
    expect((await runCheck(at("quiet"))).status).toBe(0);
  });

  test("a rule that does not exist: said at its line, and the manuscripts are checked all the same", async () => {
    const { status, out, err } = await runCheck(at("mistaken/wrong.md"));
    expect(status).toBe(1);
    expect(out).toContain("84.324");
    expect(err).toMatch(/mistaken\/scree\.yaml, line 3: there is no rule "p-valeu"\. Did you mean p-value\? Its severities are not used\.\n$/);
  });

  test("in a study that is named it cannot be used", async () => {
    const { status, err } = await runCheck(at("plain/wrong.md"), "--study", at("mistaken/scree.yaml"));
    expect([status, err]).toEqual([2, expect.stringMatching(/line 3: there is no rule/)]);
  });
});
