import { undress } from "../inline";
import { join, MappedBuilder, trim } from "../mapped";
import type { Line, RawCell, RawRow, RawTable } from "../raw";
import { cellAt } from "./pipe";

/** pandoc's grid table: "+---+---+" rules, "|" between cells, cells of several lines. */
export function startsGrid(line: string): boolean {
  return /^\s{0,3}\+(?:[-=:]+\+)+\s*$/.test(line.slice(0, 4000));
}

export function gridTable(lines: readonly Line[], at: number): { table: RawTable; end: number } {
  let end = at;
  while (end < lines.length && /^\s{0,3}[+|]/.test(lines[end].text)) end++;
  const edges = columnEdges(lines[at].text, "+");
  const rows: RawRow[] = [];
  let headerRows = 0;
  let from = at + 1;
  for (let i = at + 1; i < end; i++) {
    if (!/^\s{0,3}\+[-=:+]+\s*$/.test(lines[i].text)) continue;
    if (i > from) rows.push(blockRow(lines.slice(from, i), edges));
    if (lines[i].text.includes("=")) headerRows = rows.length;
    from = i + 1;
  }
  return { table: { kind: "table", rows, headerRows, range: { start: lines[at].start, end: lines[end - 1].end } }, end };
}

function columnEdges(rule: string, sign: string): number[] {
  const out: number[] = [];
  for (let i = 0; i < rule.length; i++) if (rule[i] === sign) out.push(i);
  return out;
}

/** A row whose cells may run over several lines. */
function blockRow(lines: readonly Line[], edges: readonly number[]): RawRow {
  const cells: RawCell[] = [];
  for (let c = 0; c + 1 < edges.length; c++) {
    const pieces = lines.map((line) => {
      const raw = new MappedBuilder();
      raw.copy(line.text.slice(edges[c] + 1, edges[c + 1]), line.start + edges[c] + 1);
      return trim(raw.done());
    }).filter((m) => m.text !== ""); // prettier-ignore
    const first = pieces[0];
    const last = pieces[pieces.length - 1];
    const start = first ? first.starts[0] : lines[0].start + Math.min(edges[c] + 1, lines[0].text.length);
    cells.push({ mapped: undress(join(pieces)), range: { start, end: last ? last.ends[last.text.length - 1] : start } });
  }
  return { cells, range: { start: lines[0].start, end: lines[lines.length - 1].end } };
}

const rule = /^\s{0,3}-+(?:\s+-+)+\s*$/;

/** pandoc's simple table: a header line, then a rule of dashes with gaps; or a rule, rows, a rule. */
export function startsSimple(lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at].text, lines[at + 1]?.text ?? ""];
  if (line.length > 2000 || next.length > 2000) return false;
  return rule.test(line) ? next.trim() !== "" : line.trim() !== "" && /\S\s{2,}\S/.test(line) && rule.test(next);
}

export function simpleTable(lines: readonly Line[], at: number): { table: RawTable; end: number } {
  const headless = rule.test(lines[at].text);
  const ruleLine = lines[headless ? at : at + 1].text;
  const spans = [...ruleLine.matchAll(/-+/g)].map((m) => [m.index, m.index + m[0].length] as const);
  let end = headless ? at + 1 : at + 2;
  while (end < lines.length && lines[end].text.trim() !== "" && !rule.test(lines[end].text)) end++;
  const body = lines.slice(headless ? at + 1 : at + 2, end);
  const closes = end < lines.length && rule.test(lines[end].text);
  const rows = [...(headless ? [] : [lines[at]]), ...body].map((line) => spanRow(line, spans));
  return {
    table: { kind: "table", rows, headerRows: headless ? undefined : 1, range: { start: lines[at].start, end: lines[Math.min(end, lines.length) - 1].end } },
    end: closes ? end + 1 : end,
  };
}

/** Cuts a line at the gaps of the rule; a word that runs over a gap stays with the column it starts in. */
function spanRow(line: Line, spans: readonly (readonly [number, number])[]): RawRow {
  const text = line.text;
  const cuts = spans.slice(1).map(([start], i) => {
    let cut = Math.min(Math.max(spans[i][1], 0), text.length);
    while (cut < text.length && cut < start && text[cut] !== " ") cut++;
    while (cut > 0 && cut < text.length && text[cut] !== " " && text[cut - 1] !== " ") cut--;
    return cut;
  });
  const edges = [0, ...cuts, text.length];
  return {
    cells: edges.slice(0, -1).map((from, i) => cellAt(text, line.start, Math.min(from, edges[i + 1]), edges[i + 1])),
    range: { start: line.start, end: line.end },
  };
}
