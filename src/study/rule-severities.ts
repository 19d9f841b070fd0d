import { unknownRule } from "../checks/rule-ids";
import type { Severities } from "../checks/severities";
import { ScreeError } from "../errors";
import type { Study } from "./study";

/**
 * What a study says of the rules under `checks:`. Apart from the reader, so that an analysis need not load the rules.
 * @throws ScreeError `unknown-rule` at its line
 */
export function severitiesOf({ path, checks }: Pick<Study, "path" | "checks">): Severities {
  for (const { rule } of checks) {
    const unknown = unknownRule(rule.value);
    if (!unknown) continue;
    const { line, start, end } = rule;
    throw new ScreeError("unknown-rule", `${path}, line ${line}: there is no rule "${rule.value}".`, { ...unknown, data: { file: path, line, start, end } });
  }
  return new Map(checks.map(({ rule, severity }) => [rule.value, severity]));
}
