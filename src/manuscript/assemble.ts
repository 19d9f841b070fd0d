import { judgeDecimal } from "./decimal";
import type { Block, BlockKind, Manuscript, ManuscriptTable, Section, Sentence } from "./manuscript";
import { type Mapped, slice, trim } from "./mapped";
import type { RawBlock, RawProse, RawTable } from "./raw";
import { remarksOf } from "./remarks";
import { SectionTree } from "./sections";
import { sentenceBounds } from "./sentences";
import { captionOf, figureCaptionOf, isNote, isOutputTitle } from "./captions";
import { shapeTable, withoutNoteRows } from "./tables/shape";

/** "Abstract: The objectives …", without a heading of its own. */
const opensAbstract = /^(?:abstract|summary|zusammenfassung|resumen|résumé|resumo)\s?[:.—–-]/i;

/** Puts a reader's raw blocks together: sections by their headings, captions and notes to their tables, sentences, reference entries. */
export function assemble(path: string, format: Manuscript["format"], source: string, read: readonly RawBlock[]): Manuscript {
  const raw = read.map((block) => (block.kind === "table" ? withoutNoteRows(block) : block));
  const tree = new SectionTree();
  const tables: ManuscriptTable[] = [];
  const blocks: Block[] = [];
  const roles = tableParts(raw);
  const sectionOf: Section[] = [];
  const tableOf = new Map<number, ManuscriptTable>();
  let numbered = 0;

  raw.forEach((block, i) => {
    if (block.kind === "heading") tree.heading(block.text.text, block.level ?? 1, block.range);
    else if (block.kind === "paragraph" && tree.current.role === "title" && opensAbstract.test(block.text.text)) tree.heading("Abstract", 2, block.range);
    sectionOf[i] = tree.current;
    if (block.kind !== "table") return;
    const parts = roles.parts.get(i)!;
    const described = describe(raw, i, parts);
    const number = described.number ?? (/^(?:tbl|tab)/.test(described.id ?? "") ? String(++numbered) : undefined); // Quarto and MyST number tables in order
    const table = shapeTable(block, { index: tables.length, section: tree.current, ...described, number });
    tables.push(table);
    for (const j of [...parts.captions, ...parts.notes]) tableOf.set(j, table);
  });

  let tableIndex = 0;
  raw.forEach((block, i) => {
    if (block.kind === "table") {
      const table = tables[tableIndex++];
      if (block.caption && block.caption.text) blocks.push(prose("caption", block.caption, block, sectionOf[i], blocks.length, table));
      for (const note of block.notes ?? []) blocks.push(prose("note", note, block, sectionOf[i], blocks.length, table));
      return;
    }
    const section = sectionOf[i];
    const role = roles.role.get(i);
    const kind: BlockKind =
      role ??
      (block.kind === "heading"
        ? "heading"
        : section.role === "references" && block.kind !== "footnote"
          ? "reference"
          : figureCaptionOf(block.text.text)
            ? "caption"
            : block.kind);
    if (block.text.text) blocks.push(prose(kind, block.text, block, section, blocks.length, tableOf.get(i)));
  });
  return {
    path,
    format,
    source,
    decimal: judgeDecimal(blocks, tables),
    blocks,
    sections: tree.sections,
    tables,
    remarks: remarksOf(path, format, source, tables),
  };
}

function prose(kind: BlockKind, text: Mapped, raw: RawBlock, section: Section, index: number, table?: ManuscriptTable): Block {
  const whole = kind === "heading" || kind === "reference";
  const bounds = whole ? [[0, text.text.length] as const] : sentenceBounds(text.text);
  const sentences: Sentence[] = bounds.map(([a, b], i) => {
    const mapped = a === 0 && b === text.text.length ? text : slice(text, a, b);
    return { text: mapped.text, mapped, block: kind, section, index: i, blockIndex: index, table };
  });
  const list = raw.kind === "list-item" ? { marker: raw.marker, depth: raw.depth } : {};
  return { kind, text, sentences, section, range: raw.range, index, ...list };
}

interface TableParts {
  readonly captions: number[];
  readonly notes: number[];
}

/** Which prose blocks are captions and notes, and of which table: a caption stands right before its table (number and title may be two paragraphs) or right after it; notes follow. */
function tableParts(raw: readonly RawBlock[]): { parts: Map<number, TableParts>; role: Map<number, "caption" | "note"> } {
  const parts = new Map<number, TableParts>();
  const role = new Map<number, "caption" | "note">();
  const isProse = (i: number): i is number => i >= 0 && i < raw.length && raw[i].kind !== "table" && raw[i].kind !== "heading" && !role.has(i);
  const proseAt = (i: number) => raw[i] as RawProse;
  raw.forEach((block, i) => {
    if (block.kind !== "table") return;
    const captions: number[] = [];
    const notes: number[] = [];
    if (isProse(i - 1) && proseAt(i - 1).kind === "caption") captions.push(i - 1);
    else if (isProse(i - 1) && captionOf(proseAt(i - 1).text.text)) captions.push(i - 1);
    else if (isProse(i - 1) && isProse(i - 2) && captionOf(proseAt(i - 2).text.text)?.title === "" && proseAt(i - 1).text.text.length < 300)
      captions.push(i - 2, i - 1);
    else if (isProse(i - 1) && isOutputTitle(proseAt(i - 1).text.text)) captions.push(i - 1);
    let next = i + 1;
    if (captions.length === 0 && !block.caption && isProse(next)) {
      const text = proseAt(next).text.text;
      if (proseAt(next).kind === "caption") captions.push(next++);
      else if (captionOf(text) && text.length < 300 && raw[next + 1]?.kind !== "table" && !/[.!?] \p{Lu}.*[.!?]$/u.test(captionOf(text)!.title))
        captions.push(next++);
    }
    while (isProse(next) && isNote(proseAt(next).text.text)) notes.push(next++);
    captions.forEach((j) => role.set(j, "caption"));
    notes.forEach((j) => role.set(j, "note"));
    parts.set(i, { captions, notes });
  });
  return { parts, role };
}

/** Number, id, caption text and notes of a table from its parts. */
function describe(raw: readonly RawBlock[], at: number, parts: TableParts): Pick<ManuscriptTable, "number" | "id" | "caption" | "notes"> {
  const table = raw[at] as RawTable;
  const texts = parts.captions.map((i) => raw[i] as RawProse);
  const above = raw[at - 1];
  const titled = above?.kind === "heading" && isOutputTitle(above.text.text) ? above.text : undefined;
  const first = table.caption ?? texts[0]?.text ?? titled;
  const head = first && captionOf(first.text);
  const title = texts.length > 1 ? texts[1].text : first && head ? trim(slice(first, first.text.length - head.title.length)) : first;
  return {
    number: head?.number ?? table.number,
    id: table.id ?? texts.find((t) => t.id)?.id,
    caption: title && title.text ? title : undefined,
    notes: [...(table.notes ?? []), ...parts.notes.map((i) => (raw[i] as RawProse).text)],
  };
}
