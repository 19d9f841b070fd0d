import { type FindingResult } from "../../checks/result";
import type { ScreeError } from "../../errors";
import { lineStarts, positionAt } from "../../manuscript/lines";
import { type Flavour } from "../../tables/markdown";
import { type Edit } from "../../study/edit";
import { liveFindings } from "../../study/findings";
import { liveContent } from "../../study/live-blocks";
import { type OpenStudy } from "../../study/open-study";
import { type BlockState, detach, refreshEdits, statusOf } from "../../study/refresh";
import { unsupportedValues } from "../../study/unsupported-values";

export interface StatusRequest {
  readonly uri: string;
  readonly text: string;
  readonly flavour: Flavour;
  /** the study names the manuscript: its values are compared with the data as well */
  readonly isNamed?: boolean;
}

export interface LiveStatus {
  readonly findings: readonly FindingResult[];
  readonly blocks: readonly {
    readonly id: string;
    readonly state: BlockState;
    /** offsets of both markers */
    readonly start: number;
    readonly end: number;
    /** takes the markers away: the numbers are then the author's own */
    readonly detach: readonly Edit[];
  }[];
  /** brings everything up to date that nobody changed by hand */
  readonly refresh: readonly Edit[];
  readonly values: number;
  /** what is wrong in `scree.yaml`, where it stands (offsets), when it cannot be used */
  readonly study?: { readonly uri: string; readonly start: number; readonly end: number; readonly message: string };
}

/** Every live table and bound number of a manuscript, and what can be done about it. */
export async function liveStatus({ uri, text, flavour, isNamed }: StatusRequest, open: OpenStudy | undefined): Promise<LiveStatus> {
  const status = await statusOf(text, open, flavour);
  const unsupported = isNamed && open ? await unsupportedValues(text, uri, open) : [];
  return {
    findings: liveFindings(text, status, uri, unsupported),
    blocks: status.blocks.map(({ block, state }) => ({ id: block.id, state, start: block.begin.start, end: block.end.end, detach: detach(text, block) })),
    refresh: refreshEdits(status),
    values: status.bound.length,
  };
}

/** Where the study itself cannot be used: said once, at the first marker. */
export function unusableStudy({ text }: StatusRequest, error: ScreeError): LiveStatus {
  const { blocks, bound } = liveContent(text);
  const first = [...blocks.map((block) => block.begin), ...bound.map((value) => value.range)].sort((a, b) => a.start - b.start)[0];
  const { file, start, end } = error.data;
  const study =
    typeof file === "string" && typeof start === "number" && typeof end === "number"
      ? { uri: file, start, end, message: [error.message.replace(/^[^\n]{1,2000}?, line \d{1,9}: /, ""), error.hint].filter(Boolean).join(" ") }
      : undefined;
  if (!first) return { findings: [], blocks: [], refresh: [], values: 0, study };
  const starts = lineStarts(text);
  const finding: FindingResult = {
    rule: "stale-table",
    severity: "warning",
    message: error.message,
    detail: error.hint,
    range: { start: positionAt(starts, first.start), end: positionAt(starts, first.end) },
    related: [],
    fixes: [],
  };
  return { findings: [finding], blocks: [], refresh: [], values: bound.length, study };
}
