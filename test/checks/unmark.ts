/** An example of a rule without its `==…==` marks, and the stretches that they enclosed. */
export function unmark(example: string): { source: string; marked: { start: number; end: number }[] } {
  const marked: { start: number; end: number }[] = [];
  let source = "";
  example.split("==").forEach((piece, i) => {
    if (i % 2 === 1) marked.push({ start: source.length, end: source.length + piece.length });
    source += piece;
  });
  return { source, marked };
}
