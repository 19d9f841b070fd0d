import { type Mapped, MappedBuilder, slice } from "./mapped";

/** One spelling for what manuscripts write in many: recognisers then need to know one minus, one space, one apostrophe. */
const single: Record<string, string> = {
  "\u00a0": " ", "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ", "\u2006": " ", "\u2007": " ", "\u2008": " ", "\u205f": " ", "\u3000": " ",
  "\t": " ", "\n": " ", "\r": " ", "\f": " ", "\v": " ",
  "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "", "\u00ad": "", "\u200e": "", "\u200f": "",
  "\u2212": "-", "\u2010": "-", "\u2011": "-", "\ufe63": "-", "\uff0d": "-",
  "‘": "'", "’": "'", "‚": "'", "′": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
  "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl",
  "ᵃ": "^a", "ᵇ": "^b", "ᶜ": "^c", "ᵈ": "^d", "ᵉ": "^e", "⩽": "≤", "⩾": "≥", "≦": "≤", "≧": "≥", "∗": "*", "⁎": "*", "𝛼": "α", "𝜒": "χ", "𝜂": "η", "𝛽": "β", "𝑝": "p", "𝑡": "t", "𝐹": "F", "𝑟": "r", "𝑅": "R", "𝑁": "N", "𝑛": "n", "µ": "μ", "ɑ": "α", "Χ": "χ",
}; // prettier-ignore
const special = new Set(Object.keys(single));
const needsWork = /[^\x21-\x7e ]|\s\s|^\s|\s$|[\t\n\r]/;

/** The same text with one spelling for each sign, and single spaces. A narrow space between digits ("1 248") stays as U+202F, because it groups thousands. */
export function normalise(mapped: Mapped): Mapped {
  const text = mapped.text;
  if (!needsWork.test(text)) return mapped;
  const out = new MappedBuilder();
  let space = true; // at the start: leading white space goes
  let last = "";
  for (let i = 0; i < text.length;) {
    const point = text.codePointAt(i)!;
    const size = point > 0xffff ? 2 : 1;
    const char = size === 2 ? text.slice(i, i + 2) : text[i];
    const sign = signOf(char, point, text, i, last);
    if (sign === " ") {
      if (!space) out.push(" ", mapped.starts[i], mapped.ends[i]);
      space = true;
      last = " ";
    } else if (sign !== "") {
      out.push(sign, mapped.starts[i], mapped.ends[i + size - 1]);
      space = false;
      last = sign;
    }
    i += size;
  }
  const done = out.done();
  return done.text.endsWith(" ") ? slice(done, 0, done.text.length - 1) : done;
}

function signOf(char: string, point: number, text: string, at: number, last: string): string {
  if (point < 0x7f && point > 0x20) return char;
  if (point === 0x202f || point === 0x2009 || point === 0x00a0)
    return /\d/.test(text[at - 1] ?? "") && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) ? "\u202f" : " ";
  if (char === "–" || char === "‒" || char === "—") return isMinus(text, at, last) ? "-" : char;
  if ((char === "·" || char === "∙") && /\d/.test(last) && /^\d/.test(text.slice(at + 1, at + 2)) && !/^10(?:\^|[⁻⁰¹²³⁴-⁹])/.test(text.slice(at + 1, at + 4)))
    return "."; // a raised decimal point
  if (special.has(char)) return single[char];
  if ((point >= 0x1d400 && point <= 0x1d7ff) || point === 0x210e) return char.normalize("NFKC"); // letters and digits of the mathematical alphabets
  if (point >= 0xff01 && point <= 0xff5e) return String.fromCharCode(point - 0xfee0);
  return char;
}

/** A dash before a digit, with no digit, letter or closing bracket before it, is a minus: "r = –.45". Between digits it is a range. */
function isMinus(text: string, at: number, last: string): boolean {
  if (!/^\.?\d/.test(text.slice(at + 1, at + 3))) return false;
  if (last === "" || /[=<>≤≥≈([,;:±|]/.test(last)) return true;
  if (last !== " ") return false;
  const before = /[^\s]\s*$/.exec(text.slice(Math.max(0, at - 4), at))?.[0].trim() ?? "";
  return /[=<>≤≥≈([,;:±|]/.test(before);
}
