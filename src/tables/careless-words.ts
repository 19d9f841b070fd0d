import { type CarelessReport } from "../psychometrics/careless/report";

export const notLookedFor = "careless responding was not looked for (careless: on in scree.yaml, or --careless)";

/** "Looked for among 320 rows in 24 items." */
export function lookedAt({ sample }: CarelessReport): string {
  const checks = sample.instructed.map(({ item, answer }) => `${item} (${answer})`);
  return [
    `Looked for among ${sample.rows.toLocaleString("en-US")} rows in ${sample.items.length} items`,
    ...(sample.timing ? [`; response times of ${sample.timing}`] : []),
    ...(checks.length > 0 ? [`; instructed ${checks.length === 1 ? "item" : "items"} ${checks.join(", ")}`] : []),
    ".",
  ].join("");
}

/** "Flagged by at least 2 indices." where that is more than one. */
export const flaggedBy = ({ leastReasons }: CarelessReport): string => (leastReasons > 1 ? ` A row is flagged by at least ${leastReasons} indices.` : "");
