import { windowOf } from "../../src/survey/preview/window";
import { summaryOf } from "../../src/survey/preview/summary";
import { findCell } from "../../src/survey/preview/search";
import { type NumericColumn, type Survey } from "../../src/survey/survey";
import { type FromPreview, type ToPreview } from "../../src/webview/preview/protocol";

/** In the browser: a survey of a million rows by 200 columns, one byte an answer, behind the page of the preview as the extension's worker is. */
const rows = 1_000_000;
const valueLabels = new Map(["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"].map((label, i) => [i + 1, label]));
const columns = Array.from({ length: 200 }, (_, c): NumericColumn => {
  const values = new Int8Array(rows);
  for (let row = 0; row < rows; row++) values[row] = (row * 7 + c * 13 + ((row * c) >> 5)) % 97 === 0 ? -128 : 1 + ((row * 31 + c * 17 + (row >> 3)) % 5);
  let missing = 0;
  for (const value of values) if (value === -128) missing++;
  return {
    kind: "numeric",
    name: `Q${c + 1}`,
    label: `Question ${c + 1} of the survey`,
    role: "item",
    roleReason: "5 distinct values",
    missing,
    values,
    sentinel: -128,
    valueLabels,
  };
});
const survey: Survey = { source: "million.sav", rows, columns, warnings: [] };
const scope = globalThis as unknown as { postMessage(message: ToPreview): void; onmessage: (event: MessageEvent<FromPreview>) => void };

scope.onmessage = async ({ data: message }) => {
  if (message.type === "ready") {
    const heads = columns.map(({ name, label, role, roleReason }) => ({ name, label, role, roleReason, numeric: true, labelled: true }));
    scope.postMessage({
      type: "table",
      table: { reading: 1, source: survey.source, rows, firstNumber: 1, columns: heads, warnings: [], whole: true, ways: [] },
    });
  } else if (message.type === "tiles") {
    const tiles = message.ranges.map((range) => ({ range, columns: windowOf(survey, range, message.shown) }));
    scope.postMessage({ type: "tiles", reading: 1, shown: message.shown, tiles });
  } else if (message.type === "summaries") {
    const summaries = columns.slice(message.column, message.column + message.columns).map(summaryOf);
    scope.postMessage({ type: "summaries", reading: 1, column: message.column, summaries });
  } else if (message.type === "find") {
    const found = await findCell(survey, message);
    scope.postMessage({ type: "found", place: found ?? null, wrapped: found?.wrapped ?? false });
  }
};
