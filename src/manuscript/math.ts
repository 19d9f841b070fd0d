import { type Mapped, MappedBuilder } from "./mapped";

/** LaTeX mathematics as plain text: "\chi^2(276) = 6543.2,\ p < .001" → "χ²(276) = 6543.2, p < .001". Unknown commands leave their name. */
const commands: Record<string, string> = {
  alpha: "α", beta: "β", gamma: "γ", delta: "δ", Delta: "Δ", epsilon: "ε", eta: "η", theta: "θ", kappa: "κ", lambda: "λ", Lambda: "Λ", mu: "μ", nu: "ν", pi: "π", rho: "ρ", sigma: "σ", Sigma: "Σ",
  tau: "τ", phi: "φ", varphi: "φ", Phi: "Φ", chi: "χ", psi: "ψ", omega: "ω", le: "≤", leq: "≤", leqslant: "≤", ge: "≥", geq: "≥", geqslant: "≥", lt: "<", gt: ">", approx: "≈", sim: "~", ne: "≠", neq: "≠", times: "×", cdot: "·", pm: "±",
  "%": "%", "&": "&", "#": "#", _: "_", "{": "{", "}": "}", $: "$", " ": " ", ",": "\u2009", ";": " ", ":": " ", "!": "", quad: " ", qquad: " ", ldots: "…", dots: "…", infty: "∞", sum: "Σ", prime: "'", ast: "*", star: "*", textless: "<", textgreater: ">", textendash: "–", dagger: "†",
  left: "", right: "", big: "", Big: "", displaystyle: "", mathrm: "", mathit: "", mathbf: "", text: "", textit: "", textbf: "", textrm: "", emph: "", operatorname: "", mathsf: "", bar: "", hat: "", overline: "", tilde: "", vec: "", boldsymbol: "", bm: "", mbox: "", rm: "", it: "",
}; // prettier-ignore

const superscript = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Digits as superscripts, stars as they are, anything else after a caret. */
export function raised(text: string): string {
  if (/^-?\d+$/.test(text)) return Array.from(text, (c) => (c === "-" ? "⁻" : superscript[Number(c)])).join("");
  return /^[*†‡]+$/.test(text) ? text : "^" + text;
}

/** Turns the body of a formula (between the dollar signs) into plain text. */
export function plainMath(body: Mapped): Mapped {
  const text = body.text;
  const out = new MappedBuilder();
  const put = (s: string, from: number, to: number) => s && out.push(s, body.starts[from], body.ends[to - 1]);
  for (let i = 0; i < text.length;) {
    const c = text[i];
    if (c === "\\") {
      const name = /^\\([a-zA-Z]{1,20}|.)/s.exec(text.slice(i, i + 22))?.[1] ?? "";
      const end = i + 1 + name.length;
      const plain = Object.hasOwn(commands, name) ? commands[name] : name;
      put(plain, i, end);
      i = end;
      if (/^[a-zA-Z]/.test(name) && plain !== "" && text[i] === " ") i++;
    } else if (c === "^" || c === "_") {
      const { inner, end } = argument(text, i + 1);
      const clean = inner.replace(/\\(?:text|mathrm|mathit|textit|prime)|[{}\s]/g, "");
      put(c === "^" ? raised(clean.replace(/\\ast/g, "*")) : "_" + clean, i, end);
      i = end;
    } else if (c === "{" && text[i + 1] === "," && text[i + 2] === "}") {
      put(",", i, i + 3);
      i += 3;
    } else {
      if (c !== "{" && c !== "}") out.push(c === "~" ? " " : c, body.starts[i], body.ends[i]);
      i++;
    }
  }
  return out.done();
}

/** What a ^ or _ governs: a group in braces, a command, or one character. */
function argument(text: string, at: number): { inner: string; end: number } {
  if (text[at] === "{") {
    const close = text.indexOf("}", at);
    if (close > 0) return { inner: text.slice(at + 1, close), end: close + 1 };
  }
  const command = /^\\[a-zA-Z]{1,20}/.exec(text.slice(at, at + 22))?.[0];
  if (command) return { inner: command, end: at + command.length };
  return { inner: text[at] ?? "", end: Math.min(at + 1, text.length) };
}
