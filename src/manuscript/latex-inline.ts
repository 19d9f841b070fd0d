import { normalise } from "./characters";
import { emptySource, type LatexSource } from "./latex-source";
import { type Mapped, MappedBuilder, slice } from "./mapped";
import { plainMath, raised } from "./math";
import { withoutStrayEmphasis } from "./stray-emphasis";

/** Commands whose argument is not text of the sentence. */
const silent = new Set(["label", "footnote", "footnotetext", "footnotemark", "index", "vspace", "hspace", "includegraphics", "bibliographystyle", "bibliography", "usepackage", "centering", "thanks", "input", "include", "subfile", "addbibresource", "printbibliography", "tablefootnote", "marginpar", "todo", "phantom", "hphantom", "vphantom", "color", "definecolor", "newpage", "pagestyle", "nocite", "selectlanguage", "documentclass", "graphicspath", "fontsize", "rule", "cline", "cmidrule", "addlinespace", "setlength", "setcounter", "addtocounter", "providecommand", "newenvironment", "renewcommand", "newcommand"]); // prettier-ignore
const signs: Record<string, string> = {
  "%": "%",
  "&": "&",
  "#": "#",
  _: "_",
  $: "$",
  "{": "{",
  "}": "}",
  ",": "\u2009",
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
const words: Record<string, string> = { textless: "<", textgreater: ">", textasciitilde: "~", ldots: "…", dots: "…", textendash: "–", textemdash: "—", textminus: "−", times: "×", pm: "±", alpha: "α", textalpha: "α", chi: "χ", eta: "η", omega: "ω", ss: "ß", quad: " ", newline: " ", linebreak: " ", and: ", ", S: "§", textdagger: "†", textasteriskcentered: "*", textasteriskcentred: "*", enquote: "", percent: "%", permille: "‰", permil: "‰", textperthousand: "‰", degree: "°", celsius: "°C", milli: "m", kilo: "k", second: "s", gram: "g", metre: "m", meter: "m", hour: "h", minute: "min", euro: "€", textpm: "±", textmu: "μ", texttimes: "×", textle: "≤", textge: "≥", textbackslash: "\\\\", textbar: "|", slash: "/", textquotesingle: "'", guillemotleft: "«", guillemotright: "»", textsuperscriptast: "*" }; // prettier-ignore
const accents: Record<string, Record<string, string>> = {
  '"': { a: "ä", o: "ö", u: "ü", A: "Ä", O: "Ö", U: "Ü", e: "ë", i: "ï" },
  "'": { a: "á", e: "é", i: "í", o: "ó", u: "ú", E: "É", O: "Ó", c: "ć", n: "ń" },
  "`": { a: "à", e: "è", i: "ì", o: "ò", u: "ù" },
  "^": { a: "â", e: "ê", i: "î", o: "ô", u: "û" },
  "~": { n: "ñ", a: "ã", o: "õ" },
};

/** LaTeX text mode as plain text: "\emph{M} = \num{3.58}, $\chi^2(1) = 0.91$", with the labels and the commands of its source. */
export function undressLatex(raw: Mapped, source: LatexSource = emptySource): Mapped {
  return normalise(withoutStrayEmphasis(plainText(raw, source, 0)));
}

function plainText(raw: Mapped, source: LatexSource, depth: number): Mapped {
  const text = raw.text;
  const out = new MappedBuilder();
  const put = (s: string, from: number, to: number) => s && out.push(s, raw.starts[from], raw.ends[Math.max(from, to - 1)]);
  for (let i = 0; i < text.length;) {
    const c = text[i];
    const math = c === "$" || text.startsWith("\\(", i) ? formula(text, i) : undefined;
    const used = c === "\\" && depth < 4 ? expanded(raw, i, source) : undefined;
    if (math) {
      out.append(plainMath(slice(raw, math.from, math.to)));
      i = math.end;
    } else if (used) {
      out.append(plainText(used.text, source, depth + 1));
      i = used.end;
    } else if (c === "\\") {
      const { plain, end } = command(text, i, source);
      put(plain, i, Math.min(end, text.length));
      i = end;
    } else {
      const { plain, end } = character(text, i);
      put(plain, i, end);
      i = end;
    }
  }
  return out.done();
}

/** A command of the manuscript's own, its parameters put in: what comes from the definition stands where the command is used. */
function expanded(raw: Mapped, at: number, source: LatexSource): { text: Mapped; end: number } | undefined {
  if (source.macros.size === 0) return undefined;
  const text = raw.text;
  const name = /^\\([a-zA-Z]{1,40})/.exec(text.slice(at, at + 42))?.[1];
  const macro = name === undefined ? undefined : source.macros.get(name);
  if (!macro || name === undefined) return undefined;
  let end = at + 1 + name.length;
  const given: Mapped[] = [];
  for (let k = 0; k < macro.parameters; k++) {
    const argument = /^\s{0,3}\{((?:[^{}]|\{[^{}]{0,100}\}){0,300})\}/.exec(text.slice(end, end + 1000));
    if (!argument) return undefined;
    const from = end + argument[0].length - 1 - argument[1].length;
    given.push(slice(raw, from, from + argument[1].length));
    end += argument[0].length;
  }
  if (macro.parameters === 0) end += /^(?:\{\}| )?/.exec(text.slice(end, end + 2))![0].length;
  const out = new MappedBuilder();
  for (const part of macro.body.split(/(#\d)/)) {
    const argument = /^#\d$/.test(part) ? given[Number(part[1]) - 1] : undefined;
    if (argument) out.append(argument);
    else out.push(part, raw.starts[at], raw.ends[end - 1]);
  }
  return { text: out.done(), end };
}

function character(text: string, at: number): { plain: string; end: number } {
  const c = text[at];
  if (c === "{" || c === "}") return { plain: "", end: at + 1 };
  if (c === "~") return { plain: " ", end: at + 1 };
  if (c === "-" && text[at + 1] === "-") return text[at + 2] === "-" ? { plain: "—", end: at + 3 } : { plain: "–", end: at + 2 };
  if ((c === "`" || c === "'") && text[at + 1] === c) return { plain: '"', end: at + 2 };
  return { plain: c, end: at + 1 };
}

function command(text: string, at: number, source: LatexSource): { plain: string; end: number } {
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
  const reference = /^(?:ref|autoref|cref|Cref|nameref|pageref|eqref|vref|labelcref)$/.test(word) && /^\{([^{}]{1,200})\}/.exec(text.slice(end, end + 203));
  if (reference) return { plain: referred(word, reference[1], source), end: end + reference[0].length };
  const range = /^(?:num|SI|qty)range$/.test(word) && /^(?:\[[^\]]{0,200}\])?\{([^{}]{0,40})\}\{([^{}]{0,40})\}/.exec(text.slice(end, end + 290));
  if (range) return { plain: `${range[1]}–${range[2]}`, end: end + range[0].length };
  if (word === "begin" || word === "end") return { plain: " ", end: afterArguments(text, end) };
  if (word === "hypertarget") return { plain: "", end: end + (/^\{[^{}]{0,200}\}/.exec(text.slice(end, end + 203))?.[0].length ?? 0) };
  if (word === "def") return { plain: "", end: afterArguments(text, end + /^\s?(?:\\[a-zA-Z]{1,40})?(?:#\d){0,9}/.exec(text.slice(end, end + 70))![0].length) };
  if (silent.has(word)) return { plain: "", end: afterArguments(text, end) };
  if (/^(?:textsuperscript|textsubscript|tnote|sym|tmark)$/.test(word)) {
    const argument = /^[{[]([^{}[\]]{0,60})[}\]]/.exec(text.slice(end, end + 63));
    if (argument)
      return {
        plain: word === "textsubscript" ? "_" + argument[1] : raised(argument[1].replace(/\$|\\ast/g, (x) => (x === "$" ? "" : "*"))),
        end: end + argument[0].length,
      };
  }
  if (word === "item") {
    const label = /^\s{0,3}\[([^\]]{0,60})\]/.exec(text.slice(end, end + 70));
    return label ? { plain: `${raised(label[1].replace(/[$\\{}]/g, ""))} `, end: end + label[0].length } : { plain: " ", end };
  }
  if (/^(?:multicolumn|multirow)$/.test(word)) {
    const head = /^(?:\[[^\]]{0,9}\])?\{[^{}]{0,40}\}(?:\[[^\]]{0,9}\])?(?:\{[^{}]{0,60}\}|\*|=)(?:\[[^\]]{0,9}\])?/.exec(text.slice(end, end + 140));
    return { plain: "", end: end + (head?.[0].length ?? 0) };
  }
  const plain = Object.hasOwn(words, word) ? words[word] : "";
  if (/\s/.test(text[end] ?? "")) end++;
  else if (text[end] === "[" && plain === "") end += /^\[[^\]]{0,100}\]/.exec(text.slice(end, end + 103))?.[0].length ?? 0;
  return { plain, end };
}

/** "3" for \ref, "Table 3" for \cref and \autoref; "??" for a label that nothing has, as LaTeX prints it, where the whole manuscript is at hand. */
function referred(command: string, given: string, source: LatexSource): string {
  const labels = given.split(",").map((label) => label.trim());
  const named = labels.map((label) => source.labels.get(label) ?? unknown(label, source));
  if (/^(?:ref|labelcref)$/.test(command)) return named.map((name) => name.replace(/^(?:Table|Figure) /, "")).join(", ");
  return /^(?:autoref|cref|Cref|vref)$/.test(command) ? named.join(" and ") : "\ufffc";
}

function unknown(label: string, source: LatexSource): string {
  const kind = /^(?:tab|tbl|table|t)[:._-]/i.test(label) ? "Table" : /^(?:fig|figure|f)[:._-]/i.test(label) ? "Figure" : undefined;
  return kind && !source.partial ? `${kind} ??` : "\ufffc";
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
  const near = text.slice(from, from + 2000);
  for (let to = near.indexOf(close); to >= 0; to = near.indexOf(close, to + 1))
    if (near[to - 1] !== "\\") return { from, to: from + to, end: from + to + close.length };
  return undefined;
}
