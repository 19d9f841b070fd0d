import { unknownRule } from "../checks/rule-ids";
import { type RuleSeverity, ruleSeverities, type Severities } from "../checks/severities";
import { ScreeError } from "../errors";
import { nearestName } from "../psychometrics/selection";
import { findStudy } from "../study/open-study";
import { type Given, list } from "./arguments";
import type { Io } from "./io";

/**
 * What the command line says of the rules: `--severity RULE=LEVEL`, and `--disable RULE` for off.
 * @throws ScreeError `unknown-rule`, `unknown-value`
 */
export function givenSeverities(given: Given): Severities {
  const pairs = list(given.values("severity")).map((text): [string, RuleSeverity] => {
    const [rule, level, ...more] = text.split("=").map((part) => part.trim());
    if (level === undefined || more.length > 0)
      throw new ScreeError("unknown-value", `--severity cannot be "${text}".`, { hint: "Write RULE=LEVEL, such as p-value=error." });
    return [known(rule), levelOf(rule, level)];
  });
  return new Map([...pairs, ...list(given.values("disable")).map((rule): [string, RuleSeverity] => [known(rule), "off"])]);
}

function known(rule: string): string {
  const unknown = unknownRule(rule);
  if (unknown) throw new ScreeError("unknown-rule", `There is no rule "${rule}".`, unknown);
  return rule;
}

function levelOf(rule: string, level: string): RuleSeverity {
  const found = ruleSeverities.find((one) => one === level);
  if (found) return found;
  const near = nearestName(level, ruleSeverities);
  throw new ScreeError("unknown-value", `The severity of ${rule} cannot be "${level}".`, {
    hint: near ? `Did you mean ${near}?` : `It is one of ${ruleSeverities.join(", ")}.`,
  });
}

/**
 * What the studies of the manuscripts say of the rules: the one that is named, else the nearest `scree.yaml` of each. Each study is read once.
 * One that was only found and cannot be read is passed over with a word: it must not keep the manuscripts from being checked.
 */
export function studySeverities(named: string | undefined, io: Io): (manuscript: string) => Promise<Severities> {
  const studies = new Map<string, Promise<Severities>>();
  return async (manuscript) => {
    const path = named ?? (await findStudy(io.files, manuscript === "-" ? "stdin" : manuscript));
    if (path === undefined) return new Map();
    const read = studies.get(path) ?? readSeverities(path, named !== undefined, io);
    studies.set(path, read);
    return read;
  };
}

async function readSeverities(path: string, mustBeUsable: boolean, io: Io): Promise<Severities> {
  try {
    const source = new TextDecoder().decode(await io.files.read(path));
    if (!/\bchecks\b/.test(source)) return new Map(); // spares the parser of YAML
    const [{ readStudy }, { severitiesOf }] = await Promise.all([import("../study/read-study"), import("../study/rule-severities")]);
    return severitiesOf(readStudy(source, path));
  } catch (error) {
    if (mustBeUsable || !(error instanceof ScreeError)) throw error;
    io.err(`scree: ${error.message} ${error.hint ?? ""} Its severities are not used.`);
    return new Map();
  }
}
