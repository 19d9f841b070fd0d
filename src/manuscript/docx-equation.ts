import { raised } from "./math";

interface Node {
  readonly name: string;
  /** texts of the children, with their names */
  readonly parts: { readonly name: string; readonly text: string }[];
  /** of brackets (m:d) and sums (m:nary): the signs that stand in their properties */
  readonly signs: Record<string, string>;
}

/** Office Math (ECMA-376, part 1, 22.1) as a line of text, as `plainMath` writes LaTeX's: "χ²(1)=0.91", "F_2,29", "a/(b+c)". Takes and gives escaped XML. */
export function equationText(xml: string): string {
  const stack: Node[] = [{ name: "", parts: [], signs: {} }];
  const close = () => {
    const node = stack.pop()!;
    const text = textOf(node);
    if (text) stack[stack.length - 1].parts.push({ name: node.name, text });
    if (/Pr$/.test(node.name)) Object.assign(stack[stack.length - 1].signs, node.signs);
  };
  for (const [, slash, name, attributes, selfClosing, text] of xml.matchAll(/<(\/?)([\w:]{1,40})([^<>]*?)(\/?)>|([^<]+)/g)) {
    const top = stack[stack.length - 1];
    if (text !== undefined) {
      if (top.name === "m:t" || top.name === "w:t") top.parts.push({ name: "", text });
    } else if (slash) {
      if (stack.length > 1 && top.name === name) close();
    } else if (selfClosing) {
      const sign = /^m:(?:begChr|endChr|sepChr|chr)$/.test(name) ? /m:val="([^"]{0,8})"/.exec(attributes) : null;
      if (sign) top.signs[name] = sign[1];
    } else stack.push({ name, parts: [], signs: {} });
  }
  while (stack.length > 1) close();
  return textOf(stack[0]);
}

const all = (node: Node): string => node.parts.map((part) => part.text).join("");
const part = (node: Node, name: string): string => node.parts.find((p) => p.name === name)?.text ?? "";
const grouped = (text: string): string => (/[-+−= ]/.test(text) && text.length < 500 ? `(${text})` : text);

function textOf(node: Node): string {
  switch (node.name) {
    case "m:sSup":
      return part(node, "m:e") + raised(part(node, "m:sup").trim());
    case "m:sSub":
      return `${part(node, "m:e")}_${part(node, "m:sub")}`;
    case "m:sSubSup":
      return `${part(node, "m:e")}_${part(node, "m:sub")}${raised(part(node, "m:sup").trim())}`;
    case "m:f":
      return `${grouped(part(node, "m:num"))}/${grouped(part(node, "m:den"))}`;
    case "m:rad":
      return `√${grouped(part(node, "m:e"))}`;
    case "m:nary":
      return (node.signs["m:chr"] ?? "∫") + part(node, "m:e");
    case "m:d": {
      const inner = node.parts.filter((p) => p.name === "m:e").map((p) => p.text);
      return (node.signs["m:begChr"] ?? "(") + inner.join(node.signs["m:sepChr"] ?? "|") + (node.signs["m:endChr"] ?? ")");
    }
    case "m:m":
    case "m:eqArr":
      return "\ufffc";
    default:
      return all(node);
  }
}
