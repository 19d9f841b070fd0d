import type { Range } from "../manuscript/mapped";
import { nearestName } from "../psychometrics/selection";
import { codeRegions, within } from "../manuscript/code-regions";

/** A comment that Scree reads: `<!-- scree:begin loadings decimals=3 -->`. */
export interface Marker {
  readonly kind: "begin" | "end" | "v";
  /** the words after the kind that hold no "=" */
  readonly words: readonly string[];
  /** the words `key=value` */
  readonly options: ReadonlyMap<string, string>;
  readonly range: Range;
  /** nothing else stands on its line */
  readonly ownLine: boolean;
}

/** Something about a marker that has to be said, where it stands. */
export interface MarkerProblem {
  readonly code:
    | "unpaired-marker"
    | "unknown-marker"
    | "miscased-marker"
    | "marker-not-alone"
    | "unknown-table"
    | "unknown-option"
    | "bad-option"
    | "no-key"
    | "malformed-block";
  readonly message: string;
  readonly hint: string;
  readonly range: Range;
}

const kinds = ["begin", "end", "v"];
const longest = 1000;

/** All markers of a manuscript outside code, in order, and what is wrong with those that cannot be read. */
export function readMarkers(source: string): { readonly markers: readonly Marker[]; readonly problems: readonly MarkerProblem[] } {
  const markers: Marker[] = [];
  const problems: MarkerProblem[] = [];
  if (!/scree\s?:/i.test(source)) return { markers, problems };
  const code = codeRegions(source);
  for (let start = source.indexOf("<!--"); start >= 0; start = source.indexOf("<!--", start + 4)) {
    const close = source.indexOf("-->", start + 4);
    if (close < 0) break;
    if (close - start > longest || source[start - 1] === "\\" || within(code, start)) continue;
    const content = source.slice(start + 4, close);
    const named = /^\s*scree\s?:\s?([\w-]*)/i.exec(content);
    if (!named) continue;
    const range = { start, end: close + 3 };
    const kind = named[1];
    if (!kinds.includes(kind) || !/^\s*scree:[\w-]/.test(content)) {
      problems.push(unreadable(kind, range));
      continue;
    }
    const words = content.slice(named[0].length).trim().split(/\s+/).filter(Boolean);
    const options = words.filter((word) => word.includes("=")).map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)] as const);
    markers.push({
      kind: kind as Marker["kind"],
      words: words.filter((word) => !word.includes("=")),
      options: new Map(options),
      range,
      ownLine: isAlone(source, range),
    });
  }
  return { markers, problems };
}

function unreadable(kind: string, range: Range): MarkerProblem {
  if (kinds.includes(kind.toLowerCase())) {
    return {
      code: "miscased-marker",
      message: "A Scree marker is written in lower case and without spaces around its colon.",
      hint: `Write "scree:${kind.toLowerCase()}".`,
      range,
    };
  }
  const near = nearestName(kind.toLowerCase(), kinds) ?? (/^e/i.test(kind) ? "end" : undefined);
  return {
    code: "unknown-marker",
    message: `Scree has no marker "scree:${kind}".`,
    hint: near ? `Did you mean "scree:${near}"?` : "The markers are scree:begin, scree:end and scree:v.",
    range,
  };
}

function isAlone(source: string, { start, end }: Range): boolean {
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = source.indexOf("\n", end);
  return source.slice(lineStart, start).trim() === "" && source.slice(end, lineEnd < 0 ? source.length : lineEnd).trim() === "";
}
