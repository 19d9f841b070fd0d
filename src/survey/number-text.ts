/** Bytes of the marks that a number may have. */
const plus = 43;
const comma = 44;
const minus = 45;
const point = 46;
const zero = 48;
const nine = 57;

const powersOfTen = Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));
const exact = 2 ** 53;
const ascii = new TextDecoder("latin1");

/** Which decimal marks a file has shown; `commaOtherThanThree`: a comma that cannot be a thousands mark, as in 3,5. */
export interface DecimalMarks {
  point: boolean;
  comma: boolean;
  commaOtherThanThree: boolean;
}

/**
 * The number written in bytes[from, to), NaN if it is none. Digits with at most one decimal mark, a sign, an exponent; no thousands marks, no units.
 * Correctly rounded: up to 15 digits and 22 decimals are one exact integer divided by one exact power of ten (Clinger, 1990), the rest goes to the host.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number, allowComma: boolean, seen: DecimalMarks): number {
  let i = from;
  const negative = bytes[i] === minus;
  if (negative || bytes[i] === plus) i++;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  let mark = 0;
  for (; i < to; i++) {
    const c = bytes[i];
    if (c >= zero && c <= nine) {
      mantissa = mantissa * 10 + (c - zero);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (decimals < 0 && (c === point || (c === comma && allowComma))) {
      decimals = 0;
      mark = c;
    } else if ((c === 101 || c === 69) && digits > 0) {
      return withExponent(bytes, from, to, i, mark, seen);
    } else return NaN;
  }
  if (digits === 0) return NaN;
  if (mark === comma && decimals === 0) return NaN; // "3," is a list, "3." a number
  note(mark, decimals, seen);
  if (mantissa < exact && decimals <= 22) {
    const size = decimals > 0 ? mantissa / powersOfTen[decimals] : mantissa;
    return negative && size > 0 ? -size : size; // no minus zero
  }
  return finite(Number(written(bytes, from, to, mark)));
}

function withExponent(bytes: Uint8Array, from: number, to: number, e: number, mark: number, seen: DecimalMarks): number {
  let i = e + 1;
  if (bytes[i] === plus || bytes[i] === minus) i++;
  if (i >= to) return NaN;
  for (let j = i; j < to; j++) if (bytes[j] < zero || bytes[j] > nine) return NaN;
  const value = finite(Number(written(bytes, from, to, mark)));
  if (value === value) note(mark, 0, seen);
  return value;
}

function note(mark: number, decimals: number, seen: DecimalMarks): void {
  if (mark === point) seen.point = true;
  if (mark === comma) {
    seen.comma = true;
    if (decimals !== 3) seen.commaOtherThanThree = true;
  }
}

const written = (bytes: Uint8Array, from: number, to: number, mark: number): string => {
  const text = ascii.decode(bytes.subarray(from, to));
  return mark === comma ? text.replace(",", ".") : text;
};

const finite = (value: number): number => (Number.isFinite(value) ? value : NaN);

const encoder = new TextEncoder();

/** The number that a cell's text is, NaN if it is none. */
export function numberOf(text: string): number {
  const bytes = encoder.encode(text.trim());
  return parseNumber(bytes, 0, bytes.length, false, { point: false, comma: false, commaOtherThanThree: false });
}
