import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { convertedManuscript, manuscriptText } from "../../src/manuscript/convert";
import { headerOf } from "../../src/manuscript/manuscript";
import { pageText } from "../../src/manuscript/pdf-layout";
import { readManuscript } from "../../src/manuscript/read";

const w = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}</w:body></w:document>`;
const p = (text: string, style = "") =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const row = (...cells: string[]) => `<w:tr>${cells.map((c) => `<w:tc>${p(c)}</w:tc>`).join("")}</w:tr>`;

/** A Word document of the parts that a reader must have. */
function docx(body: string): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(w(body)),
  });
}

/** A PDF of one page: each run of text at its place, in 10 point Helvetica. */
function pdf(runs: readonly (readonly [number, number, string])[], page = "/MediaBox [0 0 595 842]"): Uint8Array {
  const content = `BT /F1 10 Tf ${runs.map(([x, y, text]) => `1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, "\\$&")}) Tj`).join(" ")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R ${page} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let out = "%PDF-1.4\n";
  const offsets = objects.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const xref = out.length;
  out += `xref\n0 6\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, "0")} 00000 n \n`).join("")}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF`;
  return strToU8(out);
}

describe("Word documents", () => {
  it("keep headings, sentences and tables", async () => {
    const bytes = docx(
      p("Results", "Heading1") +
        p("The KMO was .86.") +
        p("Table 1. Reliability") +
        `<w:tbl>${row("Scale", "α")}${row("Service", ".79")}</w:tbl>` +
        p("Note. N = 308."),
    );
    const m = readManuscript(await manuscriptText(bytes, "a.docx"), "a.docx");
    expect(m.sections.map((s) => s.role)).toContain("results");
    expect(m.blocks.map((b) => b.text.text)).toContain("The KMO was .86.");
    expect(m.tables.map((t) => [t.number, t.caption?.text, headerOf(t, 1), t.rows[0].cells.map((c) => c.text), t.notes.length])).toEqual([
      ["1", "Reliability", "α", ["Service", ".79"], 1],
    ]);
  });

  const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const m = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  const prose = async (body: string) => readManuscript(await manuscriptText(docx(body), "a.docx"), "a.docx").blocks.map((b) => b.text.text);

  it.each([
    [
      "equations",
      `${r("Here ")}<m:oMath><m:sSup><m:e>${m("χ")}</m:e><m:sup>${m("2")}</m:sup></m:sSup><m:d><m:dPr><m:begChr m:val="("/></m:dPr><m:e>${m("1")}</m:e></m:d>${m("=0.91")}</m:oMath>${r(", ")}<m:oMath>${m("p&lt;.34")}</m:oMath>`,
      "Here χ²(1)=0.91, p<.34",
    ],
    [
      "fractions and indices",
      `<m:oMath><m:sSub><m:e>${m("n")}</m:e><m:sub>${m("0")}</m:sub></m:sSub>${m("=")}<m:f><m:num>${m("z")}</m:num><m:den>${m("1+e")}</m:den></m:f></m:oMath>`,
      "n_0=z/(1+e)",
    ],
    [
      "tracked changes as accepted",
      `${r("We asked ")}<w:del w:id="1"><w:r><w:delText>77</w:delText></w:r></w:del><w:ins w:id="2">${r("308")}</w:ins>${r(" students.")}`,
      "We asked 308 students.",
    ],
    [
      "fields and controls",
      `${r("See ")}<w:fldSimple w:instr="REF t">${r("Table 1")}</w:fldSimple><w:sdt><w:sdtContent>${r(" and more")}</w:sdtContent></w:sdt>`,
      "See Table 1 and more",
    ],
    [
      "a text box",
      `${r("Before.")}<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${p(" In a box, N = 55.")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      "Before. In a box, N = 55.",
    ],
  ])("%s are read", async (_, runs, expected) => {
    expect((await prose(`<w:p>${runs}</w:p>`)).join(" ").replace(/ +/g, " ")).toBe(expected);
  });

  it("an equation of a line of its own is no sentence, but a figure in a cell", async () => {
    const equation = `<w:p><m:oMathPara><m:oMath>${m("1.37")}</m:oMath></m:oMathPara></w:p>`;
    const cell = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
    const wide = '<w:gridSpan w:val="2"/>';
    const table = `<w:tbl><w:tr>${cell(p("Scale"), '<w:vMerge w:val="restart"/>')}${cell(p("Reliability"), wide)}</w:tr><w:tr>${cell(p(""), "<w:vMerge/>")}${cell(p("n"))}${cell(p("α"))}</w:tr><w:tr>${cell(p("Service"))}${cell(p("6"))}${cell(equation)}</w:tr><w:tr>${cell(p("Note. N = 308."), '<w:gridSpan w:val="3"/>')}</w:tr></w:tbl>`;
    const read = readManuscript(await manuscriptText(docx(p("Text.") + equation + table), "a.docx"), "a.docx");
    expect(read.blocks.map((b) => `${b.kind}: ${b.text.text}`)).toEqual(["paragraph: Text.", "note: Note. N = 308."]);
    expect(read.tables.map((t) => [[0, 1, 2].map((c) => headerOf(t, c)), t.rows.map((x) => x.cells.map((c) => c.text))])).toEqual([
      [["Scale", "Reliability n", "Reliability α"], [["Service", "6", "1.37"]]], // prettier-ignore
    ]);
  });

  it.each([
    ["text by another name", strToU8("Just text")],
    ["cut in the middle", docx(p("x".repeat(5000))).slice(0, 400)],
    ["a zip of something else", zipSync({ "a.txt": strToU8("a") })],
  ])("%s: one sentence", async (_, bytes) => {
    await expect(manuscriptText(bytes, "a.docx")).rejects.toMatchObject({ name: "ScreeError", code: "unreadable-manuscript" });
  });
});

describe("PDFs", () => {
  it("give lines, and tables by the columns their cells stand in", async () => {
    const bytes = pdf([
      [50, 800, "Results"],
      [50, 780, "The reliability of the scales is given in Table 1 and was good."],
      [50, 750, "Table 1. Reliability"],
      [50, 730, "Scale"],
      [200, 730, "n"],
      [300, 730, "alpha"],
      [50, 715, "Service"],
      [200, 715, "6"],
      [300, 715, ".79"],
      [50, 700, "Quality"],
      [300, 700, ".37"],
    ]);
    const m = readManuscript(await manuscriptText(bytes, "a.pdf"), "a.pdf");
    expect(m.tables.map((t) => [t.number, t.rows.map((r) => r.cells.map((c) => c.text))])).toEqual([
      ["1", [["Service", "6", ".79"], ["Quality", "", ".37"]]], // prettier-ignore
    ]);
    expect(m.blocks.map((b) => b.text.text)).toContain("The reliability of the scales is given in Table 1 and was good.");
  });

  it.each([
    ["a cut PDF", pdf([[50, 800, "x"]]).slice(0, 60), "unreadable-manuscript"],
    ["no PDF at all", strToU8("hello"), "unreadable-manuscript"],
    ["a PDF without text", pdf([]), "no-text"],
  ])("%s: one sentence", async (_, bytes, code) => {
    await expect(manuscriptText(bytes, "a.pdf")).rejects.toMatchObject({ name: "ScreeError", code });
  });

  it("reads two columns one after the other", () => {
    const run = (x: number, y: number, text: string) => ({
      text,
      x,
      y,
      width: text.length * 5,
      height: 10,
      box: { x, y: 792 - y, width: text.length * 5, height: 10 },
    });
    const left = Array.from({ length: 15 }, (_, i) => run(50, 700 - 12 * i, `left ${i} with so many words that it is long`));
    const right = Array.from({ length: 15 }, (_, i) => run(310, 700 - 12 * i, `right ${i} with so many words that it is long`));
    const { text, places } = pageText([...left, ...right]);
    expect(text.indexOf("left 14")).toBeLessThan(text.indexOf("right 0"));
    for (const { start, end, box } of places) expect([...left, ...right]).toContainEqual(expect.objectContaining({ text: text.slice(start, end), box }));
    expect(places.map(({ start }) => start)).toEqual(places.map(({ start }) => start).sort((a, b) => a - b));
  });

  /** Texts of the converted PDF with the page and the upper left corner of their boxes. */
  const placesOf = async (bytes: Uint8Array) => {
    const { text, places } = await convertedManuscript(bytes, "a.pdf");
    return places?.map(({ start, end, page, box }) => [text.slice(start, end), page, Math.round(box.x), Math.round(box.y), Math.round(box.height)]);
  };

  it("know where each run and each cell is printed, from the upper left corner of the page", async () => {
    const runs = [
      [50, 800, "The reliability is in Table 1."],
      [50, 750, "Scale"],
      [200, 750, "n"],
      [300, 750, "alpha"],
      [50, 735, "Service"],
      [200, 735, "6"],
      [300, 735, ".79"],
    ] as const;
    expect(await placesOf(pdf(runs))).toEqual(runs.map(([x, y, text]) => [text, 1, x, Math.round(842 - y - 9.5), 12]));
    const moved = pdf(runs, "/MediaBox [10 20 605 862]");
    expect(await placesOf(moved)).toEqual(runs.map(([x, y, text]) => [text, 1, x - 10, Math.round(862 - y - 9.5), 12]));
  });

  it("of a page that is shown turned, the places as it is shown", async () => {
    const [place] = (await convertedManuscript(pdf([[50, 800, "Sideways"]], "/MediaBox [0 0 595 842] /Rotate 90"), "a.pdf")).places ?? [];
    expect([place.box.x, place.box.y].map(Math.round)).toEqual([798, 50]);
    expect(place.box.height).toBeGreaterThan(3 * place.box.width);
  });

  it("only PDFs have places", async () => expect(await convertedManuscript(docx(p("Text.")), "a.docx")).not.toHaveProperty("places"));
});

describe("text files", () => {
  it("are decoded by their mark, and refused when binary", async () => {
    expect(await manuscriptText(new Uint8Array([0xff, 0xfe, 0x41, 0x00]), "a.md")).toBe("\ufeffA".slice(1));
    await expect(manuscriptText(new Uint8Array([1, 0, 2]), "a.md")).rejects.toMatchObject({ code: "not-text" });
  });
});
