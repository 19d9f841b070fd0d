import { raised } from "./math";

/** What a role stands for: plain text, or the bounds of a formula. */
export interface Role {
  readonly text: string;
  readonly end: number;
  readonly math?: readonly [from: number, to: number];
}

/** MyST's roles: {numref}`tbl-one`, {cite:p}`horn1965, kaiser1970`, {math}`\chi^2`, {sup}`2`. Undefined where none begins. */
export function roleAt(text: string, at: number): Role | undefined {
  const open = /^\{([a-z][\w:-]{0,30})\}(`{1,3})(?!`)/.exec(text.slice(at, at + 40));
  if (!open) return undefined;
  const from = at + open[0].length;
  const to = text.indexOf(open[2], from);
  if (to < 0 || to - from > 1000) return undefined;
  const end = to + open[2].length;
  const body = text.slice(from, to);
  const role = open[1];
  if (role === "math") return { text: "", end, math: [from, to] };
  if (role === "eval" || role === "eq" || role === "footnote") return { text: role === "footnote" ? "" : "\ufffc", end };
  if (role.startsWith("cite")) return { text: cited(role, body), end };
  if (/^(?:num)?ref$/.test(role)) return { text: referred(/<([^<>]{1,100})>\s*$/.exec(body)?.[1] ?? body), end };
  if (/^sub(?:script)?$/.test(role)) return { text: `_${body.trim()}`, end };
  if (/^sup(?:erscript)?$/.test(role)) return { text: raised(body.trim()), end };
  return { text: body.replace(/\s*<[^<>]{1,200}>\s*$/, ""), end };
}

/** As pandoc writes it, which is what citations are recognised by. */
function cited(role: string, body: string): string {
  const keys = body.split(",").map((key) => `@${key.trim()}`);
  return /:t$|:ts$|^citet/.test(role) ? keys.join("; ") : `[${keys.join("; ")}]`;
}

/** As Quarto and LaTeX write it; a reference to a section or an equation leaves a blank sign. */
function referred(label: string): string {
  const name = label.trim();
  if (/^(?:tbl|fig)-[\w-]+$/.test(name)) return `@${name}`;
  return /^(?:tab|tbl|fig)[\w:.-]*$/.test(name) ? `\\ref{${name}}` : "\ufffc";
}
