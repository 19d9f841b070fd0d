import { sampleRecords } from "./csv-records";

/** How much of a file decides about its delimiter. */
const sampleBytes = 65536;
const sampleRows = 200;

/** In the order in which a tie is decided. */
const candidates = [",", ";", "\t", "|", "^"] as const;

/**
 * The delimiter under which the first 200 records are most alike.
 *
 * Score of a candidate: the share of records that have as many fields as most have, halved where the header is not one of them or the quotes do not close;
 * among equal scores more fields win. A space counts only where nothing else divides the lines, most cells are numbers and every row has the same number of fields (the header may have one less: R's row names).
 */
export function detectDelimiter(bytes: Uint8Array, start: number): string {
  const end = sampleEnd(bytes, start);
  let best = { delimiter: ",", score: 0, fields: 1 };
  for (const delimiter of candidates) {
    const { score, fields } = alike(bytes, start, end, delimiter);
    if (fields < 2) continue;
    if (score > best.score + 1e-9 || (score > best.score - 1e-9 && fields > best.fields)) best = { delimiter, score, fields };
  }
  if (best.fields > 1) return best.delimiter;
  const spaced = alike(bytes, start, end, " ");
  return spaced.regular && spaced.numbers > 0.5 ? " " : ",";
}

/** The sample stops at a line end, unless it is the whole file. */
function sampleEnd(bytes: Uint8Array, start: number): number {
  const limit = start + sampleBytes;
  if (bytes.length <= limit) return bytes.length;
  const lastLineFeed = bytes.lastIndexOf(10, limit);
  if (lastLineFeed > start) return lastLineFeed;
  const lastReturn = bytes.lastIndexOf(13, limit);
  return lastReturn > start ? lastReturn : limit;
}

interface Alikeness {
  readonly score: number;
  /** in most records */
  readonly fields: number;
  /** more than one field, and equally many in each row */
  readonly regular: boolean;
  /** share of the cells that are numbers */
  readonly numbers: number;
}

function alike(bytes: Uint8Array, start: number, end: number, delimiter: string): Alikeness {
  const { records, problem } = sampleRecords(bytes, start, end, delimiter.charCodeAt(0), sampleRows);
  if (records.length === 0) return { score: 0, fields: 1, regular: false, numbers: 0 };
  const frequency = new Map<number, number>();
  for (const { cells } of records) frequency.set(cells.length, (frequency.get(cells.length) ?? 0) + 1);
  let fields = 1;
  let often = 0;
  for (const [count, times] of frequency) if (times > often || (times === often && count > fields)) [fields, often] = [count, times];

  const [header, ...rows] = records;
  let score = often / records.length;
  if (header.cells.length !== fields) score /= 2;
  if (problem && end === bytes.length) score /= 2;
  const regular =
    fields > 1 && rows.length > 0 && rows.every(({ cells }) => cells.length === fields) && fields - header.cells.length <= 1 && fields >= header.cells.length;
  const cells = records.flatMap((record) => record.cells);
  return { score, fields, regular, numbers: cells.filter((cell) => cell !== "" && Number.isFinite(Number(cell))).length / cells.length };
}
