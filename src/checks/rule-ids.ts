import { nearestName } from "../psychometrics/selection";
import { boundRules } from "./bound-rules";
import { checks } from "./catalogue";

/** Every rule, those that need a study among them. */
export const allRules = [...checks, ...boundRules];

const ids: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));

/** What to say to whoever names a rule that does not exist; undefined where it does. */
export function unknownRule(id: string): { readonly hint: string } | undefined {
  if (ids.has(id)) return undefined;
  const near = nearestName(id, [...ids]);
  return { hint: near ? `Did you mean ${near}?` : "See scree check --rules." };
}
