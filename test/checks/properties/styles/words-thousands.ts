import { italic, markdown, minus, type Style, thousands } from "../kit/style";

/** Small numbers in words, large ones with commas, zeros kept. */
export const wordsThousands: Style = {
  ...markdown,
  name: "words and thousands",
  spelled: true,
  number: (digits) => minus(thousands(digits, ",")),
  percent: (number) => `${number} per cent`,
  symbol: (name) => italic(name),
};
