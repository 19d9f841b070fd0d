import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { ScreeError } from "../errors";
import { nearestName } from "../psychometrics/selection";
import type { Located } from "./study";

/** A value of a YAML file that knows its place and says what is wrong with it there. */
export interface YamlValue {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** `message` follows "FILE, line N: " */
  fail(code: string, message: string, hint: string): ScreeError;
  /** @throws ScreeError `unknown-key` for a key that is not among `known`, `duplicate-key`, `wrong-type` */
  map(known?: readonly string[]): ReadonlyMap<string, { readonly key: YamlValue; readonly value: YamlValue }>;
  /** the elements of a list; a single text counts as a list of one, split at commas */
  texts(): readonly Located<string>[];
  text(): Located<string>;
  /** the elements of a list, whatever they are */
  elements(): readonly YamlValue[];
  number(): number;
  isMap(): boolean;
  isNull(): boolean;
}

/**
 * Reads one YAML document.
 * @throws ScreeError `bad-yaml`
 */
export function readYaml(source: string, file: string): YamlValue {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const [problem] = document.errors;
  const lineAt = (offset: number) => lines.linePos(Math.min(offset, source.length)).line;

  function failure(line: number, start: number, end: number) {
    return (code: string, message: string, hint: string) =>
      new ScreeError(code, `${file}, line ${line}: ${message}.`, { hint, data: { file, line, start, end } });
  }

  if (problem) {
    const [start, end] = problem.pos;
    throw failure(lineAt(start), start, end)(
      "bad-yaml",
      `this is not YAML (${problem.message.split("\n")[0].replace(/[.:]$/, "").slice(0, 120)})`,
      "Check the indentation, the colons and the quotes.",
    );
  }

  function value(given: Node | null | undefined, fallback: { start: number; end: number }): YamlValue {
    const node = isAlias(given) ? given.resolve(document) : given;
    const [start, end] = given?.range ?? [fallback.start, fallback.end];
    const line = lineAt(start);
    const fail = failure(line, start, end);
    const wrong = (what: string) => fail("wrong-type", `${what} is expected here`, "See the example scree.yaml.");
    const here = { line, start, end };

    const text = (): Located<string> => {
      if (!isScalar(node) || node.value === null || typeof node.value === "object") throw wrong("a text");
      return { value: typeof node.value === "string" ? node.value : (node.source ?? String(node.value)), ...here };
    };
    return {
      ...here,
      fail,
      text,
      map(known) {
        if (!isMap(node)) throw wrong("a list of keys with values");
        return entries(node, known);
      },
      texts() {
        if (isSeq(node)) return node.items.map((item) => value(item as Node, here).text());
        const whole = text();
        return whole.value
          .split(",")
          .map((part) => ({ ...whole, value: part.trim() }))
          .filter((part) => part.value !== "");
      },
      elements() {
        if (!isSeq(node)) throw wrong("a list such as [0.7, 0]");
        return node.items.map((item) => value(item as Node, here));
      },
      number() {
        if (!isScalar(node) || typeof node.value !== "number" || !Number.isFinite(node.value)) throw wrong("a number");
        return node.value;
      },
      isMap: () => isMap(node),
      isNull: () => node === null || node === undefined || (isScalar(node) && node.value === null),
    };
  }

  function entries(node: YAMLMap, known?: readonly string[]): ReturnType<YamlValue["map"]> {
    const found = new Map<string, { key: YamlValue; value: YamlValue }>();
    for (const pair of node.items) {
      const key = value(pair.key as Node, { start: 0, end: 0 });
      const name = key.text().value;
      if (known && !known.includes(name)) {
        const near = nearestName(name, known);
        throw key.fail("unknown-key", `"${name}" is not known here`, near ? `Did you mean "${near}"?` : `Known are ${known.join(", ")}.`);
      }
      if (found.has(name))
        throw key.fail("duplicate-key", `"${name}" stands here for the second time (first in line ${found.get(name)!.key.line})`, "Keep one of the two.");
      found.set(name, { key, value: value(pair.value as Node | null, key) });
    }
    return found;
  }

  return value(document.contents as Node | null, { start: 0, end: 0 });
}
