/** Names that follow each other in the file, told as ranges from three on: Q1–Q6, Q9. `all`: every column in the order of the file. */
export function itemRanges(names: readonly string[], all: readonly string[]): string[] {
  const chosen = new Set(names);
  const runs: string[][] = [];
  all.forEach((name, i) => {
    if (!chosen.has(name)) return;
    if (i > 0 && chosen.has(all[i - 1])) runs.at(-1)!.push(name);
    else runs.push([name]);
  });
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run));
}

/** What was typed: names and ranges with commas or spaces after them. */
export const typedItems = (text: string) =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
