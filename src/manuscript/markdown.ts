import { undress, undressLines } from "./inline";
import { closes, directive, mystMark, type OpenDirective } from "./myst";
import { type Line, linesOf, type RawBlock } from "./raw";
import { runsOn } from "./running-list";
import { gridTable, simpleTable, startsGrid, startsSimple } from "./tables/aligned";
import { htmlTable } from "./tables/html";
import { pipeTable, startsPipeTable } from "./tables/pipe";
import { startsTabbed, tabbedTable } from "./tables/tabbed";

/** A reader of one block: returns the blocks it made and the line after them, or undefined where it does not apply. */
type BlockReader = (lines: readonly Line[], at: number, source: string) => { blocks: RawBlock[]; end: number } | undefined;

/** Markdown, Quarto, R Markdown and MyST as raw blocks. Code, comments, front matter and displayed maths are not prose and leave nothing. */
export function markdownBlocks(source: string): RawBlock[] {
  const lines = linesOf(source);
  const out: RawBlock[] = [];
  const open: OpenDirective[] = []; // MyST's directives that hold prose
  let at = frontMatterEnd(lines);
  while (at < lines.length) {
    const top = open[open.length - 1];
    const closing = top && closes(lines[at].text, top);
    if (closing) open.pop();
    if (closing || lines[at].text.trim() === "") {
      at++;
      continue;
    }
    const begun = directive(lines, at, source);
    if (begun?.open) open.push(begun.open);
    const read = begun ?? firstReader(lines, at, source);
    out.push(...read.blocks);
    at = Math.max(read.end, at + 1);
  }
  return attachDivIds(out);
}

const readers: readonly BlockReader[] = [
  comment,
  mystMark,
  fence,
  displayMath,
  heading,
  setext,
  divFence,
  htmlBlock,
  pipe,
  grid,
  tabbed,
  simple,
  rule,
  caption,
  definition,
  listItem,
  quote,
];

function firstReader(lines: readonly Line[], at: number, source: string): { blocks: RawBlock[]; end: number } {
  for (const reader of readers) {
    const read = reader(lines, at, source);
    if (read) return read;
  }
  return paragraph(lines, at, source);
}

const nothing = (end: number) => ({ blocks: [], end });

function frontMatterEnd(lines: readonly Line[]): number {
  if (lines[0]?.text.trim() !== "---" && lines[0]?.text.trim() !== "\ufeff---") return 0;
  for (let i = 1; i < lines.length; i++) if (/^(?:---|\.\.\.)\s*$/.test(lines[i].text)) return i + 1;
  return 0;
}

function comment(lines: readonly Line[], at: number): ReturnType<BlockReader> {
  const open = lines[at].text.trimStart();
  if (!open.startsWith("<!--")) return undefined;
  const sameLine = open.indexOf("-->");
  if (sameLine >= 0) return open.slice(sameLine + 3).trim() === "" ? nothing(at + 1) : undefined;
  for (let i = at + 1; i < lines.length; i++) if (lines[i].text.includes("-->")) return nothing(i + 1);
  return nothing(lines.length);
}

function fence(lines: readonly Line[], at: number): ReturnType<BlockReader> {
  const open = /^\s{0,3}(`{3,}|~{3,})/.exec(lines[at].text)?.[1];
  if (!open || (open[0] === "`" && lines[at].text.trim().slice(open.length).includes("`"))) return undefined;
  for (let i = at + 1; i < lines.length; i++) {
    const line = lines[i].text.trim();
    if (line.startsWith(open) && line.replaceAll(open[0], "") === "") return nothing(i + 1);
  }
  return nothing(lines.length);
}

function displayMath(lines: readonly Line[], at: number): ReturnType<BlockReader> {
  if (lines[at].text.trim() !== "$$") return undefined;
  for (let i = at + 1; i < lines.length; i++) if (lines[i].text.trim().startsWith("$$")) return nothing(i + 1);
  return undefined;
}

function heading(lines: readonly Line[], at: number, source: string): ReturnType<BlockReader> {
  const line = lines[at];
  const match = /^\s{0,3}(#{1,6})(?=\s|$)\s*/.exec(line.text);
  if (!match) return undefined;
  const closing = /\s+(?:#+\s*)?(?:\{[^{}]{0,200}\}\s*)?$/.exec(line.text.slice(match[0].length));
  const end = closing ? line.end - closing[0].length : line.end;
  const text = undressLines(source, [{ start: Math.min(line.start + match[0].length, end), end }]);
  return { blocks: [{ kind: "heading", level: match[1].length, text, range: { start: line.start, end: line.end } }], end: at + 1 };
}

function setext(lines: readonly Line[], at: number, source: string): ReturnType<BlockReader> {
  const under = lines[at + 1]?.text ?? "";
  if (
    !/^\s{0,3}(?:={2,}|-{2,})\s*$/.test(under) ||
    lines[at].text.includes("|") ||
    /^\s*(?:[-*+]|\d+[.)])\s/.test(lines[at].text) ||
    lines[at].text.length > 200
  )
    return undefined;
  const text = undressLines(source, [lines[at]]);
  return { blocks: [{ kind: "heading", level: under.includes("=") ? 1 : 2, text, range: { start: lines[at].start, end: lines[at + 1].end } }], end: at + 2 };
}

/** ::: {#tbl-loadings} … :::  leaves an empty caption that carries the id; attachDivIds gives it to the table inside. */
function divFence(lines: readonly Line[], at: number): ReturnType<BlockReader> {
  const match = /^\s{0,3}:{3,}\s*(.*)$/.exec(lines[at].text);
  if (!match) return undefined;
  const id = /#((?:tbl|fig)-[\w-]+)/.exec(match[1])?.[1];
  const range = { start: lines[at].start, end: lines[at].end };
  return { blocks: id ? [{ kind: "caption", text: { text: "", starts: [], ends: [] }, id, range }] : [], end: at + 1 };
}

function attachDivIds(blocks: readonly RawBlock[]): RawBlock[] {
  const out: RawBlock[] = [];
  let id: string | undefined;
  for (const block of blocks) {
    if (block.kind === "caption" && block.text.text === "" && block.id) id = block.id;
    else if (block.kind === "table" && id) {
      out.push({ ...block, id: block.id ?? id });
      id = undefined;
    } else out.push(block);
  }
  return out;
}

function htmlBlock(lines: readonly Line[], at: number, source: string): ReturnType<BlockReader> {
  const line = lines[at].text.trimStart();
  if (/^<table[\s>]/i.test(line)) {
    let end = at;
    let depth = 0;
    for (; end < lines.length; end++) {
      depth += (lines[end].text.match(/<table[\s>]/gi) ?? []).length - (lines[end].text.match(/<\/table>/gi) ?? []).length;
      if (depth <= 0) break;
    }
    const last = Math.min(end, lines.length - 1);
    const table = htmlTable(source, lines[at].start, lines[last].end);
    return { blocks: table ? [table] : [], end: last + 1 };
  }
  if (!/^<(?:script|style|svg|pre)[\s>]/i.test(line)) return undefined;
  const close = new RegExp(`</${/^<(\w+)/.exec(line)![1]}>`, "i");
  for (let i = at; i < lines.length; i++) if (close.test(lines[i].text)) return nothing(i + 1);
  return nothing(lines.length);
}

function pipe(lines: readonly Line[], at: number): ReturnType<BlockReader> {
  if (!startsPipeTable(lines, at)) return undefined;
  const { table, end } = pipeTable(lines, at);
  return { blocks: [table], end };
}

function grid(lines: readonly Line[], at: number): ReturnType<BlockReader> {
  if (!startsGrid(lines[at].text)) return undefined;
  const { table, end } = gridTable(lines, at);
  return { blocks: [table], end };
}

function simple(lines: readonly Line[], at: number): ReturnType<BlockReader> {
  if (!startsSimple(lines, at)) return undefined;
  const { table, end } = simpleTable(lines, at);
  return { blocks: [table], end };
}

function tabbed(lines: readonly Line[], at: number): ReturnType<BlockReader> {
  if (!startsTabbed(lines, at) || /^(?: {4}|\t)/.test(lines[at].text)) return undefined;
  const { table, end } = tabbedTable(lines, at, undress);
  return { blocks: [table], end };
}

function rule(lines: readonly Line[], at: number): ReturnType<BlockReader> {
  return /^\s{0,3}(?:-{3,}|\*{3,}|_{3,}|(?:[-*_] ){2,}[-*_])\s*$/.test(lines[at].text) ? nothing(at + 1) : undefined;
}

/** pandoc's ": Caption {#tbl-id}" */
function caption(lines: readonly Line[], at: number, source: string): ReturnType<BlockReader> {
  const match = /^\s{0,3}:\s+(?=\S)|^\s{0,3}Table:\s+(?=\S)/.exec(lines[at].text);
  if (!match) return undefined;
  let end = at + 1;
  while (end < lines.length && lines[end].text.trim() !== "" && !lines[end].text.startsWith(":::")) end++;
  const attributes = /\s*\{([^{}]{0,200})\}\s*$/.exec(lines[end - 1].text);
  const spans = lines
    .slice(at, end)
    .map((l, i) => ({ start: i === 0 ? l.start + match[0].length : l.start, end: i === end - at - 1 && attributes ? l.end - attributes[0].length : l.end }));
  const id = attributes && /#([\w-]+)/.exec(attributes[1])?.[1];
  const text = undressLines(source, spans);
  return { blocks: [{ kind: "caption", text, id: id ?? undefined, range: { start: lines[at].start, end: lines[end - 1].end } }], end };
}

/** [x]: url  leaves nothing; [^1]: text  is a footnote. */
function definition(lines: readonly Line[], at: number, source: string): ReturnType<BlockReader> {
  const note = /^\s{0,3}\[\^[^\]\s]{1,60}\]:\s*/.exec(lines[at].text);
  if (note) {
    const end = continuation(lines, at);
    return {
      blocks: [
        {
          kind: "footnote",
          text: undressLines(source, stripped(lines.slice(at, end), note[0].length)),
          range: { start: lines[at].start, end: lines[end - 1].end },
        },
      ],
      end,
    };
  }
  return /^\s{0,3}\[[^\]^@]{1,200}\]:\s+\S+(?:\s+["'(].*)?\s*$/.test(lines[at].text) ? nothing(at + 1) : undefined;
}

function listItem(lines: readonly Line[], at: number, source: string): ReturnType<BlockReader> {
  const match = /^(\s*)([-*+]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\s+(?=\S)/.exec(lines[at].text);
  if (!match || (/^[A-Z]\.$/.test(match[2]) && !/^\s*[A-Z]\.\s{2}/.test(lines[at].text))) return undefined; // "B. Smith" is a name
  const end = continuation(lines, at);
  const text = undressLines(source, stripped(lines.slice(at, end), match[0].length));
  return {
    blocks: [
      {
        kind: "list-item",
        marker: match[2],
        depth: Math.min(9, Math.floor(match[1].replace(/\t/g, "    ").length / 2)),
        text,
        range: { start: lines[at].start, end: lines[end - 1].end },
      },
    ],
    end,
  };
}

function quote(lines: readonly Line[], at: number, source: string): ReturnType<BlockReader> {
  if (!/^\s{0,3}>/.test(lines[at].text)) return undefined;
  let end = at;
  while (end < lines.length && /^\s{0,3}>/.test(lines[end].text) && (end === at || lines[end].text.replace(/^\s*>\s?/, "").trim() !== "")) end++;
  const spans = lines.slice(at, end).map((l) => ({ start: l.start + /^\s{0,3}>(?:\s?>){0,50}\s?/.exec(l.text)![0].length, end: l.end }));
  return { blocks: [{ kind: "quote", text: undressLines(source, spans), range: { start: lines[at].start, end: lines[end - 1].end } }], end };
}

function paragraph(lines: readonly Line[], at: number, source: string): { blocks: RawBlock[]; end: number } {
  const end = continuation(lines, at);
  return {
    blocks: [{ kind: "paragraph", text: undressLines(source, stripped(lines.slice(at, end), 0)), range: { start: lines[at].start, end: lines[end - 1].end } }],
    end,
  };
}

const interrupts = /^\s{0,3}(?:#{1,6}\s|`{3}|~{3}|:{3,}|>|<table[\s>]|[-*+]\s+\S|\(?(?:1|[aA])[.)]\s+\S|\+[-=]+\+)|^\s{0,3}\(?\d{1,2}[.)]\s+\S/i;

/** The line after a run of text: a blank line, a table or another block ends it. */
function continuation(lines: readonly Line[], at: number): number {
  let end = at + 1;
  while (end < lines.length) {
    const text = lines[end].text;
    if (text.trim() === "" || (interrupts.test(text) && !runsOn(lines, at, end)) || /^\s*<!--\s*scree/.test(text)) break;
    if (startsPipeTable(lines, end) || (startsTabbed(lines, end) && !text.startsWith("\t"))) break;
    end++;
  }
  return end;
}

/** Lines without their indentation, and the first without its marker. */
function stripped(lines: readonly Line[], marker: number): { start: number; end: number }[] {
  return lines.map((line, i) => {
    const skip = i === 0 && marker > 0 ? marker : line.text.length - line.text.trimStart().length;
    const text = line.text.trimEnd();
    return { start: line.start + Math.min(skip, text.length), end: line.start + text.length };
  });
}
