import { BinaryReader } from "./binary";
import { encodingOfPage, TextReader } from "./code-page";
import { ScreeError } from "../errors";

/** A variable of an SPSS file, with the place of its values in a case. */
export interface SavVariable {
  readonly shortName: string;
  name: string;
  label?: string;
  /** 0 for a number, else the bytes of the text */
  width: number;
  /** which 8-byte elements of a case hold it; a very long string has more than one run of them */
  readonly segments: { element: number; bytes: number }[];
  readonly format: number;
  missing: SavMissing;
  labels?: { value: Uint8Array; label: Uint8Array }[];
  measure?: "nominal" | "ordinal" | "scale";
}

export interface SavMissing {
  readonly values: readonly number[];
  readonly range?: readonly [number, number];
  readonly texts: readonly Uint8Array[];
}

export interface SavDictionary {
  readonly variables: readonly SavVariable[];
  readonly texts: TextReader;
  /** 8-byte elements of a case */
  readonly elements: number;
  readonly compression: number;
  readonly bias: number;
  /** −1 where the file does not say */
  readonly cases: number;
  readonly systemMissing: number;
  /** name of the variable that weights the cases */
  readonly weight?: string;
}

/** Everything before the cases, as "System File Format" in the PSPP developers' guide describes it. */
export function readDictionary(file: BinaryReader, encoding?: string): SavDictionary {
  const header = readHeader(file);
  const draft = new DictionaryDraft(file);
  for (;;) {
    const type = file.int32("a record of the dictionary");
    if (type === 999) break;
    if (type === 2) draft.variable();
    else if (type === 3) draft.valueLabels();
    else if (type === 6) file.take(file.count(file.int32("the number of document lines"), 80, "document lines") * 80, "document lines");
    else if (type === 7) draft.extension();
    else file.fail(`begins a record of type ${type}, which SPSS files do not have`);
  }
  file.int32("the end of the dictionary");
  const weight = draft.nameAt(header.weight);
  const finished = draft.finish(encoding);
  return { ...header, ...finished, weight: finished.variables.find(({ shortName }) => shortName === weight)?.name, cases: draft.cases ?? header.cases };
}

function readHeader(file: BinaryReader): { compression: number; bias: number; cases: number; weight: number } {
  file.take(64, "the header");
  const layout = file.int32("the layout code");
  if (layout !== 2 && layout !== 3) {
    file.little = false;
    file.at -= 4;
    const swapped = file.int32("the layout code");
    if (swapped !== 2 && swapped !== 3) file.fail("should be the layout code 2 or 3 of an SPSS file");
  }
  file.int32("the case size");
  const compression = file.int32("the compression");
  if (compression < 0 || compression > 2) file.fail(`names compression ${compression}; SPSS knows 0, 1 and 2`);
  const weight = file.int32("the weight variable");
  const cases = file.int32("the number of cases");
  const bias = file.float64("the compression bias");
  file.take(84, "the header");
  return { compression, bias, cases, weight };
}

/** Collects the records of a dictionary; what refers to a short name or needs the encoding is resolved at the end. */
class DictionaryDraft {
  cases: number | undefined;
  private readonly variables: (SavVariable & { rawLabel?: Uint8Array })[] = [];
  /** the variable that begins at each 8-byte element of a case */
  private readonly atElement: (SavVariable | undefined)[] = [];
  private systemMissing = -Number.MAX_VALUE;
  private page: number | undefined;
  private encodingName: string | undefined;
  private longNames: Uint8Array | undefined;
  private veryLong: Uint8Array | undefined;
  private measures: number[] = [];
  private readonly longLabels: { name: Uint8Array; value: Uint8Array; label: Uint8Array }[] = [];
  private readonly longMissing: { name: Uint8Array; values: Uint8Array[] }[] = [];

  constructor(private readonly file: BinaryReader) {}

  /** The variable at a place of the case, counted from 1; 0 is none. */
  nameAt(place: number): string | undefined {
    return this.atElement[place - 1]?.shortName;
  }

  variable(): void {
    const { file } = this;
    const width = file.int32("a variable's type");
    const hasLabel = file.int32("a variable record") === 1;
    const missing = file.int32("a variable record");
    const format = (file.int32("a variable's format") >> 16) & 0xff;
    file.int32("a variable's format");
    const shortName = file.ascii(8, "a variable's name").trimEnd();
    let rawLabel: Uint8Array | undefined;
    if (hasLabel) {
      const length = file.count(file.int32("the length of a label"), 1, "bytes of a label");
      rawLabel = file.slice(length, "a variable's label");
      file.take((4 - (length % 4)) % 4, "a variable's label");
    }
    if (missing < -3 || missing > 3 || missing === -1) file.fail(`announces ${missing} missing values; SPSS allows three, or a range and one`);
    const start = file.at;
    const numbers = Array.from({ length: Math.abs(missing) }, () => file.float64("a missing value"));
    const texts = numbers.map((_, i) => file.bytes.subarray(start + i * 8, start + i * 8 + 8));
    if (width === -1) {
      this.atElement.push(undefined);
      return;
    }
    if (width < 0 || width > 255) file.fail(`gives a variable the width ${width}; SPSS allows 0 to 255`);
    const element = this.atElement.length;
    const variable = {
      shortName,
      name: shortName,
      rawLabel,
      width,
      segments: [{ element, bytes: width }],
      format,
      missing: width > 0 ? { values: [], texts } : numericMissing(missing, numbers),
    };
    this.variables.push(variable);
    this.atElement.push(variable);
  }

  valueLabels(): void {
    const { file } = this;
    const count = file.count(file.int32("the number of value labels"), 9, "value labels");
    const labels = Array.from({ length: count }, () => {
      const value = file.slice(8, "a value with a label");
      const length = file.uint8("the length of a value label");
      const label = file.slice(length, "a value label");
      file.take((8 - ((length + 1) % 8)) % 8, "a value label");
      return { value, label };
    });
    if (file.int32("the variables of value labels") !== 4) file.fail("should begin the list of variables that value labels belong to");
    const variables = file.count(file.int32("the number of labelled variables"), 4, "labelled variables");
    for (let i = 0; i < variables; i++) {
      const variable = this.atElement[file.int32("a labelled variable") - 1];
      if (!variable) return file.fail("gives value labels to a variable that does not exist");
      variable.labels = [...(variable.labels ?? []), ...labels];
    }
  }

  extension(): void {
    const { file } = this;
    const subtype = file.int32("an extension record");
    const size = file.int32("an extension record");
    const count = file.int32("an extension record");
    const body = new BinaryReader(
      file.slice(file.count(size, 0, "bytes") * file.count(count, size, "elements of an extension record"), "an extension record"),
      file.source,
    );
    body.little = file.little;
    if (subtype === 3 && count >= 8) {
      body.take(28, "the machine's numbers");
      this.page = body.int32("the code page");
    } else if (subtype === 4 && size === 8) this.systemMissing = body.float64("the system-missing value");
    else if (subtype === 11) this.measures = Array.from({ length: size === 4 ? count : 0 }, () => body.int32("a measurement level"));
    else if (subtype === 13) this.longNames = body.bytes;
    else if (subtype === 14) this.veryLong = body.bytes;
    else if (subtype === 16 && count === 2 && size === 8) {
      body.uint64("the number of cases");
      this.cases = body.uint64("the number of cases");
    } else if (subtype === 20) this.encodingName = String.fromCharCode(...body.bytes.subarray(0, 64)).trim();
    else if (subtype === 21) this.readLongLabels(body);
    else if (subtype === 22) this.readLongMissing(body);
  }

  private readLongLabels(body: BinaryReader): void {
    const field = (what: string): Uint8Array => body.slice(body.int32(what), what);
    while (body.left > 0) {
      const name = field("the name of a labelled text");
      body.int32("the width of a labelled text");
      const count = body.count(body.int32("the number of labels of a text"), 8, "labels of a text");
      for (let i = 0; i < count; i++) this.longLabels.push({ name, value: field("a labelled text"), label: field("the label of a text") });
    }
  }

  private readLongMissing(body: BinaryReader): void {
    while (body.left > 0) {
      const name = body.slice(body.int32("the name of a text"), "the name of a text");
      const count = body.uint8("the number of missing texts");
      const length = body.int32("the length of a missing text");
      this.longMissing.push({ name, values: Array.from({ length: count }, () => body.slice(length, "a missing text")) });
    }
  }

  finish(user?: string): Pick<SavDictionary, "variables" | "texts" | "elements" | "systemMissing"> {
    const page = this.page === undefined ? undefined : encodingOfPage(this.page);
    const texts = new TextReader(this.file.source, { user, file: this.encodingName ?? page });
    this.resolveMeasures();
    const variables = this.joinVeryLong();
    const byName = new Map(variables.map((variable) => [variable.shortName.toUpperCase(), variable]));
    for (const [short, long] of pairs(this.longNames, texts)) {
      const variable = byName.get(short.toUpperCase());
      if (variable) variable.name = long;
    }
    const named = (name: Uint8Array) => variables.find((variable) => variable.name === texts.text(name) || variable.shortName === texts.text(name));
    for (const { name, value, label } of this.longLabels) {
      const variable = named(name);
      if (variable) variable.labels = [...(variable.labels ?? []), { value, label }];
    }
    for (const { name, values } of this.longMissing) {
      const variable = named(name);
      if (variable) variable.missing = { values: [], texts: values };
    }
    for (const variable of variables) if (variable.rawLabel) variable.label = texts.text(variable.rawLabel).trim() || undefined;
    if (variables.length === 0) {
      throw new ScreeError("no-columns", `${this.file.source} has no variables.`, { hint: "Export it again.", data: { file: this.file.source } });
    }
    return { variables, texts, elements: this.atElement.length, systemMissing: this.systemMissing };
  }

  /** Two or three numbers a variable: level, (width,) alignment. */
  private resolveMeasures(): void {
    const step = this.measures.length / this.variables.length;
    if (step !== 2 && step !== 3) return;
    const levels = [undefined, "nominal", "ordinal", "scale"] as const;
    this.variables.forEach((variable, v) => (variable.measure = levels[this.measures[v * step]]));
  }

  /** A text of more than 255 bytes stands in several variables of 255 each; only the first keeps its name. */
  private joinVeryLong(): (SavVariable & { rawLabel?: Uint8Array })[] {
    const widths = new Map<string, number>();
    for (const [name, width] of pairs(this.veryLong, new TextReader(this.file.source, { file: "utf-8" })))
      widths.set(name.toUpperCase(), Number.parseInt(width, 10));
    const joined: (SavVariable & { rawLabel?: Uint8Array })[] = [];
    for (let v = 0; v < this.variables.length; v++) {
      const variable = this.variables[v];
      joined.push(variable);
      const width = widths.get(variable.shortName.toUpperCase());
      if (width === undefined || !(width > 255) || variable.width === 0) continue;
      const more = Math.ceil(width / 252) - 1;
      if (v + more >= this.variables.length) this.file.fail(`ends a dictionary in which ${variable.shortName} needs ${more} more parts than there are`);
      for (const part of this.variables.slice(v + 1, v + 1 + more)) variable.segments.push(...part.segments);
      variable.width = width;
      v += more;
    }
    return joined;
  }
}

function numericMissing(kind: number, numbers: readonly number[]): SavMissing {
  if (kind > 0) return { values: numbers, texts: [] };
  if (kind < 0) return { values: numbers.slice(2), range: [numbers[0], numbers[1]], texts: [] };
  return { values: [], texts: [] };
}

/** "SHORT=long<tab>SHORT=long". */
function pairs(bytes: Uint8Array | undefined, texts: TextReader): [string, string][] {
  if (!bytes) return [];
  return texts
    .text(bytes)
    .split("\t")
    .flatMap((pair): [string, string][] => {
      const equals = pair.indexOf("=");

      return equals < 1
        ? []
        : [
            [
              pair.slice(0, equals).trim(),
              pair
                .slice(equals + 1)
                .replace(/\0/g, "")
                .trim(),
            ],
          ];
    });
}
