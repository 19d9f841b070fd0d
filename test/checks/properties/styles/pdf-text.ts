import { minus, related, spaced, type Style, width, wrap } from "../kit/style";

/** Long words at the end of a line are divided as typesetters do. */
function hyphenated(text: string): string {
  const lines = wrap(text, 84).split("\n");
  return lines
    .map((line, i) => {
      const next = lines[i + 1]?.match(/^([a-z]{4,}?)([a-z]{4,})(?=[ .,])/);
      const before = i > 0 ? lines[i - 1] : undefined;
      const taken = before !== undefined && room(before) && line.match(/^([a-z]{4,}?)([a-z]{4,})(?=[ .,])/);
      const rest = taken ? line.slice(taken[1].length) : line;
      return next && room(line) ? `${rest} ${next[1]}-` : rest;
    })
    .join("\n");
}
const room = (line: string) => width(line) < 78 && !/[\uE000\uE001]/.test(line);

/** Text that a converter drew from a PDF: tabs between cells, broken lines and words, heads and feet of pages between the paragraphs. */
export const pdfText: Style = {
  name: "text of a PDF",
  path: "paper.txt",
  language: "en",
  number: (digits) => minus(digits),
  percent: (number) => `${number}%`,
  symbol: (name) => name.replace("²ₚ", "p2"),
  result: spaced,
  relation: related,
  words: (text) => text,
  term: (text) => text,
  heading: (level, text, number) => (level === 1 ? `${number}. ${text}` : `${number} ${text}`),
  paragraph: hyphenated,
  table: ({ number, caption, header, rows, note }) =>
    `Table ${number}. ${caption}\n${[header, ...rows].map((r) => r.join("\t")).join("\n")}${note ? `\nNote. ${note}` : ""}`,
  tableReference: (number) => `Table ${number}`,
  references: (entries) => entries.map((e) => wrap(e, 84)).join("\n\n"),
  document: (blocks) =>
    `A Study of Things\n\n${blocks.map((b, i) => (i % 5 === 4 ? `${b}\n\nJournal of Survey Practice 45(3), 2024\n${214 + i}` : b)).join("\n\n")}\n`,
};
