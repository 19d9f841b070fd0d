/** Numbers as APA 7 prints them (Publication Manual, 6.36–6.45). All return "—" where there is no number. */

export const minus = "\u2212";
const none = "—";

type Value = number | null | undefined;

const printable = (value: Value): value is number => value !== null && value !== undefined && Number.isFinite(value);

/** A quantity that can exceed 1: "3.75", "−0.55", "2,120.72". */
export function quantity(value: Value, decimals = 2): string {
  if (!printable(value)) return none;
  const digits = Math.abs(value).toFixed(decimals);
  const [whole, fraction] = digits.split(".");
  // toFixed turns to exponents at 1e21, where grouping would be nonsense
  const grouped = /^\d+$/.test(whole) ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole;
  return sign(value, digits) + (fraction === undefined ? grouped : `${grouped}.${fraction}`);
}

/** A quantity whose absolute value cannot exceed 1, without leading zero: ".81", "−.42", "1.00". */
export function proportion(value: Value, decimals = 2): string {
  if (!printable(value)) return none;
  const digits = Math.abs(value).toFixed(decimals);
  return sign(value, digits) + digits.replace(/^0(?=\.)/, "");
}

/** A count: "1,248". */
export const count = (value: Value): string => quantity(value, 0);

/** A percentage without its sign: "23.34". */
export const percent = (value: Value, decimals = 2): string => quantity(value, decimals);

/** "< .001", "> .999", ".043". */
export function probability(p: Value, decimals = 3): string {
  if (!printable(p)) return none;
  const least = 10 ** -decimals;
  if (p < least) return `< ${proportion(least, decimals)}`;
  if (p > 1 - least) return `> ${proportion(1 - least, decimals)}`;
  return proportion(p, decimals);
}

/** "[.79, .85]". */
export function interval(limits: readonly [number, number] | null | undefined, print: (value: Value) => string): string {
  return limits ? `[${print(limits[0])}, ${print(limits[1])}]` : none;
}

/** What rounds to zero has no sign. */
function sign(value: number, digits: string): string {
  return value < 0 && /[1-9]/.test(digits) ? minus : "";
}
