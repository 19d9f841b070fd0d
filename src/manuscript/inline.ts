import { normalise } from "./characters";
import { entityAt } from "./entities";
import { unemphasise, type DelimiterRun } from "./emphasis";
import { type Mapped, MappedBuilder, shifted, slice, stretches } from "./mapped";
import { plainMath, raised } from "./math";
import { memoised } from "./memo";
import { roleAt } from "./myst-roles";

/**
 * Inline Markdown (CommonMark with pandoc's maths, super- and subscripts, spans and notes) and inline HTML as plain text with a source map.
 * Own code, because a full parser takes longer over a 300 KB manuscript than a keystroke may (docs/decisions/0001); tested against remark.
 */
export function undress(raw: Mapped): Mapped {
  const { text, starts, ends } = plain(raw.text);
  const from = new Int32Array(text.length);
  const to = new Int32Array(text.length);
  for (let i = 0; i < text.length; i++) {
    from[i] = raw.starts[starts[i]];
    to[i] = raw.ends[ends[i] - 1];
  }
  return { text, starts: from, ends: to };
}

/** The plain text of a piece of Markdown, tied to positions in that piece: the same text is read once however often it comes. */
const plain = memoised(20_000, (text: string): Mapped => scan(shifted(text, 0)));

function scan(raw: Mapped): Mapped {
  const text = raw.text;
  const out = new MappedBuilder();
  const runs: DelimiterRun[] = [];
  const brackets = matchBrackets(text);
  const jumps = new Map<number, number>(); // where a link's "](url)" starts → where it ends
  const links: number[] = []; // the links that are open
  const put = (s: string, from: number, to: number) => s && out.push(s, raw.starts[from], raw.ends[to - 1]);

  for (let i = 0; i < text.length;) {
    const jump = jumps.get(i);
    if (jump !== undefined) {
      links.pop();
      i = jump;
      continue;
    }
    const c = text[i];
    let taken: Taken | undefined;
    if (c === "\\") {
      const set = /^\\(?:emph|textit|textbf|textrm|mathit|mathrm|text)\{([^{}\\]{1,80})\}/.exec(text.slice(i, i + 96));
      if (set) {
        const from = i + set[0].indexOf("{") + 1;
        for (let k = from; k < from + set[1].length; k++) put(text[k], k, k + 1);
        i += set[0].length;
        continue;
      }
      taken = escape(text, i);
    } else if (c === "`") taken = codeSpan(text, i);
    else if (c === "<") taken = tag(text, i);
    else if (c === "&") taken = entity(text, i);
    else if (c === "[" || (c === "!" && text[i + 1] === "[")) {
      const before = jumps.size;
      taken = link(text, i, brackets, jumps);
      if (taken && jumps.size > before) links.push(i + 1);
    } else if (c === "~" || c === "^") taken = script(text, i);
    else if (c === "$") {
      const body = formula(text, i);
      if (body) {
        out.append(plainMath(slice(raw, body.from, body.to)));
        i = body.end;
        continue;
      }
    } else if (c === "{") {
      const found = roleAt(text, i);
      if (found?.math) {
        out.append(plainMath(slice(raw, ...found.math)));
        i = found.end;
        continue;
      }
      taken = found;
    } else if (c === "*" || c === "_") {
      const end = runEnd(text, i);
      runs.push({ at: out.length, char: c, length: end - i, before: text[i - 1] ?? " ", after: text[end] ?? " ", link: links[links.length - 1] ?? 0 });
      for (let k = i; k < end; k++) put(c, k, k + 1);
      i = end;
      continue;
    }
    if (taken) {
      put(taken.text, i, taken.end);
      i = taken.end;
    } else {
      put(c, i, i + 1);
      i++;
    }
  }
  return normalise(unemphasise(out.done(), runs));
}

interface Taken {
  readonly text: string;
  readonly end: number;
}

function runEnd(text: string, at: number): number {
  let end = at;
  while (text[end] === text[at]) end++;
  return end;
}

function escape(text: string, at: number): Taken | undefined {
  const next = text[at + 1];
  return next !== undefined && /[!-/:-@[-`{-~\s]/.test(next) ? { text: next, end: at + 2 } : undefined;
}

/** Code is not a claim: kept where it is a bare name ("`Q3`"), a blank sign where it computes. */
function codeSpan(text: string, at: number): Taken {
  const open = runEnd(text, at);
  const fence = text.slice(at, open);
  let close = text.indexOf(fence, open);
  while (close >= 0 && (text[close + fence.length] === "`" || text[close - 1] === "`")) close = text.indexOf(fence, runEnd(text, close));
  if (close < 0) return { text: fence, end: open };
  const body = text.slice(open, close).trim();
  return { text: /^[\p{L}][\p{L}\d._-]{0,40}$/u.test(body) ? body : "\ufffc", end: close + fence.length };
}

function tag(text: string, at: number): Taken | undefined {
  if (text.startsWith("<!--", at)) {
    const close = text.indexOf("-->", at + 4);
    return { text: "", end: close < 0 ? text.length : close + 3 };
  }
  const script = /^<su([pb])>([^<]{1,40})<\/su[pb]>/i.exec(text.slice(at, at + 60));
  if (script) return { text: script[1].toLowerCase() === "p" ? raised(script[2].trim()) : "_" + script[2].trim(), end: at + script[0].length };
  const match = /^<(?:\/?([a-zA-Z][\w-]{0,20})(?:\s[^<>]{0,400})?\/?|[a-z]{2,10}:[^\s<>]{1,400})>/.exec(text.slice(at, at + 430));
  if (!match) return undefined;
  return { text: /^(?:br|p|div|td|th|li)$/i.test(match[1] ?? "") ? " " : "", end: at + match[0].length };
}

function entity(text: string, at: number): Taken | undefined {
  const found = entityAt(text, at);
  return found && { text: found.char, end: at + found.length };
}

/** Matching ] of every [, in one pass. */
function matchBrackets(text: string): Map<number, number> {
  const open: number[] = [];
  const match = new Map<number, number>();
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "[") open.push(i);
    else if (text[i] === "]" && open.length > 0) match.set(open.pop()!, i);
  }
  return match;
}

/** [text](url), [text][ref], [text]{.span} leave their text; images and footnote marks leave nothing; [@key] and [3.64, 10.85] stay as printed. */
function link(text: string, at: number, brackets: Map<number, number>, jumps: Map<number, number>): Taken | undefined {
  const image = text[at] === "!";
  const open = image ? at + 1 : at;
  const close = brackets.get(open);
  if (close === undefined) return undefined;
  const after = text.slice(close + 1, close + 1002);
  const target = /^\((?:[^()\s]|\([^()\s]{0,200}\)){0,800}(?: "[^"]{0,200}")?\)(?:\{[^{}]{0,200}\})?|^\{[^{}]{0,200}\}/.exec(after)?.[0];
  if (image) return target ? { text: "", end: close + 1 + target.length } : undefined;
  if (text[open + 1] === "^") return { text: "", end: close + 1 };
  const referred =
    target && close - open < 30 && /^(?:|.{0,20}(?:%s|\{number\}).{0,5})$/.test(text.slice(open + 1, close))
      ? /^\(#((?:tbl|fig)-[\w-]{1,60})\)/.exec(target)
      : null;
  if (referred) return { text: `@${referred[1]}`, end: close + 1 + target!.length };
  if (!target || /^\d{1,3}(?:[,–-]\s?\d{1,3})*$/.test(text.slice(open + 1, close))) {
    if (target) jumps.set(close + 1, close + 1 + target.length);
    return undefined;
  }
  jumps.set(close, close + 1 + target.length);
  return { text: "", end: open + 1 };
}

/** ~~struck~~ loses its marks; H~2~O → H_2O; R^2^ and R^2 → R². */
function script(text: string, at: number): Taken | undefined {
  const c = text[at];
  if (c === "~" && text[at + 1] === "~") return { text: "", end: at + 2 };
  const closed = c === "~" ? /^~((?:[^~\s\\]|\\.){1,30})~/.exec(text.slice(at, at + 64)) : /^\^((?:[^^\s\\]|\\.){1,30})\^/.exec(text.slice(at, at + 64));
  if (closed) {
    const body = closed[1].replace(/\\(.)/g, "$1").replace(/^\*+(.*?)\*+$/, "$1") || closed[1].replace(/\\/g, "");
    return { text: c === "~" ? "_" + body : raised(body), end: at + closed[0].length };
  }
  const bare = c === "^" ? /^\^\{?(\d)\}?/.exec(text.slice(at, at + 4)) : null;
  return bare && !/[\d\s]/.test(text[at - 1] ?? " ") ? { text: raised(bare[1]), end: at + bare[0].length } : undefined;
}

/** $…$ by pandoc's rule (no space inside the signs, no digit after), or $$…$$. */
function formula(text: string, at: number): { from: number; to: number; end: number } | undefined {
  const double = text[at + 1] === "$";
  const from = double ? at + 2 : at + 1;
  if (!double && /\s/.test(text[from] ?? " ")) return undefined;
  for (let close = text.indexOf("$", from); close >= 0 && close - from < 600; close = text.indexOf("$", close + 1)) {
    if (text[close - 1] === "\\") continue;
    if (double) return text[close + 1] === "$" ? { from, to: close, end: close + 2 } : undefined;
    return /\s/.test(text[close - 1]) || /\d/.test(text[close + 1] ?? "") ? undefined : { from, to: close, end: close + 1 };
  }
  return undefined;
}

/** Undresses a stretch of the source made of several lines' contents: [start, end) each, joined by a space. */
export function undressLines(source: string, lines: readonly { readonly start: number; readonly end: number }[]): Mapped {
  return undress(stretches(source, lines));
}
