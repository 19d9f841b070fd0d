import { extname } from "node:path";
import { ScreeError } from "../../errors";
import { lineStarts, positionAt } from "../../manuscript/lines";
import type { Range } from "../../manuscript/mapped";
import { version } from "../../version";
import type { BoundStatus } from "../../study/bound-status";
import { applyEdits } from "../../study/edit";
import { type BlockStatus, detach, type ManuscriptStatus, refreshEdits, statusOf } from "../../study/refresh";
import { choice, readArguments } from "../arguments";
import { type Command, done, type Io, reported } from "../io";
import { studyFor } from "../live";
import { type ManuscriptText, namedManuscripts, readManuscripts } from "../manuscripts";
import { styleOf } from "../style";

const help = `scree tables [MANUSCRIPT...]

Brings the live tables (<!-- scree:begin loadings --> … <!-- scree:end -->) and bound numbers (.81<!-- scree:v alpha.all -->)
of a manuscript up to date with its data. Only numbers that differ are written; the file is replaced at once.
Without a manuscript: those that the nearest scree.yaml (or --study) names under "manuscripts".

  --check                        changes nothing; exit status 1 when something is out of date
  --study FILE                   default: the scree.yaml found beside the manuscript or above
  --edited keep|restore|detach   tables whose numbers were changed by hand: leave them (default, exit status 1), write the
                                 data's numbers, or remove the markers
  --format text|json             default: text

With "-" the manuscript comes from standard input and the refreshed one goes to standard output.
`;

const tables: Command = {
  help,
  async run(words, io) {
    const given = readArguments(words, { check: "flag", study: "value", edited: "value", format: "value" });
    const edited = choice(given, "edited", ["keep", "restore", "detach"]) ?? "keep";
    const format = choice(given, "format", ["text", "json"]) ?? "text";
    const { words: named, study } = await namedManuscripts(given.words, given.value("study"), io);
    const manuscripts = await readManuscripts(named, io);
    const outcomes: Outcome[] = [];
    for (const manuscript of manuscripts) outcomes.push(await refreshOne(manuscript, { study, check: given.has("check"), edited }, io));
    const say = (text: string) => (manuscripts.some(({ path }) => path === "-") && !given.has("check") ? io.err(text.trimEnd()) : io.out(text));
    if (format === "json") say(`${JSON.stringify({ version, files: outcomes.map(json) }, null, 2)}\n`);
    else outcomes.forEach((outcome) => say(text(outcome, io)));
    return outcomes.some(({ left }) => left) ? reported : done;
  },
};

interface Outcome {
  readonly path: string;
  readonly source: string;
  readonly status: ManuscriptStatus;
  readonly written: number;
  /** something is still out of date or edited */
  readonly left: boolean;
  readonly check: boolean;
  readonly edited: "keep" | "restore" | "detach";
}

async function refreshOne(
  { path, source }: ManuscriptText,
  options: { study?: string; check: boolean; edited: "keep" | "restore" | "detach" },
  io: Io,
): Promise<Outcome> {
  const quarto = [".qmd", ".rmd"].includes(extname(path).toLowerCase());
  const status = await statusOf(source, await studyFor(path, options.study, io.files), quarto ? "quarto" : "gfm");
  refuseUnusable(path, source, status, io);
  const byHand = status.blocks.filter(({ state }) => state === "edited" || state === "conflict");
  const detached = options.edited === "detach" ? byHand.flatMap(({ block }) => detach(source, block)) : [];
  const edits = [...refreshEdits(status, { restoreEdited: options.edited === "restore" }), ...detached];
  const isOld = [...status.blocks, ...status.bound].some(({ state }) => state === "stale");
  if (!options.check) {
    const after = applyEdits(source, edits);
    if (path === "-") io.out(after);
    else if (edits.length > 0) await io.files.write(path, encoded(path, source, after, await io.files.read(path)));
  }
  const left = (options.check && (isOld || byHand.length > 0)) || (options.edited === "keep" && byHand.length > 0);
  return { path, source, status, written: options.check ? 0 : edits.length, left, check: options.check, edited: options.edited };
}

/** What is written, in UTF-8 with the byte order mark that the file had. @throws ScreeError `not-utf-8`, `file-changed`: what is outside the markers must stay byte for byte */
function encoded(path: string, source: string, after: string, now: Uint8Array): Uint8Array {
  const mark = now[0] === 0xef && now[1] === 0xbb && now[2] === 0xbf ? "\ufeff" : "";
  if (Buffer.compare(Buffer.from(mark + source, "utf8"), now) === 0) return Buffer.from(mark + after, "utf8");
  throw new ScreeError("not-utf-8", `${path} is not UTF-8, or was changed in the meantime; nothing was written.`, {
    hint: "Save it as UTF-8 and try again.",
    data: { file: path },
  });
}

/** Nothing is written while a marker cannot be understood; each of them is named, the last by what is thrown. @throws ScreeError with the line */
function refuseUnusable(path: string, source: string, { problems, blocks, bound }: ManuscriptStatus, io: Io): void {
  const starts = lineStarts(source);
  const unusable = [...problems, ...[...blocks, ...bound].filter(({ state }) => state === "orphan" || state === "malformed")];
  const errors = unusable
    .sort((a, b) => a.range.start - b.range.start)
    .map(
      ({ message = "", hint = "", range }) => new ScreeError("unusable-marker", `${path}, line ${positionAt(starts, range.start).line}: ${message}`, { hint }),
    );
  const last = errors.pop();
  errors.forEach(({ message, hint }) => io.err(`scree: ${message} ${hint ?? ""}`.trimEnd()));
  if (last) throw last;
}

function text({ path, source, status, check, edited }: Outcome, io: Io): string {
  const style = styleOf(io.colours);
  const starts = lineStarts(source);
  const line = (range: Range) => positionAt(starts, range.start).line;
  const handled = check || edited === "keep" ? "" : edited === "restore" ? ", restored" : ", detached";
  const words: Record<string, string> = {
    fresh: "up to date",
    stale: check ? "out of date" : "refreshed",
    edited: `edited by hand${handled}`,
    conflict: `edited by hand and out of date${handled}`,
  };
  const paint = (state: string) => (state === "fresh" ? style.green : state === "stale" ? (check ? style.yellow : style.green) : style.red);
  const blocks = status.blocks.map(({ block, state, changes }: BlockStatus) => {
    const numbers = changes.length > 0 ? `, ${changes.length} ${changes.length === 1 ? "number" : "numbers"}` : "";
    return `  line ${String(line(block.begin)).padEnd(5)} ${block.id.padEnd(20)} ${paint(state)(words[state] ?? state)}${style.dim(numbers)}`;
  });
  const bound = status.bound
    .filter(({ state }) => state === "stale")
    .map(
      ({ marker, range, printed, current }: BoundStatus) =>
        `  line ${String(line(range)).padEnd(5)} ${marker.key.padEnd(20)} ${paint("stale")(words.stale)}${style.dim(`, ${printed} → ${current}`)}`,
    );
  const fresh = status.bound.length - bound.length;
  const rest = fresh > 0 ? [style.dim(`  ${fresh} bound ${fresh === 1 ? "number is" : "numbers are"} up to date`)] : [];
  const nothing = status.blocks.length + status.bound.length === 0 ? [style.dim("  no live tables or bound numbers")] : [];
  return `${[style.bold(path), ...blocks, ...bound, ...rest, ...nothing].join("\n")}\n`;
}

function json({ path, source, status, written }: Outcome): object {
  const starts = lineStarts(source);
  const place = ({ start, end }: Range) => ({ start: positionAt(starts, start), end: positionAt(starts, end) });
  return {
    path,
    edits: written,
    tables: status.blocks.map(({ block, state, message, changes }) => ({
      table: block.id,
      analysis: block.analysis ?? null,
      state,
      ...(message ? { message } : {}),
      range: place({ start: block.begin.start, end: block.end.end }),
      changes: changes.map(({ range, from, to }) => ({ range: place(range), from, to })),
    })),
    values: status.bound.map(({ marker, state, range, printed, current }) => ({
      key: marker.key,
      state,
      range: place(range),
      printed: printed ?? null,
      current: current ?? null,
    })),
  };
}

export default tables;
