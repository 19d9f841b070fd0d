/** Names that follow each other in the file, told as ranges: Q1–Q6, Q9. `all`: every column in the order of the file. */
export function itemRanges(names: readonly string[], all: readonly string[]): string[] {
  const chosen = new Set(names);
  const ranges: string[] = [];
  let from: string | undefined;
  let last: string | undefined;
  const close = () => {
    if (from !== undefined && last !== undefined) ranges.push(from === last ? from : `${from}–${last}`);
    from = last = undefined;
  };
  for (const name of all) {
    if (chosen.has(name)) {
      from ??= name;
      last = name;
    } else close();
  }
  close();
  return ranges;
}

/** What was typed: names and ranges with commas or spaces after them. */
export const typedItems = (text: string) => text.split(/[,;]/).map((part) => part.trim()).filter(Boolean);
