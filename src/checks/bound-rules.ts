import type { Check } from "./check";

/** Made by `study/`, so that nothing is left to check here; the page is the explanation. */
const bound = (id: string, severity: Check["severity"], summary: string, explain: string): Check => ({
  id,
  severity,
  summary,
  explain,
  examples: { flagged: [], clean: [] },
  check: () => [],
});

/**
 * The rules that hold a manuscript against its data. They need a study, so their findings are made in `study/`; they are known here,
 * so that comments can silence them, and catalogues and pages list them.
 */
export const boundRules: readonly Check[] = [
  bound(
    "stale-table",
    "warning",
    "A live table no longer equals what the data give.",
    `A table between \`<!-- scree:begin … -->\` and \`<!-- scree:end … -->\` was written by Scree, and its end marker says what it was made from.
It is out of date when the answers of its items, the settings of its analysis or Scree's engine have changed since; it was edited when a number differs from what Scree wrote.
A refresh brings a table that is out of date up to date. A number that was changed by hand is never overwritten unasked: restore it, or remove the markers to keep it.`,
  ),
  bound(
    "stale-value",
    "warning",
    "A bound number in the prose differs from the data's.",
    `The number before \`<!-- scree:v NAME -->\` is compared with the value of that name, rounded to the decimals that are printed.
\`p < .05\` counts as right as long as it is true.`,
  ),
  bound(
    "unsupported-value",
    "error",
    "A reported α, KMO, χ², eigenvalue, loading or percentage is not one that the bound data give.",
    `Where a study file names the manuscript (or \`scree check --study\` names the study), each α, KMO, Bartlett's χ² and df, eigenvalue, sum of squared loadings, percentage of variance, loading
and communality that is reported of this study is looked up among the results of all its analyses. The value is supported when one of them rounds to it.
Where another convention gives it (a standardized α under the heading α), that is said, as information.

Conditions: the value is reported of the one sample of this study; not of a pilot, a subgroup, another study or the literature.`,
  ),
  bound(
    "live-table",
    "warning",
    "A marker of a live table or bound number cannot be read or has no partner.",
    `A marker that begins without an end, names an unknown table or option, is written in capitals or shares its line with text does nothing, and that should not pass in silence.
Markers in code blocks and code spans are text and are not looked at.`,
  ),
];
