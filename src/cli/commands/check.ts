import { boundRules } from "../../checks/bound-rules";
import { checks } from "../../checks/catalogue";
import type { FileResult } from "../../checks/result";
import { checkManuscript } from "../../checks/run";
import { ScreeError } from "../../errors";
import { nearestName } from "../../psychometrics/selection";
import { version } from "../../version";
import { choice, list, readArguments } from "../arguments";
import { checkText } from "../check-text";
import { type Command, done, type Io, reported } from "../io";
import { type ManuscriptText, readManuscripts } from "../manuscripts";
import { sarif } from "../sarif";
import { styleOf } from "../style";

const help = `scree check FILE...

Reads manuscripts (Markdown, Quarto, plain text; folders are walked; "-" is standard input) and lists every reported
statistic that contradicts itself, another place or, where a study names the data, the data.

  --format text|json|sarif          default: text
  --fail-on error|warning|never     what makes the exit status 1; default: error
  --study FILE                      the study of live tables and bound numbers; default: the nearest scree.yaml
  --disable ID                      leaves a rule out (repeatable, or a list with commas)
  --rules                           prints the catalogue of rules and ends
`;

const severities = ["error", "warning", "information"] as const;
const bars = { error: 0, warning: 1, never: -1 };

const check: Command = {
  help,
  async run(words, io) {
    const given = readArguments(words, { format: "value", study: "value", "fail-on": "value", disable: "values", rules: "flag" });
    const format = choice(given, "format", ["text", "json", "sarif"]) ?? "text";
    const failOn = choice(given, "fail-on", ["error", "warning", "never"]) ?? "error";
    const disabled = list(given.values("disable"));
    disabled.forEach(mustBeKnown);
    if (given.has("rules")) return rules(io, format === "json");

    const manuscripts = await readManuscripts(given.words, io);
    const results: FileResult[] = [];
    for (const manuscript of manuscripts) results.push(await checkOne(manuscript, disabled, given.value("study"), io));
    print(results, manuscripts, format, io);
    return results.some(({ findings }) => findings.some((finding) => severities.indexOf(finding.severity) <= bars[failOn])) ? reported : done;
  },
};

const catalogue = () => [...checks, ...boundRules].map(({ id, severity, summary }) => ({ id, severity, summary }));

function mustBeKnown(id: string): void {
  const ids = catalogue().map((rule) => rule.id);
  if (ids.includes(id)) return;
  const near = nearestName(id, ids);
  throw new ScreeError("unknown-rule", `There is no rule "${id}".`, { hint: near ? `Did you mean ${near}?` : "See scree check --rules." });
}

async function checkOne({ path, source }: ManuscriptText, disabled: readonly string[], study: string | undefined, io: Io): Promise<FileResult> {
  const result = checkManuscript(source, { path, disabled });
  if (study === undefined && !/<!--\s{0,9}scree\s?:/i.test(source)) return result;
  const { checkLive } = await import("../live");
  const live = (await checkLive(source, path, study, io.files)).filter((finding) => !disabled.includes(finding.rule));
  return { ...result, findings: [...result.findings, ...live].sort((a, b) => a.range.start.offset - b.range.start.offset) };
}

function print(results: readonly FileResult[], manuscripts: readonly ManuscriptText[], format: "text" | "json" | "sarif", io: Io): void {
  if (format === "json") io.out(`${JSON.stringify({ version, files: results }, null, 2)}\n`);
  else if (format === "sarif") io.out(`${JSON.stringify(sarif(results, checks), null, 2)}\n`);
  else io.out(`${results.map((result, i) => checkText(result, manuscripts[i].source, styleOf(io.colours))).join("\n\n")}\n`);
}

function rules(io: Io, json: boolean): number {
  const all = catalogue();
  const width = Math.max(...all.map(({ id }) => id.length));
  if (json) io.out(`${JSON.stringify({ version, rules: all }, null, 2)}\n`);
  else io.out(all.map(({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(11)}  ${summary}\n`).join(""));
  return done;
}

export default check;
