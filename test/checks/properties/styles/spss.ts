import { markdown, pipe, type Style, withoutZero } from "../kit/style";

const terms: Readonly<Record<string, string>> = {
  p: "Sig.",
  M: "Mean",
  SD: "Std. Deviation",
  SE: "Std. Error",
  n: "Frequency",
  "%": "Percent",
  Eigenvalue: "Total",
  "% of variance": "% of Variance",
};

/** Output of SPSS in a manuscript: its own headings, no zero before any decimal point, emphasised headings. */
export const spss: Style = {
  ...markdown,
  name: "SPSS",
  number: (digits) => withoutZero(digits),
  term: (text) => terms[text] ?? text,
  table: ({ number, caption, header, rows, note }) =>
    `Table ${number}. *${caption}*\n\n${pipe(
      header.map((h) => h && `**${h}**`),
      rows,
    )}${note ? `\n\n*Note*. ${note}` : ""}`,
};
