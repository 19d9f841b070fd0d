import { ScreeError, type Warning } from "../errors";
import { BinaryReader, withoutPadding } from "./binary";
import { MissingRows } from "./declared-missing";
import { type DraftColumn, type DraftSurvey, narrow } from "./draft";
import { NumberColumn } from "./number-column";
import { pause } from "./pause";
import { caseBytes, CaseWalker, type ElementSink } from "./sav-cases";
import { readDictionary, type SavDictionary, type SavVariable } from "./sav-dictionary";
import { isDateFormat, spssDate } from "./spss-dates";

export interface SavOptions {
  readonly name: string;
  /** overrides what the file says */
  readonly encoding?: string;
  readonly signal?: AbortSignal;
  /** only so many, for a first look: the others are neither read nor checked */
  readonly firstRows?: number;
}

const casesAtOnce = 20_000;

/**
 * An SPSS system file (.sav, or .zsav with zlib blocks): values, variable and value labels, user-missing values and ranges, measurement levels, dates as ISO text.
 * User-missing cells are missing; the codes are kept in `userMissing`.
 *
 * @throws ScreeError `truncated-file`, `damaged-file`, `unpacks-too-large`, `no-columns`, `unknown-encoding`
 */
export async function readSav(bytes: Uint8Array, options: SavOptions): Promise<DraftSurvey> {
  const file = new BinaryReader(bytes, options.name);
  const dictionary = readDictionary(file, options.encoding);
  const limit = options.firstRows ?? Infinity;
  const data = caseBytes(file, dictionary, limit);
  const most = Math.floor(data.length / (dictionary.compression === 0 ? dictionary.elements * 8 : dictionary.elements)) + 1;
  const expected = Math.min(limit, dictionary.cases >= 0 ? Math.min(dictionary.cases, most) : Math.min(most, 1024));

  const columns = dictionary.variables.map((variable) => (variable.width === 0 ? new NumberColumn(Math.max(expected, 16)) : new RawText()));
  const sink = new CaseSink(dictionary, columns, Math.max(expected, 16));
  const texts = dictionary.variables.reduce((flags, variable) => {
    if (variable.width > 0) for (const { element, bytes } of variable.segments) for (let k = 0; k < Math.ceil(bytes / 8); k++) flags[element + k] = true;
    return flags;
  }, new Array<boolean>(dictionary.elements).fill(false));
  const walker = new CaseWalker(data, dictionary, file.little, sink, texts);
  while (!walker.done && walker.cases < limit) {
    options.signal?.throwIfAborted();
    walker.walk(Math.min(limit, walker.cases + casesAtOnce));
    if (!walker.done) await pause();
  }

  const rows = walker.cases;
  if (rows < limit && (dictionary.cases > rows || walker.unfinished > 0)) {
    const promised = dictionary.cases >= 0 ? `${dictionary.cases} rows are announced, ${rows} are there` : `row ${rows + 1} is incomplete`;
    throw new ScreeError("truncated-file", `${options.name} breaks off: ${promised}.`, {
      hint: "The file is cut off or damaged: export or download it again.",
      data: { file: options.name, row: rows + 1 },
    });
  }
  if (rows === 0)
    throw new ScreeError("header-only", `${options.name} has ${columns.length} variables but no rows of answers.`, {
      hint: "Export the survey again with its responses.",
      data: { file: options.name },
    });
  const drafts = dictionary.variables.map((variable, v) => draftOf(variable, columns[v], rows, dictionary, file.little));
  return { source: options.name, rows, columns: drafts, warnings: [...dictionary.texts.warnings, ...weightWarning(dictionary, options.name)] };
}

function weightWarning({ weight }: SavDictionary, source: string): Warning[] {
  if (weight === undefined) return [];
  const message = `${source} weights its cases by ${weight}; every row is counted once here, so figures differ from SPSS's weighted ones.`;
  return [{ code: "weights-ignored", message, data: { column: weight } }];
}

/** The bytes of a text variable, case after case. */
class RawText {
  readonly cells: Uint8Array[] = [];
}

class CaseSink implements ElementSink {
  private row = 0;
  private readonly numberAt: (NumberColumn | undefined)[] = [];
  private readonly textAt: ({ column: RawText; width: number; offset: number; length: number } | undefined)[] = [];
  private readonly systemMissing: number;
  private readonly last: number;

  constructor(
    dictionary: SavDictionary,
    private readonly columns: readonly (NumberColumn | RawText)[],
    private capacity: number,
  ) {
    this.systemMissing = dictionary.systemMissing;
    this.last = dictionary.elements - 1;
    dictionary.variables.forEach((variable, v) => {
      const column = columns[v];
      if (column instanceof NumberColumn) this.numberAt[variable.segments[0].element] = column;
      else {
        variable.segments.forEach((segment, s) => {
          for (let k = 0; k * 8 < segment.bytes; k++) {
            const offset = s * 255 + k * 8;
            const length = Math.min(8, segment.bytes - k * 8, variable.width - offset);
            this.textAt[segment.element + k] = { column, width: variable.width, offset, length };
          }
        });
      }
    });
  }

  number(element: number, value: number): void {
    const column = this.numberAt[element];
    if (column) {
      if (value !== value || value === this.systemMissing || value === -Number.MAX_VALUE) column.setMissing(this.row);
      else column.set(this.row, value);
    }
    this.end(element);
  }

  missing(element: number): void {
    this.numberAt[element]?.setMissing(this.row);
    this.blankText(element);
    this.end(element);
  }

  blank(element: number): void {
    this.numberAt[element]?.setMissing(this.row);
    this.blankText(element);
    this.end(element);
  }

  raw(element: number, bytes: Uint8Array, at: number): void {
    const place = this.textAt[element];
    if (place && place.length > 0) {
      const cell = (place.column.cells[this.row] ??= new Uint8Array(place.width).fill(32));
      for (let i = 0; i < place.length; i++) cell[place.offset + i] = bytes[at + i];
    }
    this.end(element);
  }

  private blankText(element: number): void {
    const place = this.textAt[element];
    if (place) place.column.cells[this.row] ??= new Uint8Array(place.width).fill(32);
  }

  private end(element: number): void {
    if (element !== this.last) return;
    this.row++;
    if (this.row < this.capacity) return;
    this.capacity = Math.ceil(this.capacity * 1.5);
    for (const column of this.columns) if (column instanceof NumberColumn) column.reserve(this.capacity);
  }
}

function draftOf(variable: SavVariable, column: NumberColumn | RawText, rows: number, dictionary: SavDictionary, little: boolean): DraftColumn {
  const { name, label, measure } = variable;
  if (column instanceof RawText) return { kind: "text", name, label, values: textsOf(variable, column, dictionary) };
  const { values, sentinel } = column.finish(rows);
  if (isDateFormat(variable.format)) {
    const dates = Array.from(values, (value) => (value === sentinel || value !== value ? "" : spssDate(value, variable.format)));
    return { kind: "text", name, label, values: dates, declared: "date" };
  }
  const removed = removeUserMissing(variable, values, sentinel);
  const valueLabels = numericLabels(variable, dictionary, little);
  const declaredMissing = removed?.rows.finish((code) => valueLabels?.get(code as number));
  const packed = values instanceof Float64Array ? narrow(values) : { values, sentinel };
  return { kind: "numeric", name, label, measure, ...packed, valueLabels, userMissing: removed?.codes, ...(declaredMissing ? { declaredMissing } : {}) };
}

/** Makes user-missing cells missing. Returns the codes: those listed, and those that stand in the range and occur. */
function removeUserMissing({ missing }: SavVariable, values: NumberColumn["values"], sentinel: number): { codes: number[]; rows: MissingRows } | undefined {
  const { values: listed, range } = missing;
  if (listed.length === 0 && !range) return undefined;
  const codes = new Set(listed);
  const rows = new MissingRows();
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === sentinel) continue;
    const inRange = range !== undefined && value >= range[0] && value <= range[1];
    if (inRange) codes.add(value);
    if (!inRange && !codes.has(value)) continue;
    rows.add(value, row);
    values[row] = sentinel;
  }
  return { codes: [...codes].sort((a, b) => a - b), rows };
}

function numericLabels(variable: SavVariable, { texts }: SavDictionary, little: boolean): Map<number, string> | undefined {
  if (!variable.labels?.length) return undefined;
  return new Map(
    variable.labels.map(({ value, label }) => {
      const view = new DataView(value.buffer, value.byteOffset, 8);
      return [view.getFloat64(0, little), texts.text(label).trimEnd()];
    }),
  );
}

function textsOf(variable: SavVariable, column: RawText, { texts }: SavDictionary): string[] {
  const missing = new Set(variable.missing.texts.map((value) => texts.text(withoutPadding(value))));
  const decoded = new Map<string, string>();
  return column.cells.map((cell) => {
    const key = cell.length <= 32 ? String.fromCharCode(...cell) : undefined;
    let text = key === undefined ? undefined : decoded.get(key);
    if (text === undefined) {
      text = texts.text(withoutPadding(cell));
      if (missing.has(text)) text = "";
      if (key !== undefined && decoded.size < 4096) decoded.set(key, text);
    }
    return text;
  });
}
