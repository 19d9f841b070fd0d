const mark = /^\s{0,8}(\(?)(\d{1,2}|[a-z])\)\s/;

/**
 * Does the mark that opens a line ("(3) repair the lift.") belong to a list that runs through a sentence broken into lines, rather than to a list with a line an item?
 * It does where the mark before it stands amid an earlier line of the paragraph, or the one after it amid this line or the next.
 *
 * @param from the paragraph's first line
 * @param at the line with the mark
 */
export function runsOn(lines: readonly { readonly text: string }[], from: number, at: number): boolean {
  if (/^\s{0,8}\(?\d{1,2}[.)]\s/.test(lines[at].text) && isOpen(lines[at - 1]?.text ?? "")) return true;
  const found = mark.exec(lines[at].text);
  if (!found) return false;
  const [, bracket, sign] = found;
  const amid = (i: number, step: number) => {
    const text = ` ${bracket}${next(sign, step)}) `;
    return lines[i] !== undefined && lines[i].text.trim() !== "" && ` ${lines[i].text.trim()} `.indexOf(text) > 0;
  };
  for (let i = Math.max(from, at - 6); i < at; i++) if (amid(i, -1)) return true;
  return amid(at, 1) || amid(at + 1, 1);
}

/** Does a bracket stay open at the end of a line? Then the next goes on with it: "F(2," and "29) = 69.21". */
function isOpen(line: string): boolean {
  const tail = line.slice(-80);
  return tail.lastIndexOf("(") > tail.lastIndexOf(")");
}

const next = (sign: string, step: number): string => (/\d/.test(sign) ? String(Number(sign) + step) : String.fromCharCode(sign.charCodeAt(0) + step));
