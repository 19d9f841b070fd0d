import { parseFragment } from "parse5";
import { expect, test } from "vitest";
import { makeTable } from "../../src/tables/catalogue";
import { toHtml } from "../../src/tables/html";
import type { Table } from "../../src/tables/table";
import { fixture } from "./fixture";

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { name: string; value: string }[];
  readonly childNodes?: readonly Node[];
}
const all = (node: Node, name: string): Node[] => [...(node.nodeName === name ? [node] : []), ...(node.childNodes ?? []).flatMap((child) => all(child, name))];
const text = (node: Node): string => node.value ?? (node.childNodes ?? []).map(text).join("");
const attribute = (node: Node, name: string) => node.attrs?.find((one) => one.name === name)?.value;

test("rows and cells are those of the table; spanners cover their columns", () => {
  const table = makeTable("variance", fixture());
  const page = parseFragment(toHtml(table, { number: 3 })) as unknown as Node;
  const [head, body] = [all(page, "thead")[0], all(page, "tbody")[0]];
  const [above, below] = all(head, "tr");
  expect(all(above, "th").map((th) => [text(th), attribute(th, "colspan") ?? attribute(th, "rowspan")])).toEqual([
    ["Factor", "2"],
    ["Initial eigenvalues", "3"],
    ["Extraction sums of squared loadings", "3"],
    ["Rotation sums of squared loadings", "3"],
  ]);
  expect(all(below, "th").map(text)).toEqual([
    "Total",
    "% of variance",
    "Cumulative %",
    "Total",
    "% of variance",
    "Cumulative %",
    "Total",
    "% of variance",
    "Cumulative %",
  ]);
  expect(all(body, "tr").map((tr) => [...all(tr, "th"), ...all(tr, "td")].map(text))).toEqual(table.rows.map((row) => row.cells.map((cell) => cell.text)));
  expect(text(all(page, "caption")[0])).toBe("Table 3Total variance explained");
  expect(text(all(page, "p")[0])).toMatch(/^Note\. N = 308\./);
});

test("names cannot become markup", () => {
  const table: Table = {
    id: "x",
    title: "<script>",
    columns: [{ key: "a", header: ['"&<'], align: "left" }],
    rows: [{ key: "r", cells: [{ text: "<img src=x onerror=alert(1)>" }] }],
    notes: [["<b>"]],
  };
  const page = parseFragment(toHtml(table)) as unknown as Node;
  for (const name of ["script", "img", "b"]) expect(all(page, name)).toEqual([]);
  expect(all(page, "th").map(text)).toEqual(['"&<', "<img src=x onerror=alert(1)>"]);
});
