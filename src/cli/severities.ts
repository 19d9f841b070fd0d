import { unknownRule } from "../checks/rule-ids";
import { type RuleSeverity, ruleSeverities, type Severities } from "../checks/severities";
import { ScreeError } from "../errors";
import { nearestName } from "../psychometrics/selection";
import { type Given, list } from "./arguments";

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
