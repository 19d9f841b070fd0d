import { normalise } from "./characters";
import { entityAt } from "./entities";
import { type Mapped, MappedBuilder, slice } from "./mapped";
import { plainMath, raised } from "./math";
import { withoutStrayEmphasis } from "./stray-emphasis";

const lineBreaking = /^\/?(?:br|p|div|td|th|tr|li|section|h[1-6])$/i;

/** What leads to a footnote and back is no text. */
const noteMark = /^<a\s(?=[^<>]{0,300}(?:role="doc-(?:noteref|backlink)"|class="footnote-(?:ref|back)"))[^<>]{0,400}>(?:<sup>)?[^<>]{0,12}(?:<\/sup>)?<\/a>/i;

/** HTML inside a block as plain text: tags go, entities are decoded, <sup> and <sub> are kept as signs, \(…\) is read as maths. */
export function undressHtml(raw: Mapped): Mapped {
  const text = raw.text;
  const out = new MappedBuilder();
  for (let i = 0; i < text.length;) {
    const { plain, end, math } = piece(text, i);
    if (math) out.append(plainMath(slice(raw, math[0], math[1])));
    else if (plain) out.push(plain, raw.starts[i], raw.ends[end - 1]);
    i = end;
  }
  return normalise(withoutStrayEmphasis(out.done()));
}

function piece(text: string, at: number): { plain: string; end: number; math?: [number, number] } {
  const c = text[at];
  if (c === "&") {
    const entity = entityAt(text, at);
    if (entity) return { plain: entity.char, end: at + entity.length };
  }
  if (c === "\\" && text[at + 1] === "(") {
    const close = text.slice(at + 2, at + 1000).indexOf("\\)");
    if (close >= 0) return { plain: "", end: at + close + 4, math: [at + 2, at + 2 + close] };
  }
  if (c !== "<") return { plain: c, end: at + 1 };
  if (text.startsWith("<!--", at)) {
    const close = text.indexOf("-->", at + 4);
    return { plain: "", end: close < 0 ? text.length : close + 3 };
  }
  const mark = noteMark.exec(text.slice(at, at + 700));
  if (mark) return { plain: "", end: at + mark[0].length };
  const script = /^<su([pb])(?:\s[^<>]{0,200})?>([^<]{1,40})<\/su[pb]>/i.exec(text.slice(at, at + 280));
  if (script) return { plain: script[1].toLowerCase() === "p" ? raised(script[2].trim()) : "_" + script[2].trim(), end: at + script[0].length };
  const tag = /^<(\/?[a-zA-Z][\w-]{0,20})(?:[\s/][^<>]{0,1000})?>/.exec(text.slice(at, at + 1030));
  if (!tag) return { plain: c, end: at + 1 };
  return { plain: lineBreaking.test(tag[1]) ? " " : "", end: at + tag[0].length };
}
