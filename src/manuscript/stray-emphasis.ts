import { type Mapped, MappedBuilder, slice } from "./mapped";

const symbol = /(?<![\p{L}\d*])(?:(\*{1,2})(?=\p{L})|\\(?:emph|textit|mathit)\{)(\p{L}{1,2}[²2]?)(?:(?<=\*\p{L}{1,2}[²2]?)\1|\})(?=\s?[(=<>≤≥])/gu;

/** "*t*(28)", "\\emph{F}(1, 28)": the markup of a symbol that stands in the text of another format, where a converter has left it. */
export function withoutStrayEmphasis(mapped: Mapped): Mapped {
  if (!/[*\\]/.test(mapped.text)) return mapped;
  const out = new MappedBuilder();
  let from = 0;
  for (const match of mapped.text.matchAll(symbol)) {
    const start = match.index + match[0].lastIndexOf(match[2]);
    out.append(slice(mapped, from, match.index));
    out.append(slice(mapped, start, start + match[2].length));
    from = match.index + match[0].length;
  }
  out.append(slice(mapped, from));
  return out.done();
}
