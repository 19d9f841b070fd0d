/** The smallest value that means missing, by type: "." itself; .a to .z are larger ("dta" in Stata's help). */
export const missingFrom = { byte: 101, int: 32741, long: 2147483621, float: 2 ** 127, double: 2 ** 1023 } as const;

/** From one letter to the next, by type: 1, or a 4,096th of the number that "." is. */
const step = { byte: 1, int: 1, long: 1, float: 2 ** 127 / 4096, double: 2 ** 1023 / 4096 } as const;

/** ".a" to ".z"; undefined for "." itself, for answers, and for what Stata does not write. */
export function missingLetter(type: keyof typeof missingFrom, value: number): string | undefined {
  const place = (value - missingFrom[type]) / step[type];
  return place >= 1 && place <= 26 && Number.isInteger(place) ? `.${String.fromCharCode(96 + place)}` : undefined;
}
