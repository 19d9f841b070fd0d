import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { undressHtml } from "./html-inline";
import { MappedBuilder } from "./mapped";
import type { RawBlock } from "./raw";
import { htmlTable } from "./tables/html";

const hidden = new Set(["script", "style", "head", "nav", "pre", "svg", "math", "template", "noscript", "button", "form", "iframe"]);
const blocks = new Set([
  "p",
  "div",
  "section",
  "article",
  "main",
  "header",
  "footer",
  "aside",
  "ul",
  "ol",
  "li",
  "dl",
  "dd",
  "dt",
  "table",
  "blockquote",
  "figure",
  "figcaption",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "body",
  "html",
  "details",
  "pre",
  "summary",
  "center",
]);

type Element = Tree.Element;
const isElement = (node: Tree.Node): node is Element => "tagName" in node;

/** An HTML document as raw blocks, with the places of the source. */
export function htmlBlocks(source: string): RawBlock[] {
  const out: RawBlock[] = [];
  const stack: { node: Tree.Node; depth: number }[] = [{ node: parse(source, { sourceCodeLocationInfo: true }), depth: 0 }];
  while (stack.length > 0) {
    const { node, depth } = stack.pop()!;
    if (!("childNodes" in node)) continue;
    if (isElement(node) && leaf(node, source, out, depth)) continue;
    const deeper = isElement(node) && (node.tagName === "ul" || node.tagName === "ol") ? depth + 1 : depth;
    const children = looseText(node.childNodes, source, out);
    for (let i = children.length - 1; i >= 0; i--) stack.push({ node: children[i], depth: deeper });
  }
  return out.sort((a, b) => a.range.start - b.range.start);
}

/** Elements that are a block of their own; true when they need no walking into. */
function leaf(element: Element, source: string, out: RawBlock[], depth: number): boolean {
  const at = element.sourceCodeLocation;
  if (hidden.has(element.tagName)) return true;
  if (!at) return false;
  const range = { start: at.startOffset, end: at.endOffset };
  if (element.tagName === "table") {
    const table = htmlTable(source, range.start, range.end, undressHtml);
    if (table) out.push(table);
    return true;
  }
  if (hasBlocks(element) || !blocks.has(element.tagName)) return false;
  const text = textOf(source, at.startTag?.endOffset ?? range.start, at.endTag?.startOffset ?? range.end);
  if (text.text === "") return true;
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (level) out.push({ kind: "heading", level: Number(level), text, range });
  else if (isFootnote(element)) out.push({ kind: "footnote", text, range });
  else if (element.tagName === "li") out.push({ kind: "list-item", marker: "-", depth: Math.max(0, depth - 1), text, range });
  else out.push({ kind: element.tagName === "blockquote" ? "quote" : "paragraph", text, range });
  return true;
}

/** A note as converters from Word and Markdown write it: an item of a list at the end, or a paragraph in one. */
function isFootnote(element: Element): boolean {
  const item = element.tagName === "li" ? element : element.parentNode && isElement(element.parentNode) ? element.parentNode : undefined;
  return (
    item?.tagName === "li" &&
    item.attrs.some(
      ({ name, value }) => (name === "id" && /^(?:footnote|endnote|fn):?-?\d/.test(value)) || (name === "role" && /^doc-(?:end|foot)note$/.test(value)),
    )
  );
}

function hasBlocks(element: Element): boolean {
  return element.childNodes.some((n) => isElement(n) && blocks.has(n.tagName));
}

/** Text that stands between block elements without one of its own is a paragraph; the rest is handed on. */
function looseText(nodes: readonly Tree.ChildNode[], source: string, out: RawBlock[]): Tree.ChildNode[] {
  const rest: Tree.ChildNode[] = [];
  let from = -1;
  let to = -1;
  const flush = () => {
    if (from >= 0) {
      const text = textOf(source, from, to);
      if (text.text !== "") out.push({ kind: "paragraph", text, range: { start: from, end: to } });
    }
    from = -1;
  };
  for (const node of nodes) {
    const at = "sourceCodeLocation" in node ? node.sourceCodeLocation : undefined;
    const inline = node.nodeName === "#text" || (isElement(node) && !blocks.has(node.tagName) && !hidden.has(node.tagName) && !hasBlocks(node));
    if (inline && at) {
      if (from < 0) from = at.startOffset;
      to = at.endOffset;
    } else {
      flush();
      rest.push(node);
    }
  }
  flush();
  return rest;
}

function textOf(source: string, from: number, to: number) {
  const raw = new MappedBuilder();
  raw.copy(source.slice(from, Math.max(from, to)), from);
  return undressHtml(raw.done());
}
