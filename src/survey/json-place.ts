const blanks = /[ \t\n\r]*/y;
const literals = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b/y;
const escapes = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Wanted = "value" | "first value" | "key" | "first key" | "colon" | "more" | "end";

/**
 * Where a text stops being JSON: the offset of the first token that cannot stand there, or its length where it only breaks off.
 * `JSON.parse` refuses it without always saying where.
 */
export function jsonErrorAt(text: string): number {
  const open: string[] = [];
  let wanted: Wanted = "value";
  for (let at = 0; ;) {
    const place = endOf(blanks, text, at);
    const kind = text[place];
    const end = kind === '"' ? endOfString(text, place) : "{}[],:".includes(kind ?? "?") ? place + 1 : endOf(literals, text, place);
    if (end === undefined || end <= place) return place;
    const next = after(wanted, kind, open);
    if (next === undefined) return place;
    wanted = next;
    at = end;
  }
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function endOfString(text: string, open: number): number | undefined {
  for (let at = open + 1; at < text.length;) {
    if (text[at] === '"') return at + 1;
    const next = text[at] === "\\" ? endOf(escapes, text, at) : text.charCodeAt(at) < 32 ? at : at + 1;
    if (next === at) return undefined;
    at = next;
  }
  return undefined;
}

/** What may follow a token that begins with `kind`, undefined where it may not stand. */
function after(wanted: Wanted, kind: string, open: string[]): Wanted | undefined {
  const done = (): Wanted => (open.length > 0 ? "more" : "end");
  const close = (opening: string): Wanted | undefined => (open.pop() === opening ? done() : undefined);
  if (wanted === "end") return undefined;
  if (wanted === "colon") return kind === ":" ? "value" : undefined;
  if (wanted === "key" || wanted === "first key") {
    if (kind === '"') return "colon";
    return kind === "}" && wanted === "first key" ? close("{") : undefined;
  }
  if (wanted === "more") {
    if (kind === ",") return open[open.length - 1] === "{" ? "key" : "value";
    return kind === "}" ? close("{") : kind === "]" ? close("[") : undefined;
  }
  if (kind === "{" || kind === "[") {
    open.push(kind);
    return kind === "{" ? "first key" : "first value";
  }
  if (kind === "]") return wanted === "first value" ? close("[") : undefined;
  return "},:".includes(kind) ? undefined : done();
}
