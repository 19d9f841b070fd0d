import { markdown, pipe, type Style } from "../kit/style";

/** What jamovi and JASP show, pasted: zeros kept, hyphens for minus signs, nothing in italics, a full stop after the table's number. */
export const jamovi: Style = {
  ...markdown,
  name: "jamovi",
  number: (digits) => digits,
  table: ({ number, caption, header, rows, note }) => `**Table ${number}.** ${caption}\n\n${pipe(header, rows)}${note ? `\n\nNote. ${note}` : ""}`,
};
