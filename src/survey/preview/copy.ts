import { ScreeError } from "../../errors";
import { type Survey } from "../survey";
import { type CellRange, cellText, type Shown, within } from "./cells";

/** What a clipboard and the program behind it take without a pause. */
const mostCells = 2_000_000;

/**
 * Cells as text for the clipboard: tabs between columns, line ends between rows, as they are shown. As in every spreadsheet, a cell that holds a tab, a line end
 * or a leading quotation mark is put in quotation marks.
 *
 * @throws ScreeError `too-much-to-copy`
 */
export function tabSeparated(survey: Survey, range: CellRange, shown: Shown): string {
  const { row, rows, column, columns } = within(range, { rows: survey.rows, columns: survey.columns.length });
  const cells = rows * columns;
  if (cells > mostCells) {
    throw new ScreeError("too-much-to-copy", `${cells.toLocaleString("en-US")} cells are too many for the clipboard.`, {
      hint: `Select at most ${mostCells.toLocaleString("en-US")}, or work with the file itself.`,
      data: { cells },
    });
  }
  const texts = survey.columns.slice(column, column + columns).map((one) => cellText(one, shown));
  const lines: string[] = [];
  for (let i = row; i < row + rows; i++) lines.push(texts.map((text) => clipboardCell(text(i))).join("\t"));
  return lines.join("\n");
}

const clipboardCell = (text: string): string => (/[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
