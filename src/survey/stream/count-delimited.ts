import { ScreeError, type Warning } from "../../errors";
import { emptyRows, expectedRows } from "../csv";
import { RecordParser } from "../csv-parse";
import { firstNonAscii } from "../encoding";
import { type Finishing, finishSurvey } from "../finish";
import { titleWarning } from "../header";
import { distinctNames } from "../names";
import { NumberColumn } from "../number-column";
import { pause } from "../pause";
import { type Survey } from "../survey";
import { type Beginning, givenOf, type StreamedFile, type StreamOptions } from "./beginning";
import { inUtf8, recordBlocks } from "./blocks";
import { type CountedColumns, countedColumns, countedDraft, headOf } from "./counted";
import { ColumnTally } from "./tally";

/** Looks at the codes of some columns, block by block: 0 is missing, others number the values in the order in which they come. */
export interface Looker {
  readonly columns: readonly number[];
  /** false: a column has more different values than can be looked at, and the pass ends */
  add(codes: readonly Uint8Array[], rows: number, tallies: readonly ColumnTally[]): boolean;
}

/** What a pass over a file found, or why it has to be done again. */
export interface Counted {
  /** its columns hold each different value once, from `offset` on in the order of their codes */
  readonly survey: Survey;
  readonly tallies: readonly ColumnTally[];
  /** entries of a column before its first value */
  offset(c: number): number;
  readonly counted: CountedColumns;
  /** places of the survey's columns in the file, which may have empty ones besides */
  readonly places: readonly number[];
}

/**
 * One pass over a file, or over its first bytes. Again with `begun` as it has become, where a column turned out to be text or a comma a thousands mark.
 *
 * @param most bytes to look at; absent: all
 * @throws ScreeError those of the parser, `not-utf-8`, `header-only`; the signal's reason when cancelled
 */
export async function countDelimited(
  file: StreamedFile,
  begun: Beginning,
  finishing: Finishing,
  options: StreamOptions,
  makeLooker?: () => Looker | undefined,
  most = Infinity,
): Promise<Counted | undefined> {
  for (;;) {
    const looker = makeLooker?.();
    const pass = new Pass(file, begun, looker);
    if ((await run(pass, file, begun, options, most)) === "stopped") return undefined;
    const comma = begun.allowComma && pass.marks.comma;
    const thousands = comma && (pass.marks.point || (begun.delimiter === 44 && !pass.marks.commaOtherThanThree));
    if (thousands) begun.allowComma = false;
    if (!thousands && pass.turned.size === 0) return finished(pass, file, begun, finishing, comma);
    pass.turned.forEach((column) => begun.text.add(column));
  }
}

async function run(pass: Pass, file: StreamedFile, begun: Beginning, { signal, progress }: StreamOptions, most: number): Promise<"done" | "stopped"> {
  let read = 0;
  let isCut = false;
  const pieces = async function* () {
    for await (const piece of file.pieces()) {
      if (read >= most) {
        isCut = true;
        return;
      }
      read += piece.length;
      yield piece;
    }
  };
  const division = { source: file.name, delimiter: begun.delimiter, start: begun.layout.dataStart };
  for await (const { bytes, last } of recordBlocks(inUtf8(pieces(), begun.encoding), division)) {
    signal?.throwIfAborted();
    if (!pass.add(last && isCut ? bytes.subarray(0, 0) : bytes, last)) return "stopped";
    if (pass.turned.size > 0) return "done"; // read again at once, not after the rest
    progress?.(Math.min(1, read / Math.max(file.size, 1)));
    await pause();
  }
  return "done";
}

/** The state of a pass: what is kept of the rows that have gone by. */
class Pass {
  rows = 0;
  readonly turned = new Set<number>();
  readonly tallies: ColumnTally[];
  readonly warnings: Warning[] = [];
  readonly marks = { point: false, comma: false, commaOtherThanThree: false };
  private columns?: RecordParser["columns"];
  private density = 0;
  private codes: Uint8Array[] = [];
  private bytesBefore: number;

  constructor(
    private readonly file: StreamedFile,
    private readonly begun: Beginning,
    private readonly looker?: Looker,
  ) {
    this.tallies = begun.names.map((_, c) => new ColumnTally(begun.text.has(c) ? "text" : "numeric"));
    this.bytesBefore = begun.layout.dataStart;
  }

  /** false: the looker has had enough */
  add(bytes: Uint8Array, last: boolean): boolean {
    const { file, begun } = this;
    const given = givenOf(file, begun.layout, begun.delimiter, begun.names);
    if (last && this.rows > 0 && isEmpty(bytes, begun.delimiter)) {
      this.warnings.push(...emptyRows(bytes, begun.delimiter, file.name));
      return true;
    }
    const content = last ? bytes.subarray(0, endOfAnswers(bytes, begun.delimiter)) : bytes;
    if (last && content.length < bytes.length) this.warnings.push(...emptyRows(bytes.subarray(content.length), begun.delimiter, file.name));
    this.refuseOtherEncoding(content);
    const expected = this.density > 0 ? Math.ceil(content.length * this.density * 1.05) + 16 : expectedRows(content, 0);
    const options = { ...given, headerRows: given.headerRows + this.rows, isPart: true, text: begun.text, allowComma: begun.allowComma };
    const parser = new RecordParser(content, 0, options, expected, this.columns);
    parser.read(content.length);
    parser.turnedText.forEach((column) => this.turned.add(column));
    for (const mark of ["point", "comma", "commaOtherThanThree"] as const) this.marks[mark] ||= parser.marks[mark];
    this.columns = parser.columns;
    this.density = parser.rows / Math.max(content.length, 1);
    const goesOn = this.tally(parser);
    this.rows += parser.rows;
    this.bytesBefore += content.length;
    return goesOn;
  }

  private tally({ columns, rows }: RecordParser): boolean {
    const looked = new Map(this.looker?.columns.map((c, at) => [c, at]));
    while (this.codes.length < looked.size) this.codes.push(new Uint8Array(0));
    columns.forEach((column, c) => {
      const at = looked.get(c);
      if (at !== undefined && this.codes[at].length < rows) this.codes[at] = new Uint8Array(Math.ceil(rows * 1.1));
      const codes = at === undefined ? undefined : this.codes[at];
      if (column instanceof NumberColumn) this.tallies[c].addNumbers(column, rows, this.rows, codes);
      else this.tallies[c].addTexts(column.values, rows, this.rows, codes);
    });
    return this.looker?.add(this.codes, rows, this.tallies) ?? true;
  }

  private refuseOtherEncoding(bytes: Uint8Array): void {
    const from = firstNonAscii(bytes);
    if (from < 0 || this.begun.encoding !== "utf-8") return;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      throw new ScreeError(
        "not-utf-8",
        `${this.file.name}: after byte ${this.bytesBefore + from} something cannot be read as UTF-8, as which the file begins.`,
        {
          hint: "Name its encoding, or save it again as UTF-8.",
          data: { file: this.file.name, byte: this.bytesBefore + from },
        },
      );
    }
  }
}

const emptyBytes = (delimiter: number) => new Set([delimiter, 32, 10, 13]);

function isEmpty(bytes: Uint8Array, delimiter: number): boolean {
  const empty = emptyBytes(delimiter);
  return bytes.every((byte) => empty.has(byte));
}

/** Where the last row that is not all delimiters ends; everything where there is none. */
function endOfAnswers(bytes: Uint8Array, delimiter: number): number {
  const empty = emptyBytes(delimiter);
  let end = bytes.length;
  while (end > 0 && empty.has(bytes[end - 1])) end--;
  if (end === 0) return bytes.length;
  while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
  return emptyRows(bytes.subarray(end), delimiter, "").length > 0 ? end : bytes.length;
}

function finished(pass: Pass, file: StreamedFile, begun: Beginning, finishing: Finishing, comma: boolean): Counted {
  const { header, titles } = begun.layout;
  const source = file.name;
  const { rows, tallies } = pass;
  if (rows === 0) {
    throw new ScreeError(
      "header-only",
      `${source} has a header with ${begun.names.length} ${begun.names.length === 1 ? "column" : "columns"} but no rows of answers.`,
      {
        hint: "Export the survey again with its responses.",
        data: { file: source, columns: begun.names },
      },
    );
  }
  const kept = tallies.map((_, c) => c).filter((c) => header.names[c].trim() !== "" || tallies[c].valid > 0);
  const naming = distinctNames(
    kept.map((c) => header.names[c]),
    source,
  );
  const columns = kept.map((c, k) => {
    const [label, declared] = [header.labels[c], header.declared[c]];
    return { ...countedDraft(tallies[c], naming.names[k]), ...(label === undefined ? {} : { label }), ...(declared ? { declared } : {}) };
  });
  const warnings: Warning[] = [
    ...begun.warnings,
    ...pass.warnings,
    ...(comma ? [{ code: "decimal-comma", message: `${source}: numbers are read with a decimal comma.` }] : []),
    ...titleWarning(titles, source),
    ...header.warnings,
    ...naming.warnings,
  ];
  const own = kept.map((c) => tallies[c]);
  const counted = countedColumns(own, rows);
  const survey = finishSurvey({ source, rows, columns, warnings, headerRows: titles + header.rows }, finishing, counted);
  return { survey, tallies: own, counted, places: kept, offset: (c) => (own[c].kind === "text" ? headOf(own[c]).length : 0) };
}
