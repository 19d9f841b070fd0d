import { type Format } from "../format";

/** So much is read first: some hundred to some thousand rows, in a hundredth of a second. */
export const headBytes = 1 << 18;

/** What is smaller is read as a whole at once; a Parquet file holds many times its size. */
export const isLarge = (format: Format, size: number): boolean => size > (format === "parquet" ? 1 << 17 : 1 << 21);

/** The first rows of formats that give them without the others. */
export const headRows = 1_000;

/**
 * Where the beginning of a delimited text may be cut, the longest first: behind line ends. One of them can stand within quotation marks, so there are others.
 * None for UTF-16, whose line ends are two bytes.
 */
export function headCuts(head: Uint8Array): number[] {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || head.subarray(0, 64).includes(0)) return [];
  const cuts: number[] = [];
  for (const share of [1, 0.6, 0.3]) {
    const at = lastLineEnd(head, Math.floor(head.length * share));
    if (at > 0 && !cuts.includes(at)) cuts.push(at);
  }
  return cuts;
}

function lastLineEnd(bytes: Uint8Array, before: number): number {
  for (let i = before - 1; i > 0; i--) if (bytes[i] === 10) return i + 1;
  for (let i = before - 2; i > 0; i--) if (bytes[i] === 13) return i + 1;
  return 0;
}
