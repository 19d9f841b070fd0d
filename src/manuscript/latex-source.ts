/** A command that the manuscript defines itself: "\newcommand{\pval}[1]{p = #1}". */
export interface Macro {
  readonly parameters: number;
  readonly body: string;
}

/** What the whole of a LaTeX source says to each of its passages. */
export interface LatexSource {
  /** label → "Table 3", "Figure 1" */
  readonly labels: ReadonlyMap<string, string>;
  readonly macros: ReadonlyMap<string, Macro>;
  /** parts of it stand in files that are not read (\input, \include), so an unknown label proves nothing */
  readonly partial: boolean;
}

export const emptySource: LatexSource = { labels: new Map(), macros: new Map(), partial: true };

export function latexSource(text: string): LatexSource {
  return { labels: labelsOf(text), macros: macrosOf(text), partial: /\\(?:input|include|subfile|import|externaldocument)\b/.test(text) };
}

/** Comments become spaces and \tabularnewline the shorter \\, all of it in place: offsets stay. */
export function plainSource(source: string): string {
  return source
    .replace(/(^|[^\\])%[^\n\r]*/g, (all, before: string) => before + " ".repeat(all.length - before.length))
    .replaceAll("\\tabularnewline", "\\\\".padEnd("\\tabularnewline".length));
}

/** \label of every table and figure, numbered in the order of the captions. */
function labelsOf(text: string): Map<string, string> {
  const labels = new Map<string, string>();
  const counts = { Table: 0, Figure: 0 };
  const floats = /\\begin\{(table|figure|longtable|sidewaystable|sidewaysfigure|wraptable|wrapfigure|SCtable|longtblr|xltabular)\*?\}/g;
  for (let match = floats.exec(text); match; match = floats.exec(text)) {
    const kind = /fig/.test(match[1]) ? "Figure" : "Table";
    const close = text.indexOf(`\\end{${match[1]}`, match.index);
    const end = close < 0 ? match.index + 5000 : close;
    const body = text.slice(match.index, end);
    floats.lastIndex = Math.max(end, floats.lastIndex); // no part of the text is looked at twice
    if (!body.includes("\\caption")) continue;
    counts[kind]++;
    for (const label of body.matchAll(/\\label\{([^{}]{1,100})\}/g)) labels.set(label[1], `${kind} ${counts[kind]}`);
  }
  return labels;
}

/** \newcommand, \renewcommand and \def with up to nine parameters and a body that needs no other machinery. */
function macrosOf(text: string): Map<string, Macro> {
  const macros = new Map<string, Macro>();
  const definition = /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s?\{?\\([a-zA-Z]{1,40})\}?(?:\[(\d)\])?\{((?:[^{}]|\{[^{}]{0,200}\}){0,400})\}|\\def\\([a-zA-Z]{1,40})\{((?:[^{}]|\{[^{}]{0,200}\}){0,400})\}/g; // prettier-ignore
  for (const match of text.matchAll(definition)) macros.set(match[1] ?? match[4], { parameters: Number(match[2] ?? 0), body: match[3] ?? match[5] ?? "" });
  return macros;
}

/** Where the brace or bracket that opens at each place of a text closes, found in one pass; 0 where none does. */
export function closings(text: string): Int32Array {
  const out = new Int32Array(text.length);
  const braces: number[] = [];
  const brackets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === "\\") i++;
    else if (c === "{") braces.push(i);
    else if (c === "[") brackets.push(i);
    else if (c === "}" && braces.length > 0) out[braces.pop()!] = i;
    else if (c === "]" && brackets.length > 0) out[brackets.pop()!] = i;
  }
  return out;
}
