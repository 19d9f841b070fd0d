import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { undress } from "../inline";
import { type Mapped, MappedBuilder } from "../mapped";
import type { RawCell, RawRow, RawTable } from "../raw";

type Element = Tree.Element;
const isElement = (node: Tree.Node): node is Element => "tagName" in node;

/** An HTML table in the source stretch [start, end); column and row spans are laid out. Undefined where the stretch holds no row. */
export function htmlTable(source: string, start: number, end: number, read = undress): RawTable | undefined {
  const fragment = parseFragment(source.slice(start, end), { sourceCodeLocationInfo: true });
  const table = fragment.childNodes.find((n): n is Element => isElement(n) && n.tagName === "table") ?? find(fragment, "table");
  if (!table) return undefined;
  const trs = all(table, "tr");
  if (trs.length === 0) return undefined;
  const rows = layOut(
    trs.map((tr) => tr.childNodes.filter((n): n is Element => isElement(n) && (n.tagName === "td" || n.tagName === "th"))),
    trs,
    (element) => inner(source, start, element, read),
    start,
  );
  const headerRows = trs.filter((tr) => isElement(tr.parentNode!) && (tr.parentNode as Element).tagName === "thead").length;
  const allHeads = trs.findIndex((tr) => tr.childNodes.some((n) => isElement(n) && n.tagName === "td"));
  const caption = find(table, "caption");
  return {
    kind: "table",
    rows,
    headerRows: headerRows > 0 ? headerRows : allHeads > 0 ? allHeads : undefined,
    caption: caption ? inner(source, start, caption, read).mapped : undefined,
    id: table.attrs.find((a) => a.name === "id")?.value,
    range: { start, end },
  };
}

function layOut(cells: readonly (readonly Element[])[], trs: readonly Element[], read: (element: Element) => RawCell, base: number): RawRow[] {
  const pending = new Map<number, { cell: RawCell; left: number }>(); // column → a cell that reaches down
  return cells.map((row, r) => {
    const out: RawCell[] = [];
    const reachDown = () => {
      for (let down = pending.get(out.length); down && down.left > 0; down = pending.get(out.length)) {
        down.left--;
        out.push(down.cell);
      }
    };
    for (const element of row) {
      reachDown();
      const cell = read(element);
      const columns = span(element, "colspan");
      const down = span(element, "rowspan") - 1;
      for (let c = 0; c < columns; c++) {
        if (down > 0) pending.set(out.length, { cell, left: down });
        out.push(cell);
      }
    }
    reachDown();
    const at = trs[r].sourceCodeLocation;
    return { cells: out, range: { start: base + (at?.startOffset ?? 0), end: base + (at?.endOffset ?? 0) } };
  });
}

function span(element: Element, name: string): number {
  const value = Number(element.attrs.find((a) => a.name === name)?.value ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 100) : 1;
}

/** The text inside an element, markup taken away. */
function inner(source: string, base: number, element: Element, read: (raw: Mapped) => Mapped): RawCell {
  const at = element.sourceCodeLocation;
  const from = base + (at?.startTag?.endOffset ?? at?.startOffset ?? 0);
  const to = Math.max(from, base + (at?.endTag?.startOffset ?? at?.endOffset ?? 0));
  const raw = new MappedBuilder();
  raw.copy(source.slice(from, to), from);
  const mapped = read(raw.done());
  const range = mapped.text.length > 0 ? { start: mapped.starts[0], end: mapped.ends[mapped.text.length - 1] } : { start: from, end: from };
  return { mapped, range };
}

function find(node: Tree.ParentNode, name: string): Element | undefined {
  return all(node, name)[0];
}

/** All elements of a name, in document order, without recursion (nesting may be deep in hostile text). */
function all(node: Tree.ParentNode, name: string): Element[] {
  const out: Element[] = [];
  const stack: Tree.Node[] = [...node.childNodes].reverse();
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (!isElement(next)) continue;
    if (next.tagName === name) out.push(next);
    if (next.tagName === "table") continue; // a table within a cell is the cell's text
    for (let i = next.childNodes.length - 1; i >= 0; i--) stack.push(next.childNodes[i]);
  }
  return out;
}
