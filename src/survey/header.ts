import { type Warning } from "../errors";
import { isMissingWord } from "./missing-words";
import { numberOf } from "./number-text";

/** What the first rows of a table say about its columns. */
export interface Header {
  /** as written, or derived from a question's text; not yet told apart */
  readonly names: readonly string[];
  readonly labels: readonly (string | undefined)[];
  /** how many rows belong to the header */
  readonly rows: number;
  readonly declared: readonly ("date" | "timing" | "identifier" | "text" | undefined)[];
  readonly warnings: readonly Warning[];
}

/** Reads the header of a table from its first rows. */
export function readHeader(sample: readonly (readonly string[])[], source: string): Header {
  const [first] = sample;
  if (isData(first)) {
    const names = first.map((_, c) => `V${c + 1}`);
    const message = `${source}: the first row is all numbers, so it is read as answers and the columns are called V1 to V${names.length}.`;
    return { names, labels: [], rows: 0, declared: [], warnings: [{ code: "no-header", message }] };
  }
  return { names: first, labels: [], rows: 1, declared: [], warnings: [] };
}

/** A first row of numbers is data, unless it counts the items 1, 2, 3, … */
function isData(cells: readonly string[]): boolean {
  const numbers = cells.map(numberOf);
  if (!numbers.some((number) => !Number.isNaN(number))) return false;
  if (!numbers.every((number, c) => !Number.isNaN(number) || isMissingWord(cells[c]))) return false;
  return cells.length < 2 || !numbers.every((number, c) => c === 0 || number === numbers[c - 1] + 1);
}
