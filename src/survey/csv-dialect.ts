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
 * among equal scores more fields win. A space counts only where nothing else divides the lines and every record has the same number of fields.
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
  return spaced.fields > 1 && spaced.score === 1 && spaced.records > 1 && spaced.numbers > 0.5 ? " " : ",";
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

function alike(bytes: Uint8Array, start: number, end: number, delimiter: string): { score: number; fields: number; records: number; numbers: number } {
  const { records, problem } = sampleRecords(bytes, start, end, delimiter.charCodeAt(0), sampleRows);
  if (records.length === 0) return { score: 0, fields: 1, records: 0, numbers: 0 };
  const frequency = new Map<number, number>();
  let cells = 0;
  let numbers = 0;
  for (const record of records) {
    frequency.set(record.cells.length, (frequency.get(record.cells.length) ?? 0) + 1);
    cells += record.cells.length;
    for (const cell of record.cells) if (cell !== "" && Number.isFinite(Number(cell))) numbers++;
  }
  let fields = 1;
  let records_ = 0;
  for (const [count, times] of frequency) if (times > records_ || (times === records_ && count > fields)) [fields, records_] = [count, times];
  let score = records_ / records.length;
  if (records[0].cells.length !== fields) score /= 2;
  if (problem && end === bytes.length) score /= 2;
  return { score, fields, records: records.length, numbers: numbers / cells };
}
