/** A rectangle on a page of a PDF, in points (1/72 inch) from the upper left corner of the page as viewers show it. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What of a text, from `start` to before `end` (UTF-16 code units), is printed in a rectangle: a run of a line, a cell of a table. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly box: Box;
}

/** A stretch of a converted PDF and its page, from 1. */
export interface Place extends Stretch {
  readonly page: number;
}

/** A text that knows where on its page it is printed; its stretches in order. */
export interface PlacedText {
  readonly text: string;
  readonly places: readonly Stretch[];
}

export const unplaced = (text: string): PlacedText => ({ text, places: [] });

/** As `join` of the texts. */
export function joined(parts: readonly PlacedText[], separator: string): PlacedText {
  const places: Stretch[] = [];
  let at = 0;
  for (const part of parts) {
    for (const { start, end, box } of part.places) places.push({ start: start + at, end: end + at, box });
    at += part.text.length + separator.length;
  }
  return { text: parts.map((part) => part.text).join(separator), places };
}

/** As `trim` of the text. */
export function trimmed({ text, places }: PlacedText): PlacedText {
  const shift = text.length - text.trimStart().length;
  const kept = text.trim();
  return {
    text: kept,
    places: places
      .map(({ start, end, box }) => ({ start: Math.max(0, start - shift), end: Math.min(kept.length, end - shift), box }))
      .filter(({ start, end }) => end > start),
  };
}

/** The smallest box around boxes, of which there is one at least. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}
