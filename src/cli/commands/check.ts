import { withBoxes } from "../../checks/boxes";
import type { FileResult } from "../../checks/result";
import { reviewMarkdown } from "../../checks/review";
import { allRules } from "../../checks/rule-ids";
import { checkManuscript } from "../../checks/run";
import { type Severities, switchedOff, withSeverities } from "../../checks/severities";
import { version } from "../../version";
import { choice, readArguments } from "../arguments";
import { manuscriptsTable } from "../check-table";
import { checkText } from "../check-text";
import { githubAnnotations } from "../github";
import { type Command, done, type Io, reported } from "../io";
import { type ManuscriptText, namedManuscripts, readManuscripts } from "../manuscripts";
import { sarif } from "../../checks/sarif";
import { givenSeverities } from "../severities";
import { studyChecks } from "../study-checks";
import { styleOf } from "../style";
import { textTable } from "../text-table";

const help = `scree check [FILE...]

Reads manuscripts (Markdown, Quarto, LaTeX, HTML, plain text, DOCX, PDF; folders are walked; "-" is standard input) and lists
every reported statistic that contradicts itself, another place or, where a study names the data, the data.
Without a file: the manuscripts that the nearest scree.yaml (or --study) names under "manuscripts".

  --format text|json|sarif          default: text; several manuscripts end with one table, the worst first
           review                   a review in Markdown, as one sends it to authors
           github                   annotations of a pull request, in GitHub Actions
  --fail-on error|warning|never     what makes the exit status 1; default: error
  --study FILE                      the study of live tables and bound numbers; default: the nearest scree.yaml
  --severity RULE=LEVEL             error, warning, information or off (repeatable, or a list with commas);
                                    the same stands in a study under checks: { RULE: LEVEL }
  --disable ID                      leaves a rule out (repeatable, or a list with commas)
  --rules                           prints the catalogue of rules and ends
`;

const formats = ["text", "json", "sarif", "github", "review"] as const;
const severities = ["error", "warning", "information"] as const;
const bars = { error: 0, warning: 1, never: -1 };

const check: Command = {
  help,
  async run(words, io) {
    const given = readArguments(words, { format: "value", study: "value", "fail-on": "value", severity: "values", disable: "values", rules: "flag" });
    const format = choice(given, "format", formats) ?? "text";
    const failOn = choice(given, "fail-on", ["error", "warning", "never"]) ?? "error";
    const asked = givenSeverities(given);
    if (given.has("rules")) return rules(io, format === "json");

    const manuscripts = await readManuscripts((await namedManuscripts(given.words, given.value("study"), io)).words, io);
    const ofStudy = studyChecks(given.value("study"), io);
    const results: FileResult[] = [];
    for (const manuscript of manuscripts) {
      const { severities, isNamed } = await ofStudy(manuscript.path);
      results.push(await checkOne(manuscript, new Map([...severities, ...asked]), { named: given.value("study"), isNamed }, io));
    }
    print(results, manuscripts, format, io);
    return results.some(({ findings }) => findings.some((finding) => severities.indexOf(finding.severity) <= bars[failOn])) ? reported : done;
  },
};

/** @param study `named` on the command line; `isNamed`: the manuscript is one of its own, so its values are compared with the data */
async function checkOne(
  { path, source, places }: ManuscriptText,
  chosen: Severities,
  study: { readonly named: string | undefined; readonly isNamed: boolean },
  io: Io,
): Promise<FileResult> {
  const result = checkManuscript(source, { path, disabled: switchedOff(chosen) });
  const hasData = study.isNamed || /<!--\s{0,9}scree\s?:/i.test(source);
  const live = hasData ? await (await import("../live")).checkLive(source, path, study.named, io) : [];
  const findings = [...result.findings, ...live].sort((a, b) => a.range.start.offset - b.range.start.offset);
  return withSeverities(withBoxes({ ...result, findings }, places), chosen);
}

function print(results: readonly FileResult[], manuscripts: readonly ManuscriptText[], format: (typeof formats)[number], io: Io): void {
  const each = <T>(write: (result: FileResult, source: string) => T): T[] => results.map((result, i) => write(result, manuscripts[i].source));
  if (format === "json") return io.out(`${JSON.stringify({ version, files: results }, null, 2)}\n`);
  if (format === "sarif")
    return io.out(
      `${JSON.stringify(
        sarif(results, allRules, (i) => manuscripts[i].source),
        null,
        2,
      )}\n`,
    );
  if (format === "github")
    return io.out(
      each(githubAnnotations)
        .flat()
        .map((line) => `${line}\n`)
        .join(""),
    );
  if (format === "review") return io.out(each((result, source) => reviewMarkdown(result.path, { result, lines: source.split(/\r\n|\n|\r/) })).join("\n"));
  const style = styleOf(io.colours);
  const texts = each((result, source) => checkText(result, source, style));
  io.out(`${[...texts, ...(results.length > 1 ? [textTable(manuscriptsTable(results), style)] : [])].join("\n\n")}\n`);
}

function rules(io: Io, json: boolean): number {
  const all = allRules.map(({ id, severity, summary }) => ({ id, severity, summary }));
  const width = Math.max(...all.map(({ id }) => id.length));
  if (json) io.out(`${JSON.stringify({ version, rules: all }, null, 2)}\n`);
  else io.out(all.map(({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(11)}  ${summary}\n`).join(""));
  return done;
}

export default check;
