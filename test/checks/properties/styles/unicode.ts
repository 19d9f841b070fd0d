import { markdown, minus, type Style, thousands } from "../kit/style";

const thin = "\u2009";
/** Italic letters of the mathematical alphabet: 𝑡, 𝑝, 𝑀𝑆. */
const mathematical = (letters: string) =>
  [...letters].map((c) => (c === "h" ? "ℎ" : String.fromCodePoint(c.charCodeAt(0) + (c < "a" ? 0x1d434 - 65 : 0x1d44e - 97)))).join("");

/** Every typographic nicety: minus signs, thin spaces, mathematical letters. */
export const unicode: Style = {
  ...markdown,
  name: "Unicode dress",
  number: (digits) => minus(thousands(digits, "\u202f")),
  percent: (number) => `${number}${thin}%`,
  symbol: (name) => name.replace(/^[A-Za-z]+/, mathematical),
  result: (symbol, df, value) => `${symbol}${df.length ? `(${df.join(`,${thin}`)})` : ""}${thin}=${thin}${value}`,
  relation: (symbol, sign, value) => `${mathematical(symbol)}${thin}${sign}${thin}${value}`,
};
