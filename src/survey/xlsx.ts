import { unzipSync, zipSync } from "fflate";
import { ScreeError } from "../errors";
import { reasonOf } from "./damage";
import { type DraftSurvey } from "./draft";
import { draftOfRows } from "./sheet-table";

export interface XlsxOptions {
  readonly name: string;
  /** the sheet's name, or its number from 1; absent: the first */
  readonly sheet?: string;
  readonly signal?: AbortSignal;
}

/** No survey needs more; it stops workbooks that unpack to a thousand times their size, and sheets with one cell in the far corner. */
const mostUnpacked = 2 ** 29;
const mostCells = 50_000_000;

/**
 * A sheet of an Excel workbook (.xlsx, .xlsm). Formulas are read as the values that Excel left beside them; nothing is computed, nothing outside the file is opened.
 *
 * @throws ScreeError `damaged-file`, `unsupported-format`, `unpacks-too-large`, `unknown-sheet`, `empty-file`, `header-only`
 */
export async function readXlsx(bytes: Uint8Array, options: XlsxOptions): Promise<DraftSurvey> {
  const source = options.name;
  const parts = unpack(bytes, source);
  refuseVast(parts, source);
  options.signal?.throwIfAborted();
  const { readSheet } = await import("read-excel-file/universal");
  const stored = zipSync(parts, { level: 0 }); // what is stored is unpacked in place: the library would start workers, which not every host has
  const buffer = stored.buffer as ArrayBuffer;
  const sheet = options.sheet === undefined ? undefined : sheetChoice(options.sheet);
  try {
    const rows = await readSheet(buffer, sheet);
    const draft = draftOfRows(rows as never, source);
    if (options.sheet !== undefined) return draft;
    const names = sheetNames(parts);
    if (names.length < 2) return draft;
    const message = `${source} has ${names.length} sheets (${names.slice(0, 6).join(", ")}${names.length > 6 ? ", …" : ""}); the first, ${names[0]}, is read.`;
    return { ...draft, warnings: [{ code: "first-sheet", message, data: { sheets: names } }, ...draft.warnings] };
  } catch (error) {
    if (error instanceof ScreeError) throw error;
    if (error instanceof Error && error.name === "SheetNotFoundError") {
      const names = sheetNames(parts);
      throw new ScreeError("unknown-sheet", `${source} has no sheet${options.sheet === undefined ? " at all" : ` "${options.sheet}"`}.`, {
        hint: `Its sheets are: ${names.join(", ")}.`,
        data: { file: source, sheets: names },
      });
    }
    throw damaged(source, reasonOf(error, stumbled), error);
  }
}

const sheetChoice = (sheet: string): string | number => (/^[1-9]\d{0,3}$/.test(sheet) ? Number(sheet) : sheet);

function damaged(source: string, reason: string, cause?: unknown): ScreeError {
  return new ScreeError("damaged-file", `${source} cannot be read as an Excel workbook: ${reason}.`, {
    hint: "Open it in Excel and save it again, or save it as CSV.",
    data: { file: source },
    cause,
  });
}

const stumbled = "a part of it is damaged or missing";

/** The XML parts of the package. Sizes are looked at before anything is unpacked. */
function unpack(bytes: Uint8Array, source: string): Record<string, Uint8Array> {
  let total = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!name.endsWith(".xml") && !name.endsWith(".xml.rels")) return false;
        total += originalSize;
        if (total > mostUnpacked || total > 1100 * bytes.length + 65536) throw tooLarge(source, total, bytes.length);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ScreeError) throw error;
    throw damaged(source, reasonOf(error, stumbled), error);
  }
  if (!Object.keys(parts).some((name) => name.startsWith("xl/"))) {
    const ods = "content.xml" in parts;
    throw new ScreeError("unsupported-format", `${source} is ${ods ? "an OpenDocument file" : "a ZIP archive"}, not an Excel workbook.`, {
      hint: ods ? "Save it as .xlsx or CSV." : "Unpack it and open the data file inside.",
      data: { file: source },
    });
  }
  return parts;
}

const tooLarge = (source: string, total: number, length: number): ScreeError =>
  new ScreeError("unpacks-too-large", `${source} would unpack to more than ${total} bytes, which is not plausible for a file of ${length}.`, {
    hint: "Save the sheet as CSV, which is read at any size.",
    data: { file: source, unpacked: total },
  });

/** Excel's limits, and a bound on the rectangle that the filled cells span. */
function refuseVast(parts: Readonly<Record<string, Uint8Array>>, source: string): void {
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]{1,99}\.xml$/.test(name)) continue;
    const xml = new TextDecoder().decode(part);
    let lastRow = 0;
    let lastColumn = 0;
    for (const [tag, kind, attributes] of xml.matchAll(/<(?:\w{1,20}:)?(row|c)\b([^<>]*)>/g)) {
      const place = placeOf(attributes);
      if (place === undefined) continue;
      const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
      const row = Number(digits);
      if (digits === undefined || row === 0 || (kind === "c") === (letters === "")) {
        if (/^[A-Z]{0,9}\d{1,20}$/.test(place)) throw tooVast(source, name, place);
        throw damaged(source, `${name} has a cell at "${place.slice(0, 20)}", which is no place in a sheet`);
      }
      lastRow = Math.max(lastRow, row);
      if (kind === "c" && !tag.endsWith("/>")) lastColumn = Math.max(lastColumn, columnNumber(letters));
    }
    if (lastRow > 1_048_576 || lastColumn > 16_384 || lastRow * lastColumn > mostCells) throw tooVast(source, name, `row ${lastRow}, column ${lastColumn}`);
  }
}

/** The attribute r of a row or a cell, undefined where there is none; an unclosed one is no place. */
function placeOf(attributes: string): string | undefined {
  const place = /(?:^|\s)r\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|(["']))/.exec(attributes);
  return place ? (place[1] ?? place[2] ?? place[3]) : undefined;
}

const tooVast = (source: string, name: string, place: string): ScreeError =>
  new ScreeError("sheet-too-large", `${source}: ${name} has cells as far as ${place}, which is too much for a table of answers.`, {
    hint: "Delete what stands far outside the table, or save the sheet as CSV.",
    data: { file: source, place },
  });

const columnNumber = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** The sheets of a workbook, in their order. @throws ScreeError `damaged-file`, `unsupported-format`, `unpacks-too-large` */
export const workbookSheets = (bytes: Uint8Array, source: string): string[] => sheetNames(unpack(bytes, source));

function sheetNames(parts: Readonly<Record<string, Uint8Array>>): string[] {
  const workbook = new TextDecoder().decode(parts["xl/workbook.xml"] ?? new Uint8Array());
  return [...workbook.matchAll(/<(?:\w{1,20}:)?sheet\b[^>]{0,500}?\bname="([^"]{1,200})"/g)].map(([, name]) =>
    name.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[entity] ?? ""),
  );
}
