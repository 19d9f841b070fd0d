/** Where in a YAML text somebody is writing. */
export interface CursorPath {
  /** the keys from the root down to the value that is being written, or to the map whose key is */
  readonly path: readonly string[];
  readonly at: "key" | "value";
  /** the keys that the same map has already */
  readonly taken: readonly string[];
}

const block = /^([ ]*)(?:- )?("[^"]*"|'[^']*'|[^\s:#,{}[\]'"][^:#,{}[\]]*?)\s*:(?:\s|$)/;

/**
 * Finds it by indentation and brackets, line by line: a text that is being written is seldom YAML.
 */
export function cursorPath(source: string, offset: number): CursorPath {
  const before = source.slice(0, offset).split(/\r\n|\n|\r/);
  const after = source.slice(offset).split(/\r\n|\n|\r/);
  const line = before[before.length - 1];
  const opened = openedIn(before);
  const own = block.exec(before[opened]);
  const flow = flowPath(own ? before[opened].slice(own[0].length) : before[opened], before.slice(opened + 1));
  if (own && (flow.length > 0 || opened === before.length - 1)) {
    const path = [...parents(before.slice(0, opened), own[1].length), unquoted(own[2])];
    if (flow.length === 0) return { path, at: "value", taken: [] };
    const last = flow[flow.length - 1];
    const keys = flow.slice(0, -1).flatMap(({ key }) => (key === undefined ? [] : [key]));
    if (last.bracket === "[" || last.key !== undefined)
      return { path: [...path, ...keys, ...(last.key === undefined ? [] : [last.key])], at: "value", taken: [] };
    return { path: [...path, ...keys], at: "key", taken: last.keys };
  }
  const indent = /^ */.exec(line)![0].length;
  const listed = /^ *- /.test(line);
  const path = parents(before.slice(0, -1), listed ? indent + 1 : indent);
  return {
    path,
    at: listed ? "value" : "key",
    taken: listed ? [] : siblings([...before.slice(0, -1)].reverse(), indent).concat(siblings(after.slice(1), indent)),
  };
}

/** The line with the key whose brackets are still open at the end; else the last line. */
function openedIn(lines: readonly string[]): number {
  let depth = 0;
  let start = lines.length - 1;
  const from = Math.max(0, lines.length - 500);
  for (let i = from; i < lines.length; i++) {
    if (depth === 0) start = i;
    for (const char of bare(lines[i])) depth = "{[".includes(char) ? depth + 1 : "}]".includes(char) ? Math.max(0, depth - 1) : depth;
  }
  return depth > 0 ? start : lines.length - 1;
}

/** Without what stands in quotes or behind a #. */
const bare = (text: string): string => text.replace(/"[^"]*"|'[^']*'/g, (quoted) => "x".repeat(quoted.length)).replace(/(^|\s)#.*/, "$1");

interface Level {
  readonly bracket: "{" | "[";
  /** the key whose value is being written */
  key?: string;
  readonly keys: string[];
}

function flowPath(first: string, rest: readonly string[]): readonly Level[] {
  const levels: Level[] = [];
  let word = "";
  for (const char of bare([first, ...rest].join("\n"))) {
    const level = levels[levels.length - 1];
    if (char === "{" || char === "[") levels.push({ bracket: char, keys: [] });
    else if (char === "}" || char === "]") levels.pop();
    else if (char === ":" && level?.bracket === "{" && level.key === undefined) level.keys.push((level.key = word.trim()));
    else if (char === "," && level) level.key = undefined;
    else {
      word += char;
      continue;
    }
    word = "";
  }
  return levels;
}

/** The keys above that are indented less and less. */
function parents(lines: readonly string[], indent: number): string[] {
  const path: string[] = [];
  let least = indent;
  for (let i = lines.length - 1; i >= 0 && least > 0; i--) {
    const found = block.exec(lines[i]);
    if (!found || found[1].length >= least) continue;
    path.unshift(unquoted(found[2]));
    least = found[1].length;
  }
  return path;
}

/** The keys of the same map among these lines, as far as it goes. */
function siblings(lines: readonly string[], indent: number): string[] {
  const keys: string[] = [];
  for (const line of lines) {
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    const found = block.exec(line);
    const depth = /^ */.exec(line)![0].length;
    if (depth < indent) break;
    if (found && found[1].length === indent) keys.push(unquoted(found[2]));
  }
  return keys;
}

const unquoted = (key: string): string => key.replace(/^(["'])(.*)\1$/, "$2");
