/** "Table 1. Title", "Tabelle 2: …", "[Table 1: …]", "TABLE IV", "Table A1": the number as printed and the title after it. */
const table =
  /^\[?\s?(?:Table|Tabelle|Tab\.|Tabla|Tableau|Tabela|Quadro|TABLE|表)\s?((?:[A-Z]\.?)?\d{1,3}(?:\.\d{1,2})?[a-z]?|[IVX]{1,5})(?![\d\p{L}])\s?[.:\-–|]?\s?/u;
const figure = /^\[?\s?(?:Figure|Fig\.|Abbildung|Abb\.|Figura|FIGURE|图)\s?((?:[A-Z]\.?)?\d{1,3}[a-z]?|[IVX]{1,5})?(?![\d\p{L}])\s?[.:\-–|]?\s?/u;

/** Reads a table caption; undefined if the text is none. A sentence that begins with a table ("Table 1 shows …") is not a caption. */
export function captionOf(text: string): { number: string; title: string } | undefined {
  const match = table.exec(text);
  if (!match) return undefined;
  const title = text.slice(match[0].length).replace(/\]$/, "").trim();
  const separated = /[.:\-–|]\s?$/.test(match[0]);
  if (!separated && /^\p{Ll}/u.test(title)) return undefined;
  return { number: match[1], title: text.slice(match[0].length) };
}

/** Reads a figure caption such as "Figure 2. Scree plot" or "[Figure: …]". */
export function figureCaptionOf(text: string): { number?: string; title: string } | undefined {
  const match = figure.exec(text);
  if (!match) return undefined;
  const title = text.slice(match[0].length).trim();
  const separated = /[.:\-–|]\s?$/.test(match[0]);
  return !separated && (/^\p{Ll}/u.test(title) || !match[1]) ? undefined : { number: match[1], title };
}

/** "Note. N = 308.", "* p < .05": stands under a table and belongs to it. */
export function isNote(text: string): boolean {
  return (
    /^(?:Notes?|Anmerkung(?:en)?|Nota|Remarque|注)\s?[.:：]|^Notes? /.test(text) ||
    /^(?:\*{1,3}|[†‡]|\^[a-z]\b)\s?p?\s?[<=\p{L}]/u.test(text) ||
    /^(?:Extraction Method|Rotation Method|Rotation converged|a\. )/.test(text)
  );
}
