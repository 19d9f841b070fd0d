import { ScreeError } from "../errors";
import type { Range } from "../manuscript/mapped";
import { boundValue } from "./bound-keys";
import { numberBefore, printLike } from "./bound-values";
import type { Edit } from "./edit";
import type { BoundMarker } from "./live-blocks";
import { analysisOf, type OpenStudy } from "./open-study";
import { canonical } from "./pipe-table";

/** How a bound number stands to its data. */
export interface BoundStatus {
  readonly marker: BoundMarker;
  readonly state: "fresh" | "stale" | "orphan";
  readonly range: Range;
  readonly message?: string;
  readonly hint?: string;
  readonly printed?: string;
  readonly current?: string;
  readonly edits: readonly Edit[];
}

export const noStudy = { message: "No study file says which data this comes from.", hint: "Write a scree.yaml beside the manuscript." };

export async function boundStatus(source: string, marker: BoundMarker, open: OpenStudy | undefined): Promise<BoundStatus> {
  const orphan = (message: string, hint?: string): BoundStatus => ({ marker, state: "orphan", range: marker.range, message, hint, edits: [] });
  const printed = numberBefore(source, marker.range.start);
  if (!printed) return orphan("No number stands before this marker.", "Write the number right before it: .81<!-- scree:v alpha.all -->.");
  if (!open) return orphan(noStudy.message, noStudy.hint);
  try {
    const colon = marker.key.indexOf(":");
    const analysis = await open.analysis(colon < 0 ? undefined : analysisOf(open.study, marker.key.slice(0, colon)).name);
    const current = printLike(printed.text, boundValue(analysis, marker.key.slice(colon + 1)));
    if (canonical(current) === canonical(printed.text)) return { marker, state: "fresh", range: printed.range, printed: printed.text, current, edits: [] };
    return {
      marker,
      state: "stale",
      range: printed.range,
      printed: printed.text,
      current,
      message: `${printed.text} stands here for ${marker.key}, but the data give ${current}.`,
      hint: "Refresh, or remove the marker to keep your number.",
      edits: [{ range: printed.range, newText: current }],
    };
  } catch (error) {
    if (!(error instanceof ScreeError)) throw error;
    return orphan(error.message, error.hint);
  }
}
