import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { equationText } from "./docx-equation";

const texts = /^word\/(?:document|footnotes|endnotes)\.xml$/;

/**
 * A Word document with its equations as plain runs and its simple fields opened, because the converter to HTML leaves out both: "χ²(1) = 0.91" set as an equation, "Table 1" inserted as a
 * cross-reference. The same bytes where there is neither.
 */
export function withPlainRuns(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes, { filter: ({ name, originalSize }) => texts.test(name) && originalSize < 200_000_000 });
  const changed = Object.entries(parts).flatMap(([name, part]): [string, Uint8Array][] => {
    const xml = strFromU8(part);
    return /<m:oMath|<w:fldSimple/.test(xml) ? [[name, strToU8(plainRuns(xml))]] : [];
  });
  return changed.length > 0 ? zipSync({ ...unzipSync(bytes), ...Object.fromEntries(changed) }, { level: 0 }) : bytes;
}

/** An equation of a line of its own is a formula, no result, and goes; but in the cell of a table Word gives every equation a line of its own. */
function plainRuns(xml: string): string {
  const out: string[] = [];
  let from = 0;
  let cells = 0;
  const mark = /<w:tc[ >]|<\/w:tc>|<\/?w:fldSimple(?: [^<>]{0,2000})?>|<m:oMath(Para)?(?: [^<>]{0,2000})?>/g;
  for (let match = mark.exec(xml); match; match = mark.exec(xml)) {
    const tag = match[0];
    if (tag.startsWith("<w:tc")) cells++;
    else if (tag === "</w:tc>") cells--;
    else {
      out.push(xml.slice(from, match.index));
      from = mark.lastIndex;
      if (tag.startsWith("<m:")) {
        const close = match[1] ? "</m:oMathPara>" : "</m:oMath>";
        const end = xml.indexOf(close, from);
        const stop = end < 0 ? xml.length : end;
        if (!match[1] || cells > 0) out.push(`<w:r><w:t xml:space="preserve">${equationText(xml.slice(from, stop))}</w:t></w:r>`);
        from = mark.lastIndex = end < 0 ? xml.length : end + close.length;
      }
    }
  }
  out.push(xml.slice(from));
  return out.join("");
}
