import { type Warning } from "../errors";
import { type DeclaredMissing, type TextLayout } from "./survey";

/** What a reader hands over: columns without a role yet. `finishSurvey` decides the roles and makes the `Survey`. */
export interface DraftSurvey {
  readonly source: string;
  readonly rows: number;
  readonly columns: readonly DraftColumn[];
  readonly warnings: readonly Warning[];
  /** rows of the file above its first row of answers; absent: none that its own programs count */
  readonly headerRows?: number;
  /** of a delimited file */
  readonly layout?: TextLayout;
}

interface DraftBase {
  readonly name: string;
  readonly label?: string;
  /** the file itself says what the column is: SPSS's date formats, Excel's date cells, Qualtrics' metadata */
  readonly declared?: "date" | "timing" | "identifier" | "text" | "group";
}

export type Integers = Int8Array | Int16Array | Int32Array;

export interface DraftNumeric extends DraftBase {
  readonly kind: "numeric";
  readonly values: Integers | Float64Array;
  readonly sentinel: number;
  readonly valueLabels?: ReadonlyMap<number, string>;
  readonly userMissing?: readonly number[];
  readonly declaredMissing?: readonly DeclaredMissing[];
  readonly measure?: "nominal" | "ordinal" | "scale";
}

export interface DraftText extends DraftBase {
  readonly kind: "text";
  readonly values: readonly string[];
}

export type DraftColumn = DraftNumeric | DraftText;

const isMissing = (value: number): boolean => value !== value;

/** Doubles with NaN for missing, in the narrowest type that holds them exactly. */
export function narrow(doubles: Float64Array): { values: Integers | Float64Array; sentinel: number } {
  let low = 0;
  let high = 0;
  for (const value of doubles) {
    if (isMissing(value)) continue;
    if (!Number.isInteger(value)) return { values: doubles, sentinel: NaN };
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const target = integersFor(low, high, doubles.length);
  if (!target) return { values: doubles, sentinel: NaN };
  const { values, sentinel } = target;
  for (let row = 0; row < doubles.length; row++) values[row] = isMissing(doubles[row]) ? sentinel : doubles[row];
  return { values, sentinel };
}

/** An array of integers that can hold `low` to `high`; its type's minimum is kept free for missing. */
function integersFor(low: number, high: number, length: number): { values: Integers; sentinel: number } | undefined {
  if (low > -128 && high <= 127) return { values: new Int8Array(length), sentinel: -128 };
  if (low > -32768 && high <= 32767) return { values: new Int16Array(length), sentinel: -32768 };
  if (low > -2147483648 && high <= 2147483647) return { values: new Int32Array(length), sentinel: -2147483648 };
  return undefined;
}
