import { normalise } from "./characters";
import { type Mapped, MappedBuilder, slice } from "./mapped";
import { plainMath, raised } from "./math";

/** Commands whose argument is not text of the sentence. */
const silent = new Set(["label", "footnote", "footnotetext", "footnotemark", "index", "vspace", "hspace", "includegraphics", "bibliographystyle", "bibliography", "usepackage", "centering", "thanks", "input", "cline", "cmidrule", "addlinespace", "setlength", "renewcommand", "newcommand"]); // prettier-ignore
const signs: Record<string, string> = {
  "%": "%",
  "&": "&",
  "#": "#",
  _: "_",
  $: "$",
  "{": "{",
  "}": "}",
  ",": " ",
  ";": " ",
  ":": " ",
  "!": "",
  " ": " ",
  "\\": " ",
  "-": "",
  "/": "",
  "@": "",
  "(": "",
  ")": "",
};
const words: Record<string, string> = { textless: "<", textgreater: ">", textasciitilde: "~", ldots: "…", dots: "…", textendash: "–", textemdash: "—", textminus: "−", times: "×", pm: "±", alpha: "α", textalpha: "α", chi: "χ", eta: "η", omega: "ω", ss: "ß", quad: " ", newline: " ", linebreak: " ", and: ", ", S: "§", textdagger: "†", textasteriskcentered: "*" }; // prettier-ignore
const accents: Record<string, Record<string, string>> = {
  '"': { a: "ä", o: "ö", u: "ü", A: "Ä", O: "Ö", U: "Ü", e: "ë", i: "ï" },
  "'": { a: "á", e: "é", i: "í", o: "ó", u: "ú", E: "É", O: "Ó", c: "ć", n: "ń" },
  "`": { a: "à", e: "è", i: "ì", o: "ò", u: "ù" },
  "^": { a: "â", e: "ê", i: "î", o: "ô", u: "û" },
  "~": { n: "ñ", a: "ã", o: "õ" },
};

/** LaTeX text mode as plain text: "\emph{M} = \num{3.58}, $\chi^2(1) = 0.91$". `labels` answers \ref with the number that the label's table or figure has. */
export function undressLatex(raw: Mapped, labels: ReadonlyMap<string, string> = new Map()): Mapped {
  const text = raw.text;
  const out = new MappedBuilder();
  const put = (s: string, from: number, to: number) => s && out.push(s, raw.starts[from], raw.ends[Math.max(from, to - 1)]);
  for (let i = 0; i < text.length;) {
    const c = text[i];
    const math = c === "$" || text.startsWith("\\(", i) ? formula(text, i) : undefined;
    if (math) {
      out.append(plainMath(slice(raw, math.from, math.to)));
      i = math.end;
    } else if (c === "\\") {
      const { plain, end } = command(text, i, labels);
      put(plain, i, Math.min(end, text.length));
      i = end;
    } else {
      const { plain, end } = character(text, i);
      put(plain, i, end);
      i = end;
    }
  }
  return normalise(out.done());
}

function character(text: string, at: number): { plain: string; end: number } {
  const c = text[at];
  if (c === "{" || c === "}") return { plain: "", end: at + 1 };
  if (c === "~") return { plain: " ", end: at + 1 };
  if (c === "-" && text[at + 1] === "-") return text[at + 2] === "-" ? { plain: "—", end: at + 3 } : { plain: "–", end: at + 2 };
  if ((c === "`" || c === "'") && text[at + 1] === c) return { plain: '"', end: at + 2 };
  return { plain: c, end: at + 1 };
}

function command(text: string, at: number, labels: ReadonlyMap<string, string>): { plain: string; end: number } {
  const name = /^\\([a-zA-Z]{1,40})\*?/.exec(text.slice(at, at + 43));
  if (!name) {
    const sign = text[at + 1] ?? "";
    const accent = accents[sign] && /^\{?([a-zA-Z])\}?/.exec(text.slice(at + 2, at + 5));
    if (accent && accents[sign][accent[1]]) return { plain: accents[sign][accent[1]], end: at + 2 + accent[0].length };
    return { plain: Object.hasOwn(signs, sign) ? signs[sign] : sign, end: at + 2 };
  }
  let end = at + name[0].length;
  const word = name[1];
  if (/^(?:cite|citep|citet|citealp|parencite|textcite|autocite|citeauthor|citeyear)$/i.test(word)) {
    const argument = /^(?:\[[^\]]{0,200}\]){0,2}\{([^{}]{1,500})\}/.exec(text.slice(end, end + 950));
    return argument ? { plain: `[@${argument[1].split(",").map((k) => k.trim()).join("; @")}]`, end: end + argument[0].length } : { plain: "", end }; // prettier-ignore
  }
  if (/^(?:ref|autoref|cref|Cref)$/.test(word)) {
    const label = /^\{([^{}]{1,100})\}/.exec(text.slice(end, end + 103));
    const number = label ? (labels.get(label[1]) ?? "??") : "";
    return { plain: word === "ref" ? number : `Table ${number}`, end: end + (label?.[0].length ?? 0) };
  }
  if (word === "begin" || word === "end") return { plain: " ", end: afterArguments(text, end) };
  if (word === "hypertarget") return { plain: "", end: end + (/^\{[^{}]{0,200}\}/.exec(text.slice(end, end + 203))?.[0].length ?? 0) };
  if (silent.has(word)) return { plain: "", end: afterArguments(text, end) };
  if (word === "textsuperscript" || word === "textsubscript") {
    const argument = /^\{([^{}]{0,60})\}/.exec(text.slice(end, end + 63));
    if (argument) return { plain: word === "textsuperscript" ? raised(argument[1]) : "_" + argument[1], end: end + argument[0].length };
  }
  if (/^(?:multicolumn|multirow)$/.test(word)) {
    const head = /^\{[^{}]{0,40}\}\{[^{}]{0,40}\}/.exec(text.slice(end, end + 90));
    return { plain: "", end: end + (head?.[0].length ?? 0) };
  }
  const plain = Object.hasOwn(words, word) ? words[word] : "";
  if (/\s/.test(text[end] ?? "")) end++;
  else if (text[end] === "[" && plain === "") end += /^\[[^\]]{0,100}\]/.exec(text.slice(end, end + 103))?.[0].length ?? 0;
  return { plain, end };
}

/** Past the [optional] and {braced} arguments that follow a command. */
export function afterArguments(text: string, at: number): number {
  let i = at;
  while (text[i] === "[" || text[i] === "{") {
    const close = closing(text, i);
    if (close < 0) return text.length;
    i = close + 1;
  }
  return i;
}

/** The bracket that closes the one at `at`; -1 where none does. */
export function closing(text: string, at: number): number {
  const open = text[at];
  const close = open === "[" ? "]" : "}";
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}

function formula(text: string, at: number): { from: number; to: number; end: number } | undefined {
  const [open, close] = text[at] === "\\" ? ["\\(", "\\)"] : text[at + 1] === "$" ? ["$$", "$$"] : ["$", "$"];
  const from = at + open.length;
  for (let to = text.indexOf(close, from); to >= 0 && to - from < 2000; to = text.indexOf(close, to + 1))
    if (text[to - 1] !== "\\") return { from, to, end: to + close.length };
  return undefined;
}
