import { ScreeError } from "../errors";
import type { Range } from "../manuscript/mapped";
import type { Analysis } from "../psychometrics/analysis";
import { makeTable } from "../tables/catalogue";
import { cellText, type Flavour, type MarkdownOptions, toMarkdown } from "../tables/markdown";
import type { Table } from "../tables/table";
import { type BoundStatus, boundStatus, noStudy } from "./bound-status";
import { applyEdits, type Edit } from "./edit";
import { endMarker, labelHash, type LiveBlock, liveContent, nextTableNumber, sumOf } from "./live-blocks";
import type { MarkerProblem } from "./markers";
import { matchTable } from "./match-table";
import type { OpenStudy } from "./open-study";
import { canonical, findPipeTable, isNumeric, type PipeCell, type PipeTable } from "./pipe-table";

/**
 * How a live table stands to its data. `fresh`: as Scree wrote it, from the data and settings of today. `stale`: as Scree wrote it, from others. `edited`: a number
 * was changed by hand. `conflict`: both. `orphan`: nothing can be computed for it. `malformed`: its cells cannot be told apart.
 */
export type BlockState = "fresh" | "stale" | "edited" | "conflict" | "orphan" | "malformed";

export interface BlockStatus {
  readonly block: LiveBlock;
  readonly state: BlockState;
  /** what is to be said about it, where it is not fresh */
  readonly message?: string;
  readonly hint?: string;
  /** where to look: the first cell that differs, else the begin marker */
  readonly range: Range;
  /**
   * brings it up to date: only cells whose number differs, and the end marker. For `edited` and `conflict` this is what "restore" does; where all is fresh, the end marker
   * may still have to record which rows the author has reworded
   */
  readonly edits: readonly Edit[];
  /** the numbers that differ, as printed and as they should be */
  readonly changes: readonly { readonly range: Range; readonly from: string; readonly to: string }[];
}

export interface ManuscriptStatus {
  readonly blocks: readonly BlockStatus[];
  readonly bound: readonly BoundStatus[];
  readonly problems: readonly MarkerProblem[];
}

/**
 * The state of every live table and bound number of a manuscript, with the edits that bring each up to date. Labels, captions, notes, order of rows and everything
 * outside stay byte for byte.
 *
 * @param open the study; absent: every block and value is an orphan
 * @param flavour of tables written into blocks that are still empty
 */
export async function statusOf(source: string, open: OpenStudy | undefined, flavour: Flavour = "gfm"): Promise<ManuscriptStatus> {
  const { blocks, bound, problems } = liveContent(source);
  const first = nextTableNumber(source);
  const empty = blocks.filter((block) => !block.table);
  const tables = await Promise.all(
    blocks.map((block) => blockStatus(source, block, open, { flavour, number: flavour === "gfm" ? first + empty.indexOf(block) : undefined })),
  );
  const values = await Promise.all(bound.map((marker) => boundStatus(source, marker, open)));
  return { blocks: tables, bound: values, problems };
}

async function blockStatus(source: string, block: LiveBlock, open: OpenStudy | undefined, style: NewStyle): Promise<BlockStatus> {
  const orphan = (message: string, hint?: string): BlockStatus => ({ block, state: "orphan", message, hint, range: block.begin, edits: [], changes: [] });
  if (!open) return orphan(noStudy.message, noStudy.hint);
  try {
    const analysis = await open.analysis(block.analysis);
    return compare(
      source,
      block,
      { analysis, table: makeTable(block.id, analysis, block.options), madeFrom: open.madeFrom(block.analysis), prefix: prefixOf(block.analysis, open) },
      style,
    );
  } catch (error) {
    if (!(error instanceof ScreeError)) throw error;
    return orphan(error.message, error.hint);
  }
}

/** Keys of another analysis than the first are written with its name. */
const prefixOf = (analysis: string | undefined, { study }: OpenStudy): string =>
  analysis === undefined || analysis === study.analyses[0].name ? "" : `${analysis}:`;

/** Of a table that is written into an empty block. */
type NewStyle = Pick<MarkdownOptions, "flavour" | "number">;

interface Current {
  readonly analysis: Analysis;
  readonly table: Table;
  readonly madeFrom: string;
  readonly prefix: string;
}

function compare(source: string, block: LiveBlock, current: Current, style: NewStyle): BlockStatus {
  if (!block.table)
    return {
      block,
      state: "stale",
      message: `The live table "${block.id}" is empty.`,
      hint: "Refresh to fill it.",
      range: block.begin,
      edits: filled(source, block, current, style),
      changes: [],
    };
  const isOld = block.madeFrom !== current.madeFrom;
  const match = matchTable(block.table, current.table, { isSame: !isOld, rows: block.rows });
  if ("reason" in match) {
    return {
      block,
      state: "malformed",
      message: `The live table "${block.id}" cannot be refreshed: ${match.reason}.`,
      hint: "Insert the table anew, or remove its markers to keep it as it is.",
      range: match.at.range,
      edits: [],
      changes: [],
    };
  }
  const changes = match.pairs
    .filter(({ printed, fresh }) => differs(printed.text, cellText(fresh)))
    .map(({ printed, fresh }) => ({ edit: replaceCell(printed, cellText(fresh)), range: printed.range, from: printed.text, to: cellText(fresh) }));
  // a hash does not know which label a number belongs to: numbers that differ although nothing changed were moved by hand
  const isEdited = block.sum !== sumOf(block.table) || (!isOld && changes.length > 0);
  const state = isEdited ? (isOld ? "conflict" : "edited") : isOld ? "stale" : "fresh";
  const cells = state === "fresh" ? [] : changes.map(({ edit }) => edit);
  const isRecorded = match.reworded.every(({ key, label }) => block.rows.get(labelHash(label)) === key);
  const edits = state === "fresh" && isRecorded ? [] : [...cells, ...endEdit(source, block, cells, (sum) => endMarker(sum, current.madeFrom, match.reworded))];
  return {
    block,
    state,
    ...describe(block, state, changes.length, current.madeFrom),
    range: changes[0]?.range ?? block.begin,
    edits,
    changes: changes.map(({ range, from, to }) => ({ range, from, to })),
  };
}

/** Where no number is printed, the author may leave the cell empty or put a dash or a dot. */
const differs = (printed: string, fresh: string): boolean => canonical(printed) !== canonical(fresh) && (isNumeric(printed) || isNumeric(fresh));

function describe(block: LiveBlock, state: BlockState, changed: number, madeFrom: string): { message?: string; hint?: string } {
  if (state === "fresh") return {};
  const numbers = changed === 0 ? "its numbers stay the same" : changed === 1 ? "one number changes" : `${changed} numbers change`;
  const cause = block.madeFrom?.slice(0, 5) === madeFrom.slice(0, 5) ? "the settings have changed" : "the data have changed";
  if (state === "stale")
    return { message: `The live table "${block.id}" is out of date: ${cause} since it was made, and ${numbers}.`, hint: "Refresh the tables." };
  const differ = changed === 1 ? "one number is not" : `${changed} numbers are not`;
  const byHand = changed === 0 ? "was edited by hand, though every number is what the data give" : `was edited by hand: ${differ} what the data give`;
  if (state === "edited") return { message: `The live table "${block.id}" ${byHand}.`, hint: "Restore the numbers, or remove the markers to keep yours." };
  return {
    message: `The live table "${block.id}" was edited by hand, and ${cause} since it was made.`,
    hint: "Restore the numbers, or remove the markers to keep yours.",
  };
}

/** The new text within the old width of the cell where it fits, so that pipes stay aligned. */
function replaceCell({ inner, range }: PipeCell, text: string): Edit {
  const room = inner.end - inner.start;
  const left = range.start - inner.start;
  const right = inner.end - range.end;
  if (text.length + 2 > room) return { range: inner, newText: ` ${text} ` };
  const isRight = left > right || (text === "" && left >= right);
  return { range: inner, newText: isRight || (range.start === range.end && left >= right) ? `${text} `.padStart(room) : ` ${text}`.padEnd(room) };
}

/** The hash of the table as it will stand after the edits of its cells. */
function endEdit(source: string, block: LiveBlock, cells: readonly Edit[], markerOf: (sum: string) => string): Edit[] {
  const start = block.table!.range.start;
  const end = block.table!.range.end;
  const shifted = cells.map(({ range, newText }) => ({ range: { start: range.start - start, end: range.end - start }, newText }));
  const after = applyEdits(source.slice(start, end), shifted);
  const marker = markerOf(sumOf(findPipeTable(after, { start: 0, end: after.length })!));
  return source.slice(block.end.start, block.end.end) === marker ? [] : [{ range: block.end, newText: marker }];
}

/** An empty block gets the whole table with its title and note, blank lines inside. */
function filled(source: string, block: LiveBlock, current: Current, style: NewStyle): Edit[] {
  const eol = source.includes("\r\n") ? "\r\n" : "\n";
  const text = toMarkdown(current.table, { ...style, bind: true, prefix: current.prefix });
  const table = findPipeTable(text, { start: 0, end: text.length }) as PipeTable;
  const before = block.body.start === block.begin.end ? `${eol}${eol}` : eol;
  return [
    { range: block.body, newText: `${before}${text.replace(/\n/g, eol)}${eol}${eol}` },
    { range: block.end, newText: endMarker(sumOf(table), current.madeFrom) },
  ];
}

/** Removes the markers of a block: the table is then the author's own. Bound numbers in its note stay bound. */
export function detach(source: string, block: LiveBlock): readonly Edit[] {
  const line = ({ start, end }: Range): Range => {
    const next = source.indexOf("\n", end);
    const from = source.lastIndexOf("\n", start - 1) + 1;
    // one of the two blank lines around a marker goes with it
    const after = next < 0 ? source.length : next + 1;
    const blank = /^[ \t]*\r?\n/.exec(source.slice(after, after + 200));
    const blankBefore = from === 0 || /\n[ \t]*\r?\n$/.test(source.slice(Math.max(0, from - 200), from)) || source.slice(0, from).trim() === "";
    return { start: from, end: blank && blankBefore ? after + blank[0].length : after };
  };
  return [
    { range: line(block.begin), newText: "" },
    { range: line(block.end), newText: "" },
  ];
}

/** The edits of everything that may be refreshed unasked: stale and empty tables, bound numbers. What was edited by hand is left alone. */
export function refreshEdits(status: ManuscriptStatus, options: { restoreEdited?: boolean } = {}): readonly Edit[] {
  const states: readonly BlockState[] = options.restoreEdited ? ["fresh", "stale", "edited", "conflict"] : ["fresh", "stale"];
  const chosen = status.blocks.filter((block) => states.includes(block.state));
  const filling = chosen.filter(({ block }) => !block.table).map(({ block }) => block.body);
  const bound = status.bound.filter((one) => one.state === "stale" && !filling.some((body) => one.range.start >= body.start && one.range.end <= body.end));
  return [...chosen.flatMap((block) => block.edits), ...bound.flatMap((one) => one.edits)].sort((a, b) => a.range.start - b.range.start);
}
